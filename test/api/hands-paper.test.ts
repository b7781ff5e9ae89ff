/** The wage record says who came and who is who: nothing it says is more than somebody has proven. */
import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { account, gathering, hand } from '@/cloud/store/schema';
import { type TestServices, testServices } from '../services';
import { type Entry, httpEntry } from './entries';
import { newGathering, sampleGathering, startingIn } from './hands';
import { accountOf, byPhone, type Resident, sampleResident } from './resident';

let house: TestServices;
let entry: Entry;
let staff: Resident;
let phones = 0;
const somebody = () => byPhone(entry, `139120144${String(++phones).padStart(2, '0')}`);
beforeAll(async () => {
  house = await testServices();
  entry = await httpEntry(house);
  staff = await sampleResident(entry, 'staff-youyang');
}, 60_000);
afterAll(async () => {
  await entry.close();
  await house.drop();
});

const join = async (who: Resident, of: string, over = {}) =>
  (await who.do('hands.join', { id: randomUUID(), gathering: of, name: '样例来人', ...over })).mine
    ?.id as string;
async function agree(worker: Resident, organiser: Resident, record: string): Promise<void> {
  for (const who of [worker, organiser]) await who.do('hands.tap', { id: randomUUID(), record, about: 0 });
}
/** What the paper says when it is looked up. */
async function verified(who: Resident, record: string) {
  const { number, hash } = await who.do('hands.agreement', { id: record });
  const proof = house.services.store.cipher
    .blind('hands_record', `${number} ${record} ${hash}`)
    .subarray(0, 10)
    .toString('hex');
  const answer = await entry.call('hands.verify', { number, proof });
  if (!answer.ok || !answer.data.record) throw new Error('not genuine');
  return answer.data.record;
}

test('记了工钱又退出、又取消的，纸上和核对都写着，只叫约定', async () => {
  const [left, off] = [await somebody(), await somebody()];
  const { id } = await newGathering(house, { people: 5 });
  const [gone, stays] = [await join(left, id), await join(off, id)];
  for (const [who, record] of [
    [left, gone],
    [off, stays],
  ] as const)
    await agree(who, staff, record);
  expect((await verified(left, gone)).attendance).toMatchObject({
    begun: false,
    came_at: null,
    left_at: null,
  });
  await left.do('hands.leave', { id: gone });
  const [row] = await house.services.store.db.select().from(hand).where(eq(hand.id, gone));
  expect((await verified(left, gone)).attendance).toMatchObject({
    came_at: null,
    left_at: row?.leftAt?.toISOString(),
  });
  await staff.do('hands.cancel', { id, reason: '样例下雨' });
  const { attendance } = await staff.do('hands.agreement', { id: stays });
  expect(attendance).toMatchObject({ came_at: null, cancelled: true, cancelled_at: expect.any(String) });
  expect((await verified(off, stays)).attendance).toEqual(attendance);
  for (const [who, record] of [
    [left, gone],
    [off, stays],
  ] as const)
    expect((await who.do('hands.paper', { id: record })).name).toMatch(/^工钱约定-GQ/);
});

test('签到了才叫工钱记录，写着几点、怎么签的', async () => {
  const worker = await somebody();
  const { id } = await newGathering(house, { ...startingIn(30), people: 5 });
  const record = await join(worker, id);
  await agree(worker, staff, record);
  expect((await worker.do('hands.paper', { id: record })).name).toMatch(/^工钱约定-GQ/);
  await staff.do('hands.mark', {
    ...{ id: randomUUID(), gathering: id, member: record, at: new Date().toISOString() },
  });
  expect((await verified(worker, record)).attendance).toMatchObject({
    came_how: 'list',
    came_at: expect.any(String),
  });
  expect((await worker.do('hands.paper', { id: record })).name).toMatch(/^工钱记录-GQ/);
  // begun, and nobody has ticked them: neither that they came nor that they did not
  const other = await somebody();
  const next = await newGathering(house, { people: 5 });
  const mine = await join(other, next.id);
  await agree(other, staff, mine);
  await house.services.store.db
    .update(gathering)
    .set({ startsAt: new Date(Date.now() - 60_000) })
    .where(eq(gathering.id, next.id));
  expect((await verified(other, mine)).attendance).toMatchObject({ begun: true, came_at: null });
});

test('自己写的名字、电话都说没有核对；台账对上的、登录验证过的、单位的，各写各的', async () => {
  const boss = await byPhone(entry, '13912015500');
  const own = { id: randomUUID(), gathering: sampleGathering({ name: '样例王书记' }) };
  await boss.do('hands.publish', own);
  const worker = await byPhone(entry, '13912015501');
  const typed = await join(worker, own.id, { phone: '13700002222' });
  const { terms } = await worker.do('hands.agreement', { id: typed });
  expect(terms).toMatchObject({
    ...{ employer: '样例王书记', employer_phone: '13912015500', worker_phone: '13700002222' },
    known: { employer: 'typed', employer_phone: 'login', worker: 'typed', worker_phone: 'typed' },
  });
  const { people } = await boss.do('hands.roster', { id: own.id });
  expect(people.map(({ known }) => known)).toEqual([{ name: 'typed', phone: 'typed' }]);
  // put right by either, it is still no more than that
  const { employer: _e, employer_phone: _ep, worker: _w, worker_phone: _wp, known: _k, ...rest } = terms;
  const put = { id: randomUUID(), record: typed, about: 0, terms: { ...rest, pay_fen: 20_000 } };
  expect((await worker.do('hands.propose', put)).terms.known).toEqual(terms.known);
  for (const who of [worker, boss]) await who.do('hands.tap', { id: randomUUID(), record: typed, about: 2 });
  expect((await verified(worker, typed)).known).toEqual({ employer: 'typed', worker: 'typed' });
  // signed in with it, and matched with the register
  const second = await byPhone(entry, '13912015502');
  const proven = await join(second, own.id, { phone: '13912015502' });
  expect((await second.do('hands.agreement', { id: proven })).terms.known.worker_phone).toBe('login');
  const [bound] = await house.services.store.db
    .select()
    .from(account)
    .where(eq(account.id, accountOf('cross-region')));
  expect(bound?.personId).not.toBeNull();
  const matched = await sampleResident(entry, 'cross-region');
  const { id } = await newGathering(house, { people: 5 });
  const known = (await matched.do('hands.agreement', { id: await join(matched, id) })).terms.known;
  expect(known).toMatchObject({ employer: 'office', employer_phone: 'typed', worker: 'register' });
});
