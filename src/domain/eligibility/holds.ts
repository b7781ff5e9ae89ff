import { resolve } from './clauses';
import { derive } from './derive';
import type { Facts } from './facts';
import { isLeaf, NO, runTest, type Tri, testOf, UNKNOWN, YES } from './leaf';
import { encode } from './row';
import type { Expr, IsoDate, RuleSet } from './types';

/**
 * One shared group of a document for one person, apart from any benefit: is this somebody the document means?
 * @param term a name in the rule set's `terms`; no parameter may occur in it
 */
export function termHolds(
  term: string,
  { terms }: Pick<RuleSet, 'terms'>,
  facts: Facts,
  asOf: IsoDate,
): 'met' | 'failed' | 'unknown' {
  const row = encode(derive(facts, asOf));
  const value = run(resolve({ term }, terms), row);
  return value === YES ? 'met' : value === NO ? 'failed' : 'unknown';
}

const noParameter = (id: string): number => {
  throw new TypeError(`a group does not depend on a figure: ${id}`);
};

function run(expr: Expr, row: Int32Array): Tri {
  if (isLeaf(expr)) return runTest(testOf(expr, noParameter), row);
  if ('not' in expr) return (YES - run(expr.not, row)) as Tri;
  if ('all' in expr) return expr.all.reduce<Tri>((least, kid) => Math.min(least, run(kid, row)) as Tri, YES);
  if ('any' in expr) return expr.any.reduce<Tri>((most, kid) => Math.max(most, run(kid, row)) as Tri, NO);
  return UNKNOWN;
}
