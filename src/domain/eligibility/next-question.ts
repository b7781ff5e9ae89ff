import { FACT_IDS, type FactId, factSpec } from './facts';
import type { Decision } from './types';

/** A determination of the authority is never asked of a person. */
export const isAskable = (id: FactId): boolean =>
  !factSpec(id).sources.every((source) => source === 'officer');

/**
 * The missing fact that can settle most: how many undecided benefits it is live in; among equals the one that
 * is the only thing missing more often, then the order of the catalogue.
 * @param skipped facts the person does not know: never asked again
 * @returns null when every benefit is decided or only skipped facts are left
 */
export function nextQuestion(decisions: readonly Decision[], skipped: readonly FactId[] = []): FactId | null {
  const weights = new Map<FactId, number>();
  for (const { missing } of decisions) {
    for (const id of missing) weights.set(id, (weights.get(id) ?? 0) + 1 + 0.01 / missing.length);
  }
  let best: FactId | null = null;
  let highest = 0;
  for (const id of FACT_IDS) {
    const weight = weights.get(id) ?? 0;
    if (weight > highest && !skipped.includes(id) && isAskable(id)) {
      best = id;
      highest = weight;
    }
  }
  return best;
}
