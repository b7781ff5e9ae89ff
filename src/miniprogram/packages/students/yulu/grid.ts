import { type Decision, explain, type Facts, type Program } from '@/domain/eligibility';

/** in the range · before the first semester · stopped after the risk was eliminated · not covered · an answer is missing */
export type CellState = 'in' | 'before' | 'stopped' | 'no' | 'ask';

export interface Cell {
  readonly semester: string;
  readonly state: CellState;
}

export interface GridRow {
  readonly year: number;
  readonly cells: readonly [Cell, Cell];
}

/** One row a year from `first` to the year of the day looked at, spring and autumn, each decided on its own. */
export function semesterGrid(
  program: Program,
  facts: Facts,
  benefit: string,
  first: number,
  last: number,
): GridRow[] {
  const cell = (semester: string): Cell => {
    const decisions = explain(program, { ...facts, benefit_semester: semester });
    const decision = decisions.find((candidate) => candidate.benefit === benefit);
    return { semester, state: decision ? stateOf(decision) : 'no' };
  };
  return Array.from({ length: Math.max(1, last - first + 1) }, (_, index) => {
    const year = first + index;
    return { year, cells: [cell(`${year}S`), cell(`${year}A`)] };
  });
}

/** The conditions alone: the dates of the document are said above the grid. */
function stateOf({ clauses, status }: Decision): CellState {
  const failed = clauses.filter(({ state }) => state === 'failed');
  if (
    failed.some(({ compared }) =>
      compared.some((leaf) => leaf.fact === 'benefit_semester' && leaf.op === 'gte'),
    )
  )
    return 'before';
  const stopped = failed.filter(({ compared }) =>
    compared.some((leaf) => leaf.fact === 'elimination_semester'),
  );
  if (failed.length > stopped.length) return 'no';
  if (stopped.length > 0) return 'stopped';
  if (clauses.length === 0 || clauses.some(({ state }) => state === 'unknown'))
    return status === 'not_eligible' && clauses.length === 0 ? 'no' : 'ask';
  return 'in';
}

/** The first semester the text names: the bound of the clause on the semester applied for. */
export function firstSemester({ clauses }: Decision): string | null {
  const leaf = clauses
    .flatMap(({ compared }) => compared)
    .find(({ fact, op }) => fact === 'benefit_semester' && op === 'gte');
  return typeof leaf?.target === 'string' ? leaf.target : null;
}
