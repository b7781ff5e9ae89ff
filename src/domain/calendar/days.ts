/**
 * Calendar days as integers (days since 1970-01-01, proleptic Gregorian), so that evaluation needs
 * neither a clock nor a time zone.
 */

const PATTERN = /^(\d{4})-(\d{2})-(\d{2})$/;
const MS_A_DAY = 86_400_000;

/** Day number of `YYYY-MM-DD`, or null when that is no day of the calendar. */
export function parseDay(iso: string): number | null {
  const match = PATTERN.exec(iso);
  if (!match) return null;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  const number = dayOf(year, month, day);
  return isoOf(number) === iso && year > 0 ? number : null;
}

/** Like `parseDay` for dates already checked. @throws RangeError for an impossible date. */
export function dayNumber(iso: string): number {
  const day = parseDay(iso);
  if (day === null) throw new RangeError(`not a date: ${iso}`);
  return day;
}

/** `month` 1–12; days past the end run over into the next month. */
export function dayOf(year: number, month: number, day: number): number {
  const utc = new Date(0);
  utc.setUTCFullYear(year, month - 1, day);
  return Math.round(utc.getTime() / MS_A_DAY);
}

export function isoOf(day: number): string {
  return new Date(day * MS_A_DAY).toISOString().slice(0, 10);
}

/** [year, month 1–12, day of the month] */
export function partsOf(day: number): [number, number, number] {
  const date = new Date(day * MS_A_DAY);
  return [date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate()];
}

/** The corresponding day `months` later, or the last day of a shorter month (民法典 202). */
export function addMonths(day: number, months: number): number {
  const [year, month, dom] = partsOf(day);
  const lastOfTarget = dayOf(year, month + months + 1, 0);
  return Math.min(dayOf(year, month + months, dom), lastOfTarget);
}

/** Whole months completed from `from` to `to`; 0 when `to` lies before. */
export function wholeMonths(from: number, to: number): number {
  if (to < from) return 0;
  const [y1, m1] = partsOf(from);
  const [y2, m2] = partsOf(to);
  const months = (y2 - y1) * 12 + (m2 - m1);
  return addMonths(from, months) <= to ? months : months - 1;
}
