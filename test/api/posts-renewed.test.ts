/** Public-welfare posts: a contract counts from its first day, a person once; who was not matched is said to be so. */
import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { tellEndingPosts } from '@/cloud/background/posts';
import { placeHashes } from '@/cloud/store/places';
import { account, message, person, postHolder, staff as staffTable } from '@/cloud/store/schema';
import { createWorld } from '@/cloud/world';
import { book } from '../book';
import { type TestServices, testServices } from '../services';
import { type Entry, httpEntry } from './entries';
import { samplePost } from './public-posts';
import { accountOf, numberOf, type Resident, sampleResident, unknownNumber } from './resident';
import { inDays } from './training';

const TOWN = '样例板溪镇';

let house: TestServices;
let entry: Entry;
let staff: Resident;
let worker: Resident;
beforeAll(async () => {
  house = await testServices();
  entry = await httpEntry(house);
  staff = await sampleResident(entry, 'staff-youyang');
  worker = await sampleResident(entry, 'village-youyang');
}, 60_000);
afterAll(async () => {
  await entry.close();
  await house.drop();
});

const newPost = (village: string, people = 1) =>
  staff.do('posts.put', { id: randomUUID(), version: 0, post: samplePost({ town: TOWN, village, people }) });
const personOf = async (sample: string) => {
  const { db } = house.services.store;
  const [row] = await db
    .select({ id: person.id, householdId: person.householdId })
    .from(person)
    .innerJoin(account, eq(account.personId, person.id))
    .where(eq(account.id, accountOf(sample)));
  return row as { id: string; householdId: string };
};
const hold = (who: Resident, post: string, from: number, to: number, over: object) =>
  who.do('posts.hold', {
    ...{ id: randomUUID(), post, starts_on: inDays(from), ends_on: inDays(to) },
    ...over,
  });
const shown = async (village: string) => {
  const seen = await entry.call('posts.village', { county: '500242', town: TOWN });
  if (!seen.ok) throw new Error(seen.error.name);
  return seen.data.posts.find((one) => one.village === village)?.held;
};
const deskOf = async (village: string) => {
  const [post] = (await staff.do('posts.desk', { town: TOWN, village })).posts;
  if (!post) throw new Error('no post');
  return post;
};
const kinds = (flags: readonly { readonly kind: string }[]) => flags.map(({ kind }) => kind);

test('以后才开始的合同不算在岗；没有开始的可以撤回', async () => {
  const { id } = await newPost('样例续甲村');
  const me = await personOf('cross-region');
  const { id: later, flags } = await hold(staff, id, 200, 400, { person: me.id });
  expect(flags).toEqual([]);
  expect([await shown('样例续甲村'), (await deskOf('样例续甲村')).held]).toEqual([0, 0]);
  const holders = await entry.call('posts.holders', { county: '500242', village: '样例续甲村' });
  expect(holders).toMatchObject({ ok: true, data: { holders: [] } });
  // it is somebody's all the same
  const post = samplePost({ town: TOWN, village: '样例续甲村', people: 1 });
  expect((await staff.refused('posts.put', { id, version: 1, post, end: true })).name).toBe(
    'ActionNotAllowed',
  );
  const ended = await staff.do('posts.end', { id: later, on: inDays(0), why: '样例填错' });
  expect(ended.ended_on).toBe(inDays(0));
});

test('续签：还是一个人，不算满出来，不说一家两个岗，不再催；撤回了续签才催', async () => {
  const { db } = house.services.store;
  const { id } = await newPost('样例续乙村');
  const me = await personOf('cross-region');
  const first = await hold(staff, id, -300, 20, { person: me.id });
  const next = await hold(staff, id, -1, 300, { person: me.id });
  expect(kinds(next.flags)).toEqual([]);
  const desk = await deskOf('样例续乙村');
  expect([await shown('样例续乙村'), desk.held]).toEqual([1, 1]);
  expect(desk.holders.map(({ flags, soon }) => [kinds(flags), soon])).toEqual([
    [[], false],
    [[], false],
  ]);
  const resident = await sampleResident(entry, 'cross-region');
  expect((await resident.do('posts.mine')).some(({ soon }) => soon)).toBe(false);
  const context = createWorld(book, house.services, () => new Date())({ caller: 'worker' });
  const told = async () => db.select().from(message).where(eq(message.ref, first.id));
  await tellEndingPosts(context);
  expect(await told()).toEqual([]);
  await staff.do('posts.end', { id: next.id, on: inDays(0), why: '样例没有续成' });
  await tellEndingPosts(context);
  expect((await told()).length).toBeGreaterThan(0);
  // the same person in another post at that time is two posts in the family; one after the other is not
  const other = await newPost('样例续丙村');
  expect(kinds((await hold(staff, other.id, -10, 15, { person: me.id })).flags)).toEqual(['household']);
  expect(kinds((await hold(staff, other.id, 30, 200, { person: me.id })).flags)).toEqual([]);
  await db.delete(postHolder).where(eq(postHolder.personId, me.id));
});

test('没有和台账对上的，写着请核对；同名的说出来；村里不能不写证件号', async () => {
  const { db, cipher } = house.services.store;
  const village = '样例核对村';
  const own = eq(staffTable.id, accountOf('village-youyang'));
  await db.update(staffTable).set({ village }).where(own);
  const { id } = await newPost(village, 5);
  const days = { starts_on: inDays(-1), ends_on: inDays(99) };
  const without = { id: randomUUID(), post: id, name: '样例村务员的妻子', ...days };
  expect(await worker.refused('posts.hold', without)).toMatchObject({
    name: 'InvalidInput',
    fields: [{ path: 'id_number' }],
  });
  const unknown = await hold(worker, id, -1, 99, { name: '样例谁也不是', id_number: unknownNumber() });
  expect(unknown.flags).toEqual([{ kind: 'unknown', text: '没有和台账对上，请核对证件号。', basis: null }]);
  // the register of the village has somebody of this name
  const me = await personOf('cross-region');
  const { townHash, villageHash } = placeHashes(cipher, '500242', { town: TOWN, village });
  await db.update(person).set({ townHash, villageHash }).where(eq(person.id, me.id));
  const same = await hold(staff, id, -1, 99, { name: '样例 张跨区' });
  expect(same.flags[0]?.text).toMatch(/没有和台账对上.*同名/);
  expect((await deskOf(village)).holders.find((one) => one.id === same.id)?.flags).toEqual(same.flags);
  const resident = await sampleResident(entry, 'cross-region');
  expect((await resident.do('privacy.looks')).map(({ purpose }) => purpose)).toContain(
    '登记公益性岗位，按姓名查了台账',
  );
  // of the own family, with another number: for somebody else to enter
  await db.update(staffTable).set({ personId: me.id }).where(own);
  const kin = { id: randomUUID(), post: id, name: '样例张跨区', id_number: unknownNumber(), ...days };
  expect(await worker.refused('posts.hold', kin)).toMatchObject({
    name: 'ActionNotAllowed',
    fields: [{ path: 'name', message: expect.stringMatching(/请由别的工作人员登记/) }],
  });
  const known = await hold(staff, id, -1, 99, { name: '样例张跨区', id_number: numberOf('样例张跨区') });
  expect(kinds(known.flags)).toEqual(['relative']);
});
