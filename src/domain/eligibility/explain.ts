import { type CompiledBenefit, homeGate, type Program } from './compile';
import { derive } from './derive';
import type { FactId, Facts } from './facts';
import { NO, type Tri, UNKNOWN, YES } from './leaf';
import { type Outcome, union } from './probe';
import { encode } from './row';
import type { ClauseOutcome, Decision, Reason, Status } from './types';

const NONE: readonly FactId[] = [];

/**
 * One decision a benefit, in the order of the rule set, with every clause, the values compared and the facts
 * that are missing or failed. Gates come first, in this order: ledger county, document dates, own dates, clauses.
 * @param facts as given (checked, not derived)
 */
export const explain = (program: Program, facts: Facts): Decision[] =>
  explainRow(program, encode(derive(facts, program.asOf)));

/** `explain` for a row that is already derived and encoded. */
export function explainRow(program: Program, row: Int32Array): Decision[] {
  const outcomes: (Outcome | undefined)[] = new Array(program.outcomes.length);
  const decisions = program.benefits.map((compiled) => decide(program, compiled, row, outcomes));
  program.benefits.forEach(({ supersededBy }, index) => {
    const decision = decisions[index] as Decision;
    if (
      supersededBy >= 0 &&
      decision.reason === 'condition' &&
      decisions[supersededBy]?.status === 'eligible'
    ) {
      decisions[index] = { ...decision, reason: 'superseded' };
    }
  });
  return decisions;
}

function decide(
  program: Program,
  compiled: CompiledBenefit,
  row: Int32Array,
  outcomes: (Outcome | undefined)[],
): Decision {
  const home = homeGate(compiled, row);
  if (home === 'unknown') return compiled.homeUnknown;
  if (home === 'elsewhere') return compiled.elsewhere;

  const { benefit, gate } = compiled;
  const clauses: ClauseOutcome[] = new Array(compiled.clauses.length);
  let value: Tri = YES;
  for (let i = 0; i < clauses.length; i++) {
    const outcome = outcomeAt(program, compiled.clauses[i] as number, row, outcomes);
    clauses[i] = outcome.view;
    if (outcome.value < value) value = outcome.value;
  }
  const open = gate === 'open';
  const status: Status =
    !open || value === NO ? 'not_eligible' : value === UNKNOWN ? 'needs_info' : benefit.top;
  const reason: Reason | null = !open ? gate : value === NO ? 'condition' : null;
  const because = open && value !== YES ? becauseOf(compiled, value, outcomes) : NONE;
  return {
    benefit: benefit.id,
    status,
    reason,
    amount: status === 'eligible' ? compiled.amount : null,
    missing: value === UNKNOWN ? because : NONE,
    failed: value === NO ? because : NONE,
    paid_to: benefit.paid_to,
    cites: compiled.cites,
    notes: compiled.notes.length === 0 ? [] : notesOf(compiled, row, value),
    clauses,
  };
}

function outcomeAt(
  program: Program,
  at: number,
  row: Int32Array,
  outcomes: (Outcome | undefined)[],
): Outcome {
  const known = outcomes[at];
  if (known) return known;
  const made = (program.outcomes[at] as (row: Int32Array) => Outcome)(row);
  outcomes[at] = made;
  return made;
}

/** Facts of all clauses that have the deciding value. */
function becauseOf(
  compiled: CompiledBenefit,
  value: Tri,
  outcomes: (Outcome | undefined)[],
): readonly FactId[] {
  const lists: (readonly FactId[])[] = [];
  for (const at of compiled.clauses) {
    const outcome = outcomes[at] as Outcome;
    if (outcome.value === value) lists.push(outcome.because);
  }
  return union(lists);
}

function notesOf(compiled: CompiledBenefit, row: Int32Array, value: Tri): string[] {
  return compiled.notes
    .filter((note) =>
      note.expired ? compiled.gate === 'expired' && value === YES : compiled.gate === 'open' && value !== NO,
    )
    .filter((note) => note.holds === null || note.holds(row) === YES)
    .map((note) => note.text);
}
