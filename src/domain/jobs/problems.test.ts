/** What cannot be right, and the sentence each gets. */
import { idCheckDigit } from '../identity';
import { monthly } from './pay';
import type { PostingDraft } from './posting';
import { printOf } from './print';
import { postingProblems } from './problems';

const TODAY = '2026-11-22';
const SOMEBODY = `50024219900101999${idCheckDigit('50024219900101999')}`;
const draft: PostingDraft = {
  kind: 'enterprise',
  title: '缝纫工',
  employer: '样例服装厂',
  credit_code: null,
  county: '500242',
  town: '板溪镇',
  village: null,
  address: null,
  point: { lat: 28.9, lng: 108.8 },
  exact: 'exact',
  offered_to: null,
  pay: { from_fen: 300_000, to_fen: 450_000, unit: 'month', pieces_per_day: null },
  people: 10,
  shift: null,
  board: null,
  lodging: null,
  childcare_hours: null,
  elders: null,
  light: null,
  skills: [],
  starts_on: null,
  open_until: '2026-12-31',
  words: {
    about: null,
    paid: null,
    hours: null,
    insurance: [],
    contract: null,
    phone: '023-12345678',
    route: null,
    gather: null,
    bus: null,
    cooperation: null,
    destination: null,
    brand: null,
    also: [],
  },
};
const monthPay = (from: number, to: number | null = null) => ({
  pay: {
    from_fen: from * 100,
    to_fen: to === null ? null : to * 100,
    unit: 'month' as const,
    pieces_per_day: null,
  },
});
const wrong = (change: Partial<PostingDraft>) => postingProblems({ ...draft, ...change }, TODAY);

test('好的没有话说', () => {
  expect(wrong({})).toEqual([]);
  expect(wrong({ pay: null, people: null, starts_on: '2026-11-01', open_until: TODAY })).toEqual([]);
});

test.each<[string, Partial<PostingDraft>, string, string]>([
  ['工资0', monthPay(0), 'pay.from_fen', '没有说工资的就空着'],
  ['工资一百万', monthPay(1_000_000), 'pay.from_fen', '太多，不像是真的'],
  ['工资写成千元', monthPay(4.5), 'pay.from_fen', '写成了千元、万元'],
  ['最高比最低少', monthPay(4500, 3000), 'pay.to_fen', '是不是写反了'],
  ['截止过了', { open_until: '2026-11-21' }, 'open_until', '已经截止'],
  ['截止在很远', { open_until: '2062-12-31' }, 'open_until', '年份是不是写错了'],
  ['日历上没有', { open_until: '2026-02-30' }, 'open_until', '日历上有的日子'],
  ['零工昨天开工', { kind: 'day_labour', starts_on: '2026-11-21' }, 'starts_on', '零工写哪天开工'],
  ['十年前开工', { starts_on: '2016-11-21' }, 'starts_on', '是一年以前'],
  ['人数0', { people: 0 }, 'people', '人数要在1到'],
  ['电话是名字', { words: { ...draft.words, phone: '找样例老张' } }, 'phone', '只写数字'],
  ['外出没写给谁', { kind: 'cooperation' }, 'offered_to', '面向哪个区县'],
  [
    '有身份证号',
    { words: { ...draft.words, about: `联系人身份证${SOMEBODY}` } },
    'about',
    '有一个身份证号码',
  ],
  ['单位里有身份证号', { employer: `样例厂${SOMEBODY}` }, 'employer', '有一个身份证号码'],
  ['村里有身份证号', { village: SOMEBODY }, 'village', '有一个身份证号码'],
  ['品牌里有身份证号', { words: { ...draft.words, brand: SOMEBODY } }, 'brand', '有一个身份证号码'],
])('%s', (_, change, at, message) => {
  const problems = wrong(change);
  expect(problems.map((one) => one.at)).toEqual([at]);
  expect(problems[0]?.message).toContain(message);
});

test('同一份工作有同一个印记：标点、空格、全角不算；工资、地方、给谁的不同就不是', () => {
  const same = { ...draft, title: ' 缝纫工 ', employer: '样例服装厂（ ）', address: '样例路1号', people: 3 };
  expect(printOf(same)).toBe(printOf(draft));
  for (const other of [
    monthPay(3100, 4500),
    { town: '苍岭镇' },
    { offered_to: '500242' },
    { title: '熨烫工' },
  ])
    expect(printOf({ ...draft, ...other })).not.toBe(printOf(draft));
});

test('按天、按小时、按件折成一个月；按件没说多少件的折不出', () => {
  const pay = (unit: 'day' | 'hour' | 'piece', from_fen: number, pieces_per_day: number | null = null) =>
    monthly({ from_fen, to_fen: null, unit, pieces_per_day })?.fen ?? null;
  expect([pay('day', 10_000), pay('hour', 1_000), pay('piece', 100, 100), pay('piece', 100)]).toEqual([
    217_500,
    174_000,
    217_500,
    null,
  ]);
});
