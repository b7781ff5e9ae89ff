/** Wage matters from the filing to the money, on both entries: milestones, hearing, who comes first, who belongs together. */
import { randomUUID } from 'node:crypto';
import type { DeskCase } from '@/contract/desk';
import { addWorkDays } from '@/domain/calendar/work-days';
import { book } from '../book';
import { type TestServices, testServices } from '../services';
import { type Entry, functionEntry, httpEntry } from './entries';
import { type Resident, sampleResident } from './resident';

const ENTRIES = ['HTTP', '云函数'] as const;

const COMPLAINT = {
  danger: ['none'],
  county: '500242',
  work_kind: 'site',
  still_working: false,
  left_on: '2026-10-01',
  filed_before: ['none'],
  iou: 'none',
  group_size: 'few',
  owed_from: '2026-06',
  owed_to: '2026-08',
  owed_total: 1_260_000,
  pay_kind: 'day',
  pay_rate: 28_000,
  started_on: '2026-06-01',
  employer_name: '样例劳务有限公司',
  employer_address: null,
  employer_phone: null,
  employer_rep: null,
  employer_state: ['normal'],
  site_name: '样例小区二期',
  contractor_name: null,
  developer_name: null,
  chain: null,
  name: '样例张跨区',
  address: '样例村1组',
  phone: '13800000001',
};
const ARBITRATION = {
  ...COMPLAINT,
  contract: false,
  claim_wages: 1_000_000,
  claim_overtime: 260_000,
  claim_period: null,
  id_number: null,
  evidence_note: null,
  ask_produce: true,
  ask_advance: false,
  ask_simple: null,
};

describe.each(ENTRIES)('%s', (kind) => {
  let house: TestServices;
  let entry: Entry;
  let resident: Resident;
  let other: Resident;
  let yongxiu: Resident;
  let officer: Resident;
  let elsewhere: Resident;

  beforeAll(async () => {
    house = await testServices();
    entry = kind === 'HTTP' ? await httpEntry(house) : await functionEntry(house);
    resident = await sampleResident(entry, 'cross-region');
    other = await sampleResident(entry, 'exited');
    yongxiu = await sampleResident(entry, 'yongxiu-migrant');
    officer = await sampleResident(entry, 'wages-youyang');
    elsewhere = await sampleResident(entry, 'staff-yongxiu');
  }, 60_000);
  afterAll(async () => {
    await entry.close();
    await house.drop();
  });

  const event = () => randomUUID();
  const file = (who: Resident, service: string, answers: object = {}, id: string = randomUUID()) =>
    who.do('cases.file', {
      id,
      service,
      service_version: 1,
      answers: { ...(service === 'wage-arbitration' ? ARBITRATION : COMPLAINT), ...answers } as never,
      files: [],
      agreed: true,
    });
  async function step(who: Resident, id: string, action: Record<string, unknown>): Promise<DeskCase> {
    const { case: seen } = await who.do('desk.show', { id });
    return who.do('desk.act', { id, version: seen.version, event: event(), ...action } as never);
  }
  async function stepRefused(id: string, action: Record<string, unknown>) {
    const { case: seen } = await officer.do('desk.show', { id });
    const error = await officer.refused('desk.act', { id, version: seen.version, event: event(), ...action });
    return error.fields?.[0] ?? { path: error.name, message: '' };
  }
  const momentsOf = async (id: string) =>
    Object.fromEntries((await resident.do('cases.show', { id })).moments.map(({ kind, on }) => [kind, on]));

  test('投诉：预申请的日子从受理算，期限按法律的行，进展写进时间线', async () => {
    const filed = await file(resident, 'wage-complaint');
    // no day of the law is promised for what was only sent ahead; the desk has its own target
    expect(filed.due).toBeNull();
    expect((await officer.do('desk.show', { id: filed.id })).case.due).toEqual({
      of: 'accept',
      on: workDays(today(), 5),
    });
    expect((await resident.do('cases.mine', {})).cases.find(({ id }) => id === filed.id)).toMatchObject({
      due: null,
      late: false,
    });
    expect(await momentsOf(filed.id)).toEqual({ employment_ended: '2026-10-01' });
    const seen = await resident.do('cases.show', { id: filed.id });
    expect(seen).toMatchObject({ formal: false, stage: 'filed', due: null, basis: null });
    const taken = await file(resident, 'wage-complaint');
    await step(officer, taken.id, { action: 'record', milestone: 'received', on: today() });
    expect(await resident.do('cases.show', { id: taken.id })).toMatchObject({
      formal: true,
      due: { of: 'accept', on: workDays(today(), 5) },
      basis: expect.stringMatching('5个工作日'),
    });
    const accepted = await step(officer, filed.id, { action: 'accept' });
    expect(accepted.case).toMatchObject({ state: 'accepted', state_word: '调查中' });
    expect(await momentsOf(filed.id)).toMatchObject({
      complaint_filed: today(),
      complaint_accepted: today(),
    });
    const ordered = await step(officer, filed.id, {
      action: 'record',
      milestone: 'ordered',
      on: today(),
      until: inDays(7),
      fen: 1_260_000,
    });
    expect(ordered.case.timeline.at(-1)).toMatchObject({
      milestone: 'ordered',
      on: today(),
      text: expect.stringMatching(/责令限期支付，12600 元/),
      means: expect.stringMatching('责令加付'),
    });
    const told = await resident.do('cases.show', { id: filed.id });
    const paid = await resident.do('cases.act', {
      id: filed.id,
      version: told.version,
      event: event(),
      action: 'tell',
      what: 'paid',
      on: today(),
      fen: 1_260_000,
    });
    expect(paid.moments.map(({ kind }) => kind)).toContain('paid');
    expect(paid.timeline.at(-1)).toMatchObject({
      who: '您',
      text: expect.stringMatching('工资到手，12600 元'),
    });
  });

  test('写错的日子由后一条更正，两条都看得到；别的件、别的种类、更正过的更正不了', async () => {
    const { id } = await file(resident, 'wage-arbitration');
    await step(officer, id, { action: 'accept' });
    const wrong = event();
    const { case: at } = await officer.do('desk.show', { id });
    const first = await officer.do('desk.act', {
      id,
      version: at.version,
      event: wrong,
      action: 'record',
      milestone: 'docketed',
      on: inDays(-4),
    });
    const before = first.case.due?.on;
    const corrected = { action: 'record', milestone: 'docketed', on: inDays(-2), corrects: wrong };
    expect(await stepRefused(id, corrected)).toMatchObject({ path: 'text' });
    const after = await step(officer, id, { ...corrected, text: '样例：登记的时候看错了一天' });
    expect(after.case.timeline.filter(({ milestone }) => milestone === 'docketed')).toMatchObject([
      { on: inDays(-4), corrected: true },
      { on: inDays(-2) },
    ]);
    expect(await momentsOf(id)).toMatchObject({ arbitration_accepted: inDays(-2) });
    expect(after.case.due?.on).not.toBe(before);
    expect(await stepRefused(id, { ...corrected, text: '再来一次' })).toMatchObject({ path: 'corrects' });
    // once is once
    expect(await stepRefused(id, { ...corrected, corrects: undefined })).toMatchObject({ path: 'milestone' });
    const stranger = await file(other, 'wage-arbitration');
    await step(officer, stranger.id, { action: 'accept' });
    expect(await stepRefused(stranger.id, { ...corrected, text: '别的件的事件' })).toMatchObject({
      path: 'corrects',
    });
    expect(
      await stepRefused(id, {
        action: 'record',
        milestone: 'tribunal',
        who: '样例仲裁员',
        on: today(),
        corrects: wrong,
        text: '样例',
      }),
    ).toMatchObject({ path: 'corrects' });
  });

  test('仲裁：补正只有一次，开庭和延期按规则，裁决逐项，中止不算，驳回引法条', async () => {
    const { id } = await file(resident, 'wage-arbitration');
    const ask = { action: 'ask_supplement', text: '样例：请补身份证号', evidence: [], until: inDays(5) };
    await step(officer, id, ask);
    const waiting = await resident.do('cases.show', { id });
    await resident.do('cases.act', {
      id,
      version: waiting.version,
      event: event(),
      action: 'supplement',
      files: [],
      text: '样例补正',
    });
    expect(await momentsOf(id)).toMatchObject({ arbitration_completed: today() });
    expect(await stepRefused(id, ask)).toMatchObject({
      path: 'text',
      message: expect.stringMatching('只能一次'),
    });
    const accepted = await step(officer, id, { action: 'accept' });
    const due = accepted.case.due?.on as string;
    const hearing = { action: 'record', milestone: 'hearing', time: '09:30', place: '样例仲裁庭' };
    const soon = { ...hearing, on: workDays(today(), 3) };
    expect(await stepRefused(id, soon)).toMatchObject({ path: 'confirmed' });
    expect(await stepRefused(id, { ...soon, time: undefined })).toMatchObject({ path: 'time' });
    await step(officer, id, { ...soon, confirmed: '样例：双方都同意' });
    const postponed = {
      action: 'record',
      milestone: 'postponed',
      on: workDays(today(), 12),
      time: '14:00',
      place: '样例仲裁庭',
      who: '样例劳务有限公司',
      text: '样例：生病',
    };
    expect(await stepRefused(id, { ...postponed, asked_on: workDays(today(), 1) })).toMatchObject({
      path: 'asked_on',
    });
    const moved = await step(officer, id, { ...postponed, asked_on: inDays(-5) });
    expect(moved.case.hearing).toMatchObject({ on: postponed.on, time: '14:00' });
    expect(await momentsOf(id)).toMatchObject({ hearing: postponed.on });
    const listed = await officer.do('desk.hearings');
    expect(listed.map((one) => [one.case.id, one.on])).toEqual([[id, postponed.on]]);
    const stopped = await step(officer, id, {
      action: 'record',
      milestone: 'suspended',
      on: inDays(-3),
      text: '样例',
    });
    expect(stopped.case.due).toEqual({ of: 'decide', on: null });
    const again = await step(officer, id, { action: 'record', milestone: 'resumed', on: today() });
    expect((again.case.due?.on as string) > due).toBe(true);
    const award = { action: 'record', milestone: 'award', on: today() };
    expect(await stepRefused(id, award)).toMatchObject({ path: 'items' });
    const items = [{ title: '工钱', fen: 1_000_000, final: true }];
    const decided = await step(officer, id, { ...award, items });
    expect(decided.case.timeline.at(-1)?.text).toMatch(/工钱 10000 元（终局）/);
    const done = await step(officer, id, { action: 'approve', text: '样例：裁决结案' });
    expect(done.case).toMatchObject({ state: 'done', state_word: '已裁决或调解' });
    await step(officer, id, { action: 'record', milestone: 'award_served', on: today() });
    expect(await momentsOf(id)).toMatchObject({ award_received: today() });
    const refused = await file(other, 'wage-arbitration');
    const { items: reasons } = await officer.do('desk.show', { id: refused.id });
    const law = reasons.find(({ key }) => key.startsWith('mediation-arbitration:'))?.key as string;
    const no = await step(officer, refused.id, { action: 'refuse', text: '样例：不归这里管', item: law });
    expect(no.case.decision).toMatchObject({
      approved: false,
      item: null,
      law: { source: expect.stringMatching('《') },
    });
    expect(no.case.timeline.at(-1)?.cite).toMatchObject({ law: true });
  });

  test('优先的排在前面，说得出依据；不知道的不说不是；不改期限', async () => {
    const late = await file(other, 'wage-complaint', { name: '样例李已退' });
    const first = await file(resident, 'wage-complaint');
    const unknown = await file(officer, 'wage-complaint', { name: '样例监察员' });
    const show = async (who: Resident, id: string) => (await who.do('cases.show', { id })).green;
    expect(await show(resident, first.id)).toMatchObject({ holds: true, item: '（十二）' });
    expect(await show(other, late.id)).toMatchObject({ holds: false });
    expect(await show(officer, unknown.id)).toMatchObject({ holds: null });
    const dueOf = async (id: string) => (await officer.do('desk.show', { id })).case.due;
    expect(await dueOf(first.id)).toEqual(await dueOf(late.id));
    const { cases } = await officer.do('desk.queue', { service: 'wage-complaint' });
    const greens = cases.map(({ green }) => green);
    expect(greens).toEqual([...greens].sort((a, b) => Number(b) - Number(a)));
    expect(cases.find(({ id }) => id === first.id)?.green).toBe(true);
    expect(cases.find(({ id }) => id === unknown.id)?.green).toBe(false);
    // somebody of Yongxiu who works in Chongqing files there, and the order there is not theirs
    const away = await file(yongxiu, 'wage-complaint', { name: '样例赵外出' });
    expect((await officer.do('desk.show', { id: away.id })).case.county).toBe('500242');
    expect(await elsewhere.refused('desk.show', { id: away.id })).toMatchObject({ name: 'NotFound' });
  });

  test('一起讨薪：号码十位，只看得到几个人；并案、分开，办件列出可能同一批的', async () => {
    const made = await resident.do('wages.group_create', {
      id: randomUUID(),
      employer: '样例建筑公司',
      site: '样例三期',
    });
    expect(made.code).toMatch(/^\d{10}$/);
    expect(await other.refused('wages.group_join', { code: '1234' })).toMatchObject({ name: 'InvalidInput' });
    const spoken = `${made.code.slice(0, 3)} ${made.code.slice(3)}`;
    const joined = await other.do('wages.group_join', { code: spoken });
    expect(joined).toMatchObject({
      joined: 2,
      founder: false,
      representatives: false,
      employer: '样例建筑公司',
    });
    expect(Object.keys(joined).sort()).toEqual(
      ['code', 'employer', 'founder', 'id', 'joined', 'joined_at', 'representatives', 'site'].sort(),
    );
    expect(await yongxiu.do('wages.group_show')).toEqual([]);
    const site = { employer_name: '样例 建筑（集团）有限公司', site_name: '样例三期' };
    const mine = await file(resident, 'wage-complaint', { ...site, group_code: made.code });
    const theirs = await file(other, 'wage-complaint', { ...site, group_code: spoken });
    const alone = await file(yongxiu, 'wage-complaint', {
      ...site,
      employer_name: '样例建筑集团有限责任公司',
    });
    const never = await file(yongxiu, 'wage-complaint', {
      ...site,
      owed_from: '2025-01',
      owed_to: '2025-02',
    });
    const { alike } = await officer.do('desk.show', { id: mine.id });
    expect(alike.map(({ id, joined: is }) => [id, is]).sort()).toEqual(
      [
        [theirs.id, true],
        [alone.id, false],
      ].sort(),
    );
    expect(alike.map(({ id }) => id)).not.toContain(never.id);
    const at = (await officer.do('desk.show', { id: alone.id })).case.version;
    const once = { id: alone.id, version: at, event: event(), with: mine.id };
    const one = await officer.do('desk.join', once);
    expect(one.case.together).toBe(3);
    // sent twice it happened once; joined already it cannot be joined again
    expect((await officer.do('desk.join', once)).case.version).toBe(one.case.version);
    expect(
      await officer.refused('desk.join', { ...once, event: event(), version: one.case.version }),
    ).toMatchObject({ name: 'ActionNotAllowed' });
    const apart = await step(officer, alone.id, { action: 'leave_group', text: '样例：不是同一批' });
    expect(apart.case.together).toBeNull();
    // two that stood alone begin a group
    const two = await officer.do('desk.join', {
      id: alone.id,
      version: apart.case.version,
      event: event(),
      with: never.id,
    });
    expect(two.case.together).toBe(2);
    const wrong = await resident.refused('cases.file', {
      id: randomUUID(),
      service: 'wage-complaint',
      service_version: 1,
      answers: { ...COMPLAINT, group_code: '0000000000' },
      files: [],
      agreed: true,
    });
    expect(wrong.fields?.[0]?.path).toBe('group_code');
    await other.do('wages.group_leave', { id: made.id });
    expect(await resident.do('wages.group_show')).toMatchObject([{ joined: 1, founder: true }]);
  });

  test('哪些单位被投诉得多，统计里有人数和金额；缺什么一目了然', async () => {
    const before = await officer.do('desk.numbers', { from: inDays(-1), to: today() });
    const { id } = await file(resident, 'wage-arbitration', { employer_name: '样例欠薪大户有限公司' });
    const after = await officer.do('desk.numbers', { from: inDays(-1), to: today() });
    expect((after.total.asked_fen ?? 0) - (before.total.asked_fen ?? 0)).toBe(1_260_000);
    expect(after.by_service.find(({ service }) => service === 'wage-arbitration')?.people).toBeGreaterThan(0);
    const { employers } = await officer.do('desk.employers', {});
    expect(employers.find(({ name }) => name === '样例欠薪大户有限公司')).toMatchObject({
      cases: 1,
      people: 1,
      open: 1,
      fen: 1_260_000,
    });
    expect((await elsewhere.do('desk.employers', {})).employers).toEqual([]);
    expect((await officer.do('desk.employers', { by: 'site' })).employers.length).toBeGreaterThan(0);
    const { complete, milestones } = await officer.do('desk.show', { id });
    const state = (label: string) => complete.find((one) => one.label.startsWith(label))?.state;
    expect([state('姓名'), state('身份证号'), state('申请人签名')]).toEqual(['there', 'unsure', 'missing']);
    expect(milestones.find((one) => one.id === 'tribunal')?.why).toMatch('现在还不能');
  });
});

const today = () => new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);
const inDays = (days: number) =>
  new Date(Date.now() + 8 * 3_600_000 + days * 86_400_000).toISOString().slice(0, 10);
function workDays(from: string, n: number): string {
  const found = addWorkDays(book.calendars, from, n);
  if (!found.ok) throw new Error(`no calendar for ${found.missing}`);
  return found.day;
}
