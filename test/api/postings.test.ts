/** Postings at the desk and at employers; who may hide one, and what is shown of an employer. */
import { randomUUID } from 'node:crypto';
import { asc, eq } from 'drizzle-orm';
import { SAMPLES } from '@/cloud/demo/samples';
import {
  account,
  message,
  posting,
  postingReport,
  staff as staffTable,
  unitMember,
} from '@/cloud/store/schema';
import type { OwnPostingView } from '@/contract/postings';
import { type TestServices, testServices } from '../services';
import { creditCode, newEmployer, postingInput } from './employers';
import { type Entry, functionEntry, httpEntry } from './entries';
import { newPosting as newRow, type Over } from './postings';
import { byPhone, type Resident, sampleResident } from './resident';
import { inDays } from './training';

let house: TestServices;
let entry: Entry;
let staff: Resident;

const open = (how: (behind: TestServices) => Promise<Entry>) => {
  beforeAll(async () => {
    house = await testServices();
    entry = await how(house);
    staff = await sampleResident(entry, 'staff-youyang');
  }, 60_000);
  afterAll(async () => {
    await entry.close();
    await house.drop();
  });
};
const doubt = (who: Resident, id: string, over = {}) =>
  who.do('postings.report', { id: randomUUID(), posting: id, reasons: ['fee'], ...over });
const newPosting = (over: Over = {}) =>
  newRow(house, { source: 'desk', kind: 'workshop', town: '样例板溪镇', village: '样例村', ...over });
const rowOf = async (id: string) =>
  (await house.services.store.db.select().from(posting).where(eq(posting.id, id)))[0];
const seenBy = async (id: string) => {
  const answer = await entry.call('jobs.show', { id });
  return answer.ok ? answer.data.state : answer.error.name;
};
/** that it is looked at, and nothing of what it says */
const HIDDEN = /NotFound|checking/;
const acting = ({ posting: { id, version } }: OwnPostingView) => ({ id, version });

describe.each([
  ['HTTP', httpEntry],
  ['云函数', functionEntry],
])('岗位：%s', (_, how) => {
  open(how);

  test('新单位发布，先等区县核实；核实以后大家看得到，下一条马上看得到', async () => {
    const boss = await newEmployer(house, entry, { phone: '13900100001' });
    const id = randomUUID();
    const draft = postingInput({ kind: 'enterprise', employer: '冒充的名字', credit_code: null });
    const first = await boss.do('postings.publish', { id, version: 0, posting: draft });
    expect(first.posting).toMatchObject({
      state: 'proposed',
      employer: '样例服装厂',
      credit_code: creditCode('0001'),
      may: ['close', 'change'],
    });
    // a tap too many
    expect((await boss.do('postings.publish', { id, version: 0, posting: draft })).posting.version).toBe(1);
    expect(await seenBy(id)).toMatch(HIDDEN);
    const queue = await staff.do('postings.queue', { show: 'proposed' });
    expect(queue).toMatchObject({ writes: true, counts: { proposed: 1 } });
    expect(queue.postings[0]).toMatchObject({ id, may: ['verify', 'hold', 'close'] });
    const verified = await staff.do('postings.act', { ...acting(first), action: 'verify' });
    expect(verified.posting).toMatchObject({ state: 'open', verified_on: inDays(0) });
    expect(verified.posting.verified_by).toBe('样例板溪镇便民服务站');
    expect(await seenBy(id)).toBe('open');
    expect(await boss.do('postings.mine')).toMatchObject({ known: true, postings: [{ id, reports: 0 }] });
    const next = await boss.do('postings.publish', {
      id: randomUUID(),
      version: 0,
      posting: postingInput({ kind: 'enterprise', title: '样例裁剪工' }),
    });
    expect(next.posting).toMatchObject({ state: 'open', verified: false });
    // fewer people, an earlier day: what was verified stands there still
    const resend = async (over: Parameters<typeof postingInput>[0]) => {
      const { posting: now } = await boss.do('postings.own', { id });
      const posting = postingInput({ kind: 'enterprise', ...over });
      return boss.do('postings.publish', { id, version: now.version, posting });
    };
    const less = { people: 3, open_until: inDays(20) };
    expect((await resend(less)).posting).toMatchObject({ state: 'open', verified: true, people: 3 });
    // everything else is looked at again, whoever the unit is; who has applied is still there
    const resident = await sampleResident(entry, 'cross-region');
    const answers = { posting: id, county: '500242', name: '样例张跨区', phone: '13800000001' };
    const form = { id: randomUUID(), service: 'job-apply', service_version: 1, answers, files: [] };
    await resident.do('cases.file', { ...form, agreed: true });
    const pay = { ...draft.pay, from_fen: 200_000 } as typeof draft.pay;
    for (const [over, words] of [
      [{ kind: 'workshop' }, '哪一种'],
      [{ phone: '02311111111' }, '电话'],
      [{ pay }, '工钱'],
      [{ address: '样例路9号' }, '地方'],
      [{ point: { lat: 28.9, lng: 108.8 } }, '地方'],
      [{ about: '做别的' }, '干什么活'],
      [{ open_until: inDays(25) }, '招到哪天'],
      [{ people: 9 }, '人数'],
    ] as const) {
      const changed = await resend({ ...less, ...over });
      expect(changed.posting).toMatchObject({ state: 'proposed', verified: false });
      expect(changed.history.at(-1)).toMatchObject({ what: '改了内容', reason: `改了${words}` });
      expect(await seenBy(id)).toMatch(HIDDEN);
      const { applicants } = await boss.do('work.applicants', { posting: id });
      expect(applicants).toMatchObject([{ name: '样例张跨区' }]);
      const again = await resend(less);
      expect(again.posting.state).toBe('proposed');
      await staff.do('postings.act', { ...acting(again), action: 'verify' });
    }
    // ended and begun anew with another telephone
    await boss.do('postings.close', acting(await boss.do('postings.own', { id })));
    expect((await resend({ ...less, phone: '02322222222' })).posting.state).toBe('proposed');
    const { history } = await boss.do('postings.own', { id });
    expect(history.slice(0, 4).map(({ what }) => what)).toEqual([
      ...['交给区县核实', '核实了', '改了内容', '改了内容'],
    ]);
  });

  test('三个不同的人说不实，先隐藏；一个人说几次、两个账号说，都只算一个；工作人员看过，告诉说的人', async () => {
    const id = await newPosting();
    const [a, b, c] = [
      await sampleResident(entry, 'cross-region'),
      await sampleResident(entry, 'continued'),
      await byPhone(entry, '13900100002'),
    ];
    expect(await doubt(a, id, { text: '要交300块服装费' })).toMatchObject({ again: false });
    expect(await doubt(a, id)).toMatchObject({ again: true });
    // the same person on another phone
    const twin = await byPhone(entry, '13900100003');
    const { db } = house.services.store;
    const accounts = await db.select().from(account).orderBy(asc(account.createdAt));
    const [saidBy] = await db.select().from(postingReport).where(eq(postingReport.postingId, id));
    const personId = accounts.find((one) => one.id === saidBy?.accountId)?.personId;
    expect(personId).toBeTruthy();
    await db
      .update(account)
      .set({ personId })
      .where(eq(account.id, accounts.at(-1)?.id as string));
    expect(await doubt(twin, id)).toMatchObject({ again: true });
    await doubt(b, id);
    expect(await seenBy(id)).toBe('open');
    await doubt(c, id);
    expect(await seenBy(id)).toMatch(HIDDEN);
    const queue = await staff.do('postings.queue', { show: 'reported' });
    expect(queue.postings[0]).toMatchObject({ id, reports: 3, state: 'hidden', may: ['judge', 'close'] });
    const view = await staff.do('postings.own', { id });
    expect(view.reports).toHaveLength(3);
    expect(view.reports.map(({ text }) => text)).toContain('要交300块服装费');
    expect(JSON.stringify(view)).not.toContain('样例张跨区');
    expect(
      (await staff.refused('postings.act', { ...acting(view), action: 'release', reason: '看过' })).name,
    ).toBe('ActionNotAllowed');
    const judged = await staff.do('postings.act', {
      ...acting(view),
      ...{ action: 'judge', outcome: 'untrue', reason: '打过电话，不收费' },
    });
    expect(judged.posting).toMatchObject({ state: 'open', reports: 0 });
    expect(await seenBy(id)).toBe('open');
    const told = await db
      .select()
      .from(message)
      .where(eq(message.accountId, saidBy?.accountId as string));
    expect(told.filter(({ kind }) => kind === 'notice')).toHaveLength(1);
    // said once, and answered: said anew it is read, and with two more does not hide it
    await doubt(await sampleResident(entry, 'pension'), id);
    await doubt(await sampleResident(entry, 'parent'), id);
    expect(await doubt(a, id)).toMatchObject({ again: false, answered: { outcome: 'untrue' } });
    expect(await seenBy(id)).toBe('open');
  });

  test('没认过身份、没验过手机的，说几个都不隐藏；说的话工作人员照样看得到', async () => {
    const id = await newPosting();
    const { pool } = house.services.store;
    for (const n of [1, 2, 3]) {
      const who = await byPhone(entry, `1390010005${n}`);
      // as an account of WeChat is: anybody may have several
      await pool.query(
        `update account set phone_enc = null where created_at = (select max(created_at) from account)`,
      );
      await doubt(who, id, { text: `要先交钱${n}` });
    }
    expect(await seenBy(id)).toBe('open');
    const view = await staff.do('postings.own', { id });
    expect(view.reports.map(({ text, counts }) => [text, counts]).sort()).toEqual(
      [1, 2, 3].map((n) => [`要先交钱${n}`, false]),
    );
    expect(view.posting).toMatchObject({ reports: 3, may: expect.arrayContaining(['judge']) });
    for (const n of [4, 5, 6]) await doubt(await byPhone(entry, `1390010005${n}`), id);
    expect(await seenBy(id)).toMatch(HIDDEN);
    const after = await staff.do('postings.own', { id });
    expect(after.reports.filter(({ counts }) => counts)).toHaveLength(3);
  });

  test('说的是真的：一直隐藏；本人能看到自己说过什么，删了账号也不能再说一遍', async () => {
    const id = await newPosting();
    const who = await byPhone(entry, '13900100004');
    await doubt(who, id, { reasons: ['nobody', 'fee'] });
    const view = await staff.do('postings.own', { id });
    const judged = await staff.do('postings.act', {
      ...acting(view),
      ...{ action: 'judge', outcome: 'true', reason: '没有这个单位' },
    });
    expect(judged.posting).toMatchObject({ state: 'hidden', reason: '没有这个单位' });
    const { sections } = await who.do('privacy.export');
    expect(sections.find(({ title }) => title === '说过信息不实的岗位')?.rows[0]).toMatchObject({
      岗位: '样例缝纫工',
      结果: '核实属实',
    });
    await who.do('privacy.delete_account', { sure: true });
    const rows = await house.services.store.db
      .select()
      .from(postingReport)
      .where(eq(postingReport.postingId, id));
    expect(rows[0]).toMatchObject({ accountId: null, contentEnc: null });
    const other = await newPosting();
    // a second SMS within the minute
    await house.services.store.pool.query('delete from rate_limit');
    const again = await byPhone(entry, '13900100004');
    await doubt(again, other);
    await again.do('privacy.delete_account', { sure: true });
    await house.services.store.pool.query('delete from rate_limit');
    expect(await doubt(await byPhone(entry, '13900100004'), other)).toMatchObject({ again: true });
  });

  test('不该提的要求：扣下，说明哪部法第几条；改了再交；工作人员看过可以放开', async () => {
    const id = randomUUID();
    const draft = postingInput({ title: '样例包装工', about: '限女性，包吃住' });
    const held = await staff.do('postings.publish', { id, version: 0, posting: draft });
    expect(held.posting.state).toBe('held');
    expect(held.posting.reason).toContain('限女性');
    expect(held.posting.may).toEqual(['release', 'close', 'change']);
    expect(await seenBy(id)).toMatch(HIDDEN);
    const released = await staff.do('postings.act', { ...acting(held), action: 'release', reason: '核对过' });
    expect(released.posting).toMatchObject({ state: 'open', reason: null });
    // a change elsewhere does not bring it back
    const more = await staff.do('postings.publish', {
      ...acting(released),
      posting: { ...draft, people: 8 },
    });
    expect(more.posting).toMatchObject({ state: 'open', people: 8 });
    const worse = await staff.do('postings.publish', {
      ...acting(more),
      posting: { ...draft, about: '限女性，要交押金200元' },
    });
    expect(worse.posting.state).toBe('held');
  });

  test('停招、到期的不能用过去的日期再开；改了日期可以', async () => {
    const id = randomUUID();
    const first = await staff.do('postings.publish', {
      ...{ id, version: 0 },
      posting: postingInput({ title: '样例装卸工' }),
    });
    const closed = await staff.do('postings.close', { ...acting(first), reason: '招满了' });
    expect(closed.posting).toMatchObject({ state: 'closed', reason: '招满了' });
    expect((await staff.refused('postings.close', acting(closed))).name).toBe('ActionNotAllowed');
    const past = postingInput({ title: '样例装卸工', open_until: inDays(-1) });
    const refused = await staff.refused('postings.publish', { ...acting(closed), posting: past });
    expect(refused.fields?.[0]?.path).toBe('posting.open_until');
    const anew = await staff.do('postings.publish', {
      ...acting(closed),
      posting: postingInput({ title: '样例装卸工' }),
    });
    expect(anew.posting.state).toBe('open');
    const gone = await newPosting({ state: 'withdrawn', source: '样例来源' });
    const view = await staff.do('postings.own', { id: gone });
    expect(view.posting.may).toEqual([]);
    expect((await staff.refused('postings.publish', { ...acting(view), posting: past })).name).toBe(
      'ActionNotAllowed',
    );
  });
});

describe('谁能做什么', () => {
  open(httpEntry);

  test('别的单位、别的区县、村干部、只办讨薪的，都碰不到', async () => {
    const boss = await newEmployer(house, entry, { phone: '13900200001', code: creditCode('0002') });
    const rival = await newEmployer(house, entry, {
      ...{ phone: '13900200002', code: creditCode('0003'), name: '样例同行' },
    });
    const id = randomUUID();
    const mine = await boss.do('postings.publish', { id, version: 0, posting: postingInput() });
    for (const who of [rival, await sampleResident(entry, 'staff-yongxiu')]) {
      expect((await who.refused('postings.own', { id })).name).toBe('NotFound');
      expect((await who.refused('postings.close', acting(mine))).name).toBe('NotFound');
    }
    const takeover = postingInput({ title: '样例改过的' });
    expect((await rival.refused('postings.publish', { ...acting(mine), posting: takeover })).name).toBe(
      'NotFound',
    );
    const yongxiu = await sampleResident(entry, 'staff-yongxiu');
    expect((await yongxiu.refused('postings.act', { ...acting(mine), action: 'verify' })).name).toBe(
      'NotFound',
    );
    expect((await yongxiu.do('postings.queue', { show: 'proposed' })).postings).toEqual([]);
    // the employer does not verify itself
    expect((await boss.refused('postings.act', { ...acting(mine), action: 'verify' })).name).toBe(
      'NotAllowed',
    );
    // a township clerk does not decide on new employers
    const clerk = await sampleResident(entry, 'town-youyang');
    const refused = await clerk.refused('postings.act', { ...acting(mine), action: 'verify' });
    expect(refused.name).toBe('ActionNotAllowed');
    const village = await sampleResident(entry, 'village-youyang');
    expect((await village.refused('postings.own', { id })).name).toBe('NotFound');
    const here = await newPosting({ village: '样例村' });
    expect((await village.do('postings.own', { id: here })).posting.may).toEqual([]);
    for (const action of ['verify', 'hide', 'hold'] as const)
      expect(
        (await village.refused('postings.act', { ...{ id: here, version: 1 }, action, reason: '样例' })).name,
      ).toMatch(/NotAllowed|InvalidInput/);
    const wages = await sampleResident(entry, 'wages-youyang');
    expect(
      (await wages.refused('postings.publish', { id: randomUUID(), version: 0, posting: postingInput() }))
        .name,
    ).toBe('NotAllowed');
    expect((await wages.refused('postings.records', {})).name).toBe('NotAllowed');
  });

  test('绑定结束了的账号，不能再替单位办', async () => {
    const boss = await newEmployer(house, entry, { phone: '13900200003', code: creditCode('0004') });
    const first = await boss.do('postings.publish', {
      id: randomUUID(),
      version: 0,
      posting: postingInput({ title: '样例甲' }),
    });
    await house.services.store.db
      .update(unitMember)
      .set({ endedAt: new Date() })
      .where(eq(unitMember.unitId, boss.unitId));
    expect((await boss.refused('postings.close', acting(first))).name).toBe('NotAllowed');
    expect((await boss.refused('postings.mine')).name).toBe('NotAllowed');
  });

  test('隐藏、扣下的，单位停不了、绕不开：改了再看一遍；判过不实的不再算认识', async () => {
    const boss = await newEmployer(house, entry, {
      ...{ phone: '13900200011', code: creditCode('0011'), name: '样例绕道厂' },
    });
    const id = randomUUID();
    // one fewer every time: a change that nobody has to look at for itself
    const draft = (turn: number) =>
      postingInput({ title: '样例绕道工', kind: 'enterprise', people: 30 - turn });
    const send = async (turn: number) => {
      const { posting: now } = await boss.do('postings.own', { id });
      return boss.do('postings.publish', { id, version: now.version, posting: draft(turn) });
    };
    const WHY = { reason: '样例原因' };
    const desk = async (action: string, over = {}) =>
      staff.do('postings.act', {
        ...{ ...acting(await staff.do('postings.own', { id })), action, ...over },
      } as never);
    await boss.do('postings.publish', { id, version: 0, posting: draft(1) });
    await desk('verify');
    expect((await send(2)).posting.state).toBe('open');

    const hidden = await desk('hide', WHY);
    expect((await boss.do('postings.own', { id })).posting.may).toEqual([]);
    for (const refused of [
      await boss.refused('postings.close', acting(hidden)),
      await boss.refused('postings.publish', { ...acting(hidden), posting: draft(3) }),
    ])
      expect(refused).toMatchObject({
        name: 'ActionNotAllowed',
        fields: [{ message: expect.stringMatching(/隐藏/) }],
      });
    const twin = { id: randomUUID(), version: 0, posting: draft(2) };
    expect((await boss.refused('postings.publish', twin)).fields?.[0]?.path).toBe('posting.title');

    // ended by the desk, begun anew by the unit
    await staff.do('postings.close', acting(hidden));
    expect((await send(4)).posting.state).toBe('proposed');
    await desk('verify');
    expect((await send(5)).posting.state).toBe('open');

    const held = await desk('hold', WHY);
    expect((await boss.do('postings.own', { id })).posting.may).toEqual(['change']);
    expect((await boss.refused('postings.close', acting(held))).name).toBe('ActionNotAllowed');
    expect((await send(6)).posting.state).toBe('proposed');
    const { posting: waiting } = await boss.do('postings.own', { id });
    await boss.do('postings.close', { id, version: waiting.version });
    expect((await send(7)).posting.state).toBe('proposed');
    await desk('verify');

    await doubt(await byPhone(entry, '13900200012'), id);
    expect((await send(8)).posting.state).toBe('proposed');
    await desk('judge', { ...WHY, outcome: 'untrue' });
    await desk('verify');
    expect(await boss.do('postings.mine')).toMatchObject({ known: true });
    await doubt(await byPhone(entry, '13900200013'), id);
    await desk('judge', { ...WHY, outcome: 'true' });
    await desk('release', WHY);
    expect(await boss.do('postings.mine')).toMatchObject({ known: false });
  });

  test('打零工的不从这里改、停；工作人员是这个单位的人，不能替它核实、放开', async () => {
    const boss = await newEmployer(house, entry, { phone: '13900200014', code: creditCode('0014') });
    const { unitId } = boss;
    const gathering = await newPosting({ unitId, source: 'hands', kind: 'day_labour' });
    expect((await boss.do('postings.own', { id: gathering })).posting.may).toEqual([]);
    expect((await boss.refused('postings.close', { id: gathering, version: 1 })).name).toBe(
      'ActionNotAllowed',
    );
    const id = await newPosting({ unitId, source: 'employer', state: 'proposed' });
    const accountId = SAMPLES.find((one) => one.id === 'staff-youyang-2')?.account as string;
    await house.services.store.db.insert(unitMember).values({ unitId, accountId, since: new Date() });
    const kin = await sampleResident(entry, 'staff-youyang-2');
    const refused = await kin.refused('postings.act', { id, version: 1, action: 'verify' });
    expect(refused).toMatchObject({
      name: 'ActionNotAllowed',
      fields: [{ message: expect.stringMatching(/回避/) }],
    });
    expect((await staff.do('postings.act', { id, version: 1, action: 'verify' })).posting.state).toBe('open');
  });

  test('两个人同时改：后一个先看看', async () => {
    const id = await newPosting();
    const view = await staff.do('postings.own', { id });
    const second = await sampleResident(entry, 'staff-youyang-2');
    const both = await Promise.all([
      entry.call('postings.act', { ...acting(view), action: 'hide', reason: '样例一' }, staff.as),
      entry.call('postings.act', { ...acting(view), action: 'hold', reason: '样例二' }, second.as),
    ]);
    expect(both.map((one) => (one.ok ? 'ok' : one.error.name)).sort()).toEqual(['CaseChanged', 'ok']);
  });

  test('乡镇经办只发本乡镇的；区县只发本区县的；外出的发给本区县的人', async () => {
    const clerk = await sampleResident(entry, 'town-youyang');
    const send = (who: Resident, over: Parameters<typeof postingInput>[0]) =>
      entry.call('postings.publish', { id: randomUUID(), version: 0, posting: postingInput(over) }, who.as);
    const fieldOf = async (answer: ReturnType<typeof send>) => {
      const said = await answer;
      return said.ok ? 'ok' : said.error.fields?.[0]?.path;
    };
    expect(await fieldOf(send(clerk, { town: '别的镇' }))).toBe('posting.town');
    expect(await fieldOf(send(clerk, { title: '样例乙' }))).toBe('ok');
    expect(await fieldOf(send(staff, { county: '500238' }))).toBe('posting.county');
    // found by its point, it would stand in another county's list
    expect(await fieldOf(send(staff, { title: '样例丁', point: { lat: 30.6, lng: 114.3 } }))).toBe(
      'posting.point',
    );
    const away = { kind: 'cooperation', county: '370100', town: null, title: '样例外出' } as const;
    expect(await fieldOf(send(staff, { ...away, offered_to: '360425' }))).toBe('posting.offered_to');
    expect(await fieldOf(send(staff, { ...away, offered_to: '500242', destination: '山东济南' }))).toBe('ok');
    expect(await fieldOf(send(staff, { title: '样例乙' }))).toBe('posting.title');
    expect(await fieldOf(send(staff, { title: '样例丙', credit_code: '91500242MA0000000X' }))).toBe(
      'posting.credit_code',
    );
    const { postings } = await clerk.do('postings.queue', { show: 'open' });
    expect(postings.map(({ title }) => title)).not.toContain('样例外出');
  });

  test('给整个重庆看的：应聘的、说不实的，到本人区县的工作台；别的区县看不到人；有单位的单位都看得到', async () => {
    const boss = await newEmployer(house, entry, { phone: '13900200021', code: creditCode('0021') });
    const wide = { offeredTo: '500000', county: '370202', kind: 'cooperation', town: null } as const;
    const id = await newRow(house, { ...wide, unitId: boss.unitId, source: 'employer' });
    const { db } = house.services.store;
    const second = SAMPLES.find((one) => one.id === 'staff-youyang-2')?.account as string;
    const apply = async (sample: string, county: string, name: string) => {
      const answers = { posting: id, county, name, phone: '13800000001' };
      const form = { id: randomUUID(), service: 'job-apply', service_version: 1, answers, files: [] };
      const who = await sampleResident(entry, sample);
      return who.do('cases.file', { ...form, agreed: true });
    };
    const here = await apply('cross-region', '500242', '样例张跨区');
    const there = await apply('parent', '500243', '样例彭水的');
    const away = await sampleResident(entry, 'staff-youyang-2');
    const move = (county: string) => db.update(staffTable).set({ county }).where(eq(staffTable.id, second));
    await move('500243');
    try {
      const applicants = async (who: Resident) =>
        (await who.do('work.applicants', { posting: id })).applicants.map(({ name }) => name);
      expect(await applicants(staff)).toEqual(['样例张跨区']);
      expect(await applicants(away)).toEqual(['样例彭水的']);
      expect((await applicants(boss)).sort()).toEqual(['样例张跨区', '样例彭水的'].sort());
      // at the ordinary desk too, each at its own
      const atDesk = async (who: Resident, number: string) =>
        (await who.do('desk.queue', { number })).cases.length;
      expect([await atDesk(staff, here.number), await atDesk(away, here.number)]).toEqual([1, 0]);
      expect([await atDesk(staff, there.number), await atDesk(away, there.number)]).toEqual([0, 1]);
      const seen = { event: randomUUID(), version: 1, answer: 'seen' } as const;
      expect((await away.refused('work.answer', { ...seen, id: here.id })).name).toBe('NotFound');
      expect(await staff.do('work.answer', { ...seen, id: here.id })).toMatchObject({ state: 'seen' });
      const own = async (who: Resident) => (await who.do('postings.own', { id })).posting.applied;
      expect([await own(staff), await own(away), await own(boss)]).toEqual([1, 1, 2]);
      // who is not in the register lives nobody knows where: every desk of the region hears it
      const reported = async (who: Resident) =>
        (await who.do('postings.queue', { show: 'reported' })).postings.some((one) => one.id === id);
      await doubt(await sampleResident(entry, 'cross-region'), id);
      expect([await reported(staff), await reported(away)]).toEqual([true, false]);
      await doubt(await byPhone(entry, '13900200022'), id);
      expect([await reported(staff), await reported(away)]).toEqual([true, true]);
      const yongxiu = await sampleResident(entry, 'staff-yongxiu');
      expect(await reported(yongxiu)).toBe(false);
      expect((await yongxiu.do('work.applicants', { posting: id })).applicants).toEqual([]);
    } finally {
      await move('500242');
      await db.delete(posting).where(eq(posting.id, id));
    }
  });

  test('单位的欠薪记录：只有公布了的，按信用代码对；收回、到期的不显示', async () => {
    const code = creditCode('0005');
    const id = await newPosting({ creditCode: code, employer: '样例建筑公司' });
    const other = await newPosting({ creditCode: creditCode('0006'), employer: '样例建筑公司' });
    const record = {
      ...{ id: randomUUID(), kind: 'dishonest' as const, credit_code: code, employer: '样例建筑公司' },
      ...{ office: '样例人社局', about: null, number: null, link: 'https://example.com/1' },
      until: null,
      published_on: inDays(-10),
    } as const;
    const recordsOf = async (of: string) => {
      const answer = await entry.call('jobs.show', { id: of });
      if (!answer.ok) throw new Error(answer.error.name);
      return 'records' in answer.data ? answer.data.records : null;
    };
    await staff.do('postings.add_record', record);
    await staff.do('postings.add_record', record);
    expect(await recordsOf(id)).toEqual([
      expect.objectContaining({ kind: 'dishonest', office: '样例人社局', published_on: inDays(-10) }),
    ]);
    expect(await recordsOf(other)).toEqual([]);
    // what nobody could look up is not taken, and what was taken before is shown to nobody
    const nowhere = { ...record, id: randomUUID(), link: null };
    expect((await staff.refused('postings.add_record', nowhere)).fields?.[0]?.path).toBe('number');
    expect((await staff.refused('postings.add_record', { ...nowhere, number: '——' })).fields).toHaveLength(1);
    const { pool } = house.services.store;
    const second = { ...nowhere, number: '样例公字〔2026〕1号', kind: 'decision' as const };
    expect(await staff.do('postings.add_record', second)).toMatchObject({
      number: second.number,
      until: null,
    });
    expect(await recordsOf(id)).toHaveLength(2);
    await pool.query('update employer_record set number = null where id = $1', [second.id]);
    expect(await recordsOf(id)).toHaveLength(1);
    expect((await staff.do('postings.own', { id })).posting.records).toHaveLength(1);
    const bad = await staff.refused('postings.add_record', {
      ...record,
      id: randomUUID(),
      published_on: inDays(5),
    });
    expect(bad.fields?.[0]?.path).toBe('published_on');
    await staff.do('postings.add_record', {
      ...record,
      ...{ id: randomUUID(), published_on: inDays(-400), until: inDays(-40) },
    });
    expect(await recordsOf(id)).toHaveLength(1);
    const yongxiu = await sampleResident(entry, 'staff-yongxiu');
    expect((await yongxiu.refused('postings.withdraw_record', { id: record.id, reason: '样例' })).name).toBe(
      'NotFound',
    );
    const { records } = await staff.do('postings.records', { credit_code: code });
    expect(records.map((one) => [one.number, one.link])).toContainEqual([null, null]);
    await staff.do('postings.withdraw_record', { id: record.id, reason: '登记错了' });
    expect(await recordsOf(id)).toEqual([]);
  });

  test('同一条公布登记一次：两个人同时登记、登记过再写得不一样，都不会变成两条', async () => {
    const record = {
      ...{ kind: 'decision' as const, credit_code: creditCode('0007'), employer: '样例建筑公司' },
      ...{ office: '样例人社局', about: null, number: '样例公字〔2026〕7号', link: null, until: null },
      ...{ id: randomUUID(), published_on: inDays(-10) },
    };
    const add = (over: object) => staff.do('postings.add_record', { ...record, ...over });
    const stand = async () =>
      (await staff.do('postings.records', { credit_code: record.credit_code })).records.filter(
        ({ withdrawn }) => !withdrawn,
      );
    const ids = [record.id, ...Array.from({ length: 4 }, () => randomUUID() as string)];
    const saved = await Promise.all(ids.map((id) => add({ id })));
    expect(new Set(saved.map(({ id }) => id)).size).toBe(1);
    expect(await stand()).toHaveLength(1);
    const [first] = await stand();
    // the answer was lost, and then something was changed; or somebody else writes the number another way
    for (const over of [
      { id: first?.id, about: '拖欠3人工资' },
      { id: randomUUID(), number: '样例公字〔2026〕 7号' },
    ]) {
      const refused = await staff.refused('postings.add_record', { ...record, ...over });
      expect(refused.fields).toEqual([{ path: 'number', message: expect.stringContaining('先撤回') }]);
    }
    await staff.do('postings.withdraw_record', { id: first?.id ?? '', reason: '写漏了' });
    // by the id of the page that is still open
    expect(await add({ id: first?.id, about: '拖欠3人工资' })).toMatchObject({
      withdrawn: false,
      about: '拖欠3人工资',
    });
    expect(await add({ id: first?.id })).toMatchObject({ withdrawn: true });
    expect(await stand()).toMatchObject([{ about: '拖欠3人工资' }]);
  });

  test('同一份工作几个人同时发：只有一条', async () => {
    const input = postingInput({
      kind: 'workshop',
      title: '样例同时发的',
      employer: '样例同时厂',
      credit_code: null,
    });
    const answers = await Promise.all(
      Array.from({ length: 4 }, () =>
        entry.call('postings.publish', { id: randomUUID(), version: 0, posting: input }, staff.as),
      ),
    );
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
  });

  test('历史记了两百条以上：最新的都在，按先后', async () => {
    const id = await newPosting();
    await house.services.store.pool.query(
      `insert into posting_event (id, posting_id, at, who, action, state, reason)
       select gen_random_uuid(), $1, now() - interval '1 day', '样例', 'changed', 'open', n::text from generate_series(1, 230) n`,
      [id],
    );
    const { posting: now } = await staff.do('postings.own', { id });
    const acted = { id, version: now.version, action: 'hide', reason: '样例原因' } as const;
    const { history } = await staff.do('postings.act', acted);
    expect(history).toHaveLength(200);
    expect(history.slice(-3).map(({ what, reason }) => [what, reason])).toEqual([
      ['改了内容', '229'],
      ['改了内容', '230'],
      ['隐藏了', '样例原因'],
    ]);
  });

  test('翻页：一条不重，数过的不再数', async () => {
    const find = '样例翻页的';
    for (let n = 0; n < 21; n++) await newPosting({ title: `${find}${n}` });
    const first = await staff.do('postings.queue', { show: 'open', find });
    expect(first).toMatchObject({
      counts: { proposed: expect.any(Number) },
      towns: expect.arrayContaining(['样例板溪镇']),
    });
    const second = await staff.do('postings.queue', { show: 'open', find, cursor: first.next ?? '' });
    expect(second).toMatchObject({ counts: null, towns: null, next: null });
    const ids = [...first.postings, ...second.postings].map(({ id }) => id);
    expect([ids.length, new Set(ids).size]).toEqual([21, 21]);
  });

  test('数字：按乡镇和种类', async () => {
    const { lines } = await staff.do('postings.numbers', { from: inDays(-30), to: inDays(0) });
    expect(
      lines.find(({ town, kind }) => town === '样例板溪镇' && kind === 'workshop')?.postings,
    ).toBeGreaterThan(0);
    expect(lines.find(({ kind }) => kind === 'cooperation')).toMatchObject({ town: null, postings: 1 });
    expect(
      (await staff.refused('postings.numbers', { from: inDays(0), to: inDays(-1) })).fields?.[0]?.path,
    ).toBe('to');
  });

  test('一个人一天说得太多，停一停', async () => {
    const who = await byPhone(entry, '13900200009');
    const id = await newPosting();
    for (let n = 0; n < 20; n++) await doubt(who, id);
    expect(
      (await who.refused('postings.report', { id: randomUUID(), posting: id, reasons: ['fee'] })).name,
    ).toBe('TooManyTries');
    expect(await rowOf(id)).toMatchObject({ state: 'open' });
  });
});
