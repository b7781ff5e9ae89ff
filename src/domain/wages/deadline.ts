/** One time limit of the law from the day that starts it: digest §3.3 in code, the periods themselves are data. */
import { addMonths, dayNumber, isoOf, partsOf } from '../calendar/days';
import {
  addWorkDays,
  backWorkDays,
  type DayResult,
  isWorkDay,
  type WorkCalendar,
} from '../calendar/work-days';
import type { DayType, DeadlineRow } from './law';

export type DeadlineError =
  /** counted in working days, into a year whose holidays are not loaded */
  | { readonly name: 'CalendarMissing'; readonly year: number }
  /** the law has no period here */
  | { readonly name: 'NoPeriod' };

export interface DeadlineDates {
  readonly ok: true;
  /** the plain day; for a period counted back, one working day before the last permitted one */
  readonly advised: string;
  /** the last day in law, after rolling; null: rolling needs the holidays of `calendar_missing` */
  readonly statutory: string | null;
  readonly calendar_missing?: number;
  readonly day_type: DayType;
}

export type DeadlineResult = DeadlineDates | { readonly ok: false; readonly error: DeadlineError };

type Period = NonNullable<DeadlineRow['period']>;

/**
 * @param from the day that starts the period; for a row counted back, the day of the event
 * @param options.extended with the extension that was approved; a row without one stays as it is
 */
export function deadlineOf(
  row: Pick<DeadlineRow, 'period'>,
  from: string,
  calendar: WorkCalendar,
  options: { readonly extended?: boolean } = {},
): DeadlineResult {
  const { period } = row;
  if (period === null) return { ok: false, error: { name: 'NoPeriod' } };
  const n = period.n + (options.extended === true ? (period.extension ?? 0) : 0);
  if (period.back) return countedBack(from, n, calendar);
  if (period.unit === 'WD') {
    const last = addWorkDays(calendar, from, n);
    if (!last.ok) return missing(last.missing);
    return { ok: true, advised: last.day, statutory: last.day, day_type: 'WD' };
  }
  const plain = plainDay(period.unit, from, n);
  const rolled = period.roll ? roll(calendar, plain) : { ok: true as const, day: plain };
  const dates = { ok: true as const, advised: plain, day_type: period.unit };
  return rolled.ok
    ? { ...dates, statutory: rolled.day }
    : { ...dates, statutory: null, calendar_missing: rolled.missing };
}

/** Calendar days (the next day is day 1, 民法典 201), months and years (to the corresponding day, 民法典 202). */
function plainDay(unit: Exclude<Period['unit'], 'WD'>, from: string, n: number): string {
  const day = dayNumber(from);
  if (unit === 'CD') return isoOf(day + n);
  return isoOf(addMonths(day, unit === 'M' ? n : 12 * n));
}

/**
 * 规则 38: the day before the event is day 1 and the n-th working day back the last one. A stricter reading wants n
 * full working days between, so people are told one day earlier.
 */
function countedBack(event: string, n: number, calendar: WorkCalendar): DeadlineResult {
  const last = backWorkDays(calendar, event, n);
  if (!last.ok) return missing(last.missing);
  const earlier = backWorkDays(calendar, event, n + 1);
  if (!earlier.ok) return missing(earlier.missing);
  return { ok: true, advised: earlier.day, statutory: last.day, day_type: 'WD' };
}

/**
 * A last day on a holiday or weekend moves to the first working day after it (民法典 203). Whether a day of a year not
 * loaded is a holiday is not known, also on a Wednesday.
 */
function roll(calendar: WorkCalendar, day: string): DayResult {
  const [year] = partsOf(dayNumber(day));
  if (!calendar.years.some((one) => one.year === year)) return { ok: false, missing: year };
  return isWorkDay(calendar, day) ? { ok: true, day } : addWorkDays(calendar, day, 1);
}

const missing = (year: number): DeadlineResult => ({ ok: false, error: { name: 'CalendarMissing', year } });
