/**
 * Working days of the official calendar: Monday to Friday without the holidays of the yearly notice, and the weekend
 * days it turns into working days (调休上班). A year whose notice is not loaded has no working days to count: every
 * count that would run into it names that year instead of guessing Monday to Friday.
 */
import { dayNumber, isoOf, partsOf } from './days';

/** The notice of the General Office of the State Council for one year. */
export interface HolidayNotice {
  /** 国办发明电 number; null where it is not known for certain */
  readonly number: string | null;
  readonly title: string;
  readonly issued_on: string;
}

export interface WorkYear {
  readonly year: number;
  readonly notice: HolidayNotice;
  /** first and last day, weekends between included */
  readonly holidays: readonly { readonly name: string; readonly from: string; readonly to: string }[];
  /** Saturdays and Sundays worked instead */
  readonly work_days: readonly string[];
}

/** Plain data: the phone gets it as it is. */
export interface WorkCalendar {
  readonly years: readonly WorkYear[];
}

export type DayResult =
  | { readonly ok: true; readonly day: string }
  | { readonly ok: false; readonly missing: number };

export type CountResult =
  | { readonly ok: true; readonly days: number }
  | { readonly ok: false; readonly missing: number };

/** The notice for `year` is not loaded. */
export class CalendarMissing extends Error {
  override name = 'CalendarMissing';
  constructor(readonly year: number) {
    super(`no holiday calendar for ${year}`);
  }
}

interface Index {
  readonly years: ReadonlySet<number>;
  /** days the notices speak of: true is worked, false is a holiday */
  readonly special: ReadonlyMap<number, boolean>;
}

const indexes = new WeakMap<WorkCalendar, Index>();

/** Holidays may begin in the year before (元旦 2023 began on 2022-12-31), so days of all notices lie in one map. */
function indexOf(calendar: WorkCalendar): Index {
  const known = indexes.get(calendar);
  if (known) return known;
  const special = new Map<number, boolean>();
  for (const { holidays, work_days } of calendar.years) {
    for (const { from, to } of holidays)
      for (let day = dayNumber(from); day <= dayNumber(to); day++) special.set(day, false);
    for (const iso of work_days) special.set(dayNumber(iso), true);
  }
  const index = { years: new Set(calendar.years.map(({ year }) => year)), special };
  indexes.set(calendar, index);
  return index;
}

/** 1970-01-01 was a Thursday. */
export const isWeekend = (day: number): boolean => [2, 3].includes(((day % 7) + 7) % 7);

/** null: the day's year is not loaded */
function worked({ years, special }: Index, day: number): boolean | null {
  if (!years.has(partsOf(day)[0])) return null;
  return special.get(day) ?? !isWeekend(day);
}

/**
 * Is the day (`YYYY-MM-DD`) a working day?
 * @throws CalendarMissing when its year is not loaded: a boolean has no room for "not known"
 */
export function isWorkDay(calendar: WorkCalendar, iso: string): boolean {
  const day = dayNumber(iso);
  const answer = worked(indexOf(calendar), day);
  if (answer === null) throw new CalendarMissing(partsOf(day)[0]);
  return answer;
}

/** The `n`-th working day from the next day on, forwards or backwards; the day itself for 0. */
function step(calendar: WorkCalendar, from: string, n: number, direction: 1 | -1): DayResult {
  if (!Number.isInteger(n) || n < 0) throw new RangeError(`not a number of days: ${n}`);
  const index = indexOf(calendar);
  let day = dayNumber(from);
  for (let left = n; left > 0; ) {
    day += direction;
    const answer = worked(index, day);
    if (answer === null) return { ok: false, missing: partsOf(day)[0] };
    if (answer) left--;
  }
  return { ok: true, day: isoOf(day) };
}

/**
 * Last day of a period of `n` working days: the day after the trigger is day 1 (民法典 201).
 * @param fromIso the trigger; whether it is a working day itself does not matter
 */
export const addWorkDays = (calendar: WorkCalendar, fromIso: string, n: number): DayResult =>
  step(calendar, fromIso, n, 1);

/** Last permitted day when something must be done `n` working days before an event: the day before it is day 1. */
export const backWorkDays = (calendar: WorkCalendar, iso: string, n: number): DayResult =>
  step(calendar, iso, n, -1);

/**
 * Working days after `fromIso` up to and including `toIso`: 0 on the last day itself, negative once it has passed.
 * `workDaysLeft(c, day, addWorkDays(c, day, n).day)` is `n`.
 */
export function workDaysLeft(calendar: WorkCalendar, fromIso: string, toIso: string): CountResult {
  const index = indexOf(calendar);
  const [from, to] = [dayNumber(fromIso), dayNumber(toIso)];
  let days = 0;
  for (let day = Math.min(from, to) + 1; day <= Math.max(from, to); day++) {
    const answer = worked(index, day);
    if (answer === null) return { ok: false, missing: partsOf(day)[0] };
    if (answer) days++;
  }
  return { ok: true, days: to < from ? -days || 0 : days };
}
