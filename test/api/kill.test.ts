/**
 * kill −9 in the middle: residents file, supplement and withdraw, officers accept, ask and approve, all at the same time,
 * and fifty times the server or the database dies at a random moment. Everybody sends again what was not answered, with
 * the same ids. In the end everything acknowledged is there once, and nothing else. KILL_SEED repeats the random choices.
 */
import { createLocalFiles } from '@/cloud/adapters/files';
import { doWork } from '@/cloud/background/work';
import { recordsOf } from '@/cloud/cases/record';
import type { Context } from '@/cloud/context';
import { keysFromEnvironment } from '@/cloud/store/keys';
import { createLimits } from '@/cloud/store/limits';
import { serviceCase } from '@/cloud/store/schema';
import { openStore, type Store } from '@/cloud/store/store';
import { createWorld } from '@/cloud/world';
import { book } from '../book';
import { seeded } from '../residents';
import { House, type RunningServer, sleep } from './kill/house';
import { makeLate } from './kill/late';
import { Ledger } from './kill/ledger';
import { officer, resident } from './kill/people';
import { lostFiles, verify } from './kill/verify';

const SEED = Number(process.env.KILL_SEED ?? Date.now() % 1_000_000);
const ROUNDS = 50;
const RESIDENTS = [
  'cross-region',
  'exited',
  'lifted-only',
  'continued',
  'pension',
  'parent',
  'blank',
  'hidden',
] as const;
const OFFICERS = ['staff-youyang', 'staff-youyang-2', 'admin-youyang'] as const;

let house: House;
let store: Store;
let server: RunningServer;
const random = seeded(SEED);

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

async function signedIn(ledger: Ledger, id: string): Promise<string> {
  const { answer } = await ledger.sure('session.sample', { id, device: '样例手机' }, 'none');
  if (!answer.ok) throw new Error(answer.error.name);
  return answer.data.token;
}

/** Another takes the place of the one that dies; every fourth time nobody is there meanwhile. */
async function serverDies(cold: boolean): Promise<void> {
  const work = random() < 0.5;
  if (work) await makeLate(store, 5);
  const waiting = cold ? null : await house.startServer(work);
  await sleep(random() * 300);
  await server.kill();
  server = waiting ?? (await house.startServer(work));
}

/** A server that is not killed with it goes on as soon as the database is back. */
async function databaseDies(withServer: boolean): Promise<void> {
  await sleep(random() * 300);
  await house.killDatabase();
  if (withServer) await server.kill();
  await sleep(random() * 200);
  await house.startDatabase();
  if (withServer) server = await house.startServer(true);
}

test(`杀死五十次，答复过的一件不少，一件不重（KILL_SEED=${SEED}）`, async () => {
  const began = Date.now();
  const ledger = new Ledger(() => server.url);
  const context = contextOf();
  ledger.adopt(await recordsOf(context, await store.db.select().from(serviceCase)));
  const residents = await Promise.all(RESIDENTS.map((id) => signedIn(ledger, id)));
  const officers = await Promise.all(OFFICERS.map((id) => signedIn(ledger, id)));
  const people = [
    ...residents.map((session) => resident(ledger, session, seeded(random() * 1e9))),
    ...officers.map((session) => officer(ledger, session, seeded(random() * 1e9))),
  ];
  let failed: unknown;
  for (const one of people) one.catch((error: unknown) => (failed ??= error));
  const fallen: number[] = [];
  try {
    for (let round = 1; round <= ROUNDS && !failed; round++) {
      ledger.round = round;
      await store.pool.query('delete from rate_limit');
      if (round % 5 === 0) await databaseDies(round % 10 === 0);
      else await serverDies(round % 4 === 0);
      if (!server.fell()) continue;
      fallen.push(round);
      server = await house.startServer(false);
    }
    ledger.stopping = true;
    await Promise.all(people);
  } finally {
    ledger.abandoned = true;
  }
  await doWork(context);
  const { wrong, untold, reported } = await verify(context, ledger);
  const figures = {
    seconds: Math.round((Date.now() - began) / 1000),
    requests: ledger.requests,
    cases: ledger.filings.size,
    events: ledger.events.size,
    files: ledger.files.size,
    untold,
    reported,
    errors: Object.fromEntries(ledger.noAnswer),
  };
  process.stdout.write(`${JSON.stringify(figures)}\n`);
  ledger.abandoned = false;
  expect({ wrong, fallen, lost: await lostFiles(context, ledger) }).toEqual({
    wrong: [],
    fallen: [],
    lost: [],
  });
  // without its database a server says that it is not ready, and nothing else
  expect(ledger.noAnswer.has('Internal') ? house.said : '').toBe('');
  expect(untold).toBeGreaterThan(0);
  expect(reported).toBeGreaterThan(0);
}, 600_000);

function contextOf(): Context {
  const services = {
    store,
    limits: createLimits(store.pool, store.cipher),
    wechat: null,
    sms: null,
    speaker: null,
    files: createLocalFiles(house.filesDir),
    demo: null,
    publicUrl: null,
  };
  return createWorld(book, services)({ caller: 'test' });
}
