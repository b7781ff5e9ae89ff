/** Whose word on an employer counts, for which county and for how long; and what of the county's the township cannot undo. */
import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { SAMPLES } from '@/cloud/demo/samples';
import { posting, postingEvent, unitMember } from '@/cloud/store/schema';
import type { OwnPostingView } from '@/contract/postings';
import { type TestServices, testServices } from '../services';
import { creditCode, newEmployer, postingInput } from './employers';
import { type Entry, httpEntry } from './entries';
import { sampleGathering } from './hands';
import { byPhone, type Resident, sampleResident } from './resident';
import { inDays } from './training';

let house: TestServices;
let entry: Entry;
let county: Resident;
let clerk: Resident;
let yongxiu: Resident;

beforeAll(async () => {
  house = await testServices();
  entry = await httpEntry(house);
  county = await sampleResident(entry, 'staff-youyang');
  clerk = await sampleResident(entry, 'town-youyang');
  yongxiu = await sampleResident(entry, 'staff-yongxiu');
}, 60_000);
afterAll(async () => {
  await entry.close();
  await house.drop();
});

let made = 0;
const employer = () => {
  made += 1;
  const end = String(made).padStart(4, '0');
  return newEmployer(house, entry, {
    ...{ phone: `1390030${end}`, name: `样例单位${made}` },
    code: creditCode(`P${end.slice(1)}`),
  });
};
type Draft = Parameters<typeof postingInput>[0];
const put = (who: Resident, over: Draft = {}, { id, version } = { id: randomUUID() as string, version: 0 }) =>
  who.do('postings.publish', { id, version, posting: postingInput({ kind: 'enterprise', ...over }) });
const newest = async (who: Resident, { posting: { id } }: OwnPostingView) => {
  const { posting } = await who.do('postings.own', { id });
  return { id, version: posting.version };
};
const act = async (who: Resident, of: OwnPostingView, action: string, over = {}) =>
  who.do('postings.act', { ...(await newest(who, of)), action, reason: '样例原因', ...over } as never);
const verify = async (who: Resident, of: OwnPostingView) =>
  who.do('postings.act', { ...(await newest(who, of)), action: 'verify' });
const close = async (who: Resident, of: OwnPostingView) =>
  who.do('postings.close', { ...(await newest(who, of)), reason: '样例：工资是假的' });
const again = async (who: Resident, of: OwnPostingView, over: Draft = {}) =>
  put(who, over, await newest(who, of));
const stateOf = (view: OwnPostingView) => view.posting.state;
const knows = async (boss: Resident) => (await boss.do('postings.mine')).known;

describe('哪个单位算区县认识的', () => {
  test('乡镇在打零工上点了“核实”，单位的岗位还是等区县看', async () => {
    const boss = await employer();
    const id = randomUUID();
    await boss.do('hands.publish', { id, gathering: sampleGathering({ work: '样例搬货' }) });
    await clerk.do('postings.act', { id, version: 1, action: 'verify' });
    expect(await knows(boss)).toBe(false);
    const first = await put(boss, { title: '样例打字员' });
    expect(stateOf(first)).toBe('proposed');
    // nor is the county's look at a day's work its word on the unit
    const other = randomUUID();
    await boss.do('hands.publish', { id: other, gathering: sampleGathering({ work: '样例卸货' }) });
    await county.do('postings.act', { id: other, version: 1, action: 'verify' });
    expect(await knows(boss)).toBe(false);
    await verify(county, first);
    expect(await knows(boss)).toBe(true);
  });

  test('一个区县核实了，换到别的区县还是先等那里看；原来的区县照样认识', async () => {
    const boss = await employer();
    const first = await put(boss, { title: '样例甲' });
    await verify(county, first);
    const moved = { title: '样例甲', county: '360425', town: null } as const;
    expect(stateOf(await again(boss, first, moved))).toBe('proposed');
    expect(stateOf(await put(boss, { ...moved, title: '样例乙' }))).toBe('proposed');
    const away = { ...moved, title: '样例丙', county: '370100', offered_to: '360425' } as const;
    expect(stateOf(await put(boss, away))).toBe('proposed');
    expect(stateOf(await put(boss, { title: '样例丁' }))).toBe('open');
    await verify(yongxiu, first);
    expect(stateOf(await put(boss, { ...moved, title: '样例戊' }))).toBe('open');
  });

  test('区县叫停的，单位再发要等区县看；别的也要等，直到区县又核实一条', async () => {
    const boss = await employer();
    const first = await put(boss, { title: '样例甲' });
    await verify(county, first);
    const other = await put(boss, { title: '样例乙' });
    expect(stateOf(other)).toBe('open');
    const closed = await close(county, first);
    expect(closed.history.at(-1)).toMatchObject({ what: '叫停了' });
    expect(await knows(boss)).toBe(false);
    expect(stateOf(await again(boss, first, { title: '样例甲' }))).toBe('proposed');
    expect(stateOf(await put(boss, { title: '样例丙' }))).toBe('proposed');
    // ended by the unit and begun anew, it waits as well
    await boss.do('postings.close', await newest(boss, other));
    const back = await again(boss, other, { title: '样例乙' });
    expect(stateOf(back)).toBe('proposed');
    await verify(county, back);
    expect(await knows(boss)).toBe(true);
    // the one that was ended is still looked at for itself
    await boss.do('postings.close', await newest(boss, first));
    expect(stateOf(await again(boss, first, { title: '样例甲' }))).toBe('proposed');
    expect(stateOf(await put(boss, { title: '样例丁' }))).toBe('open');
  });

  test('隐藏了一条，别的新的也先等；放开了就和原来一样', async () => {
    const boss = await employer();
    await verify(county, await put(boss, { title: '样例甲' }));
    const other = await put(boss, { title: '样例乙' });
    await act(county, other, 'hide');
    expect(stateOf(await put(boss, { title: '样例丙' }))).toBe('proposed');
    await act(county, other, 'release');
    expect(stateOf(await put(boss, { title: '样例丁' }))).toBe('open');
  });
});

describe('区县说过的，乡镇不能改回去', () => {
  const doubted = async (of: OwnPostingView) => {
    const who = await byPhone(entry, '13900310001');
    await who.do('postings.report', { id: randomUUID(), posting: of.posting.id, reasons: ['fee'] });
  };

  test('第三个人说不实在先、等着，区县核实在后、先办完：隐藏的算数', async () => {
    const boss = await employer();
    await verify(county, await put(boss));
    const next = await put(boss, { title: '样例先后工' });
    const { id } = next.posting;
    const doubters = await Promise.all(
      ['13900309001', '13900309002', '13900309003'].map((phone) => byPhone(entry, phone)),
    );
    const doubt = (who: Resident | undefined) =>
      who?.do('postings.report', { id: randomUUID(), posting: id, reasons: ['fee'] });
    await doubt(doubters[0]);
    await doubt(doubters[1]);
    const { pool } = house.services.store;
    const slow = await pool.connect();
    await slow.query('begin');
    await slow.query('lock table login in access exclusive mode');
    const third = doubt(doubters[2]);
    const waits = async () =>
      (await pool.query(`select 1 from pg_locks where not granted and relation = 'login'::regclass`))
        .rowCount;
    while (!(await waits())) await new Promise((done) => setTimeout(done, 10));
    await verify(county, next);
    await slow.query('commit');
    slow.release();
    await third;
    const { history, posting } = await county.do('postings.own', { id });
    expect(posting.state).toBe('hidden');
    expect(history.slice(-2).map(({ what }) => what)).toEqual(['核实了', '三个人说信息不实，先隐藏，等核实']);
    expect(await knows(boss)).toBe(false);
  });

  test('扣下、隐藏、停招了的，改一改、停了再开，都交给区县；区县自己改可以', async () => {
    const held = await put(clerk, { title: '样例扣下的' });
    expect(stateOf(held)).toBe('open');
    await act(county, held, 'hold');
    const mended = await again(clerk, held, { title: '样例扣下的' });
    expect(mended.posting).toMatchObject({
      state: 'proposed',
      verified: false,
      may: ['hold', 'close', 'change'],
    });
    expect(stateOf(await again(clerk, held, { title: '样例扣下的', people: 3 }))).toBe('proposed');
    await verify(county, held);
    expect(stateOf(await again(clerk, held, { title: '样例扣下的', people: 4 }))).toBe('open');

    const hidden = await put(clerk, { title: '样例隐藏的' });
    await act(county, hidden, 'hide');
    await close(clerk, hidden);
    expect(stateOf(await again(clerk, hidden, { title: '样例隐藏的' }))).toBe('proposed');
    expect(stateOf(await again(county, hidden, { title: '样例隐藏的' }))).toBe('open');

    const ended = await put(clerk, { title: '样例叫停的' });
    await close(county, ended);
    expect(stateOf(await again(clerk, ended, { title: '样例叫停的' }))).toBe('proposed');
    // what the township itself has ended is its own
    const full = await put(clerk, { title: '样例招满的' });
    await close(clerk, full);
    expect(stateOf(await again(clerk, full, { title: '样例招满的' }))).toBe('open');
  });

  test('有人说不实，还没有核实：改了也先不给大家看', async () => {
    const view = await put(clerk, { title: '样例有人说的' });
    await doubted(view);
    expect(stateOf(await again(clerk, view, { title: '样例有人说的', people: 4 }))).toBe('proposed');
  });

  test('工作人员是这个单位的人：替它发、改、停，都要回避', async () => {
    const code = creditCode('K001');
    const boss = await newEmployer(house, entry, { phone: '13900320001', name: '样例亲戚厂', code });
    const accountId = SAMPLES.find(({ id }) => id === 'town-youyang')?.account as string;
    await house.services.store.db
      .insert(unitMember)
      .values({ unitId: boss.unitId, accountId, since: new Date(), endedAt: new Date() });
    const draft = postingInput({ title: '样例亲戚厂的', credit_code: code });
    const away = { name: 'ActionNotAllowed', fields: [{ message: expect.stringMatching(/回避/) }] };
    expect(
      await clerk.refused('postings.publish', { id: randomUUID(), version: 0, posting: draft }),
    ).toMatchObject(away);
    const view = await put(county, { title: '样例亲戚厂的', credit_code: code });
    const now = await newest(clerk, view);
    const without = postingInput({ title: '样例亲戚厂的', credit_code: null });
    expect(await clerk.refused('postings.publish', { ...now, posting: without })).toMatchObject(away);
    expect(await clerk.refused('postings.close', now)).toMatchObject(away);
    expect(stateOf(await act(clerk, view, 'hide'))).toBe('hidden');
  });
});

test('位置要在选的区县里：别的区县的、都不在的，说在哪里；边上的、外出的可以', async () => {
  const boss = await employer();
  const QIANJIANG = { lat: 29.5332, lng: 108.7666 };
  const refused = async (over: Draft) => {
    const draft = postingInput({ kind: 'enterprise', ...over });
    const asked = { id: randomUUID(), version: 0, posting: draft };
    return (await boss.refused('postings.publish', asked)).fields?.[0];
  };
  expect(await refused({ point: QIANJIANG })).toMatchObject({
    path: 'posting.point',
    message: expect.stringMatching(/在黔江区，不在选的区县/),
  });
  expect((await refused({ point: { lat: 31.23, lng: 121.47 } }))?.message).toMatch(/不在选的区县/);
  // nor is work elsewhere put where it is not
  const away = { county: '370202', offered_to: '500242', town: null, point: QIANJIANG } as const;
  expect((await refused(away))?.message).toMatch(/在黔江区/);
  const there = await put(boss, { ...away, title: '样例外出', point: { lat: 36.07, lng: 120.38 } });
  expect(there.posting.exact).toBe('exact');
  const here = await put(boss, { title: '样例在家', point: { lat: 28.84, lng: 108.77 } });
  expect(here.posting).toMatchObject({ county: '500242', exact: 'exact' });
});

test('被查实不实、叫停了的单位，打零工也先等区县看；乡镇不能替区县看；别的单位照样马上发', async () => {
  const boss = await employer();
  const wanted = async (work: string) => {
    const id = randomUUID();
    const view = await boss.do('hands.publish', { id, gathering: sampleGathering({ work }) });
    const shown = await entry.call('jobs.show', { id });
    const { join, waits } = view;
    return { id, shown: shown.ok ? shown.data.state : shown.error.name, join: join.ok, waits };
  };
  expect(await wanted('样例搬货')).toMatchObject({ shown: 'open', waits: false });
  const first = await put(boss, { title: '样例甲' });
  await close(county, first);
  const second = await wanted('样例卸货');
  expect(second).toMatchObject({
    shown: expect.stringMatching(/NotFound|checking/),
    join: false,
    waits: true,
  });
  const inbox = await boss.do('messages.list', {});
  expect(JSON.stringify(inbox)).toContain('区县先看过');
  const worker = await byPhone(entry, '13900330001');
  const ask = { id: randomUUID(), gathering: second.id, name: '样例工' };
  expect((await worker.refused('hands.join', ask)).name).toBe('ActionNotAllowed');
  const waiting = await county.do('postings.own', { id: second.id });
  expect(waiting.posting).toMatchObject({ state: 'proposed', may: expect.arrayContaining(['verify']) });
  const early = await clerk.refused('postings.act', { ...(await newest(clerk, waiting)), action: 'verify' });
  expect(early.name).toBe('ActionNotAllowed');
  expect(stateOf(await verify(county, waiting))).toBe('open');
  expect(await knows(boss)).toBe(false);
  // called off while it waits, it waits no more
  const third = await wanted('样例扫地');
  await boss.do('hands.cancel', { id: third.id, reason: '样例：下雨' });
  expect(stateOf(await county.do('postings.own', { id: third.id }))).toBe('closed');
  const other = await employer();
  const id = randomUUID();
  await other.do('hands.publish', { id, gathering: sampleGathering() });
  expect(stateOf(await county.do('postings.own', { id }))).toBe('open');
});

test('说不实的人怎么说的，只有办岗位的看得到：村里的只看到几个人，只办讨薪的都看不到', async () => {
  const view = await put(clerk, { title: '样例村里的', village: '样例村' });
  const { id } = view.posting;
  const who = await byPhone(entry, '13900340001');
  const text = '样例：说好3000，到手2400';
  await who.do('postings.report', { id: randomUUID(), posting: id, reasons: ['pay'], text });
  const village = await sampleResident(entry, 'village-youyang');
  const seen = await village.do('postings.own', { id });
  expect(seen).toMatchObject({ posting: { reports: 1 }, reports: [] });
  expect((await clerk.do('postings.own', { id })).reports).toMatchObject([{ text }]);
  const wages = await sampleResident(entry, 'wages-youyang');
  for (const refused of [
    await wages.refused('postings.own', { id }),
    await wages.refused('postings.queue', { show: 'reported' }),
    await wages.refused('postings.numbers', { from: inDays(-9), to: inDays(0) }),
  ])
    expect(refused.name).toBe('NotAllowed');
});

test('一个单位在一个区县等着核实的最多二十条：看过了再发，改的照样能改，换到别的区县也算', async () => {
  const boss = await employer();
  const views: OwnPostingView[] = [];
  const elsewhere = { county: '360425', town: null } as const;
  for (let turn = 0; turn < 20; turn++) views.push(await put(boss, { title: `样例第${turn}` }));
  const full = {
    name: 'ActionNotAllowed',
    fields: [{ message: expect.stringMatching(/20条等着核实/) }],
  };
  const more = { id: randomUUID(), version: 0, posting: postingInput({ title: '样例多的' }) };
  expect(await boss.refused('postings.publish', more)).toMatchObject(full);
  const [first, second] = views as [OwnPostingView, OwnPostingView];
  expect(stateOf(await again(boss, first, { title: '样例第0', people: 9 }))).toBe('proposed');
  // put there first and moved here
  const other = await put(boss, { title: '样例别处', ...elsewhere });
  const moved = postingInput({ kind: 'enterprise', title: '样例别处' });
  expect(
    await boss.refused('postings.publish', { ...(await newest(boss, other)), posting: moved }),
  ).toMatchObject(full);
  // at the same moment for the last place
  await close(county, second);
  const both = await Promise.all(
    ['甲', '乙', '丙'].map((title) =>
      entry.call(
        'postings.publish',
        { id: randomUUID(), version: 0, posting: postingInput({ title: `样例同时${title}` }) },
        boss.as,
      ),
    ),
  );
  expect(both.filter(({ ok }) => ok)).toHaveLength(1);
  // what is over waits for nobody
  const { db } = house.services.store;
  await db
    .update(posting)
    .set({ openUntil: inDays(-1) })
    .where(eq(posting.id, first.posting.id));
  const listed = async (show: 'proposed' | 'ended') =>
    (await county.do('postings.queue', { show, find: '样例第0' })).postings.map(({ id }) => id);
  expect([await listed('proposed'), await listed('ended')]).toEqual([[], [first.posting.id]]);
  await put(boss, { title: '样例补上的' });
});

test('账号删了，岗位上做过什么还记在单位名下，不再连着那个人', async () => {
  const boss = await employer();
  const first = await put(boss, { title: '样例删号' });
  const events = () =>
    house.services.store.db
      .select({ who: postingEvent.who, actorId: postingEvent.actorId })
      .from(postingEvent)
      .where(eq(postingEvent.postingId, first.posting.id));
  const [before] = await events();
  expect(before?.actorId).not.toBeNull();
  await boss.do('privacy.delete_account', { sure: true });
  expect((await events())[0]).toEqual({ who: before?.who, actorId: null });
});
