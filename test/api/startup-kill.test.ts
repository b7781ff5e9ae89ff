/**
 * kill −9 while bundles are filed and their steps told of: a bundle is there with all its steps or not at all, what was
 * answered is there, and nothing waits for what is there already. KILL_SEED repeats the random choices.
 */
import { randomUUID } from 'node:crypto';
import { childrenOf, standingsOf } from '@/cloud/cases/bundle';
import { columnsOf, recordsOf } from '@/cloud/cases/record';
import { keysFromEnvironment } from '@/cloud/store/keys';
import { createLimits } from '@/cloud/store/limits';
import { serviceCase } from '@/cloud/store/schema';
import { openStore, type Store } from '@/cloud/store/store';
import { createWorld } from '@/cloud/world';
import { isOpen, waitsFor } from '@/domain/cases';
import { creditCheckDigit } from '@/domain/identity';
import { book } from '../book';
import { seeded } from '../residents';
import { House, type RunningServer, sleep } from './kill/house';

const SEED = Number(process.env.KILL_SEED ?? Date.now() % 1_000_000);
const random = seeded(SEED);
const ROUNDS = 12;
const BODY = '92500242MA5U0000X';
const LICENCE = BODY + creditCheckDigit(BODY);
const today = () => new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);

let house: House;
let store: Store;
let server: RunningServer;
let stopping = false;

beforeAll(async () => {
  house = new House();
  await house.startDatabase();
  server = await house.startServer(false);
  store = openStore(house.databaseUrl, keysFromEnvironment({ KEYS_FILE: house.keysFile }), 2);
}, 60_000);
afterAll(async () => {
  await store?.close();
  house?.close();
});

interface Answer {
  readonly ok: boolean;
  readonly data?: unknown;
  readonly error?: { readonly name: string };
}

/** Sent again with the same ids until somebody answers. */
async function sure(path: string, input: unknown, token?: string): Promise<Answer> {
  for (;;) {
    try {
      const response = await fetch(`${server.url}/api/call`, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          ...(token !== undefined && { authorization: `Bearer ${token}` }),
        },
        body: JSON.stringify({ path, input }),
        signal: AbortSignal.timeout(5000),
      });
      const answer = (await response.json()) as Answer;
      const later = ['NotReady', 'Internal', 'TooManyTries'];
      if (answer.ok || !later.includes(answer.error?.name ?? '')) return answer;
    } catch {
      // nobody there: the next one answers
    }
    await sleep(100);
  }
}

const filing = (id: string) => ({
  ...{ id, service: 'startup', service_version: 1, files: [], agreed: true },
  answers: {
    ...{ county: '500242', trade: '样例小面馆', line: 'food', licensed: 'none', kind: 'individual' },
    ...{ hires: false, premises: 'none', wants: ['loan', 'subsidy', 'relief'], returning: true },
    ...{ loan_fen: 100_000, loan_use: '装修', name: '样例甲', phone: '13800000001' },
  },
});

interface Seen {
  readonly version: number;
  readonly bundle: { readonly steps: readonly { readonly step: string; readonly case: string | null }[] };
}

/** One person: files, tells of the licence and the tax, again and again. @returns the bundles that were answered */
async function person(sample: string): Promise<{ filed: string[]; told: string[] }> {
  const signed = await sure('session.sample', { id: sample, device: '样例手机' });
  const { token } = signed.data as { token: string };
  const filed: string[] = [];
  const told: string[] = [];
  while (!stopping) {
    // the one that starts anew needs the machine too
    await sleep(random() * 50);
    const id = randomUUID();
    const answer = await sure('cases.file', filing(id), token);
    if (!answer.ok) throw new Error(answer.error?.name);
    filed.push(id);
    const { bundle } = (await sure('cases.show', { id }, token)).data as Seen;
    for (const name of ['licence', 'tax']) {
      const one = bundle.steps.find(({ step }) => step === name)?.case as string;
      const { version } = (await sure('cases.show', { id: one }, token)).data as Seen;
      const act = { id: one, version, event: randomUUID(), action: 'did', on: today() };
      const licence = name === 'licence' ? { credit_code: LICENCE } : {};
      const done = await sure('cases.act', { ...act, ...licence }, token);
      if (!done.ok) throw new Error(`${name}: ${done.error?.name}`);
      told.push(one);
    }
  }
  return { filed, told };
}

test(`杀死${ROUNDS}次：一张表要么全有要么全没有，该轮到的都轮到了（KILL_SEED=${SEED}）`, async () => {
  const people = ['cross-region', 'exited', 'continued'].map(person);
  for (let round = 1; round <= ROUNDS; round++) {
    await store.pool.query('delete from rate_limit');
    await sleep(200 + random() * 400);
    if (round % 4 === 0) {
      await house.killDatabase();
      await house.startDatabase();
    } else {
      const next = await house.startServer(false);
      await server.kill();
      server = next;
    }
  }
  stopping = true;
  const all = await Promise.all(people);
  const services = {
    ...{ store, limits: createLimits(store.pool, store.cipher) },
    ...{ wechat: null, sms: null, speaker: null, files: null, demo: null, publicUrl: null },
  };
  const context = createWorld(book, services)({ caller: 'test' });
  const records = await recordsOf(context, await store.db.select().from(serviceCase));
  const bundles = records.filter(({ at }) => at.steps !== null);
  expect(bundles.map(({ row }) => row.id)).toEqual(expect.arrayContaining(all.flatMap(({ filed }) => filed)));
  const wrong: string[] = [];
  for (const { row, at, ground } of bundles) {
    const rows = await childrenOf(store.db, row.id);
    const filed = Object.values(at.steps ?? {}).filter((one) => one !== null);
    if (
      rows
        .map(({ id }) => id)
        .sort()
        .join() !== [...filed].sort().join()
    )
      wrong.push(`${row.id}: steps`);
    const standing = standingsOf(at.steps ?? {}, rows);
    for (const step of ground.service.bundle?.steps ?? [])
      if (standing[step.id] === 'waiting' && waitsFor(step, standing).length === 0)
        wrong.push(`${row.id}: ${step.id} waits for nothing`);
    if (isOpen(at.state) !== rows.some(({ state }) => isOpen(state as typeof at.state)))
      wrong.push(`${row.id}: ${at.state}`);
  }
  for (const { row, at } of records) expect(row).toMatchObject(columnsOf(at));
  expect(wrong).toEqual([]);
  const told = all.flatMap((one) => one.told);
  expect(records.filter(({ row }) => told.includes(row.id)).every(({ at }) => at.state === 'done')).toBe(
    true,
  );
  process.stdout.write(`${JSON.stringify({ bundles: bundles.length, cases: records.length })}\n`);
  expect(bundles.length).toBeGreaterThan(ROUNDS / 2);
}, 300_000);
