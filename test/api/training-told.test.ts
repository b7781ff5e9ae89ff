/** Training: nobody is forgotten when a session changes, is called off half-way, or its people change. */
import { randomUUID } from 'node:crypto';
import { and, eq } from 'drizzle-orm';
import { endOffers, remindTrainees } from '@/cloud/background/training';
import { account, message, trainingEnrolment, trainingSession } from '@/cloud/store/schema';
import { forgetTrainees } from '@/cloud/training/forget';
import { createWorld } from '@/cloud/world';
import { momentOf } from '@/domain/training';
import { book } from '../book';
import { type TestServices, testServices } from '../services';
import { type Entry, httpEntry } from './entries';
import { accountOf, byPhone, type Resident, sampleResident } from './resident';
import { inDays, newSession, sampleSession } from './training';

let house: TestServices;
let entry: Entry;
let staff: Resident;
let me: Resident;
beforeAll(async () => {
  house = await testServices();
  entry = await httpEntry(house);
  staff = await sampleResident(entry, 'staff-youyang');
  me = await sampleResident(entry, 'continued');
}, 60_000);
afterAll(async () => {
  await entry.close();
  await house.drop();
});

const enrol = (who: Resident, session: string) =>
  who.do('training.enrol', { id: randomUUID(), session, overlap: true });
const toldOf = (ref: string, sample: string) =>
  house.services.store.db
    .select()
    .from(message)
    .where(and(eq(message.ref, ref), eq(message.accountId, accountOf(sample))));
/** The house as it is at an hour in China, without anybody asking. */
const at = (day: string, hour: string) =>
  createWorld(book, house.services, () => new Date(momentOf(day, hour)))({ caller: 'worker' });

/** Began yesterday, ends tomorrow. */
const underWay = () =>
  newSession(house, {
    startsOn: inDays(-1),
    endsOn: inDays(1),
    startsAt: new Date(momentOf(inDays(-1), '09:00')),
    endsAt: new Date(momentOf(inDays(1), '17:00')),
    enrolUntil: new Date(momentOf(inDays(-1), '09:00')),
    taken: 1,
  });

async function seatedAs(session: string, sample: string, over: object): Promise<string> {
  const { db, cipher } = house.services.store;
  const id = randomUUID();
  await db.insert(trainingEnrolment).values({
    id,
    sessionId: session,
    accountId: accountOf(sample),
    whoId: accountOf(sample),
    state: 'enrolled',
    rank: 1,
    enrolledAt: new Date(),
    contentEnc: cipher.seal(
      'training_enrolment.content',
      id,
      JSON.stringify({ name: '样例学员', phone: '13900000000' }),
    ),
    ...over,
  });
  return id;
}

test('上到一半取消了：来上过课的人也要知道', async () => {
  const session = await underWay();
  const id = await seatedAs(session, 'continued', { state: 'attended' });
  expect(await staff.do('training.call_off', { id: session, reason: '老师病了' })).toMatchObject({ told: 1 });
  expect(await toldOf(session, 'continued')).toHaveLength(1);
  // that they came is still true
  expect((await me.do('training.mine')).find((one) => one.id === id)?.state).toBe('attended');
});

test('提醒过以后改了日子：新日子的前一天再提醒；让出来的名额不留到开班以后', async () => {
  const draft = sampleSession({ capacity: 1 });
  const session = randomUUID();
  await staff.do('training.publish', { id: session, version: 0, session: draft });
  await enrol(me, session);
  const next = await enrol(await sampleResident(entry, 'hidden'), session);
  expect(await remindTrainees(at(inDays(9), '10:00'))).toBe(1);
  const later = { ...draft, starts_on: inDays(20), ends_on: inDays(21), enrol_on: inDays(19) };
  await staff.do('training.publish', { id: session, version: 1, session: later });
  expect(await remindTrainees(at(inDays(10), '10:00'))).toBe(0);
  expect(await remindTrainees(at(inDays(19), '10:00'))).toBe(1);
  expect(await remindTrainees(at(inDays(19), '11:00'))).toBe(0);
  // two reminders and the change
  expect(await toldOf(session, 'continued')).toHaveLength(3);
  const { db } = house.services.store;
  const offerUntil = new Date(momentOf(inDays(19), '12:00'));
  await db
    .update(trainingEnrolment)
    .set({ state: 'offered', offerUntil })
    .where(eq(trainingEnrolment.id, next.id));
  const soon = { ...draft, starts_on: inDays(2), ends_on: inDays(3), enrol_on: inDays(1) };
  await staff.do('training.publish', { id: session, version: 2, session: soon });
  const [row] = await db.select().from(trainingEnrolment).where(eq(trainingEnrolment.id, next.id));
  expect(row?.offerUntil?.getTime()).toBe(momentOf(inDays(2), '09:00'));
  expect((await db.select().from(trainingSession).where(eq(trainingSession.id, session)))[0]?.taken).toBe(1);
});

test('核对身份以前报的名，以后扫码也签得上', async () => {
  const session = await underWay();
  const id = await seatedAs(session, 'cross-region', {});
  const [bound] = await house.services.store.db
    .select()
    .from(account)
    .where(eq(account.id, accountOf('cross-region')));
  expect(bound?.personId).not.toBeNull();
  const { token } = await (await sampleResident(entry, 'cross-region')).do('code.issue', {});
  const mark = { id: randomUUID(), session, code: token, at: new Date().toISOString() };
  expect(await staff.do('training.mark', mark)).toMatchObject({ name: '样例学员', again: false });
  const { people } = await staff.do('training.roster', { id: session });
  expect(people.find((one) => one.id === id)?.state).toBe('attended');
});

const contentOf = async (id: string) => {
  const { db, cipher } = house.services.store;
  const [row] = await db.select().from(trainingEnrolment).where(eq(trainingEnrolment.id, id));
  if (!row) throw new Error('no enrolment');
  return { ...row, ...JSON.parse(cipher.open('training_enrolment.content', id, row.contentEnc)) };
};

test('晚上让出来的名额，第二天一早开班：当晚就告诉，不等到早上', async () => {
  const session = await newSession(house, {
    capacity: 1,
    taken: 1,
    startsOn: inDays(1),
    endsOn: inDays(2),
    startsAt: new Date(momentOf(inDays(1), '08:00')),
    enrolUntil: new Date(momentOf(inDays(1), '07:00')),
  });
  await seatedAs(session, 'hidden', { state: 'offered', offerUntil: new Date(momentOf(inDays(0), '21:00')) });
  await seatedAs(session, 'continued', { state: 'waiting', seq: 1 });
  expect(await endOffers(at(inDays(0), '22:00'))).toBe(1);
  const [offered] = await toldOf(session, 'continued');
  expect(offered).toMatchObject({ urgent: true, dueOn: inDays(0) });
});

test('只管欠薪的经办人看不到培训名单；管培训补贴的看得到', async () => {
  const session = await underWay();
  await seatedAs(session, 'hidden', {});
  const { pool } = house.services.store;
  const only = (sample: string, services: string[] | null) =>
    pool.query('update staff set services = $1 where id = $2', [services, accountOf(sample)]);
  await only('staff-youyang', ['wage-complaint']);
  expect((await staff.refused('training.roster', { id: session })).name).toBe('NotAllowed');
  expect((await staff.refused('training.taught', {})).name).toBe('NotAllowed');
  await only('staff-youyang', null);
  expect((await staff.do('training.roster', { id: session })).people).toHaveLength(1);
  const yongxiu = await sampleResident(entry, 'staff-yongxiu');
  await only('staff-yongxiu', ['training-allowance']);
  expect((await yongxiu.do('training.taught', {})).as).toBe('staff');
  await only('staff-yongxiu', null);
});

test('一个班的数坏了，不耽误别的班', async () => {
  const [broken, good] = [await newSession(house, { taken: 0 }), await newSession(house, { taken: 1 })];
  const offered = { state: 'offered', offerUntil: new Date(Date.now() - 1) };
  await seatedAs(broken, 'hidden', offered);
  await seatedAs(good, 'hidden', offered);
  const errors = jest.spyOn(process.stderr, 'write').mockReturnValue(true);
  expect(await endOffers(at(inDays(0), '23:59'))).toBe(1);
  expect(errors.mock.calls.join()).toContain(broken);
  errors.mockRestore();
  await house.services.store.db.delete(trainingEnrolment).where(eq(trainingEnrolment.sessionId, broken));
});

test('结束三个月：电话都清掉；没来的只留个数，来过的课程和凭证还在', async () => {
  const ended = new Date(Date.now() - 91 * 86_400_000);
  const session = await newSession(house, {
    startsOn: inDays(-92),
    endsOn: inDays(-91),
    startsAt: new Date(ended.getTime() - 86_400_000),
    endsAt: ended,
    enrolUntil: new Date(ended.getTime() - 86_400_000),
  });
  const recent = await underWay();
  const came = await seatedAs(session, 'continued', { state: 'certified', certificate: 'PX20260822-000001' });
  const absent = await seatedAs(session, 'hidden', { state: 'absent' });
  const still = await seatedAs(recent, 'hidden', {});
  const { store } = house.services;
  expect(await forgetTrainees(store, new Date())).toBe(1);
  expect(await forgetTrainees(store, new Date())).toBe(0);
  expect(await contentOf(came)).toMatchObject({
    name: '样例学员',
    phone: null,
    accountId: accountOf('continued'),
  });
  expect(await contentOf(absent)).toMatchObject({
    name: '（已清除）',
    phone: null,
    accountId: absent,
    whoId: absent,
  });
  expect(await contentOf(still)).toMatchObject({ phone: '13900000000', accountId: accountOf('hidden') });
  expect((await me.do('training.mine')).find(({ id }) => id === came)?.certificate).toBe('PX20260822-000001');
  const { people } = await staff.do('training.roster', { id: session });
  expect(people.map(({ phone }) => phone)).toEqual([null, null]);
});

test('注销账号：取消了的报名不再留姓名和电话', async () => {
  const leaving = await byPhone(entry, '13900004444');
  const session = await newSession(house);
  const id = randomUUID();
  await leaving.do('training.enrol', { id, session, name: '样例要走', phone: '13900004444' });
  await leaving.do('privacy.delete_account', { sure: true });
  expect(await contentOf(id)).toMatchObject({ state: 'cancelled', name: '（已清除）', phone: null });
});
