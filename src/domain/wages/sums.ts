/** What a diary comes to: by day after corrections, by month, in all; and the month as a calendar. */
import { dayNumber, dayOf, isoOf } from '../calendar/days';
import { type Entry, monthOf } from './diary';

/** The entries that stand, in the order they were written: nothing replaced, nothing taken back. */
export function standing(entries: readonly Entry[]): readonly Entry[] {
  const gone = new Set(entries.flatMap(({ replaces }) => replaces ?? []));
  return entries.filter(({ id, kind }) => kind !== 'correction' && !gone.has(id));
}

/** What an entry replaces, and what that one replaced: the newest first. */
export function earlierOf(entries: readonly Entry[], entry: Entry): readonly Entry[] {
  const byId = new Map(entries.map((one) => [one.id, one]));
  const found: Entry[] = [];
  for (let at = entry.replaces; at !== undefined; ) {
    const one = byId.get(at);
    if (!one || found.includes(one)) break;
    found.push(one);
    at = one.replaces;
  }
  return found;
}

/** What the entries of one month come to; kept beside them, so that a year's sums need no year's entries. */
export interface MonthWork {
  readonly month: string;
  readonly halves: number;
  readonly minutes: number;
  readonly overtime_minutes: number;
  /** hundredths */
  readonly pieces: number;
  readonly full_month: boolean;
  /** fen received in this month */
  readonly paid: number;
  /** of it said to be for a month: month → fen */
  readonly paid_for: Readonly<Record<string, number>>;
  readonly promises: number;
  /** photos, notes said: added to entries that stand */
  readonly files: number;
  /** entries that stand */
  readonly entries: number;
  readonly first_day: string | null;
  readonly last_day: string | null;
}

/** @param entries of that month */
export function monthWork(month: string, entries: readonly Entry[]): MonthWork {
  const count = standing(entries).filter(({ day }) => monthOf(day) === month);
  const sum = (of: (entry: Entry) => number | undefined) =>
    count.reduce((all, entry) => all + (of(entry) ?? 0), 0);
  const paid_for: Record<string, number> = {};
  for (const { paid, paid_for: to } of count) if (paid && to) paid_for[to] = (paid_for[to] ?? 0) + paid;
  const days = count
    .filter(({ kind }) => kind === 'work')
    .map(({ day }) => day)
    .sort();
  return {
    month,
    halves: sum(({ halves }) => halves),
    minutes: sum(({ minutes }) => minutes),
    overtime_minutes: sum(({ overtime_minutes }) => overtime_minutes),
    pieces: sum(({ pieces }) => pieces),
    full_month: count.some(({ full_month }) => full_month === true),
    paid: sum(({ paid }) => paid),
    paid_for,
    promises: count.filter(({ kind }) => kind === 'promise').length,
    files: sum(({ files }) => files?.length),
    entries: count.length,
    first_day: days[0] ?? null,
    last_day: days[days.length - 1] ?? null,
  };
}

/** What one square of the calendar says. */
export interface DayMark {
  readonly day: string;
  readonly worked: boolean;
  readonly halves: number;
  readonly minutes: number;
  readonly pieces: number;
  readonly paid: number;
  readonly promise: boolean;
  readonly note: boolean;
  readonly files: number;
}

/** Weeks from Monday; null where the square belongs to another month. */
export function monthGrid(
  month: string,
  entries: readonly Entry[],
): readonly (readonly (DayMark | null)[])[] {
  const first = dayNumber(`${month}-01`);
  const [year = 0, number = 0] = month.split('-').map(Number);
  const length = dayOf(year, number + 1, 1) - first;
  // day 0, 1970-01-01, was a Thursday
  const lead = (((first + 3) % 7) + 7) % 7;
  const byDay = new Map<string, Entry[]>();
  for (const entry of standing(entries)) byDay.set(entry.day, [...(byDay.get(entry.day) ?? []), entry]);
  const squares = Array.from({ length: Math.ceil((lead + length) / 7) * 7 }, (_, index) => {
    const at = index - lead;
    return at < 0 || at >= length ? null : markOf(isoOf(first + at), byDay);
  });
  return Array.from({ length: squares.length / 7 }, (_, week) => squares.slice(week * 7, week * 7 + 7));
}

function markOf(day: string, byDay: ReadonlyMap<string, readonly Entry[]>): DayMark {
  const all = byDay.get(day) ?? [];
  const sum = (of: (entry: Entry) => number | undefined) =>
    all.reduce((whole, entry) => whole + (of(entry) ?? 0), 0);
  return {
    day,
    worked: all.some(({ kind }) => kind === 'work'),
    halves: sum(({ halves }) => halves),
    minutes: sum(({ minutes, overtime_minutes }) => (minutes ?? 0) + (overtime_minutes ?? 0)),
    pieces: sum(({ pieces }) => pieces),
    paid: sum(({ paid }) => paid),
    promise: all.some(({ kind }) => kind === 'promise'),
    note: all.some(({ kind }) => kind === 'note'),
    files: sum(({ files }) => files?.length),
  };
}
