import { isLeaf } from './leaf';
import type { Benefit, ClauseSource, Expr, Leaf, RuleSet, Term } from './types';

/** A clause ready to be evaluated and shown: words, citation and test filled in. */
export interface Clause {
  readonly text: string;
  readonly item: string;
  readonly quote: string;
  readonly when: Expr;
}

type Terms = RuleSet['terms'];

function termOf(terms: Terms, name: string): Term {
  const term = terms[name];
  if (!term) throw new ReferenceError(`unknown term ${name}`);
  return term;
}

/**
 * The clauses of a benefit, terms of several clauses unfolded. Words and citation come from the term where the
 * benefit gives none of its own; its own go to the first clause of the term.
 * @throws ReferenceError for an unknown term, SyntaxError for a clause without words or quotation
 */
export function clausesOf(benefit: Benefit, terms: Terms): Clause[] {
  const unfold = (source: ClauseSource, item: string): Clause[] => {
    const term = 'term' in source.when ? termOf(terms, source.when.term) : null;
    if (term && 'clauses' in term) {
      const { when: _when, ...words } = source;
      const own = words.quote && !words.item ? { ...words, item } : words;
      return term.clauses.flatMap((clause, index) =>
        unfold(index === 0 ? { ...clause, ...own } : clause, item),
      );
    }
    const text = source.text ?? term?.text;
    const quote = source.quote ?? term?.quote;
    if (!text || !quote) throw new SyntaxError(`${benefit.id}: a clause has no text or no quote`);
    return [
      { text, item: source.item ?? (source.quote ? item : (term?.item ?? item)), quote, when: source.when },
    ];
  };
  return benefit.clauses.flatMap((clause) => unfold(clause, benefit.items[0] as string));
}

/** An expression without terms. */
export function resolve(expr: Expr, terms: Terms): Expr {
  if ('term' in expr) {
    const term = termOf(terms, expr.term);
    return 'clauses' in term
      ? { all: term.clauses.map((clause) => resolve(clause.when, terms)) }
      : resolve(term.when, terms);
  }
  if ('not' in expr) return { not: resolve(expr.not, terms) };
  if ('all' in expr) return { all: expr.all.map((kid) => resolve(kid, terms)) };
  if ('any' in expr) return { any: expr.any.map((kid) => resolve(kid, terms)) };
  return expr;
}

/** The leaves of an expression without terms, left to right. */
export function leavesOf(expr: Expr): Leaf[] {
  if (isLeaf(expr)) return [expr];
  if ('not' in expr) return leavesOf(expr.not);
  if ('all' in expr) return expr.all.flatMap(leavesOf);
  if ('any' in expr) return expr.any.flatMap(leavesOf);
  throw new TypeError('an unresolved term');
}
