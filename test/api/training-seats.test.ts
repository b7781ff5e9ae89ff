/** Two hundred at once for fifty seats, with double taps: never oversold, the waiting list exact; and a server that dies meanwhile. */
import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { tokenHash } from '@/cloud/store/field-cipher';
import { keysFromEnvironment } from '@/cloud/store/keys';
import { account, session, trainingEnrolment, trainingSession } from '@/cloud/store/schema';
import { openStore, type Store } from '@/cloud/store/store';
import { before } from '@/domain/training';
import { type TestServices, testServices } from '../services';
import { type Entry, httpEntry } from './entries';
import { House, type RunningServer, sleep } from './kill/house';
import { Ledger } from './kill/ledger';
import { newSession } from './training';

/** People who can only sign in: strangers to the register. */
async function strangers(store: Store, many: number): Promise<string[]> {
  const now = new Date();
  const tokens = Array.from({ length: many }, () => randomBytes(32).toString('base64url'));
  const ids = tokens.map((token) => uuid(token));
  await store.db.insert(account).values(ids.map((id) => ({ id, createdAt: now })));
  await store.db.insert(session).values(
    tokens.map((token, at) => ({
      tokenHash: tokenHash(token),
      id: randomUUID(),
      accountId: ids[at] as string,
      device: '样例手机',
      createdAt: now,
      usedAt: now,
      expiresAt: new Date(now.getTime() + 3_600_000),
    })),
  );
  return tokens;
}

function uuid(text: string): string {
  const hex = createHash('sha256').update(text).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

/** What the database says of a session, and everything that is wrong with it. */
async function audit(store: Store, id: string) {
  const [row] = await store.db.select().from(trainingSession).where(eq(trainingSession.id, id));
  const all = await store.db.select().from(trainingEnrolment).where(eq(trainingEnrolment.sessionId, id));
  const live = all.filter(({ state }) => state !== 'cancelled' && state !== 'expired');
  const seated = live.filter(({ state }) => state !== 'waiting');
  const waiting = live
    .filter(({ state }) => state === 'waiting')
    .map(({ id: one, rank, seq, whoId }) => ({ id: one, rank, seq: seq as number, whoId }))
    .sort(before);
  const wrong = [
    ...(row && seated.length !== row.taken ? [`${seated.length} sit, ${row.taken} are counted`] : []),
    ...(row && row.taken > row.capacity ? ['oversold'] : []),
    ...(row && waiting.length > 0 && row.taken < row.capacity ? ['a free seat, and somebody waits'] : []),
    ...(new Set(live.map(({ whoId }) => whoId)).size === live.length ? [] : ['somebody is there twice']),
    ...(new Set(waiting.map(({ seq }) => seq)).size === waiting.length ? [] : ['two at one place']),
  ];
  return { wrong, seated, waiting, all };
}

describe('两百人同时报五十个名额', () => {
  let house: TestServices;
  let entry: Entry;
  beforeAll(async () => {
    house = await testServices();
    entry = await httpEntry(house);
  }, 60_000);
  afterAll(async () => {
    await entry.close();
    await house.drop();
  });

  /** A server with its hands full says so, and the phone asks again. */
  async function surely<P extends 'training.enrol' | 'training.cancel'>(
    path: P,
    input: unknown,
    token: string,
  ) {
    for (;;) {
      const answer = await entry.call(path, input, { session: token });
      if (answer.ok || answer.error.name !== 'NotReady') return answer;
      await sleep(200);
    }
  }

  test('每人连点几下：正好五十人报上，一百五十人排队，一个人一个位置', async () => {
    const { store } = house.services;
    const id = await newSession(house, { capacity: 50 });
    const people = [
      ...(await strangers(store, 194)),
      ...(await Promise.all(
        ['cross-region', 'hidden', 'continued', 'pension', 'parent', 'exited'].map(async (sample) => {
          const signed = await entry.call('session.sample', { id: sample });
          if (!signed.ok) throw new Error(signed.error.name);
          return signed.data.token;
        }),
      )),
    ];
    const enrol = (token: string, enrolment: string) =>
      surely('training.enrol', { id: enrolment, session: id, name: '样例学员' }, token);
    const answers = await Promise.all(
      people.map(async (token) => {
        const mine = randomUUID();
        return Promise.all([enrol(token, mine), enrol(token, mine), enrol(token, randomUUID())]);
      }),
    );
    const { wrong, seated, waiting, all } = await audit(store, id);
    expect(wrong).toEqual([]);
    expect([seated.length, waiting.length, all.length]).toEqual([50, 150, 200]);
    expect(answers.flat().flatMap((one) => (one.ok ? [] : [JSON.stringify(one.error)]))).toEqual([]);
    for (const three of answers) {
      const ids = three.map((one) => one.ok && one.data.id);
      expect(new Set(ids).size).toBe(1);
      expect(three.filter((one) => one.ok && !one.data.again)).toHaveLength(1);
    }
    // whoever the document puts first stands first, whenever they came
    expect(waiting.map(({ rank }) => rank)).toEqual([...waiting.map(({ rank }) => rank)].sort());
    // thirty leave at the same moment, and the thirty next move up, in order
    const leaving = seated.slice(0, 30);
    const owner = new Map(
      answers.flatMap((three, at) =>
        three.flatMap((one) => (one.ok ? [[one.data.id, people[at] as string] as const] : [])),
      ),
    );
    const gone = await Promise.all(
      leaving.flatMap(({ id: one }) =>
        [1, 2].map(() => surely('training.cancel', { id: one }, owner.get(one) as string)),
      ),
    );
    expect(gone.every(({ ok }) => ok)).toBe(true);
    const after = await audit(store, id);
    expect(after.wrong).toEqual([]);
    const offered = after.seated.filter(({ state }) => state === 'offered').map((one) => one.id);
    expect(offered.sort()).toEqual(
      waiting
        .slice(0, 30)
        .map((one) => one.id)
        .sort(),
    );
    expect(after.waiting.map((one) => one.id)).toEqual(waiting.slice(30).map((one) => one.id));
  }, 120_000);
});

describe('报名的时候服务器被杀', () => {
  let house: House;
  let store: Store;
  let server: RunningServer;
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

  test('答复过的一个不少，一个不重，名额正好', async () => {
    const ledger = new Ledger(() => server.url);
    const id = await newSession({ services: { store } as TestServices['services'] }, { capacity: 20 });
    const people = await strangers(store, 60);
    const said = people.map(async (token) => {
      const mine = randomUUID();
      const { answer } = await ledger.sure(
        'training.enrol',
        { id: mine, session: id, name: '样例学员' },
        token,
      );
      if (!answer.ok) throw new Error(JSON.stringify(answer.error));
      return { mine, state: answer.data.state };
    });
    for (let round = 0; round < 3; round++) {
      await sleep(60);
      const next = await house.startServer(false);
      await server.kill();
      if (round === 1) {
        await house.killDatabase();
        await house.startDatabase();
      }
      server = next;
    }
    const told = await Promise.all(said);
    const { wrong, seated, waiting, all } = await audit(store, id);
    expect(wrong).toEqual([]);
    expect([seated.length, waiting.length]).toEqual([20, 40]);
    expect(all.map((one) => one.id).sort()).toEqual(told.map(({ mine }) => mine).sort());
    for (const { mine, state } of told) expect(all.find((one) => one.id === mine)?.state).toBe(state);
  }, 120_000);
});
