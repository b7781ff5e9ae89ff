import type { Program } from './compile';
import { HOME } from './compile';
import { NO, type Tri, UNKNOWN, YES } from './leaf';
import { MISSING } from './row';
import { runBranches } from './verdict';

const UNSET = 3;

/**
 * The status alone, for batches over compact rows. Every different clause is run at most once a resident.
 * @returns a function that fills `out[i]` for benefit `i` of the program and the derived, encoded row at `base`:
 * 0 not eligible · 1 needs information · 2 eligible or in scope, as the benefit's best status says
 */
export function verdicts(program: Program): (row: Int32Array, base: number, out: Uint8Array) => void {
  const { benefits, branches } = program;
  const count = benefits.length;
  const known = new Uint8Array(branches.start.length);
  const from = Int32Array.from(benefits, ({ homeFrom }) => homeFrom);
  const to = Int32Array.from(benefits, ({ homeTo }) => homeTo);
  const open = Uint8Array.from(benefits, ({ gate }) => (gate === 'open' ? 1 : 0));
  const first = Int32Array.from([0, ...benefits.map(({ clauses }) => clauses.length)]);
  for (let i = 1; i < first.length; i++) first[i] = (first[i] as number) + (first[i - 1] as number);
  const clauses = Int32Array.from(benefits.flatMap((benefit) => [...benefit.clauses]));

  return (row, base, out) => {
    const home = row[base + HOME] as number;
    if (home === MISSING) {
      out.fill(UNKNOWN, 0, count);
      return;
    }
    known.fill(UNSET);
    for (let b = 0; b < count; b++) {
      let value: Tri = home >= (from[b] as number) && home <= (to[b] as number) && open[b] === 1 ? YES : NO;
      const end = first[b + 1] as number;
      for (let i = first[b] as number; i < end && value !== NO; i++) {
        const clause = clauses[i] as number;
        let found = known[clause] as number;
        if (found === UNSET) {
          found = runBranches(branches, clause, row, base);
          known[clause] = found;
        }
        if (found < value) value = found as Tri;
      }
      out[b] = value;
    }
  };
}
