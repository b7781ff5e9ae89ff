/** How much: the items of a claim, each with its arithmetic, its condition and its own limits. Integer fen. */

import { addMonths, dayNumber, wholeMonths } from '../calendar/days';
import { groupedYuan } from '../money/yuan';
import { hoursText, PAY_WORDS, type Pay } from './diary';
import type { Cite, MinimumWage, PayItemRow, PayRules } from './law';
import type { Conversion, Sum } from './owed';

/** A rate, said by the month, the day and the hour. */
export interface Converted {
  readonly month: Sum;
  readonly day: Sum;
  readonly hour: Sum;
}

/** Month ↔ day ↔ hour with 21.75 days and 8 hours; null for pay by the piece. */
export function converted({ pay_kind, pay_rate }: Pay, by: Conversion): Converted | null {
  if (pay_kind === null || pay_kind === 'piece' || pay_rate === null) return null;
  const hundredths = Math.round(by.days_a_month * 100);
  const rate = `${groupedYuan(pay_rate)}元`;
  const sum = (exact: number, how: string): Sum => {
    const fen = Math.round(exact);
    return { fen, how: `${how} ＝ ${groupedYuan(fen)}元` };
  };
  const said: Sum = { fen: pay_rate, how: `说好的：每${PAY_WORDS[pay_kind].unit}${rate}` };
  const [d, h] = [by.days_a_month, by.hours_a_day];
  switch (pay_kind) {
    case 'month':
      return {
        month: said,
        day: sum((pay_rate * 100) / hundredths, `${rate} ÷ ${d}天`),
        hour: sum((pay_rate * 100) / (hundredths * h), `${rate} ÷ ${d}天 ÷ ${h}小时`),
      };
    case 'day':
      return {
        month: sum((pay_rate * hundredths) / 100, `${rate} × ${d}天`),
        day: said,
        hour: sum(pay_rate / h, `${rate} ÷ ${h}小时`),
      };
    default:
      return {
        month: sum((pay_rate * h * hundredths) / 100, `${rate} × ${h}小时 × ${d}天`),
        day: sum(pay_rate * h, `${rate} × ${h}小时`),
        hour: said,
      };
  }
}

/** What the items are reckoned from; null: not known. */
export interface PayInput extends Pay {
  /** unpaid wages, as the diary or the person says */
  readonly owed: Sum;
  /** overtime the person claims: their own sum, the hours beside it */
  readonly overtime: { readonly fen: number | null; readonly minutes: number } | null;
  readonly started_on: string | null;
  /** null: still working */
  readonly ended_on: string | null;
  readonly today: string;
  /** was there a written contract */
  readonly contract: boolean | null;
  /** left because the wages were not paid */
  readonly left_for_arrears: boolean | null;
  /** the authority ordered payment, and its day has passed without it */
  readonly order_unmet: boolean | null;
  /** county of the workplace */
  readonly county: string | null;
}

/** Up to this much an awarded item is final for the employer. */
export interface Ceiling {
  readonly fen: number;
  readonly how: string;
  readonly tier: number | null;
  readonly as_of: string;
  readonly verified: boolean;
  /** null: the item has no sum */
  readonly within: boolean | null;
}

export interface PayItem {
  readonly id: PayItemRow['id'];
  readonly title: string;
  readonly plain: string;
  readonly condition: string;
  readonly sum: Sum;
  /** between two sums, never one */
  readonly range: { readonly from: number; readonly to: number } | null;
  /** part of the sum claimed; the others stand for themselves */
  readonly in_total: boolean;
  /** to know what it may come to, decided by others */
  readonly reference: boolean;
  readonly ceilings: readonly Ceiling[];
  readonly limits: readonly string[];
  readonly cite: readonly Cite[];
}

export interface Amounts {
  readonly items: readonly PayItem[];
  /** wages and the overtime claimed */
  readonly total: Sum;
}

export function itemsOf(pay: PayRules, input: PayInput): Amounts {
  const items = pay.items.flatMap((row): PayItem[] => {
    const found = FIGURES[row.id](input, pay);
    if (!found) return [];
    const { title, plain, condition, limits, cite } = row;
    const of = found.range ? found.range.to : found.sum.fen;
    return [
      {
        ...{ id: row.id, title, plain, condition, limits, cite },
        ...found,
        in_total: row.id === 'wages' || row.id === 'overtime',
        ceilings: row.id === 'extra' ? [] : ceilingsOf(pay.minimum_wages, input, of),
      },
    ];
  });
  return { items, total: totalOf(items) };
}

function totalOf(items: readonly PayItem[]): Sum {
  const counted = items.filter(({ in_total }) => in_total);
  const known = counted.filter(({ sum }) => sum.fen !== null);
  if (known.length === 0) return { fen: null, how: '数目还不清楚，算不出合计。' };
  const fen = known.reduce((all, { sum }) => all + (sum.fen ?? 0), 0);
  const parts = known.map(({ title, sum }) => `${title} ${groupedYuan(sum.fen ?? 0)}元`).join(' ＋ ');
  return { fen, how: known.length > 1 ? `${parts} ＝ ${groupedYuan(fen)}元` : parts };
}

type Figure = Pick<PayItem, 'sum' | 'range' | 'reference'>;

const one = (fen: number | null, how: string, reference = false): Figure => ({
  sum: { fen, how },
  range: null,
  reference,
});

const AWARD = '以仲裁认定为准';

/** Null: it does not come up. */
const FIGURES: Readonly<Record<PayItemRow['id'], (input: PayInput, pay: PayRules) => Figure | null>> = {
  wages: ({ owed }) => ({ sum: owed, range: null, reference: false }),
  overtime: ({ overtime }) => {
    if (!overtime) return null;
    const hours = `记下的加班一共${hoursText(overtime.minutes)}小时`;
    const ask = '加班倍数按劳动法，向12333问清。';
    return overtime.fen === null
      ? one(null, `${hours}，数目还没写。${ask}`)
      : one(overtime.fen, `${hours}，您要的是 ${groupedYuan(overtime.fen)}元。${ask}`);
  },
  double_pay: (input, pay) => {
    if (input.contract !== false) return null;
    const { started_on, ended_on, today } = input;
    const month = monthly(input, pay);
    if (started_on === null || month === null)
      return one(null, `没签书面合同的，从第2个月到第12个月，每月多一份工资。${missing(input)}`, true);
    const months = unsignedMonths(started_on, ended_on ?? today);
    if (months === 0) return one(0, '还没干满两个月：从第2个月起，每满一个月才多一份。', true);
    const fen = months * (month.fen ?? 0);
    return one(
      fen,
      `第2个月到第12个月最多11个月，满了的有${months}个月：月工资（${month.how}）× ${months} ＝ ${groupedYuan(fen)}元，是多出来的一份。${AWARD}`,
      true,
    );
  },
  severance: (input, pay) => {
    if (input.left_for_arrears === false) return null;
    const { started_on, ended_on, today } = input;
    const month = monthly(input, pay);
    if (started_on === null || month === null)
      return one(null, `按在单位干的年数 × 月工资估算。${missing(input)}${AWARD}`, true);
    const worked = wholeMonths(dayNumber(started_on), dayNumber(ended_on ?? today));
    const [years, rest] = [Math.floor(worked / 12), worked % 12];
    // half years count in law, and how is not in the sources here: no figure is better than one that says nothing is due
    if (years === 0) return one(null, `干了${rest}个月，不满一年的怎么算，打12333问。${AWARD}`, true);
    const fen = years * (month.fen ?? 0);
    const more = rest > 0 ? `不满一年的${rest}个月没有算进去，` : '';
    return one(fen, `满${years}年 × 月工资（${month.how}）＝ ${groupedYuan(fen)}元。${more}${AWARD}`, true);
  },
  extra: ({ order_unmet, owed }) => {
    if (order_unmet === false) return null;
    const needs = '要先由劳动监察责令限期支付，到期还不给，才能责令加付；不能直接要。';
    if (order_unmet === null || owed.fen === null) return one(null, needs, true);
    // 50 to 100 %
    const range = { from: Math.round(owed.fen / 2), to: owed.fen };
    const how = `欠的 ${groupedYuan(owed.fen)}元 × 50% 到 100% ＝ ${groupedYuan(range.from)}元 到 ${groupedYuan(range.to)}元，由监察决定。${needs}`;
    return { sum: { fen: null, how }, range, reference: true };
  },
};

const monthly = (input: PayInput, by: Conversion): Sum | null => converted(input, by)?.month ?? null;

function missing({ started_on, pay_kind, pay_rate }: PayInput): string {
  const parts = [
    started_on === null ? '哪一天开始干的' : '',
    pay_rate === null || pay_kind === null ? '说好的工钱' : '',
    pay_kind === 'piece' ? '按件的，平均一个月多少' : '',
  ].filter(Boolean);
  return `还要知道${parts.join('、')}，才能算。`;
}

/** Whole months without a contract from the second to the twelfth. */
function unsignedMonths(started: string, until: string): number {
  const start = dayNumber(started);
  const end = Math.min(dayNumber(until), addMonths(start, 12));
  return Math.max(0, Math.min(11, wholeMonths(addMonths(start, 1), end)));
}

/** One for each tier that may be meant: which district is in which is not known everywhere. */
function ceilingsOf(
  wages: readonly MinimumWage[],
  { county, today }: PayInput,
  fen: number | null,
): Ceiling[] {
  if (county === null) return [];
  const inForce = wages.filter(({ from }) => from <= today);
  const of = (region: string) => inForce.filter((wage) => wage.region === region);
  const own = of(county);
  const rows = own.length > 0 ? own : of(`${county.slice(0, 2)}0000`);
  const newest = rows.filter(
    (row) => !rows.some((other) => other.tier === row.tier && other.from > row.from),
  );
  return newest.map(({ tier, month, as_of, verified }) => ({
    fen: month * 12,
    how: `${tier === null ? '' : `${tier}档 `}月最低工资 ${groupedYuan(month)}元 × 12 ＝ ${groupedYuan(month * 12)}元（${as_of}的数${verified ? '' : '，未核实'}）`,
    ...{ tier, as_of, verified },
    within: fen === null ? null : fen <= month * 12,
  }));
}
