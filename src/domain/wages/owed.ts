/** From what was worked and received to what is owed, month by month, with the arithmetic in words. Integer fen. */
import { groupedYuan } from '../money/yuan';
import { daysText, hoursText, PAY_WORDS, type Pay, piecesText } from './diary';
import type { MonthWork } from './sums';

/** How months, days and hours of pay are converted. */
export interface Conversion {
  readonly days_a_month: number;
  readonly hours_a_day: number;
}
export const CONVERSION: Conversion = { days_a_month: 21.75, hours_a_day: 8 };

/** A sum and how it comes about; null: it cannot be told, and `how` says why. */
export interface Sum {
  readonly fen: number | null;
  readonly how: string;
}

/** What the agreed pay makes of a month's work. */
export function earnedIn({ pay_kind, pay_rate }: Pay, work: MonthWork, by: Conversion = CONVERSION): Sum {
  if (pay_kind === null || pay_rate === null)
    return { fen: null, how: '还没写说好的工钱，算不出来。在“这份活”里补上就能算。' };
  const rate = `${groupedYuan(pay_rate)}元`;
  const { halves, minutes, pieces } = work;
  const parts: { readonly fen: number; readonly how: string }[] = [];
  const take = (fen: number, how: string) => void parts.push({ fen: Math.round(fen), how });
  switch (pay_kind) {
    case 'month':
      return ofMonth(pay_rate, work, by);
    case 'day':
      if (halves > 0) take((pay_rate * halves) / 2, `${rate} × ${daysText(halves)}天`);
      if (minutes > 0)
        take(
          (pay_rate * minutes) / (60 * by.hours_a_day),
          `${rate} ÷ ${by.hours_a_day}小时 × ${hoursText(minutes)}小时`,
        );
      break;
    case 'hour':
      if (minutes > 0) take((pay_rate * minutes) / 60, `${rate} × ${hoursText(minutes)}小时`);
      if (halves > 0)
        take(
          (pay_rate * by.hours_a_day * halves) / 2,
          `${rate} × ${by.hours_a_day}小时 × ${daysText(halves)}天`,
        );
      break;
    case 'piece':
      if (pieces > 0) take((pay_rate * pieces) / 100, `${rate} × ${piecesText(pieces)}件`);
      break;
  }
  const fen = parts.reduce((all, part) => all + part.fen, 0);
  if (parts.length === 0)
    return { fen: 0, how: `这个月没有记${PAY_WORDS[pay_kind].unit}数，按${PAY_WORDS[pay_kind].unit}算是0元` };
  return { fen, how: `${parts.map(({ how }) => how).join(' ＋ ')} ＝ ${groupedYuan(fen)}元` };
}

/** A whole month is the whole pay; else the days, each a 21.75th of it, and never more than the whole. */
function ofMonth(rate: number, { halves, minutes, full_month }: MonthWork, by: Conversion): Sum {
  if (full_month) return { fen: rate, how: `整月做满，按月工资 ${groupedYuan(rate)}元` };
  const hundredths = Math.round(by.days_a_month * 100);
  // in 1/(2 × 60 × hours) of a day, so that days and hours add up exactly
  const parts = halves * 60 * by.hours_a_day + minutes * 2;
  const exact = Math.round((rate * parts * 100) / (hundredths * 2 * 60 * by.hours_a_day));
  const fen = Math.min(rate, exact);
  const time = [
    halves > 0 || minutes === 0 ? `${daysText(halves)}天` : '',
    minutes > 0 ? `${hoursText(minutes)}小时（${by.hours_a_day}小时算1天）` : '',
  ].filter(Boolean);
  const days = time.length > 1 ? `（${time.join(' ＋ ')}）` : time.join('');
  const how = `${groupedYuan(rate)}元 ÷ ${by.days_a_month} × ${days} ＝ ${groupedYuan(exact)}元`;
  return { fen, how: exact > rate ? `${how}，比整月多，按整月 ${groupedYuan(rate)}元` : how };
}

export interface OwedMonth {
  readonly month: string;
  readonly earned: Sum;
  /** fen received that count for this month */
  readonly paid: number;
  readonly owed: Sum;
}

export interface Owed {
  readonly months: readonly OwedMonth[];
  readonly earned: Sum;
  readonly paid: number;
  readonly owed: Sum;
  /** fen received beyond everything earned; 0 as a rule */
  readonly over: number;
}

/** Money that is for no month in particular counts for the oldest month first. */
export function owedByMonth(pay: Pay, works: readonly MonthWork[], by: Conversion = CONVERSION): Owed {
  const inOrder = [...works].sort((a, b) => (a.month < b.month ? -1 : 1));
  const earned = inOrder.map((work) => ({ month: work.month, ...earnedIn(pay, work, by) }));
  const paidAll = inOrder.reduce((all, { paid }) => all + paid, 0);
  if (earned.some(({ fen }) => fen === null)) {
    const how = earned.find(({ fen }) => fen === null)?.how ?? '';
    const months = earned.map(({ month, fen, how: why }, at) => ({
      month,
      earned: { fen, how: why },
      paid: inOrder[at]?.paid ?? 0,
      owed: { fen: null, how },
    }));
    return { months, earned: { fen: null, how }, paid: paidAll, owed: { fen: null, how }, over: 0 };
  }
  const shares = allocated(earned, inOrder, paidAll);
  const months = earned.map(({ month, fen, how }, at): OwedMonth => {
    const paid = shares[at] ?? 0;
    const owed = Math.max(0, (fen ?? 0) - paid);
    return {
      month,
      earned: { fen, how },
      paid,
      owed: {
        fen: owed,
        how: `${groupedYuan(fen ?? 0)}元 − 算到这个月的 ${groupedYuan(paid)}元 ＝ ${groupedYuan(owed)}元`,
      },
    };
  });
  const earnedAll = earned.reduce((all, { fen }) => all + (fen ?? 0), 0);
  const owed = Math.max(0, earnedAll - paidAll);
  return {
    months,
    earned: { fen: earnedAll, how: `${earned.length}个月加起来 ${groupedYuan(earnedAll)}元` },
    paid: paidAll,
    owed: {
      fen: owed,
      how: `该给 ${groupedYuan(earnedAll)}元 − 已经给的 ${groupedYuan(paidAll)}元 ＝ ${groupedYuan(owed)}元`,
    },
    over: Math.max(0, paidAll - earnedAll),
  };
}

/** What each month has received: first what was said to be for it, then the rest, the oldest month first. */
function allocated(
  earned: readonly { readonly month: string; readonly fen: number | null }[],
  works: readonly MonthWork[],
  paidAll: number,
): readonly number[] {
  const said = new Map<string, number>();
  for (const { paid_for } of works)
    for (const month of Object.keys(paid_for))
      said.set(month, (said.get(month) ?? 0) + (paid_for[month] ?? 0));
  const shares = earned.map(({ month, fen }) => Math.min(fen ?? 0, said.get(month) ?? 0));
  let rest = paidAll - shares.reduce((all, share) => all + share, 0);
  return shares.map((share, at) => {
    const more = Math.min(rest, (earned[at]?.fen ?? 0) - share);
    rest -= more;
    return share + more;
  });
}
