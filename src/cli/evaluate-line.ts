import {
  asOfProblem,
  checkFacts,
  type Decision,
  derive,
  encode,
  explainRow,
  FIRST_DAY,
  LAST_DAY,
  nextQuestion,
  programsOf,
  type RuleSet,
} from '@/domain/eligibility';

interface LineError {
  readonly name: string;
  readonly message: string;
  readonly fact: string | null;
}

/** One result of the command line: a decision without its clauses. */
type Result = Omit<Decision, 'clauses'>;

export type Answer =
  | { readonly id: unknown; readonly results: Result[]; readonly next_question: string | null }
  | { readonly id: unknown; readonly error: LineError };

/** Evaluate single lines against a rule set. */
export function lineEvaluator(rules: RuleSet): (line: string) => Answer {
  const programFor = programsOf(rules);
  return (line) => {
    let input: unknown;
    try {
      input = JSON.parse(line.replace(/^\uFEFF/, ''));
    } catch (error) {
      return problem(null, 'BadJson', `not JSON: ${(error as Error).message}`);
    }
    if (typeof input !== 'object' || input === null || Array.isArray(input)) {
      return problem(null, 'BadLine', 'a line must be an object with id, as_of and facts');
    }
    const { id = null, as_of, facts = {}, ...rest } = input as Record<string, unknown>;
    const extra = Object.keys(rest)[0];
    if (extra !== undefined)
      return problem(id, 'BadLine', `unknown key "${extra}"; a line has id, as_of and facts`);
    if (typeof id !== 'string' && typeof id !== 'number' && id !== null) {
      return problem(null, 'BadLine', 'id must be a text or a number');
    }
    const dateProblem = asOfProblem(as_of);
    if (dateProblem) {
      return problem(
        id,
        dateProblem,
        `as_of must be a day from ${FIRST_DAY} to ${LAST_DAY}, not ${JSON.stringify(as_of)}`,
      );
    }
    const checked = checkFacts(facts);
    if (!checked.ok) return { id, error: checked.problem };
    const decisions = explainRow(programFor(as_of as string), encode(derive(checked.facts, as_of as string)));
    return { id, results: decisions.map(withoutClauses), next_question: nextQuestion(decisions) };
  };
}

const problem = (id: unknown, name: string, message: string): Answer => ({
  id,
  error: { name, message, fact: null },
});

function withoutClauses({ clauses: _clauses, ...result }: Decision): Result {
  return result;
}
