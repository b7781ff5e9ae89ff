/** Work near home and elsewhere, as people look for it: both entries. */
import { eq } from 'drizzle-orm';
import { SAMPLES } from '@/cloud/demo/samples';
import { cursorOf } from '@/cloud/jobs/cursor';
import { posting, workCard } from '@/cloud/store/schema';
import { sealCard } from '@/cloud/work/card';
import type { InputOf } from '@/contract/api';
import { EMPTY_CARD } from '@/domain/jobs/card';
import { book } from '../book';
import { type TestServices, testServices } from '../services';
import { type Entry, functionEntry, httpEntry } from './entries';
import { newPosting, type Over } from './postings';
import { Resident, sampleResident } from './resident';
import { inDays } from './training';

const CENTRE = book.centres['500242'] as { lat: number; lng: number };
const accountOf = (sample: string) => SAMPLES.find(({ id }) => id === sample)?.account as string;
type Search = InputOf<'jobs.search'>;
/** So far north of the middle of 酉阳. */
const north = (metres: number) => ({ lat: CENTRE.lat + metres / 111_195, lng: CENTRE.lng });
const HERE: Search['from'] = { ...CENTRE, datum: 'gcj02' };

describe.each([
  ['HTTP', httpEntry],
  ['云函数', functionEntry],
])('家门口的活：%s', (_, open) => {
  let house: TestServices;
  let entry: Entry;
  let stranger: Resident;

  beforeAll(async () => {
    house = await testServices();
    entry = await open(house);
    stranger = new Resident(entry, {});
  }, 60_000);
  afterAll(async () => {
    await entry.close();
    await house.drop();
  });
  beforeEach(() => house.services.store.db.delete(posting));

  const many = async (...list: readonly Over[]) => {
    for (const over of list) await newPosting(house, over);
  };
  const look = (who: Resident, over: Partial<Search> = {}) =>
    who.do('jobs.search', { scope: 'near', from: HERE, filter: {}, sort: 'near', ...over });
  const titles = async (who: Resident, over: Partial<Search> = {}) =>
    (await look(who, over)).postings.map(({ title }) => title);
  const set = (title: string, values: Partial<typeof posting.$inferInsert>) =>
    house.services.store.db.update(posting).set(values).where(eq(posting.title, title));

  test('附近少就自己往远处看，说清楚看了多远；不开放的、过期的、外出的都不在里面', async () => {
    await many(
      { title: '样例近', ...north(500) },
      { title: '样例中', ...north(25_000) },
      { title: '样例远', ...north(70_000) },
      { title: '样例太远', ...north(120_000) },
      { title: '样例停招', ...north(100), state: 'closed' },
      { title: '样例压下', ...north(100), state: 'held', reason: '样例原因' },
      { title: '样例过期', ...north(100), openUntil: inDays(-1) },
      { title: '样例外出', ...north(100), offeredTo: '500242' },
    );
    const found = await look(stranger);
    expect(found).toMatchObject({ within: 100_000, widened: true, wider: null, next: null });
    expect(found.postings.map(({ title, metres }) => [title, metres])).toEqual([
      ['样例近', 500],
      ['样例中', 25_000],
      ['样例远', 70_000],
    ]);
    await many(...Array.from({ length: 4 }, (_, n) => ({ title: `样例${n}`, ...north(600 + n) })));
    expect(await look(stranger)).toMatchObject({ within: 30_000, widened: false });
  });

  test('说了多远就是多远：少的说放宽到多远有几个，不自己放宽；数的和找的一样', async () => {
    const count = (filter: Search['filter']) =>
      stranger.do('jobs.count', { scope: 'near', from: HERE, filter });
    await many({ title: '样例远', ...north(70_000) }, { title: '样例更远', ...north(80_000) });
    const none = await look(stranger, { filter: { within: 3_000 } });
    expect(none).toMatchObject({
      ...{ postings: [], within: 3_000, widened: false },
      wider: { within: 100_000, count: 2, more: false },
    });
    expect(await count({ within: 3_000 })).toMatchObject({ count: 0, within: 3_000, widened: false });
    await many({ title: '样例近', ...north(500) }, { title: '样例中', ...north(9_000), board: 'free' });
    for (const sort of ['near', 'pay', 'new', 'fit'] as const)
      expect(await look(stranger, { filter: { within: 3_000 }, sort })).toMatchObject({
        postings: [{ title: '样例近' }],
        wider: { within: 10_000, count: 2 },
      });
    expect((await look(stranger, { filter: { within: 3_000, board: true } })).wider).toMatchObject({
      ...{ within: 10_000, count: 1 },
    });
    // nothing more however far, or enough of them: nothing to offer
    expect((await look(stranger, { filter: { within: 100_000 } })).wider).toBeNull();
    await many(...Array.from({ length: 4 }, () => north(700)));
    expect((await look(stranger, { filter: { within: 3_000 } })).wider).toBeNull();
  });

  test('手机给的 WGS-84 换成地图的坐标再算', async () => {
    await many({ title: '样例厂', ...CENTRE });
    const at = { lat: 28.90134, lng: 108.79617 };
    const [raw] = (await look(stranger, { from: { ...at, datum: 'gcj02' } })).postings;
    const [turned] = (await look(stranger, { from: { ...at, datum: 'wgs84' } })).postings;
    expect(Math.abs((raw?.metres ?? 0) - (turned?.metres ?? 0))).toBeGreaterThan(50);
  });

  test('翻页的时候有新的、停招的、改了的：别的不丢也不重', async () => {
    for (const sort of ['near', 'pay', 'new'] as const) {
      await house.services.store.db.delete(posting);
      const row = (n: number): Over => ({
        title: `样例${String(n).padStart(2, '0')}`,
        ...north(1_000 + n * 10),
        payFrom: 900_000 - n * 1_000,
        postedAt: new Date(Date.now() - n * 60_000),
      });
      await many(...Array.from({ length: 50 }, (_, n) => row(n)));
      const first = await look(stranger, { sort });
      // one at the front, one behind; one seen and one not yet seen are closed; one that was seen changes
      await many({ ...row(0), title: '样例新前', ...north(5), payFrom: 990_000, postedAt: new Date() });
      await many({
        ...row(30),
        title: '样例新后',
        ...north(1_305),
        payFrom: 869_500,
        postedAt: new Date(Date.now() - 30.5 * 60_000),
      });
      await set('样例05', { state: 'closed' });
      await set('样例25', { state: 'closed' });
      await set('样例07', { title: '样例07改' });
      const second = await look(stranger, { sort, cursor: first.next as string });
      const third = await look(stranger, { sort, cursor: second.next as string });
      const got = [first, second, third].flatMap(({ postings }) => postings.map(({ title }) => title));
      const before = Array.from({ length: 50 }, (_, n) => `样例${String(n).padStart(2, '0')}`);
      const expected = before.filter((title) => title !== '样例25');
      expected.splice(expected.indexOf('样例31'), 0, '样例新后');
      expect(got).toEqual(expected);
      expect(third.next).toBeNull();
    }
    const { next } = await look(stranger, { sort: 'new' });
    for (const cursor of ['乱写的', `${next}0`, next as string])
      expect(
        await stranger.refused('jobs.search', { scope: 'near', from: HERE, filter: {}, sort: 'pay', cursor }),
      ).toMatchObject({ name: 'InvalidInput', fields: [{ path: 'cursor' }] });
  });

  test('看一条也有次数；翻页不能自己写看多远', async () => {
    const id = await newPosting(house);
    const take = jest.spyOn(house.services.limits, 'take');
    await stranger.do('jobs.show', { id });
    // the function is a process of its own
    if (open === httpEntry) expect(take).toHaveBeenCalledWith('postings_caller', expect.anything());
    take.mockRestore();
    expect(cursorOf(`pay 999999 0 0 ${id}`, 'pay')?.within).toBe(100_000);
  });

  test('数一数：有多少，不说工钱的另外数；一千以上说更多', async () => {
    await many(
      { payFrom: 400_000 },
      { payFrom: 250_000 },
      { payFrom: 16_000, payUnit: 'day' },
      { payFrom: null, payUnit: null },
      { payFrom: 100, payUnit: 'piece', board: 'free' },
    );
    const count = (filter: Search['filter']) =>
      stranger.do('jobs.count', { scope: 'near', from: HERE, filter });
    const near = { more: false, within: 30_000, widened: false };
    const none = { unsaid_traits: { count: 0, more: false } };
    expect(await count({})).toEqual({ ...near, count: 5, unsaid: 0, ...none });
    const wide = { more: false, within: 100_000, widened: true };
    expect(await count({ pay_from: 300_000 })).toEqual({ ...wide, count: 2, unsaid: 2, ...none });
    expect(await count({ pay_from: 300_000, board: true })).toEqual({
      ...{ ...wide, count: 0, unsaid: 1 },
      unsaid_traits: { count: 2, more: false },
    });
    const [daily] = (await look(stranger, { sort: 'pay', filter: { pay_from: 300_000 } })).postings.slice(1);
    expect(daily?.monthly).toEqual({ fen: 348_000, way: '一个月按21.75天（人社部发〔2025〕2号）算' });
    expect(
      await stranger.do('jobs.count', { scope: 'away', from: { county: '500242' }, filter: {} }),
    ).toEqual({
      ...{ count: 0, more: false, within: null, widened: false, unsaid: 0, ...none },
    });
  });

  test('为什么给他看：每一条都是事实，帮扶的带条款；没登录的不说“您”', async () => {
    const { db, cipher } = house.services.store;
    const me = await sampleResident(entry, 'continued');
    const card = sealCard(cipher, accountOf('continued'), { ...EMPTY_CARD, skills: ['sewing', 'building'] });
    await db
      .insert(workCard)
      .values({ id: accountOf('continued'), contentEnc: card, rev: 1, savedAt: new Date() })
      .onConflictDoNothing();
    await me.do('consent.give', { kind: 'register', version: 1 });
    await many(
      { title: '样例缝纫', ...north(2_100), skills: ['sewing', 'cooking'], board: 'free', light: true },
      { title: '样例修路', ...north(900), kind: 'work_relief', skills: ['building'] },
      { title: '样例空', ...north(10) },
      { title: '样例永修工地', kind: 'work_relief', county: '360425', ...book.centres['360425'] },
    );
    const { postings } = await look(me, { sort: 'fit' });
    const said = (list: typeof postings) =>
      list.map(({ title, reasons }) => [
        title,
        ...reasons.map(({ text, mine }) => (mine ? `*${text}` : text)),
      ]);
    expect(said(postings)).toEqual([
      ['样例修路', '离您900米', '*会泥瓦、木工、装修', '*优先帮扶对象（以工代赈，第七条）'],
      ['样例缝纫', '离您2.1公里', '*会缝纫', '*半劳力、弱劳力能干', '包吃'],
      ['样例空', '离您50米'],
    ]);
    expect(postings[0]?.reasons.at(-1)?.cite).toBe('渝人社规〔2026〕6号（七）');
    // what gives nobody anything by name stands on its page alone
    const shown = await me.do('jobs.show', { id: postings[0]?.id as string });
    expect('reasons' in shown && shown.reasons.at(-1)?.passage).toMatchObject({
      item: '（十五）',
      benefit: null,
    });
    expect(said((await look(stranger, { sort: 'fit' })).postings)).toEqual([
      ['样例空', '离您50米'],
      ['样例修路', '离您900米', '优先帮扶对象（以工代赈，第七条）'],
      ['样例缝纫', '离您2.1公里', '半劳力、弱劳力能干', '包吃'],
    ]);
    // the document of 永修 has ended: said, not promised; and it is not for people of 酉阳
    const there = { from: { county: '360425' } };
    expect(said((await look(stranger, there)).postings)).toEqual([
      ['样例永修工地', '原来带动帮扶对象参加（以工代赈，第六条），文件2025年12月31日到期，现在以当地为准'],
    ]);
    expect(said((await look(me, there)).postings)).toEqual([['样例永修工地']]);
  });

  test('外出的活按区县给；该有交通补助的，说是哪一条', async () => {
    const me = await sampleResident(entry, 'continued');
    await me.do('consent.give', { kind: 'register', version: 1 });
    const away = { kind: 'cooperation' as const, county: '370100' };
    await many(
      { ...away, title: '样例济南', offeredTo: '500242', words: { bus: '样例车', cooperation: 'lu_yu' } },
      { ...away, title: '样例全市', offeredTo: '500000', postedAt: new Date(Date.now() - 60_000) },
      { ...away, title: '样例别县', offeredTo: '500101' },
    );
    const of = { scope: 'away' as const, from: { county: '500242' }, sort: 'new' as const };
    expect(await titles(stranger, of)).toEqual(['样例济南', '样例全市']);
    const [first] = (await look(me, of)).postings;
    expect(first?.metres).toBeNull();
    expect(first?.reasons.map(({ text }) => text)).toEqual([
      '鲁渝劳务协作',
      '有专车送',
      '劳务协作帮着到市外就业（外出务工，第三条）',
      '外出务工有点对点帮扶（外出务工，第五条）',
      '到那里干活可以问交通补助（第五条）',
    ]);
    expect(await stranger.refused('jobs.search', { ...of, from: HERE, filter: {} })).toMatchObject({
      fields: [{ path: 'from', message: expect.stringContaining('区县') }],
    });
  });

  test('说不出在哪里的：写反了、在国外、没有收录、整个省，各有一句话', async () => {
    const refused = async (from: unknown) => {
      const { name, fields } = await stranger.refused('jobs.search', {
        ...{ scope: 'near', from, filter: {}, sort: 'near' },
      });
      return [name, fields?.[0]?.message];
    };
    const gcj = { datum: 'gcj02' };
    expect(await refused({ lat: 108.77, lng: 28.84, ...gcj })).toEqual([
      'InvalidInput',
      '经度和纬度好像写反了。请重新定位，或者选一个乡镇来看',
    ]);
    expect(await refused({ lat: 0, lng: 0, ...gcj })).toEqual([
      'InvalidInput',
      '这个位置不在国内，可能在海上或者国外。请重新定位，或者选一个乡镇来看',
    ]);
    expect(await refused({ county: '110101' })).toEqual(['RegionWithoutPack', undefined]);
    expect(await refused({ county: '500000' })).toEqual([
      'InvalidInput',
      '不知道这个地方在哪里，请选到区县或者乡镇',
    ]);
  });

  test('从区县的中间看：按远近排，但不说离谁多远', async () => {
    await many({ title: '样例远', ...north(40_000) }, { title: '样例近', ...north(1_000) });
    const { postings } = await look(stranger, { from: { county: '500242', town: '样例没有的镇' } });
    expect(postings.map(({ title, metres, reasons }) => [title, metres, reasons])).toEqual([
      ['样例近', null, []],
      ['样例远', null, []],
    ]);
  });

  test('一个岗位：谁说的都写上；停招了给最近的同类', async () => {
    const id = await newPosting(house, {
      kind: 'workshop',
      ...north(100),
      words: { also: ['样例第二来源'] },
      reason: '样例内部说明',
    });
    expect(await stranger.do('jobs.show', { id, from: HERE })).toMatchObject({
      ...{ state: 'open', reason: null, metres: 100, alike: [] },
      sources: ['样例来源', '样例第二来源'],
    });
    await many(
      { title: '样例车间远', kind: 'workshop', ...north(3_000) },
      { title: '样例车间近', kind: 'workshop', ...north(1_000) },
      { title: '样例工厂', ...north(200) },
    );
    await house.services.store.db.update(posting).set({ state: 'closed' }).where(eq(posting.id, id));
    const ended = await stranger.do('jobs.show', { id });
    expect(ended).toMatchObject({ state: 'closed', reason: '招人的已经停招了', metres: null });
    expect(ended.alike.map(({ title }) => title)).toEqual(['样例车间近', '样例车间远']);
    await house.services.store.db
      .update(posting)
      .set({ state: 'open', openUntil: inDays(-1) })
      .where(eq(posting.id, id));
    expect(await stranger.do('jobs.show', { id })).toMatchObject({
      state: 'expired',
      reason: '过了截止的那一天',
    });
  });

  test('正在核实的：一个字也不说，给看的人附近别的；没有这一条的才说没有', async () => {
    const id = await newPosting(house, {
      ...{ kind: 'workshop', title: '样例不给看', employer: '样例不给看的厂', ...north(100) },
      reason: '样例内部说明',
    });
    await many(
      { title: '样例近处', ...north(-2_000) },
      { title: '样例同类', kind: 'workshop', ...north(3_000) },
    );
    for (const state of ['proposed', 'held', 'hidden'] as const) {
      await house.services.store.db.update(posting).set({ state }).where(eq(posting.id, id));
      const seen = await stranger.do('jobs.show', { id, from: HERE });
      expect(Object.keys(seen).sort()).toEqual(['alike', 'id', 'state']);
      expect([seen.state, seen.alike.map(({ title }) => title)]).toEqual([
        'checking',
        ['样例近处', '样例同类'],
      ]);
      expect(JSON.stringify(seen)).not.toMatch(/不给看|内部/);
      // without where one looks from, what else there is would tell where it is
      expect(await stranger.do('jobs.show', { id })).toEqual({ id, state: 'checking', alike: [] });
    }
    const unknown = '00000000-0000-4000-8000-000000000000';
    expect(await stranger.refused('jobs.show', { id: unknown })).toMatchObject({ name: 'NotFound' });
  });

  test('收藏的：哪些还在招，哪些结束了，为什么', async () => {
    const open = await newPosting(house);
    const closed = await newPosting(house, { state: 'closed', reason: '样例内部说明' });
    const over = await newPosting(house, { openUntil: inDays(-1) });
    const held = await newPosting(house, { state: 'held', reason: '样例内部说明' });
    const unknown = '00000000-0000-4000-8000-000000000000';
    const ids = [open, closed, over, held, unknown];
    expect(await stranger.do('jobs.states', { ids: [...ids, open] })).toEqual([
      { id: open, state: 'open', reason: null },
      { id: closed, state: 'ended', reason: '招人的已经停招了' },
      { id: over, state: 'ended', reason: '过了截止的那一天' },
      { id: held, state: 'checking', reason: null },
      { id: unknown, state: 'gone', reason: null },
    ]);
    expect(await stranger.refused('jobs.states', { ids: [] })).toMatchObject({ name: 'InvalidInput' });
  });

  test('用的是哪种排法、从哪里量，答案都说出来', async () => {
    await many({ title: '样例外出', offeredTo: '500242', county: '370100' }, { title: '样例近' });
    const away = { scope: 'away', from: { county: '500242' } } as const;
    expect(await look(stranger, { ...away, sort: 'near' })).toMatchObject({ sort: 'new', measured: null });
    expect(await look(stranger, { ...away, sort: 'pay' })).toMatchObject({ sort: 'pay' });
    expect(await look(stranger)).toMatchObject({ sort: 'near', measured: 'exact' });
    const town = { county: '500242', town: '样例没有的镇' };
    expect(await look(stranger, { from: town })).toMatchObject({ sort: 'near', measured: 'county' });
  });
});
