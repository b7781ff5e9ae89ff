import type { ServiceBook } from '@/domain/cases';
import type { Pack } from '@/domain/eligibility';
import type { LawBook } from '@/domain/wages/law';
import { type Entry, functionEntry, httpEntry } from './entries';

/** The data of an answer that must be there. */
async function data<T>(answer: Promise<{ ok: true; data: T } | { ok: false; error: unknown }>): Promise<T> {
  const envelope = await answer;
  if (!envelope.ok) throw new Error(JSON.stringify(envelope.error));
  return envelope.data;
}

describe.each([
  ['HTTP', httpEntry],
  ['云函数', functionEntry],
])('同一条路走一遍：%s', (_name, open) => {
  let entry: Entry;
  beforeAll(async () => {
    entry = await open();
  }, 30_000);
  afterAll(() => entry.close());

  test('扫村口的码，知道是哪里', async () => {
    expect(await data(entry.call('policy.scene', { scene: 'cq9Xw4Rt' }))).toEqual({
      region: '500000',
      unit: '500242',
      name: '样例镇便民服务站',
      sample: true,
    });
  });

  test('能选的地方：重庆 38 个代码和没有代码的三处、永修', async () => {
    const places = await data(entry.call('policy.regions', {}));
    expect(places.filter(({ region }) => region === '500000')).toHaveLength(41);
    expect(places.filter(({ region, code }) => region === '500000' && code !== null)).toHaveLength(38);
    expect(places.find(({ id }) => id === 'liangjiang')).toMatchObject({
      code: null,
      aliases: ['500105', '500112'],
    });
    expect(places.find(({ id }) => id === '360425')).toMatchObject({ name: '永修县', region: '360425' });
    expect(JSON.stringify(places)).not.toContain('cq9Xw4Rt');
  });

  test('取政策包，再取一次只说没有变', async () => {
    const pack = (await data(entry.call('policy.pack', { region: '500242' }))) as Pack;
    expect(pack.region.name).toBe('重庆市');
    expect(pack.benefits).toHaveLength(40);
    expect(pack.hash).toMatch(/^[0-9a-f]{64}$/);
    expect(await data(entry.call('policy.pack', { region: '500000', hash: pack.hash }))).toEqual({
      unchanged: true,
    });
    expect(JSON.stringify(pack)).not.toContain('cq9Xw4Rt');
  });

  test('取能办的事，再取一次只说没有变', async () => {
    const book = (await data(entry.call('policy.services', { region: '360425' }))) as ServiceBook;
    expect(book.services.map(({ id }) => id)).toContain('yx-transport-claim');
    expect(book.services.every(({ regions }) => Object.keys(regions).join() === '360425')).toBe(true);
    expect(await data(entry.call('policy.services', { region: '360425', hash: book.hash }))).toEqual({
      unchanged: true,
    });
    const other = (await data(entry.call('policy.services', { region: '500242' }))) as ServiceBook;
    expect(other.hash).not.toBe(book.hash);
  });

  test('取讨薪的法律，再取一次只说没有变', async () => {
    const law = (await data(entry.call('policy.law', {}))) as LawBook;
    expect(law.deadlines.map(({ id }) => id)).toContain('w-insp-accept');
    expect(law.calendar.years.map(({ year }) => year)).toContain(2026);
    expect(law.hash).toMatch(/^[0-9a-f]{64}$/);
    expect(await data(entry.call('policy.law', { hash: law.hash }))).toEqual({ unchanged: true });
    expect(await data(entry.call('policy.law', { hash: 'old' }))).toEqual(law);
  });

  test('原文逐条', async () => {
    const document = await data(entry.call('policy.document', { id: 'yongxiu-2021-75' }));
    expect(document.items.find(({ key }) => key === '（三）')?.text).toContain('补助标准为500元/人');
  });

  test('算一个人：永修 2023 年，跨省干满三个月', async () => {
    const facts = {
      home_county: '360425',
      poverty_alleviated: true,
      work_county: '330106',
      stable_since: '2023-01-10',
      transport_paid_this_year: false,
    };
    const result = await data(entry.call('benefits.check', { region: '360425', as_of: '2023-04-10', facts }));
    const transport = result.decisions.find(({ benefit }) => benefit === 'yx-transport-500');
    expect(transport).toMatchObject({
      status: 'eligible',
      amount: { fen: 50000, percent: null, at_least: false },
      paid_to: 'resident',
      cites: [{ document: '永人社字〔2021〕75号', item: '（三）' }],
    });
    expect(transport?.clauses.map(({ state }) => state)).toEqual(['met', 'met', 'met', 'met']);
    expect(result.decisions).toHaveLength(35);
  });

  test('不说地区，两份文件 75 项都算；不说日期，算今天', async () => {
    const result = await data(entry.call('benefits.check', { facts: {} }));
    expect(result.decisions).toHaveLength(75);
    expect(result.next_question).toBe('home_county');
    const china = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);
    expect(result.as_of).toBe(china);
  });

  test.each([
    ['policy.scene', { scene: 'nobody' }, 'UnknownScene'],
    ['policy.scene', { scene: 'x'.repeat(33) }, 'InvalidInput'],
    ['policy.pack', { region: '360121' }, 'RegionWithoutPack'],
    ['policy.services', { region: '360121' }, 'RegionWithoutPack'],
    ['policy.pack', { region: '36' }, 'InvalidInput'],
    ['policy.pack', {}, 'InvalidInput'],
    ['policy.document', { id: '../../etc/passwd' }, 'UnknownDocument'],
    ['benefits.check', { region: '500242', as_of: '1900-01-01', facts: {} }, 'DateOutOfRange'],
    ['benefits.check', { region: '500242', as_of: '2026-02-30', facts: {} }, 'InvalidInput'],
    ['benefits.check', { region: '360121', facts: {} }, 'RegionWithoutPack'],
    ['benefits.check', { facts: { fpzp: 'yes' } }, 'InvalidInput'],
    ['benefits.check', { facts: { nonsense: true } }, 'InvalidInput'],
    ['benefits.check', { facts: [] }, 'InvalidInput'],
    ['benefits.check', null, 'InvalidInput'],
    ['policy.secrets' as 'policy.pack', {}, 'UnknownProcedure'],
    ['__proto__' as 'policy.pack', {}, 'UnknownProcedure'],
  ] as const)('%s %j → %s', async (name, input, error) => {
    const answer = await entry.call(name, input);
    expect(answer).toMatchObject({ ok: false, error: { name: error } });
    if (!answer.ok) {
      expect(answer.error.requestId).not.toBe('');
      expect(answer.error.message).not.toBe('');
    }
  });

  test('哪个字段不对，说得出来', async () => {
    const answer = await entry.call('benefits.check', { facts: { home_county: 360425 } });
    expect(answer).toMatchObject({ error: { fields: [{ path: 'facts.home_county' }] } });
  });

  test('太大的内容不收', async () => {
    const answer = await entry.call('policy.scene', { scene: 'x'.repeat(100_000) });
    expect(answer).toMatchObject({ ok: false, error: { name: 'BodyTooLarge' } });
  });
});
