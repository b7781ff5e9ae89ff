import { converted, itemsOf, type PayInput } from './amounts';
import type { PayItemRow, PayRules } from './law';

const item = (id: PayItemRow['id']): PayItemRow => ({
  ...{ id, title: id, plain: '', condition: '', limits: [`limit-${id}`], cite: [] },
});
const wage = (region: string, tier: number | null, month: number, from: string) => ({
  ...{ region, tier, month, hour: 2_300, from, as_of: '2025-07-01', verified: false, source: '' },
});
const PAY: PayRules = {
  ...{ days_a_month: 21.75, hours_a_day: 8 },
  minimum_wages: [
    wage('500000', 1, 210_000, '2022-04-01'),
    wage('500000', 1, 233_000, '2025-01-01'),
    wage('500000', 2, 220_000, '2025-01-01'),
    wage('500000', 1, 999_900, '2099-01-01'),
    wage('360000', 3, 174_000, '2024-04-01'),
  ],
  items: (['wages', 'overtime', 'double_pay', 'severance', 'extra'] as const).map(item),
};
const INPUT: PayInput = {
  ...{ pay_kind: 'month', pay_rate: 400_000, owed: { fen: 2_700_000, how: '说的' }, overtime: null },
  ...{ started_on: '2024-03-10', ended_on: '2026-06-30', today: '2026-11-22', county: '500242' },
  ...{ contract: null, left_for_arrears: null, order_unmet: null },
};
const of = (id: PayItemRow['id'], more: Partial<PayInput> = {}) =>
  itemsOf(PAY, { ...INPUT, ...more }).items.find((one) => one.id === id);

test('月、天、小时怎么换', () => {
  const say = (kind: 'month' | 'day' | 'hour', rate: number) => {
    const all = converted({ pay_kind: kind, pay_rate: rate }, PAY);
    return all && [all.month.fen, all.day.fen, all.hour.fen];
  };
  expect(say('month', 435_000)).toEqual([435_000, 20_000, 2_500]);
  expect(say('day', 20_000)).toEqual([435_000, 20_000, 2_500]);
  expect(say('hour', 2_500)).toEqual([435_000, 20_000, 2_500]);
  expect(converted({ pay_kind: 'month', pay_rate: 300_000 }, PAY)?.day.how).toBe(
    '3,000元 ÷ 21.75天 ＝ 137.93元',
  );
  expect(converted({ pay_kind: 'piece', pay_rate: 100 }, PAY)).toBeNull();
});

test('合计只有工资和要的加班费；别的各算各的', () => {
  const all = itemsOf(PAY, {
    ...INPUT,
    ...{
      contract: false,
      left_for_arrears: true,
      order_unmet: true,
      overtime: { fen: 90_000, minutes: 1_800 },
    },
  });
  expect(all.total.fen).toBe(2_790_000);
  expect(all.items.map(({ id, in_total, reference }) => [id, in_total, reference])).toEqual([
    ['wages', true, false],
    ['overtime', true, false],
    ['double_pay', false, true],
    ['severance', false, true],
    ['extra', false, true],
  ]);
  expect(all.items[1]?.sum.how).toBe('记下的加班一共30小时，您要的是 900元。加班倍数按劳动法，向12333问清。');
  expect(all.items[2]?.limits).toEqual(['limit-double_pay']);
});

test('加班没提就没有；不知道欠多少就没有合计', () => {
  expect(of('overtime')).toBeUndefined();
  expect(itemsOf(PAY, { ...INPUT, owed: { fen: null, how: '' } }).total.fen).toBeNull();
});

test('双倍工资：没签的才有，第2到第12个月，最多11个月', () => {
  expect(of('double_pay')).toBeUndefined();
  expect(of('double_pay', { contract: true })).toBeUndefined();
  const months = (started_on: string, ended_on: string) =>
    (of('double_pay', { contract: false, started_on, ended_on })?.sum.fen ?? 0) / 400_000;
  expect(months('2024-03-10', '2026-06-30')).toBe(11);
  expect(months('2026-01-10', '2026-03-09')).toBe(0);
  expect(months('2026-01-10', '2026-03-10')).toBe(1);
  expect(months('2026-01-31', '2026-06-30')).toBe(4);
  expect(of('double_pay', { contract: false, started_on: null })?.sum).toMatchObject({ fen: null });
  expect(of('double_pay', { contract: false, pay_kind: 'day', pay_rate: 20_000 })?.sum.how).toContain(
    '200元 × 21.75天 ＝ 4,350元',
  );
});

test('经济补偿：满几年算几年，零头只说没算进去', () => {
  expect(of('severance', { left_for_arrears: false })).toBeUndefined();
  expect(of('severance')?.sum).toEqual({
    fen: 800_000,
    how: '满2年 × 月工资（说好的：每月4,000元）＝ 8,000元。不满一年的3个月没有算进去，以仲裁认定为准',
  });
});

test('加付：没有责令就没有数；有了也只是一个范围', () => {
  expect(of('extra', { order_unmet: false })).toBeUndefined();
  expect(of('extra')).toMatchObject({ range: null, sum: { fen: null } });
  expect(of('extra', { order_unmet: true })).toMatchObject({
    range: { from: 1_350_000, to: 2_700_000 },
    sum: { fen: null },
    in_total: false,
  });
});

test('终局的上限：两档都给，标明未核实；以后的标准不用', () => {
  expect(
    of('wages')?.ceilings.map(({ tier, fen, within, verified }) => [tier, fen, within, verified]),
  ).toEqual([
    [1, 2_796_000, true, false],
    [2, 2_640_000, false, false],
  ]);
  expect(of('wages')?.ceilings[0]?.how).toBe(
    '1档 月最低工资 2,330元 × 12 ＝ 27,960元（2025-07-01的数，未核实）',
  );
  expect(of('wages', { county: '360425' })?.ceilings.map(({ fen }) => fen)).toEqual([2_088_000]);
  expect(of('wages', { county: null })?.ceilings).toEqual([]);
  expect(of('wages', { county: '110101' })?.ceilings).toEqual([]);
});
