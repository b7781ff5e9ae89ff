import type { Clause } from './clauses';
import { type FactId, factSpec } from './facts';
import {
  describeLeaf,
  factsOfLeaf,
  isLeaf,
  NO,
  type ParamOf,
  runTest,
  type Tri,
  testOf,
  UNKNOWN,
  YES,
} from './leaf';
import { factIndex, MISSING, valueOfCode } from './row';
import type { ClauseOutcome, ClauseState, Comparison, Expr } from './types';

/** What an expression says of a row, and which facts make it so. */
interface Probe {
  readonly value: Tri;
  /** facts responsible for the value: the missing ones, the failing ones, or those that made it true */
  readonly because: readonly FactId[];
  readonly compared: readonly Comparison[];
}

/** A clause's outcome with the facts responsible for it. */
export interface Outcome {
  readonly value: Tri;
  readonly because: readonly FactId[];
  readonly view: ClauseOutcome;
}

type ProbeOf = (row: Int32Array) => Probe;

const STATES: readonly ClauseState[] = ['failed', 'unknown', 'met'];
const NOTHING: readonly FactId[] = [];

export const union = (lists: readonly (readonly FactId[])[]): readonly FactId[] => {
  if (lists.length === 1) return lists[0] as readonly FactId[];
  return lists.length === 0 ? NOTHING : [...new Set(lists.flat())];
};

/** Evaluate one leaf without short cut. The comparison carries the value found. */
function leafProbe(expr: Extract<Expr, { fact: FactId }>, param: ParamOf): ProbeOf {
  const test = testOf(expr, param);
  const facts = factsOfLeaf(expr);
  const { op, target } = describeLeaf(expr, param);
  const index = factIndex(expr.fact);
  const second = facts[1];
  return (row) => {
    const value = runTest(test, row);
    const because = value === UNKNOWN ? facts.filter((id) => row[factIndex(id)] === MISSING) : facts;
    const compared: Comparison = {
      fact: expr.fact,
      value: valueOfCode(expr.fact, row[index] as number),
      state: STATES[value] as ClauseState,
      op,
      target: second ? valueOfCode(second, row[factIndex(second)] as number) : target,
    };
    return { value, because, compared: [compared] };
  };
}

/** Evaluate an expression (terms resolved) in full: no short cut, so that every reason is found. */
export function probeOf(expr: Expr, param: ParamOf): ProbeOf {
  if (isLeaf(expr)) return leafProbe(expr, param);
  if ('not' in expr) {
    const inner = probeOf(expr.not, param);
    return (row) => {
      const probe = inner(row);
      return { ...probe, value: (YES - probe.value) as Tri, compared: probe.compared.map(negated) };
    };
  }
  const conjunction = 'all' in expr;
  const kids = (conjunction ? expr.all : (expr as { any: readonly Expr[] }).any).map((kid) =>
    probeOf(kid, param),
  );
  return (row) => {
    const probes = kids.map((kid) => kid(row));
    const values = probes.map((probe) => probe.value);
    const value = (conjunction ? Math.min(YES, ...values) : Math.max(NO, ...values)) as Tri;
    return {
      value,
      because: union(probes.filter((probe) => probe.value === value).map((probe) => probe.because)),
      compared: probes.flatMap((probe) => probe.compared),
    };
  };
}

/** Under a "not", what was met speaks against the clause, and a yes/no is wanted the other way round. */
function negated(comparison: Comparison): Comparison {
  const { state, op, target } = comparison;
  return {
    ...comparison,
    state: state === 'unknown' ? state : state === 'met' ? 'failed' : 'met',
    target: op === 'is' ? !target : target,
  };
}

/** How many different codes a fact can have in a row (unknown included); 0 = too many to table. */
function cardinality(id: FactId): number {
  const spec = factSpec(id);
  if (spec.type === 'bool') return 3;
  return spec.values ? spec.values.length + 1 : 0;
}

const LARGEST_TABLE = 512;

/**
 * The outcome of a clause for a row. A clause over yes/no and choice facts has few outcomes: each is made
 * once and shared, which is what makes explaining cheap. Outcomes are never changed after they are made.
 */
export function outcomeOf(clause: Clause, when: Expr, leaves: readonly { fact: FactId }[], param: ParamOf) {
  const probe = probeOf(when, param);
  const make = (row: Int32Array): Outcome => {
    const { value, because, compared } = probe(row);
    const { text, item, quote } = clause;
    return { value, because, view: { text, item, quote, state: STATES[value] as ClauseState, compared } };
  };
  const facts = [...new Set(leaves.map((leaf) => leaf.fact))];
  const sizes = facts.map(cardinality);
  const size = sizes.reduce((product, n) => product * n, 1);
  if (size === 0 || size > LARGEST_TABLE) return make;

  const indices = Int32Array.from(facts.map(factIndex));
  const table: (Outcome | undefined)[] = new Array(size);
  return (row: Int32Array): Outcome => {
    let key = 0;
    for (let i = 0; i < indices.length; i++) {
      const code = row[indices[i] as number] as number;
      key = key * (sizes[i] as number) + (code === MISSING ? 0 : code + 1);
    }
    const known = table[key];
    if (known) return known;
    const made = make(row);
    table[key] = made;
    return made;
  };
}
