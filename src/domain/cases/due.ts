/** By when the next thing has to be done. Working days of the official calendar; beyond it no date is made up. */
import type { Case, Due } from './case';
import type { CaseState } from './life-cycle';
import type { Limit, LimitOf, Service } from './service';

/** The last day of a limit that began on a day, or the year whose calendar is not out yet; null: the law has no period. */
export type LastDay = (
  limit: Limit,
  from: string,
) => { readonly ok: true; readonly day: string } | { readonly ok: false; readonly missing: number } | null;

/** Which limit runs while a case is in a state. A second look, and a review, have the time of the decision. */
const RUNS: Partial<Record<CaseState, LimitOf>> = {
  filed: 'accept',
  accepted: 'decide',
  countersign: 'decide',
  review: 'decide',
  approved: 'pay',
};

/**
 * @param state the state the event leads to
 * @param since the day from which it counts
 * @param before what was due until now: an event that does not move the case leaves it
 */
export function dueIn(
  state: CaseState,
  since: string,
  limits: Service['workflow']['limits'],
  lastDay: LastDay,
): Due | null {
  const of = RUNS[state];
  if (of === undefined) return null;
  const limit = limits[of];
  const due = { of: state === 'countersign' ? ('countersign' as const) : of };
  if (!limit) return { ...due, on: null };
  const last = lastDay(limit, since);
  if (!last) return { ...due, on: null };
  return last.ok ? { ...due, on: last.day } : { ...due, on: null, missing: last.missing };
}

/** Days by which a case is late; 0 when it is not, or when nothing was promised. */
export const isLate = ({ due }: Pick<Case, 'due'>, today: string): boolean =>
  due !== null && due.on !== null && due.of !== 'supplement' && due.on < today;
