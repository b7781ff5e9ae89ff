import { type FactId, type FactValue, factSpec } from './facts';
import { codeOf, factIndex, MISSING } from './row';
import type { Comparison, Expr, Leaf, Operand } from './types';

export const NO = 0;
export const UNKNOWN = 1;
export const YES = 2;
/** Kleene truth value: and = min, or = max, not = 2 − x. */
export type Tri = 0 | 1 | 2;

const LOWEST = MISSING + 1;
const HIGHEST = 2_147_483_647;

/** Every leaf is a range or set test on one fact, or a comparison of two facts. */
export type Test =
  | { readonly kind: 'range'; readonly fact: number; readonly lo: number; readonly hi: number }
  | { readonly kind: 'set'; readonly fact: number; readonly mask: number }
  | { readonly kind: 'lte' | 'lt' | 'same'; readonly fact: number; readonly other: number };

/** Looks up a dated parameter. @throws when it has no value on the day compiled for */
export type ParamOf = (id: string) => number;

const opOf = (leaf: Leaf): Comparison['op'] =>
  Object.keys(leaf).find((key) => key !== 'fact') as Comparison['op'];

const targetOf = (leaf: Leaf): Operand | readonly FactValue[] =>
  (leaf as Record<string, unknown>)[opOf(leaf)] as Operand;

export const isLeaf = (expr: Expr): expr is Leaf => 'fact' in expr;

const otherFact = (target: unknown): FactId | null =>
  typeof target === 'object' && target !== null && 'fact' in target
    ? (target as { fact: FactId }).fact
    : null;

/** All facts a leaf looks at, the tested one first. */
export function factsOfLeaf(leaf: Leaf): FactId[] {
  if ('same_as' in leaf) return [leaf.fact, leaf.same_as];
  const other = otherFact(targetOf(leaf));
  return other ? [leaf.fact, other] : [leaf.fact];
}

/** What a leaf compares, for showing: operator and plain target. */
export function describeLeaf(leaf: Leaf, param: ParamOf): Pick<Comparison, 'op' | 'target'> {
  const target = targetOf(leaf);
  if (Array.isArray(target)) return { op: opOf(leaf), target };
  if (typeof target !== 'object') return { op: opOf(leaf), target: target as FactValue };
  return { op: opOf(leaf), target: 'param' in target ? param(target.param as string) : null };
}

/** The leaf as a test on row codes. */
export function testOf(leaf: Leaf, param: ParamOf): Test {
  const fact = factIndex(leaf.fact);
  if ('is' in leaf) return { kind: 'range', fact, lo: +leaf.is, hi: +leaf.is };
  if ('in' in leaf) return setTest(leaf.fact, leaf.in);
  if ('same_as' in leaf) return { kind: 'same', fact, other: factIndex(leaf.same_as) };
  if ('before' in leaf) return { kind: 'range', fact, lo: LOWEST, hi: codeOf(leaf.fact, leaf.before) - 1 };
  if ('between' in leaf) {
    return {
      kind: 'range',
      fact,
      lo: codeOf(leaf.fact, leaf.between[0]),
      hi: codeOf(leaf.fact, leaf.between[1]),
    };
  }
  const op = opOf(leaf);
  const target = targetOf(leaf) as Operand;
  const other = otherFact(target);
  if (other !== null) {
    const index = factIndex(other);
    const kind = op === 'lt' || op === 'gt' ? 'lt' : 'lte';
    return op === 'lte' || op === 'lt' ? { kind, fact, other: index } : { kind, fact: index, other: fact };
  }
  const code =
    typeof target === 'object' ? param((target as { param: string }).param) : codeOf(leaf.fact, target);
  if (op === 'gte') return { kind: 'range', fact, lo: code, hi: HIGHEST };
  if (op === 'gt') return { kind: 'range', fact, lo: code + 1, hi: HIGHEST };
  if (op === 'lte') return { kind: 'range', fact, lo: LOWEST, hi: code };
  return { kind: 'range', fact, lo: LOWEST, hi: code - 1 };
}

/** A set of enum values is a bit mask; a set of one other value is a range of one. */
function setTest(id: FactId, values: readonly string[]): Test {
  const fact = factIndex(id);
  if (factSpec(id).type === 'enum') {
    return { kind: 'set', fact, mask: values.reduce((mask, value) => mask | (1 << codeOf(id, value)), 0) };
  }
  if (values.length !== 1) throw new RangeError(`${id}: a set of several values needs an enum fact; use any`);
  const code = codeOf(id, values[0] as string);
  return { kind: 'range', fact, lo: code, hi: code };
}

/** Truth value of a test on a row. */
export function runTest(test: Test, row: Int32Array, base = 0): Tri {
  const value = row[base + test.fact] as number;
  if (value === MISSING) return UNKNOWN;
  if (test.kind === 'range') return value >= test.lo && value <= test.hi ? YES : NO;
  if (test.kind === 'set') return (test.mask >>> value) & 1 ? YES : NO;
  const other = row[base + test.other] as number;
  if (other === MISSING) return UNKNOWN;
  const holds = test.kind === 'same' ? value === other : test.kind === 'lt' ? value < other : value <= other;
  return holds ? YES : NO;
}
