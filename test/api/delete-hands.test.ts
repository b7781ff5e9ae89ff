/** Deleting the account while the same account joins or publishes: no place is lost, no work stays open without anybody. */
import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { takePlace } from '@/cloud/hands/seats';
import { heldAccount } from '@/cloud/hold-account';
import { gathering, hand } from '@/cloud/store/schema';
import { type TestServices, testServices } from '../services';
import { type Entry, httpEntry } from './entries';
import { newGathering, sampleGathering } from './hands';
import { byPhone, type Resident, sampleResident } from './resident';

let house: TestServices;
let entry: Entry;
let me: Resident;
beforeAll(async () => {
  house = await testServices();
  entry = await httpEntry(house);
  me = await sampleResident(entry, 'cross-region');
}, 60_000);
afterAll(async () => {
  await entry.close();
  await house.drop();
});

const db = () => house.services.store.db;
const stateOf = async (id: string) => (await db().select().from(gathering).where(eq(gathering.id, id)))[0];
const seal = (id: string) =>
  house.services.store.cipher.seal(
    'hands_member.content',
    id,
    JSON.stringify({ name: '样例来人', phone: null }),
  );

/** Somebody waits for a row that another holds. */
async function isWaiting(): Promise<boolean> {
  const { rows } = await house.services.store.pool.query(
    `select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
  );
  return rows.length > 0;
}

/** Deletes while something of the same account is under way, and waits for it. */
async function deletedDuring(
  who: Resident,
  accountId: string,
  underway: (queries: Parameters<typeof heldAccount>[0]) => Promise<unknown>,
): Promise<void> {
  let going: Promise<unknown> = Promise.resolve();
  await db().transaction(async (queries) => {
    await heldAccount(queries, accountId);
    going = who.do('privacy.delete_account', { sure: true });
    going.catch(() => undefined);
    while (!(await isWaiting())) await new Promise((resolve) => setTimeout(resolve, 20));
    await underway(queries);
  });
  await going;
}

test('注销的同时报上了名：位子不丢，排队的补上', async () => {
  const gone = await byPhone(entry, '13800003331');
  const { account } = await gone.do('session.me');
  const { id } = await newGathering(house, { people: 1 });
  const member = randomUUID();
  await deletedDuring(gone, account, async (queries) => {
    const joining = { id: member, gatheringId: id, accountId: account, whoId: account, joinedAt: new Date() };
    const row = await takePlace(queries, { ...joining, contentEnc: seal(member) }, new Date());
    expect(row?.state).toBe('joined');
  });
  expect(await db().select().from(hand).where(eq(hand.id, member))).toEqual([]);
  expect((await stateOf(id))?.taken).toBe(0);
  expect((await me.do('hands.join', { id: randomUUID(), gathering: id })).mine?.state).toBe('joined');
}, 30_000);

test('注销的同时发布了零工：跟着取消', async () => {
  const gone = await byPhone(entry, '13800003332');
  const { account } = await gone.do('session.me');
  const { id } = await newGathering(house, {});
  await deletedDuring(gone, account, (queries) =>
    queries.update(gathering).set({ accountId: account, kind: 'person' }).where(eq(gathering.id, id)),
  );
  expect(await stateOf(id)).toMatchObject({ state: 'cancelled', reason: '发布的人注销了账号' });
}, 30_000);

test('十个人一边排队、退出，一边注销：一个不多，一个不少', async () => {
  const { id } = await newGathering(house, { people: 3 });
  const organiser = await byPhone(entry, '13800003340');
  const own = randomUUID();
  await organiser.do('hands.publish', {
    id: own,
    gathering: sampleGathering({ name: '样例请人', people: 2 }),
  });
  const people = await Promise.all(
    Array.from({ length: 10 }, (_, at) => byPhone(entry, `138000033${50 + at}`)),
  );
  const members = people.map(() => randomUUID());
  for (const [at, who] of people.entries()) {
    await who.do('hands.join', { id: members[at] as string, gathering: id, name: '样例来人' });
    await who.do('hands.join', { id: randomUUID(), gathering: own, name: '样例来人' });
  }
  await Promise.all(
    people
      .slice(0, 8)
      .map((who, at) =>
        at % 2 === 0
          ? who.do('privacy.delete_account', { sure: true })
          : who.do('hands.leave', { id: members[at] as string }),
      ),
  );
  const rows = await db().select().from(hand).where(eq(hand.gatheringId, id));
  const joined = rows.filter(({ state }) => state === 'joined');
  expect((await stateOf(id))?.taken).toBe(joined.length);
  expect(joined.map((row) => row.id).sort()).toEqual(members.slice(8).sort());
  const there = await db().select().from(hand).where(eq(hand.gatheringId, own));
  expect((await stateOf(own))?.taken).toBe(there.filter(({ state }) => state === 'joined').length);
}, 60_000);
