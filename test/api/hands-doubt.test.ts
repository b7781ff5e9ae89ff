/** Day labour nobody has vouched for: how many, what may be written, who looks at it; what of it stays, and for whom. */
import { randomBytes, randomUUID } from 'node:crypto';
import { and, eq } from 'drizzle-orm';
import { forgetHandsOver } from '@/cloud/hands/forget';
import { tokenHash } from '@/cloud/store/field-cipher';
import {
  account,
  gathering,
  hand,
  handRecord,
  message,
  posting,
  session,
  staff as staffRole,
} from '@/cloud/store/schema';
import { JOINED_MOST, QUEUE_MOST } from '@/domain/hands';
import { type TestServices, testServices } from '../services';
import { type Entry, httpEntry } from './entries';
import { newGathering, sampleGathering } from './hands';
import { accountOf, byPhone, Resident, sampleResident } from './resident';
import { inDays } from './training';

const DAY_MS = 86_400_000;

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

let phones = 0;
const somebody = () => byPhone(entry, `1391200${String(++phones).padStart(4, '0')}`);
const draft = (over = {}) => ({
  id: randomUUID(),
  gathering: sampleGathering({ name: '样例大山', ...over }),
});
const join = (who: Resident, of: string) =>
  who.do('hands.join', { id: randomUUID(), gathering: of, name: '样例来人' });
const said = async (who: Resident, path: 'hands.publish' | 'hands.join', input: unknown) => {
  const { name, fields } = await who.refused(path, input);
  return `${name} ${fields?.map(({ path: at, message: text }) => `${at} ${text}`).join('；')}`;
};

/** Signed in, with no telephone and in no register: as WeChat alone knows them. */
async function nobodyKnown(): Promise<Resident> {
  const [id, token] = [randomUUID(), randomBytes(32).toString('base64url')];
  const { db } = house.services.store;
  const now = new Date();
  await db.insert(account).values({ id, createdAt: now });
  await db.insert(session).values({
    ...{ tokenHash: tokenHash(token), id: randomUUID(), accountId: id, device: '样例手机' },
    ...{ createdAt: now, usedAt: now, expiresAt: new Date(now.getTime() + DAY_MS) },
  });
  return new Resident(entry, { session: token });
}

test('个人发布：同时三个，一天五个，说清楚；干完、取消了的不算', async () => {
  const who = await somebody();
  const made: string[] = [];
  for (const _one of [1, 2, 3]) made.push((await who.do('hands.publish', draft())).id);
  expect(await said(who, 'hands.publish', draft())).toMatch(
    /^ActionNotAllowed .*还有3个没干完.*最多3个.*取消/,
  );
  for (const id of made.slice(0, 2)) await who.do('hands.cancel', { id, reason: '样例不要了' });
  // the fourth was counted as a try of that day
  await who.do('hands.publish', draft());
  expect(await said(who, 'hands.publish', draft())).toMatch(/今天已经发了5个.*明天再发/);
});

test('区县没有核实过的单位也有个数；核实过的、工作人员没有', async () => {
  const unit = await sampleResident(entry, 'employer-youyang');
  for (const _one of [1, 2, 3, 4, 5]) await unit.do('hands.publish', draft());
  expect(await said(unit, 'hands.publish', draft())).toMatch(/还没有核实过的单位同时最多5个/);
  for (const _one of [1, 2, 3, 4, 5, 6]) await staff.do('hands.publish', draft());
});

test('证号、卡号、押金、挑男女，写在哪一栏都不能发；个人的电话只能是验过的', async () => {
  const who = await somebody();
  for (const [at, text] of [
    ['route', '报名发身份证500242196606069993'],
    ['bring', '交定金打到6217 0000 1000 1234 567'],
  ])
    expect(await said(who, 'hands.publish', draft({ [at as string]: text }))).toMatch(
      new RegExp(`^InvalidInput gathering.${at} .*请删掉`),
    );
  for (const over of [
    { route: '到了先交押金200元' },
    { address: '样例工地，只要男工' },
    { bring: '身份证原件押在工地' },
    { paid: '体检乙肝两对半合格才给' },
    { work: '样例装车，18岁到40岁' },
  ])
    expect([over, await said(who, 'hands.publish', draft(over))]).toEqual([
      over,
      expect.stringMatching(/^InvalidInput gathering.work .*写了“.*法/),
    ]);
  expect(await said(who, 'hands.publish', draft({ phone: '13812345678' }))).toMatch(
    /gathering.phone .*只能写您登录的这个手机号/,
  );
});

test('个人发布的写着没有核实；区县核实了，写着谁、哪天', async () => {
  const { id } = await (await somebody()).do('hands.publish', draft());
  const shown = () => staff.do('hands.show', { id });
  expect(await shown()).toMatchObject({ as: 'person', verified: null });
  const { version } = (await staff.do('postings.own', { id })).posting;
  await staff.do('postings.act', { id, version, action: 'verify' });
  expect((await shown()).verified).toEqual({ by: expect.stringContaining('样例'), on: inDays(0) });
});

test('三个不同的人说不实就先隐藏：没有验过手机的不算，同一个号码换了账号只算一次；请人的、报了名的都知道', async () => {
  const boss = await somebody();
  const { id } = await boss.do('hands.publish', draft());
  const worker = await somebody();
  await join(worker, id);
  const doubt = (who: Resident) =>
    who.do('postings.report', { id: randomUUID(), posting: id, reasons: ['fee'] });
  const { db } = house.services.store;
  const stateOf = async () => (await db.select().from(posting).where(eq(posting.id, id)))[0]?.state;
  for (const _one of [1, 2, 3]) await doubt(await nobodyKnown());
  expect(await stateOf()).toBe('open');
  // matched with the register when it is said first; gone and come again, the number is the same
  const phone = '13912009999';
  const first = await byPhone(entry, phone);
  const [own] = await db
    .select()
    .from(account)
    .where(eq(account.id, accountOf('pension')));
  const made = (await db.select().from(account)).sort((a, b) => +b.createdAt - +a.createdAt)[0];
  await db
    .update(account)
    .set({ personId: own?.personId ?? null })
    .where(eq(account.id, made?.id as string));
  expect(await doubt(first)).toMatchObject({ again: false });
  await first.do('privacy.delete_account', { sure: true });
  await house.services.store.pool.query("delete from rate_limit where key like 'sms_%'");
  expect(await doubt(await byPhone(entry, phone))).toMatchObject({ again: true });
  await doubt(await somebody());
  expect(await stateOf()).toBe('open');
  await doubt(await somebody());
  expect(await stateOf()).toBe('hidden');
  const told = async (who: Resident) =>
    (await who.do('messages.list')).messages.map(({ text }) => text).join();
  expect(await told(worker)).toMatch(/区县正在核实这个活.*先不要去，不要交钱，不要交身份证/);
  expect(await told(boss)).toMatch(/说这条信息不实/);
});

test('区县停掉的，报了名的人收到消息；已经开工的照样记工钱', async () => {
  const boss = await somebody();
  const { id } = await boss.do('hands.publish', draft());
  const worker = await somebody();
  await join(worker, id);
  const friend = await somebody();
  await join(friend, id);
  // whoever stands in with the organiser was ticked before it begins: the others are told all the same
  const { people } = await boss.do('hands.roster', { id });
  await house.services.store.db
    .update(hand)
    .set({ state: 'came', cameAt: new Date(), cameHow: 'list' })
    .where(eq(hand.id, people[1]?.id as string));
  const { version } = (await staff.do('postings.own', { id })).posting;
  await staff.do('postings.close', { id, version, reason: '样例没有这个活' });
  expect(await worker.do('hands.show', { id })).toMatchObject({
    state: 'cancelled',
    reason: '样例没有这个活',
  });
  expect((await worker.do('messages.list')).messages.map(({ text }) => text).join()).toMatch(
    /取消了，不用去了/,
  );
});

test('请人的注销了，干过活的人还看得到谁请的、电话；没有人干过的就删掉；注销的人知道留下什么', async () => {
  const { db } = house.services.store;
  const boss = await byPhone(entry, '13912008888');
  const publish = () => boss.do('hands.publish', draft());
  const [begun, agreed, ahead] = [await publish(), await publish(), await publish()];
  const worker = await somebody();
  const records = [];
  for (const { id } of [begun, agreed, ahead]) records.push((await join(worker, id)).mine?.id as string);
  const [came = '', both = ''] = records;
  await db.update(hand).set({ state: 'came', cameAt: new Date() }).where(eq(hand.id, came));
  await db
    .update(gathering)
    .set({ startsAt: new Date(Date.now() - DAY_MS / 24) })
    .where(eq(gathering.id, begun.id));
  for (const who of [worker, boss]) await who.do('hands.tap', { id: randomUUID(), record: both, about: 0 });
  const { kept } = await boss.do('privacy.delete_account', { sure: true });
  expect(kept.join()).toMatch(/您的姓名、电话给干活的人留三年.*凭据/);
  expect(kept.join()).toMatch(/工资支付条例第十五条/);
  for (const record of [came, both])
    expect((await worker.do('hands.agreement', { id: record })).terms).toMatchObject({
      employer: '样例大山',
      employer_phone: '13912008888',
    });
  expect(await worker.do('hands.paper', { id: both })).toMatchObject({ type: 'application/pdf' });
  const [row] = await db.select().from(gathering).where(eq(gathering.id, ahead.id));
  expect(row?.state).toBe('cancelled');
  const { cipher } = house.services.store;
  expect(cipher.open('hands_gathering.content', ahead.id, row?.contentEnc as Buffer)).not.toContain('大山');
});

test('发布的工作人员不在岗了、注销了，单位的别人照样看名单、取消、记工钱', async () => {
  const { db } = house.services.store;
  const officer = await sampleResident(entry, 'staff-youyang-2');
  const { id } = await officer.do('hands.publish', draft());
  const worker = await somebody();
  const record = (await join(worker, id)).mine?.id as string;
  const role = eq(staffRole.id, accountOf('staff-youyang-2'));
  const [kept] = await db.select().from(staffRole).where(role);
  await db
    .update(staffRole)
    .set({ until: inDays(-1) })
    .where(role);
  expect((await officer.refused('hands.roster', { id })).name).toBe('NotFound');
  expect((await officer.do('hands.mine')).organised.map((one) => one.id)).not.toContain(id);
  expect((await staff.do('hands.mine')).organised.map((one) => one.id)).toContain(id);
  expect((await staff.do('hands.roster', { id })).people).toHaveLength(1);
  // of another county, of another service, of the village: not theirs
  for (const other of ['staff-yongxiu', 'wages-youyang', 'village-youyang'])
    expect((await (await sampleResident(entry, other)).refused('hands.roster', { id })).name).toBe(
      'NotFound',
    );
  // the other side is told where somebody still sits
  await worker.do('hands.tap', { id: randomUUID(), record, about: 0 });
  const told = await db
    .select()
    .from(message)
    .where(and(eq(message.kind, 'hands'), eq(message.ref, id)));
  expect(told.map(({ accountId }) => accountId)).toContain(accountOf('staff-youyang'));
  expect(told.map(({ accountId }) => accountId)).not.toContain(accountOf('staff-youyang-2'));
  const agreed = await staff.do('hands.tap', { id: randomUUID(), record, about: 0 });
  expect(agreed.number).not.toBeNull();
  expect((await staff.do('hands.cancel', { id, reason: '样例下雨' })).state).toBe('cancelled');
  await db
    .update(staffRole)
    .set({ until: kept?.until as string })
    .where(role);
});

test('排队的、一个人报的，都有个数，说清楚', async () => {
  const { db } = house.services.store;
  const { id } = await newGathering(house, { people: 1, joined: 'continued' });
  const queue = Array.from({ length: QUEUE_MOST }, (_, at) => ({
    ...{ id: randomUUID(), gatheringId: id, accountId: randomUUID(), whoId: randomUUID(), seq: at + 1 },
    ...{ state: 'waiting' as const, joinedAt: new Date(), contentEnc: Buffer.from('') },
  }));
  await db.insert(hand).values(queue.slice(1));
  await db.update(gathering).set({ queued: QUEUE_MOST }).where(eq(gathering.id, id));
  // the last of a hundred, and two who come at the same moment
  const outcomes = await Promise.all(
    [await somebody(), await somebody()].map((who) =>
      entry.call('hands.join', { id: randomUUID(), gathering: id, name: '样例来人' }, who.as),
    ),
  );
  expect(outcomes.map(({ ok }) => ok).sort()).toEqual([false, true]);
  const late = await somebody();
  expect(await said(late, 'hands.join', { id: randomUUID(), gathering: id, name: '样例来人' })).toMatch(
    /^ActionNotAllowed .*排队的已经有100人/,
  );
  expect((await late.do('hands.show', { id })).join).toMatchObject({ ok: false });
  const eager = await somebody();
  for (let at = 0; at < JOINED_MOST; at++) await join(eager, (await newGathering(house)).id);
  const input = { id: randomUUID(), gathering: (await newGathering(house)).id, name: '样例来人' };
  expect(await said(eager, 'hands.join', input)).toMatch(/已经报了10个还没开工的活/);
});

test('过了九十天，没干成的删掉；干过的留三年，满了都删', async () => {
  const { store } = house.services;
  const { db } = store;
  const boss = await somebody();
  const one = await boss.do('hands.publish', draft());
  const worker = await somebody();
  const record = (await join(worker, one.id)).mine?.id as string;
  const other = (await join(await somebody(), one.id)).mine?.id as string;
  for (const who of [worker, boss]) await who.do('hands.tap', { id: randomUUID(), record, about: 0 });
  await db.update(hand).set({ state: 'left' }).where(eq(hand.id, other));
  const after = async (days: number) => {
    await forgetHandsOver(store, new Date(Date.now() + days * DAY_MS));
    const rows = await db.select().from(hand).where(eq(hand.gatheringId, one.id));
    return rows.map(({ id }) => id).sort();
  };
  expect(await after(89)).toEqual([record, other].sort());
  expect(await after(95)).toEqual([record]);
  expect(await after(3 * 365)).toEqual([record]);
  expect((await worker.do('hands.agreement', { id: record })).terms.employer).toBe('样例大山');
  expect(await after(3 * 366 + 10)).toEqual([]);
  expect(await db.select().from(handRecord).where(eq(handRecord.memberId, record))).toEqual([]);
  expect(await db.select().from(gathering).where(eq(gathering.id, one.id))).toEqual([]);
});
