/** Whoever has applied or joined hears what the desk says of a posting, and is no longer invited there. */
import { randomUUID } from 'node:crypto';
import { and, eq } from 'drizzle-orm';
import { remindHands } from '@/cloud/background/hands';
import { contentOf } from '@/cloud/messages/tell-account';
import { delivery, message, posting } from '@/cloud/store/schema';
import { createWorld } from '@/cloud/world';
import { unpaidAnswers } from '@/domain/jobs/spells';
import { book } from '../book';
import { type TestServices, testServices } from '../services';
import { creditCode, newEmployer, postingInput } from './employers';
import { type Entry, httpEntry } from './entries';
import { sampleGathering } from './hands';
import { newPosting } from './postings';
import { byPhone, type Resident, sampleResident } from './resident';
import { inDays } from './training';

let house: TestServices;
let entry: Entry;
let staff: Resident;
let me: Resident;
beforeAll(async () => {
  house = await testServices();
  entry = await httpEntry(house);
  staff = await sampleResident(entry, 'staff-youyang');
  me = await sampleResident(entry, 'cross-region');
}, 60_000);
afterAll(async () => {
  await entry.close();
  await house.drop();
});

let phones = 0;
const somebody = () => byPhone(entry, `1391700${String(++phones).padStart(4, '0')}`);
const db = () => house.services.store.db;

const act = async (id: string, action: 'hide' | 'hold' | 'release' | 'judge', over = {}) => {
  const { version } = (await staff.do('postings.own', { id })).posting;
  return staff.do('postings.act', { id, version, action, reason: '样例理由', ...over } as never);
};
const close = async (id: string) => {
  const { version } = (await staff.do('postings.own', { id })).posting;
  return staff.do('postings.close', { id, version, reason: '样例是假的' });
};
const doubt = (who: Resident, id: string) =>
  who.do('postings.report', { id: randomUUID(), posting: id, reasons: ['fee'] });
const toldOf = async (who: Resident, title: string) =>
  (await who.do('messages.list')).messages.filter((one) => one.title === title).reverse();

/** Applied and invited. */
async function invited(title: string) {
  const boss = await newEmployer(house, entry, {
    phone: `1391800${String(++phones).padStart(4, '0')}`,
    code: creditCode(String(1000 + phones)),
  });
  const words = { phone: '023-00000000' };
  const id = await newPosting(house, { unitId: boss.unitId, source: 'employer', title, words });
  const answers = { posting: id, county: '500242', name: '样例张跨区', phone: '13800000001' };
  const form = { id: randomUUID(), service: 'job-apply', service_version: 1, answers, files: [] };
  const { id: application } = await me.do('cases.file', { ...form, agreed: true });
  await boss.do('work.answer', {
    ...{ id: application, version: 1, event: randomUUID(), answer: 'interview' },
    ...{ on: inDays(2), time: '09:30', place: '样例宾馆305' },
  });
  const mine = async () => (await me.do('work.applications')).find((one) => one.id === application);
  return { id, boss, application, mine };
}

test('应聘的人：隐藏、查实、放开，每一步马上知道；面试、电话不再给，日历拿不到', async () => {
  const { id, application, mine } = await invited('样例骗子');
  expect(await mine()).toMatchObject({ standing: null, interview: { place: '样例宾馆305' } });
  expect((await me.do('work.calendar', { id: application })).text).toMatch(/面试不收钱/);
  await act(id, 'hide');
  expect(await mine()).toMatchObject({
    ...{ standing: 'checking', interview: null, said: null },
    posting: { phone: null },
  });
  const shown = await me.do('cases.show', { id: application });
  expect(shown.standing).toBe('checking');
  // what was said stays; to go there in time is nobody's task
  expect(shown.timeline.map(({ text }) => text).join()).toContain('样例宾馆305');
  expect(shown.timeline.map(({ means }) => means)).not.toContainEqual(expect.anything());
  expect((await me.refused('work.calendar', { id: application })).fields?.[0]?.message).toMatch(
    /正在核实，先不要去，不要交钱/,
  );
  await act(id, 'release');
  expect(await mine()).toMatchObject({ standing: null, interview: { place: '样例宾馆305' } });
  await act(id, 'hold');
  await act(id, 'release');
  await doubt(await somebody(), id);
  await act(id, 'judge', { outcome: 'true', reason: '样例打过电话，没有这个单位' });
  expect(await mine()).toMatchObject({ standing: 'untrue', interview: null });
  // what was found stays, also when it is tidied away
  await close(id);
  expect((await mine())?.standing).toBe('untrue');
  const told = await toldOf(me, '样例骗子');
  expect(told.map(({ text }) => text.slice(0, 8))).toEqual([
    '区县正在核实这条',
    '区县看过了，这条',
    '区县正在核实这条',
    '区县看过了，这条',
    '区县查实：这条招',
  ]);
  for (const one of told) expect(one).toMatchObject({ urgent: true, case: application });
  // what is only looked into is told in neutral words; what was found, in the desk's own
  expect(told.map(({ said }) => said)).toEqual([null, null, null, null, '样例打过电话，没有这个单位']);
  // it leaves the house
  const out = await db()
    .select({ id: delivery.id })
    .from(delivery)
    .innerJoin(message, eq(message.id, delivery.messageId))
    .where(and(eq(message.caseId, application), eq(delivery.channel, 'wechat')));
  expect(out.length).toBeGreaterThanOrEqual(5);
});

test('三个人说不实、区县停招，应聘的人也知道；核实不属实，又告诉一次', async () => {
  const { id, mine } = await invited('样例被举报');
  for (const _one of [1, 2, 3]) await doubt(await somebody(), id);
  expect((await mine())?.standing).toBe('checking');
  await act(id, 'judge', { outcome: 'untrue' });
  expect((await mine())?.standing).toBeNull();
  await close(id);
  expect((await mine())?.standing).toBe('stopped');
  expect((await toldOf(me, '样例被举报')).map(({ text }) => text)).toEqual([
    expect.stringMatching(/正在核实.*先不要去，不要交钱/),
    expect.stringMatching(/又可以看到了/),
    expect.stringMatching(/停招了。先不要去，不要交钱/),
  ]);
});

test('单位自己停招，不是区县说的', async () => {
  const { id, boss, mine } = await invited('样例招满了');
  const { version } = (await boss.do('postings.own', { id })).posting;
  await boss.do('postings.close', { id, version });
  expect(await mine()).toMatchObject({ standing: null, interview: { place: '样例宾馆305' } });
  expect(await toldOf(me, '样例招满了')).toEqual([]);
});

test('零工：隐藏了不提醒、不补位、不给电话；放开了补上、再提醒', async () => {
  const boss = await somebody();
  const work = '样例骗人的活';
  const { id } = await boss.do('hands.publish', {
    id: randomUUID(),
    gathering: sampleGathering({ name: '样例大山', work, people: 1 }),
  });
  const [first, second] = [await somebody(), await somebody()];
  const join = (who: Resident) => who.do('hands.join', { id: randomUUID(), gathering: id, name: '样例来人' });
  const place = (await join(first)).mine?.id as string;
  await join(second);
  await act(id, 'hide');
  for (const who of [first, second]) {
    expect(await who.do('hands.show', { id })).toMatchObject({
      ...{ standing: 'checking', phone: null, join: { ok: false } },
    });
    expect((await toldOf(who, work)).at(-1)).toMatchObject({
      urgent: true,
      text: expect.stringMatching(/正在核实这个活.*先不要去，不要交钱，不要交身份证/),
      said: null,
    });
  }
  await first.do('hands.leave', { id: place });
  expect((await second.do('hands.show', { id })).mine?.state).toBe('waiting');
  const evening = createWorld(
    book,
    house.services,
    () => new Date(Date.now() + 2 * 86_400_000 + 3_600_000 * ((33 - new Date().getUTCHours()) % 24)),
  )({ caller: 'worker' });
  const reminded = async () =>
    (await db().select().from(message).where(eq(message.ref, id))).filter((row) =>
      contentOf(house.services.store.cipher, row).text.includes('去不了请退出，让给下一位'),
    ).length;
  await remindHands(evening);
  expect(await reminded()).toBe(0);
  await act(id, 'release');
  expect(await second.do('hands.show', { id })).toMatchObject({
    ...{ standing: null, phone: expect.any(String), mine: { state: 'joined' } },
  });
  // told that it is open again, and that the place is theirs
  expect((await toldOf(second, work)).map(({ text }) => text.slice(0, 5))).toEqual(
    expect.arrayContaining(['区县看过了', '轮到您了，']),
  );
  const before = await reminded();
  await remindHands(evening);
  expect(await reminded()).toBe(before + 1);
  const [row] = await db().select().from(posting).where(eq(posting.id, id));
  expect(row?.state).toBe('open');
});

test('叫人带押金、押身份证的答复发不出去，说为什么；面试旁边写着不收钱', async () => {
  const { application, boss } = await invited('样例要押金');
  const version = (await me.do('work.applications')).find(({ id }) => id === application)?.version as number;
  const said = { id: application, version, event: randomUUID(), on: inDays(2), time: '10:00' };
  const sent = { ...said, answer: 'interview', place: '样例路1号' };
  const money = { text: '带500元押金和身份证原件，入职代为保管' };
  for (const [path, input] of [
    ['text', { ...sent, ...money }],
    ['place', { ...sent, place: '样例宾馆，先交押金' }],
    ['text', { ...{ id: application, version, event: randomUUID(), answer: 'taken' }, ...money }],
    ['text', { ...{ id: application, version, event: randomUUID(), answer: 'declined' }, text: '只要男的' }],
  ] as const)
    expect(await boss.refused('work.answer', input)).toMatchObject({
      ...{ name: 'InvalidInput' },
      fields: [{ path, message: expect.stringMatching(/写了“.*法第/) }],
    });
  const told = (await toldOf(me, '应聘：样例要押金')).map(({ text }) => text);
  expect(told).toContainEqual(expect.stringMatching(/面试.*面试不收钱、不押证件/));
});

test('区县停掉、查实的，单位再也看不到应聘的人，怎么收尾都一样；放开了才看得到', async () => {
  const { id, boss, application } = await invited('样例看名单');
  const seen = async () => (await boss.refused('work.applicants', { posting: id })).name;
  const answer = { id: application, version: 9, event: randomUUID(), answer: 'declined', text: '样例' };
  await act(id, 'hide');
  expect(await seen()).toBe('ActionNotAllowed');
  await close(id);
  expect(await seen()).toBe('ActionNotAllowed');
  expect((await boss.refused('work.answer', answer)).name).toBe('ActionNotAllowed');
  const other = await invited('样例放开的');
  await act(other.id, 'hide');
  await act(other.id, 'release');
  expect((await other.boss.do('work.applicants', { posting: other.id })).applicants).toHaveLength(1);
  await close(other.id);
  await expect(other.boss.refused('work.applicants', { posting: other.id })).resolves.toMatchObject({
    fields: [{ message: expect.stringMatching(/停掉了/) }],
  });
});

test('停招满三十天，单位看不到电话；还有面试要来的照样看得到', async () => {
  const { id, boss } = await invited('样例很久了');
  const { version } = (await boss.do('postings.own', { id })).posting;
  await boss.do('postings.close', { id, version });
  const phone = async () => (await boss.do('work.applicants', { posting: id })).applicants[0]?.phone;
  const ended = (days: number) =>
    db()
      .update(posting)
      .set({ changedAt: new Date(Date.now() - days * 86_400_000) })
      .where(eq(posting.id, id));
  await ended(31);
  expect(await phone()).toBe('13800000001');
  const [one] = (await boss.do('work.applicants', { posting: id })).applicants;
  const declined = { answer: 'declined', text: '样例招满了' } as const;
  const after = await boss.do('work.answer', {
    ...{ id: one?.id as string, version: one?.version as number, event: randomUUID() },
    ...declined,
  });
  expect([after.phone, await phone()]).toEqual([null, null]);
  expect((await staff.do('work.applicants', { posting: id })).applicants[0]?.phone).toBe('13800000001');
  // just ended, they may still be called
  await ended(29);
  expect(await phone()).toBe('13800000001');
});

test('单位改了写的：工作台看得到原来写的；应聘的人看得到应聘那天写的，投诉欠薪带得过去', async () => {
  const boss = await newEmployer(house, entry, { phone: '13919990001', code: creditCode('3001') });
  const id = randomUUID();
  const six = { from_fen: 600_000, to_fen: null, unit: 'month', pieces_per_day: null } as const;
  const draft = postingInput({ title: '样例改工钱', pay: six, address: '样例路1号' });
  const first = await boss.do('postings.publish', { id, version: 0, posting: draft });
  const acting = { id, version: first.posting.version };
  await staff.do('postings.act', { ...acting, action: 'verify' });
  const answers = { posting: id, county: '500242', name: '样例张跨区', phone: '13800000001' };
  const form = { id: randomUUID(), service: 'job-apply', service_version: 1, answers, files: [] };
  const { id: application } = await me.do('cases.file', { ...form, agreed: true });
  const { version } = (await boss.do('postings.own', { id })).posting;
  const less = { ...draft, pay: { ...six, from_fen: 300_000 }, board: 'none' } as const;
  await boss.do('postings.publish', { id, version, posting: less });
  const changes = async (who: Resident) =>
    (await who.do('postings.own', { id })).history.filter(({ what }) => what === '改了内容').at(-1)?.changes;
  expect(await changes(staff)).toEqual([
    { what: '工钱', before: '每月6000元', after: '每月3000元' },
    { what: '吃', before: '包', after: '没有' },
  ]);
  expect(await changes(boss)).toEqual([]);
  const mine = async () => (await me.do('work.applications')).find((one) => one.id === application);
  const kept = await mine();
  expect(kept?.promised?.lines).toEqual(
    expect.arrayContaining([
      { what: '工钱', text: '每月6000元' },
      { what: '怎么发工钱', text: '每月15日打卡' },
      { what: '上下班时间', text: '早8点到晚6点' },
      { what: '哪一种', text: '帮扶车间' },
      { what: '地方', text: expect.stringMatching(/样例板溪镇 样例路1号$/) },
    ]),
  );
  // nobody has looked at what stands there now
  expect(kept?.promised?.changed).toEqual([]);
  const now = (await staff.do('postings.own', { id })).posting.version;
  await staff.do('postings.act', { id, version: now, action: 'verify' });
  // changed once more: what stood there between the two is not what came first
  const again = (await boss.do('postings.own', { id })).posting.version;
  await boss.do('postings.publish', { id, version: again, posting: { ...less, hours: '早6点到晚9点' } });
  expect(await changes(staff)).toEqual([
    { what: '上下班时间', before: '早8点到晚6点', after: '早6点到晚9点' },
  ]);
  const last = (await staff.do('postings.own', { id })).posting.version;
  await staff.do('postings.act', { id, version: last, action: 'verify' });
  expect((await mine())?.promised?.changed).toContainEqual({
    ...{ what: '工钱', before: '每月6000元', after: '每月3000元' },
  });
  const spell = {
    id: randomUUID(),
    posting: id,
    employer: '样例服装厂',
    form: 'workshop',
    where: 'same_county',
  };
  const started = await me.do('work.start', { ...spell, on: inDays(-1), known: {} } as never);
  expect(started.spell.promised).toMatchObject({ unit: 'month', fen: 600_000 });
  expect(unpaidAnswers(started.spell)).toMatchObject({
    ...{ pay_kind: 'month', pay_rate: 600_000 },
    story: expect.stringMatching(/应聘时，招工上写的：.*工钱：每月6000元；怎么发工钱：每月15日打卡/),
  });
});

test('核实过以后再说，是另一条，又会核实；没有核实的还是同一条', async () => {
  const title = '样例再说一次';
  const id = await newPosting(house, { source: 'desk', title });
  const who = await somebody();
  const say = (reasons: string[], over = {}) =>
    who.do('postings.report', { id: randomUUID(), posting: id, reasons, ...over } as never);
  expect(await say(['fee'])).toEqual({ again: false, answered: null });
  expect(await say(['pay'])).toEqual({ again: true, answered: null });
  await act(id, 'judge', { outcome: 'untrue' });
  const anew = { id: randomUUID() };
  expect(await say(['fee'], { ...anew, text: '样例要押金' })).toEqual({
    ...{ again: false, answered: { outcome: 'untrue', on: inDays(0) } },
  });
  // sent once more, for the answer was lost
  expect(await say(['fee'], anew)).toMatchObject({ again: true });
  const { posting: line, reports } = await staff.do('postings.own', { id });
  expect(line.reports).toBe(1);
  expect(reports.map(({ outcome }) => outcome)).toEqual([null, 'untrue']);
  // found untrue with the same words, it does not count among the three
  expect(reports.map(({ counts }) => counts)).toEqual([false, true]);
  const [two, three] = [await somebody(), await somebody()];
  for (const one of [two, three]) await doubt(one, id);
  const now = async () => (await staff.do('postings.own', { id })).posting;
  expect((await now()).state).toBe('open');
  // changed since, it does
  await act(id, 'judge', { outcome: 'untrue' });
  const { version } = await now();
  await staff.do('postings.publish', {
    id,
    version,
    posting: postingInput({ title, hours: '早6点到晚9点' }),
  });
  for (const one of [who, two, three]) await doubt(one, id);
  expect((await now()).state).toBe('hidden');
});
