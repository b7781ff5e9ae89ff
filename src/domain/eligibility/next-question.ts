import type { Program } from './compile';
import { derive } from './derive';
import { explainRow } from './explain';
import { FACT_IDS, type FactId, type Facts, factSpec } from './facts';
import { encode } from './row';
import type { Decision } from './types';

/** A determination of the authority is never asked of a person. */
export const isAskable = (id: FactId): boolean => !factSpec(id).sources.every((source) => source === 'officer');

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

/** What an answer would make known: the facts a question settles, given what is known. */
export type Assume = (fact: FactId) => Facts;

/**
 * How many questions are left if every further one is answered as `assume` says: an honest estimate is the
 * larger of a hopeful and a sober assumption.
 */
export function questionsLeft(program: Program, facts: Facts, skipped: readonly FactId[], assume: Assume): number {
  let known = facts;
  for (let count = 0; count <= FACT_IDS.length; count++) {
    const fact = nextQuestion(explainRow(program, encode(derive(known, program.asOf))), skipped);
    if (fact === null) return count;
    known = { ...assume(fact), ...withoutNulls(known) };
    if (known[fact] === undefined) return count + 1;
  }
  return FACT_IDS.length;
}

function withoutNulls(facts: Facts): Facts {
  return Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== null && value !== undefined));
}
