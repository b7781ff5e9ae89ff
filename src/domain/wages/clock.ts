/** The clock of one wage matter: every time limit that what has happened set running, on one line. */
import { dayNumber, isoOf } from '../calendar/days';
import type { WorkCalendar } from '../calendar/work-days';
import { deadlineOf } from './deadline';
import type { DeadlineRow, LawBook, Moment, MomentKind, TrackRow } from './law';

/** Something that starts a limitation anew, and whether it came before it had run out. */
export interface Interruption {
  readonly moment: Moment;
  /** false: it had run out already, and is not revived */
  readonly counts: boolean;
}

export interface ClockEntry {
  readonly row: DeadlineRow;
  /** what it runs from */
  readonly from: Moment;
  /** null: not to be counted, the holidays of `calendar_missing` are not known */
  readonly advised: string | null;
  /** null: rolling needs the holidays of `calendar_missing` */
  readonly statutory: string | null;
  readonly calendar_missing?: number;
  readonly extended?: true;
  /** it stands still for now: no day can be named */
  readonly stopped?: true;
  readonly state: 'met' | 'running' | 'passed';
  /** what ended it */
  readonly met?: Moment;
  /** it was met after its last day */
  readonly late?: true;
  /** it has passed, and this way is open now */
  readonly opens?: TrackRow['id'];
  readonly by: DeadlineRow['by'];
  /** of a limitation, the earliest first */
  readonly interruptions?: readonly Interruption[];
  /** the last day on which it ran out, before somebody interrupted it in vain */
  readonly ran_out?: string;
  /** nobody said when the employment ended: counted from the last interruption, to be on the safe side */
  readonly end_unknown?: true;
}

/** What an office wrote down of one row: an extension approved, a stop, the days it stood still. */
export interface RowShift {
  readonly row: string;
  readonly extended: boolean;
  readonly stopped: boolean;
  readonly paused: number;
}

export interface ClockOptions {
  readonly calendar: WorkCalendar;
  readonly today: string;
  /** rows whose extension was approved */
  readonly extended?: readonly string[];
  readonly shift?: RowShift | null;
  /** still employed: wages have no limitation yet */
  readonly employed?: boolean | null;
}

/** No stretch of holidays lasts longer: past this, also a last day that could not be rolled has passed. */
const LONGEST_HOLIDAY = 31;

/** The earliest first; what cannot be counted stands at the end. */
export function clockOf(
  book: Pick<LawBook, 'deadlines'>,
  moments: readonly Moment[],
  options: ClockOptions,
): readonly ClockEntry[] {
  const sorted = [...moments].sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
  return book.deadlines
    .flatMap((row) => entryOf(row, sorted, options) ?? [])
    .sort((a, b) => dayOf(a) - dayOf(b));
}

const dayOf = ({ advised }: ClockEntry): number =>
  advised === null ? Number.MAX_SAFE_INTEGER : dayNumber(advised);

type Run = Pick<ClockEntry, 'from' | 'interruptions' | 'ran_out' | 'end_unknown'>;

function entryOf(row: DeadlineRow, moments: readonly Moment[], options: ClockOptions): ClockEntry | null {
  if (row.period === null || row.trigger === null) return null;
  const run = row.restarts ? restarted(row, row.restarts, moments, options) : plain(row, moments);
  if (!run) return null;
  // once the hearing was held, it no longer matters what had to come before it
  if (row.period.back && run.from.on < options.today) return null;
  const shift = options.shift?.row === row.id ? options.shift : null;
  const longer = shift?.extended === true || options.extended?.includes(row.id) === true;
  const extended = longer && row.period.extension !== undefined;
  const began = isoOf(dayNumber(run.from.on) + (shift?.paused ?? 0));
  const found = deadlineOf(row, began, options.calendar, { extended });
  const entry = { row, by: row.by, ...run, ...(extended && { extended: true as const }) };
  const met = run.ran_out === undefined ? metBy(row, run.from, moments, options.today) : undefined;
  if (shift?.stopped && !met)
    return { ...entry, advised: null, statutory: null, stopped: true, state: 'running' };
  if (!found.ok) {
    if (found.error.name === 'NoPeriod') return null;
    const unknown = { advised: null, statutory: null, calendar_missing: found.error.year };
    return { ...entry, ...unknown, ...(met ? { state: 'met', met } : { state: 'running' }) };
  }
  const { advised, statutory, calendar_missing } = found;
  const dates = { advised, statutory, ...(calendar_missing !== undefined && { calendar_missing }) };
  const last = statutory ?? isoOf(dayNumber(advised) + LONGEST_HOLIDAY);
  if (met) return { ...entry, ...dates, state: 'met', met, ...(met.on > last && { late: true as const }) };
  if (options.today <= last && run.ran_out === undefined) return { ...entry, ...dates, state: 'running' };
  if (!isTold(row)) return null;
  const opens = opened(row, run.from, moments, options.today);
  return { ...entry, ...dates, state: 'passed', ...(opens && { opens }) };
}

/** Would we know if it had been done? Otherwise nobody is said to be late. */
const isTold = ({ by, met_by, information_only }: DeadlineRow): boolean =>
  by === 'worker' || (met_by !== undefined && information_only !== true);

/** What is written down when a way is taken. */
const TAKEN: Partial<Record<TrackRow['id'], MomentKind>> = {
  arbitration: 'arbitration_filed',
  court: 'suit_filed',
};

/** The way that is open now, unless it was taken already. */
function opened({ opens }: DeadlineRow, from: Moment, moments: readonly Moment[], today: string) {
  const taken = moments.some(
    ({ kind, on }) => opens !== undefined && kind === TAKEN[opens] && on >= from.on && on <= today,
  );
  return taken ? undefined : opens;
}

/** From the last moment that starts it: a hearing set anew, a second complaint. */
function plain({ trigger }: DeadlineRow, moments: readonly Moment[]): Run | null {
  const from = moments.filter(({ kind }) => kind === trigger).at(-1);
  return from ? { from } : null;
}

/** From the first moment, and anew from each restart that came before the period had run out. */
function restarted(
  row: DeadlineRow,
  restarts: NonNullable<DeadlineRow['restarts']>,
  moments: readonly Moment[],
  { calendar, today, employed }: ClockOptions,
): Run | null {
  const limitation = row.trigger === 'employment_ended';
  const happened = moments.filter(({ kind, on }) => restarts.includes(kind) && on <= today);
  const start = moments.filter(({ kind }) => kind === row.trigger).at(-1);
  if (!start) {
    const last = happened.at(-1);
    if (!limitation || employed === true || !last) return null;
    const interruptions = happened.map((moment) => ({ moment, counts: true }));
    return { from: last, interruptions, end_unknown: true };
  }
  let from = start;
  let ran_out: string | undefined;
  const interruptions = happened
    .filter(({ on }) => on >= start.on)
    .map((moment): Interruption => {
      const run = deadlineOf(row, from.on, calendar);
      const last = run.ok ? (run.statutory ?? run.advised) : null;
      if (ran_out === undefined && last !== null && moment.on > last && limitation) ran_out = last;
      if (ran_out !== undefined) return { moment, counts: false };
      from = moment;
      return { moment, counts: true };
    });
  return {
    from,
    ...(limitation && { interruptions }),
    ...(ran_out !== undefined && { ran_out }),
  };
}

/** The first moment that ends it, on or after the day it runs from. */
function metBy({ met_by = [] }: DeadlineRow, from: Moment, moments: readonly Moment[], today: string) {
  return moments.find(({ kind, on }) => met_by.includes(kind) && on >= from.on && on <= today);
}
