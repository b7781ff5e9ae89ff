import { dayOf, isoOf, parseDay } from '../calendar/days';
import type { Cell } from './cell';

/** Day 0 of the spreadsheets' calendar, seen from 1 March 1900 on (they take 1900 for a leap year). */
const SERIAL_ZERO = dayOf(1899, 12, 30);
/** Serial numbers of 1900-03-01 to 2199-12-31; eight digits are a date written without marks. */
const FIRST_SERIAL = 61;
const LAST_SERIAL = 109_573;

const WRITTEN = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/;
const COMPACT = /^(\d{4})(\d{2})(\d{2})$/;
/** Exports of other systems add a midnight. */
const MIDNIGHT = /[T ]0{1,2}:00(:00(\.0+)?)?Z?$/;

export const DATE_EXPECTED = '要写成 2026-10-31（也可以 2026/10/31、2026.10.31、20261031、2026年10月31日）';

export type DateRead =
  | { readonly ok: true; readonly date: string }
  | { readonly ok: false; readonly message: string };

/** A date as offices write it. A number is a day of the spreadsheet, or eight digits. Years 1900–2199. */
export function readDate(cell: Cell): DateRead {
  if (typeof cell === 'number') return fromNumber(cell);
  if (typeof cell !== 'string') return { ok: false, message: `不是日期，${DATE_EXPECTED}` };
  const text = cell.normalize('NFKC').replace(MIDNIGHT, '').replace(/\s/g, '');
  const match = WRITTEN.exec(text) ?? COMPACT.exec(text);
  if (!match) return { ok: false, message: `不是日期，${DATE_EXPECTED}` };
  const [, year, month, day] = match as unknown as [string, string, string, string];
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  if (parseDay(date) === null || year < '1900' || year > '2199')
    return { ok: false, message: `日历上没有 ${date} 这一天` };
  return { ok: true, date };
}

function fromNumber(value: number): DateRead {
  if (value >= FIRST_SERIAL && value < LAST_SERIAL + 1)
    return { ok: true, date: isoOf(SERIAL_ZERO + Math.floor(value)) };
  return readDate(String(value));
}
