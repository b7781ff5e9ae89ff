/** My work: the card, saved searches, applying, what the employer may see and answer, and going to work. */
import { randomUUID } from 'node:crypto';
import { and, eq, inArray, isNotNull } from 'drizzle-orm';
import { tellNewPostings } from '@/cloud/background/new-postings';
import { escalateOverdue } from '@/cloud/background/overdue';
import { tellStableAway } from '@/cloud/background/stable-away';
import { SAMPLES } from '@/cloud/demo/samples';
import { contentOf } from '@/cloud/messages/tell-account';
import { pointOf } from '@/cloud/policy-book/points';
import { resealAll } from '@/cloud/store/rotate';
import {
  accessLog,
  caseEvent,
  delivery,
  message,
  posting,
  request,
  serviceCase,
  unit,
  unitMember,
  workApplication,
  workCard,
  workNotice,
  workSearch,
  workSpell,
} from '@/cloud/store/schema';
import { skillsOf } from '@/cloud/work/card';
import { newFor } from '@/cloud/work/searches';
import { createWorld } from '@/cloud/world';
import type { Point } from '@/domain/jobs';
import { type Card, EMPTY_CARD } from '@/domain/jobs/card';
import { book } from '../book';
import { type TestServices, testServices } from '../services';
import { type Entry, functionEntry, httpEntry } from './entries';
import { newPosting, samplePosting } from './postings';
import { byPhone, type Resident, sampleResident } from './resident';
import { inDays } from './training';

const accountOf = (sample: string) => SAMPLES.find(({ id }) => id === sample)?.account as string;
const DAY_MS = 86_400_000;
const CARD: Card = {
  ...EMPTY_CARD,
  skills: ['machine', 'sewing'],
  words: '会用电脑平缝机',
  wishes: { ...EMPTY_CARD.wishes, pay_from: 300_000, kinds: ['workshop'], start: 'now' },
};

describe.each([
  ['HTTP', httpEntry],
  ['云函数', functionEntry],
])('我的活：%s', (_, open) => {
  let house: TestServices;
  let entry: Entry;
  let me: Resident;
  let boss: Resident;
  let other: Resident;
  let unitId: string;
  let phones = 0;

  beforeAll(async () => {
    house = await testServices();
    entry = await open(house);
    me = await sampleResident(entry, 'cross-region');
    ({ who: boss, unitId } = await employer('样例服装厂'));
    ({ who: other } = await employer('样例别的厂'));
  }, 60_000);
  afterAll(async () => {
    await entry.close();
    await house.drop();
  });

  const db = () => house.services.store.db;
  const nextPhone = () => `1370000${String(++phones).padStart(4, '0')}`;

  /** Somebody bound to a unit. */
  async function employer(name: string): Promise<{ who: Resident; unitId: string }> {
    const { cipher } = house.services.store;
    const who = await byPhone(entry, nextPhone());
    const { account } = await who.do('session.me');
    const id = randomUUID();
    await db()
      .insert(unit)
      .values({
        id,
        codeHash: cipher.blind('credit_code', id),
        contentEnc: cipher.seal('unit.content', id, JSON.stringify({ name, credit_code: id })),
        county: '500242',
      });
    await db().insert(unitMember).values({ unitId: id, accountId: account, since: new Date() });
    return { who, unitId: id };
  }

  const later = (ms: number, session?: string) =>
    createWorld(
      book,
      house.services,
      () => new Date(Date.now() + ms),
    )(session ? { caller: 'test', session } : { caller: 'worker' });

  const form = (about: string, over = {}) => ({
    id: randomUUID(),
    service: 'job-apply',
    service_version: 1,
    answers: {
      posting: about,
      county: '500242',
      name: '样例张跨区',
      phone: '13800001111',
      skills: ['sewing', 'machine'],
      words: '会用电脑平缝机',
      start: 'now',
      ...over,
    },
    files: [],
    agreed: true as const,
  });
  const offer = (over = {}) => newPosting(house, { unitId, title: '样例缝纫工', ...over });
  const apply = async (who: Resident, about: string) => who.do('cases.file', form(about));
  const mineOf = async (who: Resident, id: string) =>
    (await who.do('work.applications')).find((one) => one.id === id);
  const step = { event: '', version: 1 };
  const answer = async (who: Resident, id: string, body: Record<string, unknown>) => {
    const version = (await mineOf(me, id))?.version ?? step.version;
    return who.do('work.answer', { id, version, event: randomUUID(), ...body } as never);
  };
  const toldOf = (caseId: string) => db().select().from(message).where(eq(message.caseId, caseId));

  test('名片：存、两部手机、封着、给找活的理由用、导出', async () => {
    expect(await me.do('work.card')).toMatchObject({ card: null, rev: 0 });
    const first = await me.do('work.save_card', { card: CARD as never, rev: 0 });
    // in the order of the list, however it was tapped
    expect(first).toMatchObject({ rev: 1, card: { skills: ['sewing', 'machine'], words: '会用电脑平缝机' } });
    expect(await me.do('work.save_card', { card: CARD as never, rev: 0 })).toMatchObject({ rev: 1 });
    const changed = { ...CARD, skills: ['driving'] };
    expect((await me.refused('work.save_card', { card: changed, rev: 0 })).name).toBe('CardChanged');
    expect((await me.do('work.card')).card?.skills).toEqual(['sewing', 'machine']);
    const [row] = await db()
      .select()
      .from(workCard)
      .where(eq(workCard.id, accountOf('cross-region')));
    expect(row?.contentEnc.toString('utf8')).not.toContain('平缝机');
    await resealAll(house.services.store, () => undefined);
    expect((await me.do('work.card')).card?.words).toBe('会用电脑平缝机');
    const asker = { subject: { id: accountOf('cross-region'), personId: null }, mandate: null };
    expect(await skillsOf({ ...later(0), asker: asker as never })).toEqual(['sewing', 'machine']);
    expect(await skillsOf(later(0))).toEqual([]);
    const { sections } = await me.do('privacy.export');
    expect(sections.find(({ title }) => title === '找活的名片')?.rows).toEqual([
      expect.objectContaining({ 会的: '缝纫、开机器', 自己的话: '会用电脑平缝机' }),
    ]);
  });

  test('名片、存下的条件：删了就没有了，别人的删不掉', async () => {
    const who = await byPhone(entry, nextPhone());
    await who.do('work.save_card', { card: CARD as never, rev: 0 });
    const id = randomUUID();
    await who.do('work.save_search', { id, wanted: { scope: 'near', county: '500242', filter: {} } });
    const { account } = await who.do('session.me');
    await other.do('work.drop_card');
    await other.do('work.drop_search', { id });
    expect((await who.do('work.card')).card?.words).toBe('会用电脑平缝机');
    expect((await who.do('work.searches')).searches.map((one) => one.id)).toEqual([id]);
    await who.do('work.drop_card');
    expect((await who.do('work.drop_search', { id })).searches).toEqual([]);
    expect(await who.do('work.card')).toMatchObject({ card: null, rev: 0, saved_at: null });
    expect(await db().select().from(workCard).where(eq(workCard.id, account))).toEqual([]);
    expect(await db().select().from(workSearch).where(eq(workSearch.accountId, account))).toEqual([]);
    // and written anew
    expect((await who.do('work.save_card', { card: CARD as never, rev: 0 })).rev).toBe(1);
  });

  test('应聘：两下；单位看到的只有名片；看过、面试、录用，每一步都进消息', async () => {
    const about = await offer({ words: { phone: '023-00000000' } });
    const filed = await apply(me, about);
    expect(filed.again).toBe(false);
    expect(await mineOf(me, filed.id)).toMatchObject({
      state: 'sent',
      posting: { id: about, title: '样例缝纫工', employer: '样例服装厂' },
    });
    // the posting's own words, and no id that says nothing to anybody
    const view = await me.do('cases.show', { id: filed.id });
    expect(view.answers.map(({ id }) => id)).not.toContain('posting');
    expect(view.answers).toContainEqual({ id: 'job', label: '应聘的岗位', text: '样例缝纫工' });
    expect(view).toMatchObject({
      state_word: '等单位看',
      employer: { name: '样例服装厂', phone: '023-00000000' },
      words: { points: { sent: '发给单位了' }, decision: '单位的答复', receipt: { where: '发给' } },
    });
    // the steps' and states' own words stand where those are said
    expect(Object.keys(view.words ?? {})).not.toEqual(expect.arrayContaining(['actions']));
    const { applicants } = await boss.do('work.applicants', { posting: about });
    expect(applicants).toEqual([
      expect.objectContaining({
        id: filed.id,
        name: expect.stringMatching(/^样例/),
        skills: '缝纫、开机器',
        words: '会用电脑平缝机',
        start: '马上能上班',
        state: 'sent',
        may: ['seen', 'interview', 'taken', 'declined'],
      }),
    ]);
    // nothing of why somebody is helped, and no number of the register
    expect(JSON.stringify(applicants)).not.toMatch(/贫|监测|低保|500242\d{12}/);
    const looks = await me.do('privacy.looks');
    expect(looks.some(({ office, purpose }) => office === '样例服装厂' && /名片/.test(purpose))).toBe(true);

    await answer(boss, filed.id, { answer: 'seen' });
    expect((await mineOf(me, filed.id))?.state).toBe('seen');
    const past = { answer: 'interview', on: inDays(-1), time: '09:30', place: '样例路1号' };
    const version = (await mineOf(me, filed.id))?.version;
    const late = await boss.refused('work.answer', { id: filed.id, version, event: randomUUID(), ...past });
    expect(late.fields?.[0]?.path).toBe('on');
    await answer(boss, filed.id, { ...past, on: inDays(3) });
    const invited = await mineOf(me, filed.id);
    expect(invited).toMatchObject({
      state: 'invited',
      interview: { on: inDays(3), time: '09:30', place: '样例路1号' },
    });
    expect((await me.do('cases.show', { id: filed.id })).state_word).toBe('叫您去面试');
    const { text, name } = await me.do('work.calendar', { id: filed.id });
    expect(name).toBe(`面试-${inDays(3)}.ics`);
    expect(text).toMatch(/BEGIN:VEVENT[\s\S]*面试：样例缝纫工/);
    await answer(boss, filed.id, { answer: 'taken', text: '下周一来报到' });
    expect(await mineOf(me, filed.id)).toMatchObject({ state: 'taken', said: '下周一来报到' });
    expect(await toldOf(filed.id)).toHaveLength(3);
    const inbox = await me.do('messages.list', { case: filed.id });
    expect(inbox.messages[0]).toMatchObject({ title: '应聘：样例缝纫工', text: '样例服装厂：录用' });
    expect(inbox.messages[1]).toMatchObject({ urgent: true, due_on: inDays(3) });
    const again = { id: filed.id, version: 9, event: randomUUID(), answer: 'declined', text: '样例' };
    expect((await boss.refused('work.answer', again)).name).toBe('CaseChanged');
  });

  test('别的单位、别的县、没应聘的，谁也看不到；村里不从这里看', async () => {
    const about = await offer();
    const { id } = await apply(me, about);
    expect((await other.refused('work.applicants', { posting: about })).name).toBe('NotFound');
    const seen = { id, version: 1, event: randomUUID(), answer: 'seen' };
    expect((await other.refused('work.answer', seen)).name).toBe('NotFound');
    expect((await me.refused('work.applicants', { posting: about })).name).toBe('NotAllowed');
    const yongxiu = await sampleResident(entry, 'staff-yongxiu');
    expect((await yongxiu.refused('work.applicants', { posting: about })).name).toBe('NotFound');
    const county = await sampleResident(entry, 'staff-youyang');
    expect((await county.do('work.applicants', { posting: about })).applicants).toHaveLength(1);
    // another unit's posting with the same name is another one
    expect((await boss.do('work.applicants', { posting: await offer() })).applicants).toEqual([]);
    // taken back, it is nobody's any more
    const version = (await mineOf(me, id))?.version as number;
    await me.do('cases.act', { id, version, event: randomUUID(), action: 'withdraw' } as never);
    expect((await boss.do('work.applicants', { posting: about })).applicants).toEqual([]);
    expect((await mineOf(me, id))?.state).toBe('withdrawn');
    // and can be sent again
    expect((await apply(me, about)).again).toBe(false);
  });

  test('我的办件、正在办的、工作人员的清单：每个应聘说得出是哪个岗位，一次读全', async () => {
    const titles = ['样例裁剪工', '样例烫工'];
    const ids: string[] = [];
    for (const title of titles) ids.push((await apply(me, await offer({ title }))).id);
    await answer(boss, ids[1] as string, {
      ...{ answer: 'interview', on: inDays(3), time: '09:30', place: '样例路1号' },
    });
    const { cases } = await me.do('cases.mine', {});
    const of = (id: string | undefined) => cases.find((one) => one.id === id);
    expect(of(ids[0])).toMatchObject({ title: '应聘：样例裁剪工', state_word: '等单位看' });
    expect(of(ids[1])).toMatchObject({ title: '应聘：样例烫工', state_word: '叫您去面试' });
    const { open } = await me.do('cases.prefill', { service: 'job-apply' });
    expect(open.map(({ title }) => title)).toEqual(
      expect.arrayContaining(titles.map((one) => `应聘：${one}`)),
    );
  });

  test('单位的电话：岗位还给人看才有，不去了、没成也没有；区县在核实的，不叫人去', async () => {
    const words = { phone: '023-75551111' };
    const about = await offer({ words });
    const { id } = await apply(me, about);
    const shown = async () => (await me.do('cases.show', { id })).employer;
    expect(await shown()).toEqual({ name: '样例服装厂', phone: '023-75551111' });
    const stands = (state: 'open' | 'closed' | 'hidden') =>
      db().update(posting).set({ state }).where(eq(posting.id, about));
    await stands('closed');
    expect((await shown())?.phone).toBe('023-75551111');
    await stands('hidden');
    expect(await shown()).toEqual({ name: '样例服装厂', phone: null });
    expect((await me.do('cases.mine', {})).cases.find((one) => one.id === id)?.state_word).toBe('等单位看');
    await stands('open');
    await answer(boss, id, { answer: 'declined', text: '已经招到人了' });
    expect(await shown()).toEqual({ name: '样例服装厂', phone: null });
    const { can } = await me.do('cases.show', { id });
    expect(can.withdraw).toMatchObject({ ok: false, why: expect.stringContaining('现在是“这次没成”') });
    // whoever holds the paper reads the same
    const { number } = await me.do('cases.show', { id });
    const { cipher } = house.services.store;
    const proof = cipher.blind('receipt', `${number} ${id}`).subarray(0, 10).toString('hex');
    expect(await other.do('cases.verify_receipt', { number, proof })).toMatchObject({
      genuine: true,
      state_word: '这次没成',
    });
  });

  test('同一个岗位交两次是同一件；两部手机一起交也只有一件', async () => {
    const about = await offer();
    const [one, two] = await Promise.all([apply(me, about), apply(me, about)]);
    expect(one.id).toBe(two.id);
    expect([one.again, two.again].filter(Boolean)).toHaveLength(1);
    expect((await apply(me, about)).id).toBe(one.id);
    const rows = await db().select().from(workApplication).where(eq(workApplication.postingId, about));
    expect(rows).toHaveLength(1);
    const filings = await db()
      .select()
      .from(caseEvent)
      .where(and(eq(caseEvent.caseId, one.id), eq(caseEvent.action, 'file')));
    expect(filings).toHaveLength(1);
  });

  test.each([
    ['单位收起来的', { state: 'closed' }, '单位不招了'],
    ['过了期的', { openUntil: inDays(-1) }, '招人的日期过了'],
    ['被藏起来的', { state: 'hidden' }, '有人说这个岗位的信息不实，工作人员正在核实'],
  ])('%s不能应聘，说为什么', async (_name, over, why) => {
    const error = await me.refused('cases.file', form(await offer(over)));
    expect(error).toMatchObject({ name: 'PostingEnded', fields: [{ path: 'posting', message: why }] });
  });

  test('还没有核实的、没有的、没写明的，都是没有', async () => {
    for (const about of [await offer({ state: 'proposed' }), randomUUID(), 'x'])
      expect((await me.refused('cases.file', form(about))).name).toBe('NotFound');
  });

  test('招满了不能应聘', async () => {
    const about = await offer({ people: 1 });
    const { id } = await apply(me, about);
    await answer(boss, id, { answer: 'taken' });
    const late = await byPhone(entry, nextPhone());
    expect(await late.refused('cases.file', form(about))).toMatchObject({
      name: 'PostingEnded',
      fields: [{ message: '已经招满了' }],
    });
    // whoever was taken on still finds their own
    expect((await apply(me, about)).id).toBe(id);
  });

  test('登录的手机号填好了：真的只要两下；代办看不到', async () => {
    const phone = nextPhone();
    const who = await byPhone(entry, phone);
    const { answers } = await who.do('cases.prefill', { service: 'job-apply' });
    expect(answers).toContainEqual({ id: 'phone', value: phone, source: 'earlier', from: '您登录的手机号' });
    const others = await who.do('cases.prefill', { service: 'find-work' });
    expect(others.answers.some(({ id }) => id === 'phone')).toBe(false);
  });

  test('单位改了岗位，区县还没看：应聘的人看到的是应聘时的，没有电话', async () => {
    const who = await byPhone(entry, nextPhone());
    const about = await offer({ title: '样例应聘时的' });
    const { id } = await apply(who, about);
    const words = { ...samplePosting({}).words, phone: '02399999999' };
    await db()
      .update(posting)
      .set({ title: '样例没看过的', words: words as never, state: 'proposed' })
      .where(eq(posting.id, about));
    expect((await mineOf(who, id))?.posting).toMatchObject({ title: '样例应聘时的', phone: null });
    await db().update(posting).set({ state: 'open' }).where(eq(posting.id, about));
    expect((await mineOf(who, id))?.posting).toMatchObject({ title: '样例没看过的', phone: '02399999999' });
  });

  test('应聘过一百多个的，最早那个的面试日历也拿得到', async () => {
    const who = await byPhone(entry, nextPhone());
    const { account } = await who.do('session.me');
    const first = await apply(who, await offer());
    const view = (await who.do('work.applications'))[0];
    const on = { answer: 'interview' as const, on: inDays(3), time: '09:30', place: '样例路1号' };
    await boss.do('work.answer', {
      id: first.id,
      version: view?.version as number,
      event: randomUUID(),
      ...on,
    });
    const [row] = await db().select().from(workApplication).where(eq(workApplication.id, first.id));
    const [filed] = await db().select().from(serviceCase).where(eq(serviceCase.id, first.id));
    const many = Array.from({ length: 110 }, () => randomUUID());
    await db()
      .insert(posting)
      .values(many.map((id) => samplePosting({ id })));
    await db()
      .insert(serviceCase)
      .values(
        many.map((id) => ({
          ...(filed as never as typeof serviceCase.$inferInsert),
          id,
          number: id.slice(0, 20),
        })),
      );
    await db()
      .insert(workApplication)
      .values(
        many.map((id) => ({
          ...(row as typeof workApplication.$inferInsert),
          ...{ id, postingId: id, whoId: account, sentAt: new Date(Date.now() + 60_000) },
        })),
      );
    expect((await who.do('work.calendar', { id: first.id })).name).toBe(`面试-${inDays(3)}.ics`);
    await db().delete(workApplication).where(inArray(workApplication.id, many));
    await db().delete(serviceCase).where(inArray(serviceCase.id, many));
    await db().delete(posting).where(inArray(posting.id, many));
  });

  test('不合适要说为什么；不用引文件', async () => {
    const about = await offer();
    const { id } = await apply(me, about);
    const empty = { id, version: 1, event: randomUUID(), answer: 'declined', text: '' };
    expect((await boss.refused('work.answer', empty)).name).toBe('InvalidInput');
    await answer(boss, id, { answer: 'declined', text: '已经招到人了' });
    const view = await me.do('cases.show', { id });
    expect(view).toMatchObject({
      state: 'refused',
      state_word: '这次没成',
      decision: { approved: false, text: '已经招到人了', item: null },
    });
    // what an office has and an employer has not
    for (const action of ['tell', 'rate', 'ask_review', 'reopen', 'supplement'] as const)
      expect(view.can[action]).toBeUndefined();
    expect(view.due).toBeNull();
    // sent twice, it happened once
    const event = randomUUID();
    const two = await apply(me, await offer());
    const seen = { id: two.id, version: 1, event, answer: 'seen' as const };
    const first = await boss.do('work.answer', seen);
    expect((await boss.do('work.answer', seen)).version).toBe(first.version);
  });

  test('岗位隐藏、扣下的时候，单位看不了、答复不了应聘的人；区县可以', async () => {
    const about = await offer();
    const { id } = await apply(me, about);
    const staff = await sampleResident(entry, 'staff-youyang');
    for (const state of ['hidden', 'held'] as const) {
      await db().update(posting).set({ state }).where(eq(posting.id, about));
      const said = { id, version: 1, event: randomUUID(), answer: 'seen' };
      for (const refused of [
        await boss.refused('work.applicants', { posting: about }),
        await boss.refused('work.answer', said),
      ])
        expect(refused).toMatchObject({ name: 'ActionNotAllowed', fields: [{ path: 'posting' }] });
      expect((await staff.do('work.applicants', { posting: about })).applicants).toHaveLength(1);
    }
    await db().update(posting).set({ state: 'open' }).where(eq(posting.id, about));
    expect((await boss.do('work.applicants', { posting: about })).applicants).toHaveLength(1);
  });

  test('存下的外出：省里、市里给的也算新的，和列表一样', async () => {
    const since = new Date(Date.now() - 60_000);
    const wanted = { scope: 'away' as const, county: '500242', filter: {} };
    const own = await newPosting(house, { offeredTo: '500242' });
    const wide = await newPosting(house, { offeredTo: '500000' });
    const other = await newPosting(house, { offeredTo: '360425' });
    const found = await newFor(later(0), wanted, since);
    expect(found).toEqual(expect.arrayContaining([own, wide]));
    expect(found).not.toContain(other);
    for (const one of [own, wide, other]) await db().delete(posting).where(eq(posting.id, one));
  });

  test('存下的“附近”看得和列表一样远：从区县中间看60公里，乡镇30公里，找到的少就再远', async () => {
    const since = new Date(Date.now() - 60_000);
    const from = pointOf(book, '500242', null) as Point;
    const kilometres = (km: number) => ({ lat: from.lat + km / 111.2, lng: from.lng });
    const wanted = { scope: 'near' as const, county: '500242', filter: { kinds: ['internship' as const] } };
    const put = (km: number) => newPosting(house, { kind: 'internship', ...kilometres(km) });
    const far = await put(80);
    const found = () => newFor(later(0), wanted, since);
    const listed = async () => {
      const { postings } = await me.do('jobs.search', {
        ...{ scope: 'near', sort: 'near', from: { county: '500242' }, filter: wanted.filter },
      });
      return postings.map(({ id }) => id);
    };
    // only this one far and wide
    expect([await found(), await listed()]).toEqual([[far], [far]]);
    const near = await Promise.all([5, 10, 20, 40, 50].map(put));
    expect((await found()).sort()).toEqual([...near].sort());
    expect((await listed()).sort()).toEqual([...near].sort());
    const asked = { ...wanted, filter: { ...wanted.filter, within: 30_000 } };
    expect(await newFor(later(0), asked, since)).toHaveLength(3);
    for (const one of [far, ...near]) await db().delete(posting).where(eq(posting.id, one));
  });

  test('后来才看得到的，从大家看得到的那一刻算新的，不从写的那天算', async () => {
    const staff = await sampleResident(entry, 'staff-youyang');
    const filter = { kinds: ['expert' as const] };
    const put = (over = {}) => newPosting(house, { kind: 'expert', unitId, source: 'employer', ...over });
    const past = { postedAt: new Date(Date.now() - 20 * DAY_MS) };
    const waiting = await put({ ...past, state: 'proposed' });
    const hidden = await put({ ...past, state: 'hidden', reason: '样例：先查' });
    const older = await put({ postedAt: new Date(Date.now() - DAY_MS) });
    const since = new Date();
    const found = () => newFor(later(0), { scope: 'near', county: '500242', filter }, since);
    expect(await found()).toEqual([]);
    await staff.do('postings.act', { id: waiting, version: 1, action: 'verify' });
    expect(await found()).toEqual([waiting]);
    await staff.do('postings.act', { id: hidden, version: 1, action: 'release', reason: '样例：查过了' });
    const look = { scope: 'near', sort: 'new', from: { county: '500242' }, filter } as const;
    const { postings } = await me.do('jobs.search', look);
    expect(postings.map(({ id }) => id)).toEqual([hidden, waiting, older]);
    // looked at while everybody saw it, it is not new
    await staff.do('postings.act', { id: older, version: 1, action: 'verify' });
    expect((await found()).sort()).toEqual([hidden, waiting].sort());
    for (const one of [waiting, hidden, older]) await db().delete(posting).where(eq(posting.id, one));
  });

  test('单位一直不答复：先到村里，不到村里以前村里看不见', async () => {
    const about = await offer();
    const { id } = await apply(me, about);
    const row = async () => (await db().select().from(serviceCase).where(eq(serviceCase.id, id)))[0];
    expect(await row()).toMatchObject({ level: 'county', escalated: null });
    const village = await sampleResident(entry, 'village-youyang');
    expect((await village.refused('desk.show', { id })).name).toBe('NotFound');
    await escalateOverdue(later(20 * DAY_MS));
    expect(await row()).toMatchObject({ level: 'village', escalated: 'village' });
    // whom the village calls, and nothing to refuse by
    const seen = await village.do('desk.show', { id });
    expect(seen).toMatchObject({ items: [], case: { can: { accept: { ok: true }, refuse: { ok: true } } } });
    expect(JSON.stringify(seen.compared)).not.toContain(about);
    expect(await mineOf(me, id)).toMatchObject({ asked_for: true });
    const { messages } = await me.do('messages.list', { case: id });
    expect(messages[0]?.text).toMatch(/招人的单位到.*还没有答复，请(村|乡镇)的工作人员帮您问/);
    // the employer can still answer, and so can the village for another
    await answer(boss, id, { answer: 'taken' });
    expect((await mineOf(me, id))?.state).toBe('taken');
    const two = await apply(me, await offer());
    await escalateOverdue(later(20 * DAY_MS));
    const { version } = (await village.do('desk.show', { id: two.id })).case;
    const said = { id: two.id, version, event: randomUUID(), action: 'refuse', text: '问过了，已经招满' };
    expect((await village.refused('desk.act', { ...said, item: '（三）' })).fields?.[0]?.path).toBe('item');
    await village.do('desk.act', said as never);
    expect(await mineOf(me, two.id)).toMatchObject({ state: 'declined', said: '问过了，已经招满' });
  });

  test('存10个，第11个先删；一周最多一条消息，死了再来也不说两遍；一下关掉', async () => {
    const wanted = (over = {}) => ({ scope: 'near' as const, county: '500242', filter: {}, ...over });
    const ids = Array.from({ length: 10 }, () => randomUUID());
    for (const id of ids)
      await me.do('work.save_search', { id, wanted: wanted({ filter: { skills: ['sewing'] } }) as never });
    const eleventh = { id: randomUUID(), wanted: wanted() };
    expect((await me.refused('work.save_search', eleventh)).name).toBe('TooManySearches');
    const saved = await me.do('work.save_search', { id: ids[0] as string, wanted: wanted() });
    expect(saved.searches).toHaveLength(10);
    expect(saved.searches[0]?.name).toBe('酉阳土家族苗族自治县附近 · 什么活都看');
    expect(saved.told).toBe(true);
    const whose = accountOf('cross-region');
    const news = async () =>
      (await db().select().from(message).where(eq(message.accountId, whose))).filter(
        ({ kind }) => kind === 'work',
      );
    /** noon in China, days from now */
    const noon = (days: number) => {
      const day = new Date(Date.now() + 8 * 3_600_000 + days * DAY_MS).toISOString().slice(0, 10);
      return new Date(`${day}T04:00:00Z`).getTime() - Date.now();
    };
    const round = (days: number) => tellNewPostings(later(noon(days)));
    await round(1);
    expect(await news()).toHaveLength(0);
    await newPosting(house, { title: '样例新活', skills: ['sewing'], postedAt: new Date(Date.now() + 1000) });
    await Promise.all([round(2), round(2)]);
    expect(await news()).toHaveLength(1);
    // not at once, not by SMS: it waits for the digest
    const [told] = await news();
    expect(told?.urgent).toBe(false);
    expect(
      await db()
        .select()
        .from(delivery)
        .where(eq(delivery.messageId, told?.id as string)),
    ).toEqual([]);
    await newPosting(house, { title: '样例又一个', postedAt: new Date(Date.now() + 2.5 * DAY_MS) });
    await round(3);
    await round(8);
    expect(await news()).toHaveLength(1);
    await round(9);
    expect(await news()).toHaveLength(2);
    // a worker that died before it had said that it told them
    await db()
      .update(workNotice)
      .set({ nextOn: inDays(0), since: told?.createdAt as Date });
    expect((await me.do('work.notify', { on: false })).told).toBe(false);
    await newPosting(house, { postedAt: new Date(Date.now() + 10 * DAY_MS) });
    await round(20);
    expect(await news()).toHaveLength(2);
    // at night nobody is told of work
    await me.do('work.notify', { on: true });
    expect(await tellNewPostings(later(noon(30) + 11 * 3_600_000))).toBe(0);
  });

  test('我上班了、我不干了：话还是本人的；一天里能撤回', async () => {
    const known = { employed: false, employment_form: 'none' } as const;
    const id = randomUUID();
    const begun = {
      id,
      employer: '样例电子厂',
      form: 'unit',
      where: 'other_province',
      on: inDays(-100),
      known,
    } as const;
    const { facts, spell } = await me.do('work.start', begun);
    expect(facts).toMatchObject({
      employed: true,
      employment_form: 'unit',
      work_region: 'other_province',
      stable_since: inDays(-100),
    });
    expect(spell.undo_until).not.toBeNull();
    expect((await me.do('work.start', begun)).spell.id).toBe(id);
    const changed = { ...begun, employer: '样例乙公司' };
    expect((await me.refused('work.start', changed)).name).toBe('SpellOpen');
    const ahead = { ...begun, id: randomUUID(), on: inDays(1) };
    expect((await me.refused('work.start', ahead)).fields?.[0]?.path).toBe('on');
    expect((await me.refused('work.start', { ...begun, id: randomUUID() })).name).toBe('SpellOpen');
    const early = { id, on: inDays(-101), paid: false, known: facts };
    expect((await me.refused('work.leave', early)).fields?.[0]?.path).toBe('on');
    const left = await me.do('work.leave', { id, on: inDays(0), paid: false, known: facts as never });
    expect(left).toMatchObject({
      spell: { paid: false, ended_on: inDays(0) },
      facts: { employed: false, employment_form: 'none', stable_since: null },
    });
    // its answer was lost, the form lay on the phone: it is another job
    expect((await me.refused('work.start', { ...begun, employer: '样例乙公司' })).name).toBe('AlreadyFiled');
    // what was said last first
    const back = await me.do('work.undo', { id });
    expect(back).toMatchObject({
      spell: { ended_on: null, paid: null },
      facts: { employed: true, stable_since: inDays(-100) },
    });
    const none = await me.do('work.undo', { id });
    expect(none).toMatchObject({
      spell: null,
      facts: { employed: false, employment_form: 'none', work_region: null },
    });
    expect(await me.do('work.spells')).toEqual([]);
    expect((await other.refused('work.undo', { id })).name).toBe('NotFound');
  });

  test('撤回的一并收回请工作人员做的更正；自己另外提的、答复了的不动', async () => {
    const who = await sampleResident(entry, 'yongxiu-migrant');
    const staff = await sampleResident(entry, 'staff-yongxiu');
    const open = async () =>
      (await who.do('facts.mine')).disputed
        .filter(({ answered }) => !answered)
        .map(({ fact, said }) => [fact, said]);
    const at = { form: 'flexible', where: 'same_county', on: inDays(0), known: {} } as const;
    const begin = async () => {
      const { spell } = await who.do('work.start', { id: randomUUID(), employer: '样例工地', ...at });
      return spell.id;
    };
    await who.do('facts.dispute', { fact: 'employed', said: false, note: '样例：早先提的' });
    const id = await begin();
    await who.do('facts.dispute', { fact: 'employment_form', said: 'flexible', spell: id });
    await who.do('work.leave', { id, on: inDays(0), paid: true, known: {} });
    await who.do('facts.dispute', { fact: 'employment_form', said: 'none', spell: id });
    // in the order in which they were said: the later one is meant, whatever was written anew since
    const corrections = and(
      eq(request.kind, 'correction'),
      eq(request.accountId, accountOf('yongxiu-migrant')),
    );
    const [first] = await db().select().from(request).where(corrections).orderBy(request.createdAt);
    // to another county and back: a row that is moved, as an answer moves it
    for (const county of ['500242', '360425'])
      await db()
        .update(request)
        .set({ county })
        .where(eq(request.id, first?.id as string));
    expect(await open()).toEqual([
      ['employed', false],
      ['employment_form', 'flexible'],
      ['employment_form', 'none'],
    ]);
    expect((await who.do('work.undo', { id })).corrections).toEqual({ withdrawn: 1, answered: 0 });
    expect(await open()).toEqual([
      ['employed', false],
      ['employment_form', 'flexible'],
    ]);
    expect((await who.do('work.undo', { id })).corrections).toEqual({ withdrawn: 1, answered: 0 });
    expect(await open()).toEqual([['employed', false]]);

    const second = await begin();
    await who.do('facts.dispute', { fact: 'employment_form', said: 'flexible', spell: second });
    const [asked] = (await staff.do('requests.list')).filter(
      ({ outcome, lines }) => outcome === null && lines.some((line) => line.includes('flexible')),
    );
    await staff.do('requests.answer', { id: asked?.id as string, outcome: 'done', answer: '样例：改了' });
    expect((await who.do('work.undo', { id: second })).corrections).toEqual({ withdrawn: 0, answered: 1 });
  });

  test('到外区县、市外干活：文件没有写要干多久的，第二天告诉一次可以问；规则说不是他的、不出区县的、走了的不告诉', async () => {
    const away = async (sample: string, over = {}, agreed = true) => {
      const who = await sampleResident(entry, sample);
      if (agreed) await who.do('consent.give', { kind: 'register', version: 1 });
      const begun = { id: randomUUID(), employer: '样例电子厂', form: 'unit', where: 'other_province' };
      const known = { employed: false } as const;
      const { spell } = await who.do('work.start', { ...begun, on: inDays(-70), known, ...over } as never);
      return { who, id: spell.id, account: accountOf(sample) };
    };
    const toldTo = async ({ account }: { account: string }) =>
      (await db().select().from(message).where(eq(message.accountId, account)))
        .filter(({ kind, ref }) => kind === 'benefit' && ref === 'cq-cross-region-transport')
        .map((row) => contentOf(house.services.store.cipher, row));
    const one = await away('cross-region');
    // exited from the register in March: the document is not for them any more
    const no = await away('exited');
    const near = await away('continued', { where: 'same_county' });
    const district = await away('parent', { where: 'other_county_same_province' });
    const left = await away('pension');
    await left.who.do('work.leave', { id: left.id, on: inDays(0), paid: true, known: {} });
    // it can still be taken back
    expect(await tellStableAway(later(0))).toBe(0);
    // two workers at once, one that begins again, and a day later
    await Promise.all([tellStableAway(later(DAY_MS)), tellStableAway(later(DAY_MS))]);
    await tellStableAway(later(2 * DAY_MS));
    // whoever does not work away waits for the same day: it tells nobody where
    const [at, other] = await Promise.all(
      [one, near].map(async ({ id }) => {
        const [row] = await db().select().from(workSpell).where(eq(workSpell.id, id));
        return row?.lookOn;
      }),
    );
    expect([at, at === other]).toEqual([expect.any(String), true]);
    const [said, ...more] = await toldTo(one);
    expect(more).toEqual([]);
    expect(said?.title).toBe('可以问：跨区域交通补助');
    expect(said?.text).toBe(
      '系统：您说到市外干活了，可以问跨区域交通补助。文件没有写要干多久、给多少（渝人社规〔2026〕6号（五）），先打电话问。',
    );
    expect((await toldTo(district))[0]?.text).toContain('您说到外区县干活了');
    expect(said?.cite).toMatchObject({ document: '渝人社规〔2026〕6号', item: '（五）' });
    for (const other of [no, near, left]) expect(await toldTo(other)).toEqual([]);
    // a worker that died before it had said so: the message is the same
    await db()
      .update(workSpell)
      .set({ lookOn: inDays(0) })
      .where(eq(workSpell.id, one.id));
    await tellStableAway(later(27 * DAY_MS));
    expect(await toldTo(one)).toHaveLength(1);
    // another employer in between begins no new time
    await one.who.do('work.leave', { id: one.id, on: inDays(-1), paid: true, known: {} });
    const stable = { employed: true, work_region: 'other_province', stable_since: inDays(-70) };
    await away('cross-region', { on: inDays(0), known: stable });
    await tellStableAway(later(28 * DAY_MS));
    expect(await toldTo(one)).toHaveLength(1);
    for (const sample of ['cross-region', 'exited', 'continued', 'parent', 'pension'])
      await db()
        .delete(workSpell)
        .where(eq(workSpell.accountId, accountOf(sample)));
  });

  test('招工的数字：一个人一个岗位算一次；录用了的才算上班，没答复的另算；以后撤回、注销，过去的不变', async () => {
    const staff = await sampleResident(entry, 'staff-youyang');
    const about = await newPosting(house, { unitId, kind: 'internship', town: '样例数字镇' });
    const numbers = async (to = inDays(1)) => {
      const { lines } = await staff.do('postings.numbers', { from: inDays(-30), to });
      const line = lines.find(({ town }) => town === '样例数字镇');
      return [line?.applications, line?.starts, line?.said];
    };
    const who = await byPhone(entry, nextPhone());
    const begin = async (one: Resident, on = inDays(0)) => {
      const input = { id: randomUUID(), posting: about, employer: '样例服装厂', form: 'unit', known: {} };
      const { spell } = await one.do('work.start', { ...input, where: 'same_county', on } as never);
      return {
        leave: () => one.do('work.leave', { id: spell.id, on: inDays(0), paid: true, known: {} }),
        undo: () => one.do('work.undo', { id: spell.id }),
      };
    };
    // anybody can name a posting
    await (await begin(who)).leave();
    expect(await numbers()).toEqual([0, 0, 0]);
    const first = await apply(who, about);
    await who.do('cases.act', { id: first.id, version: 1, event: randomUUID(), action: 'withdraw' } as never);
    expect(await numbers()).toEqual([0, 0, 0]);
    const { id } = await apply(who, about);
    await (await begin(who)).leave();
    await (await begin(who)).leave();
    // the employer has not said so
    expect(await numbers()).toEqual([1, 0, 1]);
    await boss.do('work.answer', { id, version: 1, event: randomUUID(), answer: 'taken' });
    expect(await numbers()).toEqual([1, 1, 0]);
    const own = async () => (await boss.do('postings.mine', {})).postings.find((one) => one.id === about);
    expect(await own()).toMatchObject({ applied: 1, started: 1, said: 0 });
    const other = await byPhone(entry, nextPhone());
    const gone = await byPhone(entry, nextPhone());
    await apply(other, about);
    await apply(gone, about);
    const { undo } = await begin(other);
    await begin(gone);
    expect(await numbers()).toEqual([3, 1, 2]);
    expect(await own()).toMatchObject({ applied: 3, started: 1, said: 2 });
    await undo();
    expect(await numbers()).toEqual([3, 1, 1]);

    // a quarter later the two delete their accounts
    const quarter = { sentAt: new Date(Date.now() - 20 * DAY_MS), startedOn: inDays(-20) };
    await db()
      .update(workApplication)
      .set(quarter)
      .where(and(eq(workApplication.postingId, about), isNotNull(workApplication.startedOn)));
    const before = await numbers(inDays(-10));
    expect(before).toEqual([2, 1, 1]);
    for (const one of [who, gone]) await one.do('privacy.delete_account', { sure: true });
    expect(await numbers(inDays(-10))).toEqual(before);
    // those of today's are as they stand today
    expect(await numbers()).toEqual([2, 1, 0]);
  });

  test('注销：名片、存的条件、上过的班都没了，没答复的应聘撤回，单位再也看不到', async () => {
    const leaver = await byPhone(entry, nextPhone());
    const about = await offer();
    await leaver.do('work.save_card', { card: CARD as never, rev: 0 });
    const wanted = { scope: 'near' as const, county: '500242', filter: {} };
    await leaver.do('work.save_search', { id: randomUUID(), wanted });
    const { id } = await apply(leaver, about);
    const { account: gone } = await leaver.do('session.me');
    expect((await boss.do('work.applicants', { posting: about })).applicants).toHaveLength(1);
    await leaver.do('privacy.delete_account', { sure: true });
    expect((await boss.do('work.applicants', { posting: about })).applicants).toEqual([]);
    expect(await db().select().from(workCard).where(eq(workCard.id, gone))).toEqual([]);
    expect(await db().select().from(workNotice).where(eq(workNotice.id, gone))).toEqual([]);
    const [row] = await db().select().from(serviceCase).where(eq(serviceCase.id, id));
    expect(row?.state).toBe('withdrawn');
    // what others said and looked at stays where it belongs
    expect(await db().select().from(posting).where(eq(posting.id, about))).toHaveLength(1);
    expect((await db().select().from(accessLog)).length).toBeGreaterThan(0);
  });
});
