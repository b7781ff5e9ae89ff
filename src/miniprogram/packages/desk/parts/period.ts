import { addMonths, dayNumber, isoOf } from '@/domain/calendar/days';

export const PERIODS = [
  { key: 'month', label: '本月' },
  { key: 'quarter', label: '近三个月' },
  { key: 'year', label: '今年' },
] as const;
export type Period = (typeof PERIODS)[number]['key'];

/** First and last day; the present month counts as one of three. @param today `YYYY-MM-DD` */
export function daysOf(period: Period, today: string): { readonly from: string; readonly to: string } {
  const month = `${today.slice(0, 7)}-01`;
  if (period === 'month') return { from: month, to: today };
  if (period === 'year') return { from: `${today.slice(0, 4)}-01-01`, to: today };
  return { from: isoOf(addMonths(dayNumber(month), -2)), to: today };
}
