import { isLeaf, NO, type ParamOf, type Test, type Tri, testOf, UNKNOWN, YES } from './leaf';
import { MISSING } from './row';
import type { Expr } from './types';

/**
 * Branch program: conditions in negation normal form as one flat Int32Array, no closures, no eval. Every
 * instruction is one leaf with four exits. A conjunction is NO exactly if the optimistic run (unknown
 * passes) fails, and YES exactly if the pessimistic run (unknown fails) passes.
 */
export interface BranchProgram {
  readonly code: Int32Array;
  /** first instruction of each condition; ACCEPT for one that is always true */
  readonly start: Int32Array;
}

const STRIDE = 8; // fact, a, b, kind, jump if true, if false, if unknown and optimistic, if unknown and pessimistic
const ACCEPT = -1;
const REJECT = -2;
const RANGE = 0;
const SET = 1;
const LTE = 2;
const LT = 3;

interface Label {
  at: number;
}

/** Assemble conditions (terms resolved) into one program. */
export function assemble(conditions: readonly Expr[], param: ParamOf): BranchProgram {
  const instructions: { test: Test; positive: boolean; pass: Label; fail: Label }[] = [];

  const emit = (expr: Expr, positive: boolean, pass: Label, fail: Label): void => {
    if (isLeaf(expr)) {
      instructions.push({ test: testOf(expr, param), positive, pass, fail });
    } else if ('not' in expr) {
      emit(expr.not, !positive, pass, fail);
    } else {
      const conjunction = 'all' in expr === positive;
      const kids = ('all' in expr ? expr.all : (expr as { any: readonly Expr[] }).any) as readonly Expr[];
      for (const kid of kids.slice(0, -1)) {
        const next: Label = { at: 0 };
        if (conjunction) emit(kid, positive, next, fail);
        else emit(kid, positive, pass, next);
        next.at = instructions.length * STRIDE;
      }
      const last = kids[kids.length - 1];
      if (last) emit(last, positive, pass, fail);
    }
  };

  const start = conditions.map((condition) => {
    const first = instructions.length * STRIDE;
    emit(condition, true, { at: ACCEPT }, { at: REJECT });
    return instructions.length * STRIDE === first ? ACCEPT : first;
  });
  const code = instructions.flatMap(({ test, positive, pass, fail }) => [
    ...operandsOf(test),
    positive ? pass.at : fail.at,
    positive ? fail.at : pass.at,
    pass.at,
    fail.at,
  ]);
  return { code: Int32Array.from(code), start: Int32Array.from(start) };
}

function operandsOf(test: Test): [number, number, number, number] {
  if (test.kind === 'range') return [test.fact, test.lo, test.hi, RANGE];
  if (test.kind === 'set') return [test.fact, test.mask, 0, SET];
  return [test.fact, test.other, 0, test.kind === 'lte' ? LTE : test.kind === 'lt' ? LT : LT + 1];
}

/** Truth value of condition `index` for the row at `base`. */
export function runBranches(
  { code, start }: BranchProgram,
  index: number,
  row: Int32Array,
  base: number,
): Tri {
  const first = start[index] as number;
  const hopeful = run(code, first, row, base, 6);
  if (hopeful === REJECT) return NO;
  if (hopeful === ACCEPT) return YES;
  return run(code, first, row, base, 7) === REJECT ? UNKNOWN : YES;
}

/** ACCEPT where no unknown was met on the way, or where the pessimist accepts too. */
const PERHAPS = -3;

/** One run; `exit` says which jump an unknown takes: 6 the optimist's, 7 the pessimist's. */
function run(code: Int32Array, first: number, row: Int32Array, base: number, exit: 6 | 7): number {
  let pc = first;
  let unknown = false;
  while (pc >= 0) {
    const value = row[base + (code[pc] as number)] as number;
    let jump: number;
    if (value === MISSING) {
      unknown = true;
      jump = exit;
    } else if ((code[pc + 3] as number) === RANGE) {
      jump = value >= (code[pc + 1] as number) && value <= (code[pc + 2] as number) ? 4 : 5;
    } else {
      const holds = compare(code, pc, value, row, base);
      if (holds === UNKNOWN) unknown = true;
      jump = holds === UNKNOWN ? exit : holds === YES ? 4 : 5;
    }
    pc = code[pc + jump] as number;
  }
  return pc === ACCEPT && unknown && exit === 6 ? PERHAPS : pc;
}

/** Set tests and comparisons of two facts. */
function compare(code: Int32Array, pc: number, value: number, row: Int32Array, base: number): Tri {
  const kind = code[pc + 3] as number;
  if (kind === SET) return ((code[pc + 1] as number) >>> value) & 1 ? YES : NO;
  const other = row[base + (code[pc + 1] as number)] as number;
  if (other === MISSING) return UNKNOWN;
  return (kind === LTE ? value <= other : kind === LT ? value < other : value === other) ? YES : NO;
}
