/**
 * Pay by the month, day, hour and piece made comparable: what a month comes to, and the way it was reckoned.
 * The 21.75 days are the law's 月计薪天数 (人社部发〔2025〕2号: (365−104)÷12), the eight hours 劳动法第三十六条.
 */
import type { Pay } from './posting';

export const DAYS_A_MONTH = 21.75;
export const HOURS_A_DAY = 8;
const PAID_DAYS = `一个月按${DAYS_A_MONTH}天（人社部发〔2025〕2号）`;

/** By the hour, every day: how months are compared. */
export const HOURS_WAY = `一天${HOURS_A_DAY}小时（劳动法第三十六条）、${PAID_DAYS}算`;

export interface MonthlyPay {
  /** fen a month, from the lower figure */
  readonly fen: number;
  /** how it was reckoned; null: the posting itself says the month */
  readonly way: string | null;
}

/** @returns null where nothing can be said: no pay, or by the piece without how many */
export function monthly(pay: Pay | null): MonthlyPay | null {
  if (pay === null) return null;
  const { from_fen, unit, pieces_per_day } = pay;
  if (unit === 'month') return { fen: from_fen, way: null };
  if (unit === 'day') return { fen: Math.round(from_fen * DAYS_A_MONTH), way: `${PAID_DAYS}算` };
  if (unit === 'hour')
    return {
      fen: Math.round(from_fen * HOURS_A_DAY * DAYS_A_MONTH),
      way: HOURS_WAY,
    };
  if (pieces_per_day === null) return null;
  return {
    fen: Math.round(from_fen * pieces_per_day * DAYS_A_MONTH),
    way: `一天${pieces_per_day}件、${PAID_DAYS}算，件数是招人的说的`,
  };
}
