import fc from 'fast-check';
import { groupedYuan } from '../money/yuan';
import { type Entry, entryProblem, type Job, type Pay } from './diary';
import { entryLooksOdd, jobLooksOdd, owedLooksOdd, payLooksOdd } from './odd';
import { earnedIn, owedByMonth } from './owed';
import { earlierOf, monthGrid, monthWork, standing } from './sums';

let number = 0;
const entry = (more: Partial<Entry>): Entry => ({
  ...{ id: `e${number++}`, job: 'j', day: '2026-05-04', kind: 'work', written_at: '2026-05-04T10:00:00Z' },
  ...more,
});
const JOB: Job = {
  ...{ id: 'j', title: '样例工地', county: '500242', work_kind: 'site', site_name: '', employer_name: '' },
  ...{ boss: '', boss_phone: '', pay_kind: 'day', pay_rate: 30_000 },
  ...{ started_on: '2026-05-01', ended_on: '2026-06-30' },
};
const month = (of: string, more: Partial<Entry> = {}) => monthWork(of, [entry({ day: `${of}-10`, ...more })]);

test('改过的只算最后写的，划掉的不算，旧的都还看得到', () => {
  const first = entry({ halves: 2 });
  const second = entry({ halves: 1, replaces: first.id });
  const third = entry({ halves: 1, overtime_minutes: 120, replaces: second.id });
  const wrong = entry({ halves: 2, day: '2026-05-05' });
  const all = [
    first,
    second,
    third,
    wrong,
    entry({ kind: 'correction', day: wrong.day, replaces: wrong.id }),
  ];
  expect(standing(all)).toEqual([third]);
  expect(earlierOf(all, third)).toEqual([second, first]);
  expect(monthWork('2026-05', all)).toMatchObject({ halves: 1, overtime_minutes: 120, entries: 1 });
});

test.each<[string, Pay, Partial<Entry>, number, string]>([
  [
    '按月，做了12天',
    { pay_kind: 'month', pay_rate: 300_000 },
    { halves: 24 },
    165_517,
    '3,000元 ÷ 21.75 × 12天 ＝ 1,655.17元',
  ],
  [
    '按月，整月做满',
    { pay_kind: 'month', pay_rate: 300_000 },
    { full_month: true },
    300_000,
    '整月做满，按月工资 3,000元',
  ],
  [
    '按月，26天不超过整月',
    { pay_kind: 'month', pay_rate: 300_000 },
    { halves: 52 },
    300_000,
    '3,000元 ÷ 21.75 × 26天 ＝ 3,586.21元，比整月多，按整月 3,000元',
  ],
  [
    '按月，天和小时',
    { pay_kind: 'month', pay_rate: 300_000 },
    { halves: 2, minutes: 240 },
    20_690,
    '3,000元 ÷ 21.75 × （1天 ＋ 4小时（8小时算1天）） ＝ 206.90元',
  ],
  ['按天', { pay_kind: 'day', pay_rate: 30_000 }, { halves: 5 }, 75_000, '300元 × 2.5天 ＝ 750元'],
  [
    '按天，有半天的零头分',
    { pay_kind: 'day', pay_rate: 30_001 },
    { halves: 1 },
    15_001,
    '300.01元 × 0.5天 ＝ 150.01元',
  ],
  ['按小时', { pay_kind: 'hour', pay_rate: 2_500 }, { minutes: 450 }, 18_750, '25元 × 7.5小时 ＝ 187.50元'],
  ['按件', { pay_kind: 'piece', pay_rate: 350 }, { pieces: 12_050 }, 42_175, '3.50元 × 120.5件 ＝ 421.75元'],
])('%s', (_, pay, work, fen, how) => {
  expect(earnedIn(pay, month('2026-05', work))).toEqual({ fen, how });
});

test('没写工钱、没记数：说得出为什么，不当作0', () => {
  expect(earnedIn({ pay_kind: null, pay_rate: null }, month('2026-05', { halves: 2 })).fen).toBeNull();
  expect(earnedIn({ pay_kind: 'piece', pay_rate: 100 }, month('2026-05', { halves: 2 }))).toEqual({
    fen: 0,
    how: '这个月没有记件数，按件算是0元',
  });
});

test('发的钱先抵说好的那个月，其余先抵最早的月', () => {
  const works = [
    month('2026-04', { halves: 20 }),
    monthWork('2026-05', [
      entry({ halves: 20 }),
      entry({ kind: 'paid', paid: 100_000, paid_for: '2026-05' }),
      entry({ kind: 'paid', paid: 50_000 }),
    ]),
  ];
  const owed = owedByMonth(JOB, [...works].reverse());
  expect(owed.months.map(({ month: of, paid, owed: { fen } }) => [of, paid, fen])).toEqual([
    ['2026-04', 50_000, 250_000],
    ['2026-05', 100_000, 200_000],
  ]);
  expect(owed.owed).toEqual({ fen: 450_000, how: '该给 6,000元 − 已经给的 1,500元 ＝ 4,500元' });
  expect(owedLooksOdd(owed)).toBeNull();
});

test('不管怎么记：各月欠的加起来就是一共欠的，都是整分', () => {
  const one = fc.record({
    at: fc.constantFrom('2026-03', '2026-04', '2026-05'),
    halves: fc.nat(62),
    paid: fc.nat(2_000_000),
    to: fc.option(fc.constantFrom('2026-03', '2026-05', '2027-01'), { nil: undefined }),
  });
  const pay = fc.record({
    pay_kind: fc.constantFrom('month' as const, 'day' as const, 'hour' as const),
    pay_rate: fc.integer({ min: 1, max: 100_000_000 }),
  });
  fc.assert(
    fc.property(fc.uniqueArray(one, { selector: ({ at }) => at }), pay, (all, terms) => {
      const works = all.map(({ at, halves, paid, to }) =>
        monthWork(at, [
          entry({ day: `${at}-03`, halves }),
          entry({ day: `${at}-04`, kind: 'paid', paid, ...(to && { paid_for: to }) }),
        ]),
      );
      const { months, owed, earned, paid, over } = owedByMonth(terms, works);
      const sum = months.reduce((n, { owed: { fen } }) => n + (fen ?? 0), 0);
      expect(sum).toBe(owed.fen);
      expect(Number.isSafeInteger(sum)).toBe(true);
      expect((owed.fen ?? 0) - over).toBe((earned.fen ?? 0) - paid);
      for (const {
        earned: { fen },
        paid: share,
      } of months)
        expect(share).toBeLessThanOrEqual(fen ?? 0);
    }),
  );
});

test('月历：从周一排，格子里有记下的事', () => {
  const grid = monthGrid('2026-05', [
    entry({ halves: 2 }),
    entry({ day: '2026-05-31', kind: 'paid', paid: 1 }),
  ]);
  // 2026-05-01 is a Friday
  expect(grid[0]?.map((mark) => mark?.day ?? null)).toEqual([
    null,
    null,
    null,
    null,
    '2026-05-01',
    '2026-05-02',
    '2026-05-03',
  ]);
  expect(grid[1]?.[0]).toMatchObject({ day: '2026-05-04', worked: true, halves: 2, paid: 0 });
  expect(grid[4]?.[6]).toMatchObject({ day: '2026-05-31', worked: false, paid: 1 });
  expect(grid).toHaveLength(5);
  expect(monthGrid('2024-02', []).flat().filter(Boolean)).toHaveLength(29);
});

test.each<[Pay['pay_kind'], number, boolean]>([
  ['day', 200_000, true],
  ['day', 199_999, false],
  ['month', 50_000, true],
  ['month', 50_001, false],
  ['hour', 30_000, true],
  ['piece', 10, false],
  [null, 10, false],
])('像是写错了工钱吗：%s %i', (pay_kind, pay_rate, odd) => {
  expect(payLooksOdd({ pay_kind, pay_rate }) !== null).toBe(odd);
});

test('对不上的要问回去', () => {
  expect(jobLooksOdd({ ...JOB, ended_on: '2026-04-30' })).toEqual([expect.stringContaining('写反了')]);
  const ask = (more: Partial<Entry>, others: readonly Entry[] = []) =>
    entryLooksOdd(JOB, entry(more), others, '2026-05-20');
  expect(ask({ halves: 2 })).toEqual([]);
  expect(ask({ day: '2026-04-30', halves: 2 })).toEqual([expect.stringContaining('还早')]);
  expect(ask({ day: '2026-07-01', halves: 2 })).toHaveLength(2);
  expect(ask({ minutes: 480, overtime_minutes: 990 })).toEqual([expect.stringContaining('24.5小时')]);
  expect(ask({ halves: 2 }, [entry({ halves: 2 })])).toEqual([expect.stringContaining('记重')]);
  const old = entry({ halves: 2 });
  expect(ask({ halves: 1, replaces: old.id }, [old])).toEqual([]);
  const over = owedByMonth(JOB, [
    monthWork('2026-05', [entry({ halves: 2 }), entry({ kind: 'paid', paid: 40_000 })]),
  ]);
  expect(owedLooksOdd(over)).toContain('多 100元');
});

test('写不成的说得出为什么', () => {
  expect(entryProblem(entry({ halves: 2 }))).toBeNull();
  expect(entryProblem(entry({}))).toContain('干了几天');
  expect(entryProblem(entry({ day: '2026-02-30', halves: 2 }))).toContain('日历上没有');
  expect(entryProblem(entry({ kind: 'paid' }))).toContain('多少钱');
  expect(entryProblem(entry({ kind: 'paid', paid: 1.5 }))).toContain('数目');
  expect(entryProblem(entry({ kind: 'promise' }))).toContain('答应');
  expect(entryProblem(entry({ kind: 'note' }))).toContain('几个字');
  expect(entryProblem(entry({ kind: 'correction' }))).toContain('划掉');
});

test('钱的写法', () => {
  expect([0, 5, 100, 165_517, 330_000, 123_456_789].map(groupedYuan)).toEqual([
    '0',
    '0.05',
    '1',
    '1,655.17',
    '3,300',
    '1,234,567.89',
  ]);
});
