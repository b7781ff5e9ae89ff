import { dayNumber } from '../calendar/days';
import { reachedOn } from './derive';
import type { FactId, Facts } from './facts';
import type { Comparison, Decision, IsoDate, PolicyDocumentMeta } from './types';

/** How far a failed comparison is from being met. */
export interface Distance {
  readonly fact: FactId;
  /** what is still lacking, in the fact's own unit; null for yes/no facts */
  readonly lacking: number | null;
  /** first day it would be met if nothing else changes, and how many days away; null when no date follows */
  readonly on: IsoDate | null;
  readonly days: number | null;
  /** that day lies after the document's last day: reaching it does not help */
  readonly too_late: boolean;
}

/** The distance of a failed numeric or dated comparison, or null where "how far" has no meaning. */
export function distanceOf(
  comparison: Comparison,
  facts: Facts,
  asOf: IsoDate,
  document: PolicyDocumentMeta,
): Distance | null {
  const { fact, value, op, target, state } = comparison;
  if (state !== 'failed' || target === null || typeof target === 'object') return null;
  const wanted = typeof target === 'number' && op === 'gt' ? target + 1 : target;
  const lacking =
    (op === 'gte' || op === 'gt') && typeof wanted === 'number' && typeof value === 'number'
      ? wanted - value
      : null;
  const on = reachedOn(fact, wanted, facts, asOf);
  if (on === null && lacking === null) return null;
  const days = on === null ? null : dayNumber(on) - dayNumber(asOf);
  const { to } = document.effective;
  return { fact, lacking, on, days, too_late: on !== null && to !== null && on > to };
}

/** The one distance worth showing first: everything else is met and this alone is lacking. */
export function onlyDistance(
  decision: Decision,
  facts: Facts,
  asOf: IsoDate,
  document: PolicyDocumentMeta,
): Distance | null {
  const lacking = decision.clauses.filter((clause) => clause.state !== 'met');
  if (decision.reason !== 'condition' || lacking.length !== 1) return null;
  const distances = (lacking[0]?.compared ?? [])
    .map((comparison) => distanceOf(comparison, facts, asOf, document))
    .filter((distance) => distance !== null);
  return distances.length === 1 ? (distances[0] as Distance) : null;
}
