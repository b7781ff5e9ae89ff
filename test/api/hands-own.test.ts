/** Day labour stays with whoever did it: matched with the register, on another phone, after leaving, after the account. */
import { randomUUID } from 'node:crypto';
import { and, eq, ne } from 'drizzle-orm';
import { bindTo } from '@/cloud/identity/binding';
import { memberById } from '@/cloud/store/people';
import { account, gathering, hand, handRecord } from '@/cloud/store/schema';
import { createWorld } from '@/cloud/world';
import { book } from '../book';
import { type TestServices, testServices } from '../services';
import { type Entry, httpEntry } from './entries';
import { newGathering } from './hands';
import { accountOf, byPhone, type Resident, sampleResident } from './resident';

let house: TestServices;
let entry: Entry;
let staff: Resident;
beforeAll(async () => {
  house = await testServices();
  entry = await httpEntry(house);
  staff = await sampleResident(entry, 'staff-youyang');
}, 60_000);
afterAll(async () => {
  await entry.close();
  await house.drop();
});

const db = () => house.services.store.db;
const join = async (who: Resident, of: string) =>
  (await who.do('hands.join', { id: randomUUID(), gathering: of, name: '样例来人' })).mine?.id as string;
const tap = (who: Resident, record: string) => who.do('hands.tap', { id: randomUUID(), record, about: 0 });
const handOf = async (id: string) => (await db().select().from(hand).where(eq(hand.id, id)))[0];
const live = (of: string) =>
  db()
    .select()
    .from(hand)
    .where(and(eq(hand.gatheringId, of), ne(hand.state, 'left')));
const personOf = async (sample: string) =>
  (
    await db()
      .select()
      .from(account)
      .where(eq(account.id, accountOf(sample)))
  )[0]?.personId as string;

/** The account of a hand is matched with the person of a sample. */
async function match(who: Resident, member: string, sample: string): Promise<void> {
  await who.do('consent.give', { kind: 'identity', version: 1 });
  const { store } = house.services;
  const found = await memberById(store, await personOf(sample));
  if (!found) throw new Error('no such person');
  const context = createWorld(book, house.services, () => new Date())({ caller: 'test' });
  const own = (await handOf(member))?.accountId as string;
  const proof = { how: 'request', worker: null } as const;
  expect(await store.db.transaction((queries) => bindTo(queries, context, own, found, proof))).toBe(true);
}

test('报名以后和台账对上了：位子、工钱记录、签到都还是自己的，不会占两个位子', async () => {
  const me = await byPhone(entry, '13800007001');
  const { id } = await newGathering(house, { people: 3 });
  const mine = await join(me, id);
  for (const who of [me, staff]) await tap(who, mine);
  const { number } = await me.do('hands.agreement', { id: mine });
  await match(me, mine, 'cross-region');
  expect((await me.do('hands.mine')).joined.map((one) => one.mine?.id)).toEqual([mine]);
  expect(await me.do('hands.agreement', { id: mine })).toMatchObject({ side: 'worker', number });
  expect((await me.do('hands.paper', { id: mine })).name).toContain(number);
  expect(await me.do('hands.join', { id: randomUUID(), gathering: id, name: '样例来人' })).toMatchObject({
    again: true,
    mine: { id: mine },
  });
  // and on the other phone of the same person
  const other = await sampleResident(entry, 'cross-region');
  expect((await other.do('hands.show', { id })).mine?.id).toBe(mine);
  expect(await live(id)).toHaveLength(1);
  expect((await me.do('hands.leave', { id: mine })).mine?.state).toBe('left');
});

test('同一个人用两个账号报了：对上以后让出一个，有工钱记录的留下，排队的补上', async () => {
  const me = await byPhone(entry, '13800007002');
  const [twin, third] = [await sampleResident(entry, 'blank'), await byPhone(entry, '13800007003')];
  const { id } = await newGathering(house, { people: 2 });
  const mine = await join(me, id);
  await tap(me, mine);
  const given = await join(twin, id);
  const next = await join(third, id);
  expect((await handOf(next))?.state).toBe('waiting');
  await match(me, mine, 'blank');
  expect([(await handOf(mine))?.state, (await handOf(given))?.state]).toEqual(['joined', 'left']);
  expect((await handOf(next))?.state).toBe('joined');
  const [of] = await db().select().from(gathering).where(eq(gathering.id, id));
  expect(of?.taken).toBe(2);
  expect((await twin.do('hands.show', { id })).mine?.id).toBe(mine);
});

test('退出了、没有记好工钱的，请人的看不到姓名和电话；记好了的是两边的凭据', async () => {
  const me = await byPhone(entry, '13800007004');
  const { id } = await newGathering(house, { people: 3 });
  const mine = await join(me, id);
  expect((await staff.do('hands.agreement', { id: mine })).terms.worker).toBe('样例来人');
  await me.do('hands.leave', { id: mine });
  for (const path of ['hands.agreement', 'hands.paper'] as const)
    expect((await staff.refused(path, { id: mine })).name).toBe('NotFound');
  expect((await me.do('hands.agreement', { id: mine })).side).toBe('worker');
  const agreed = await join(me, id);
  for (const who of [me, staff]) await tap(who, agreed);
  await me.do('hands.leave', { id: agreed });
  expect((await staff.do('hands.agreement', { id: agreed })).side).toBe('organiser');
});

test('注销以后，留给对方的工钱记录和账号、台账都不再连着', async () => {
  const me = await sampleResident(entry, 'pension');
  const [own, personId] = [accountOf('pension'), await personOf('pension')];
  const { id } = await newGathering(house, { people: 3 });
  const mine = await join(me, id);
  for (const who of [me, staff]) await tap(who, mine);
  expect((await handOf(mine))?.personId).toBe(personId);
  await me.do('privacy.delete_account', { sure: true });
  expect(await handOf(mine)).toMatchObject({ accountId: mine, personId: null, whoId: mine });
  const rows = await db().select().from(handRecord).where(eq(handRecord.memberId, mine));
  expect(rows.map(({ accountId }) => accountId)).not.toContain(own);
  expect((await staff.do('hands.agreement', { id: mine })).number).not.toBeNull();
});
