import {
  asOfProblem,
  changeDays,
  checkFacts,
  compile,
  type Decision,
  derive,
  encode,
  explainRow,
  FIRST_DAY,
  LAST_DAY,
  nextQuestion,
  type Program,
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

/**
 * Evaluate single lines against a rule set. Programs are compiled once for every stretch of days on which
 * nothing changes, so lines of many different days stay cheap.
 */
export function lineEvaluator(rules: RuleSet): (line: string) => Answer {
  const changes = changeDays(rules);
  const programs = new Map<number, Program>();
  const programFor = (asOf: string): Program => {
    const stretch = changes.filter((day) => day <= asOf).length;
    const known = programs.get(stretch);
    if (known) return known;
    const made = compile(rules, asOf);
    programs.set(stretch, made);
    return made;
  };

  return (line) => {
    let input: unknown;
    try {
      input = JSON.parse(line);
    } catch (error) {
      return problem(null, 'BadJson', `not JSON: ${(error as Error).message}`);
    }
    if (typeof input !== 'object' || input === null || Array.isArray(input)) {
      return problem(null, 'BadLine', 'a line must be an object with id, as_of and facts');
    }
    const { id = null, as_of, facts = {}, ...rest } = input as Record<string, unknown>;
    const extra = Object.keys(rest)[0];
    if (extra !== undefined) return problem(id, 'BadLine', `unknown key "${extra}"; a line has id, as_of and facts`);
    if (typeof id !== 'string' && typeof id !== 'number' && id !== null) {
      return problem(null, 'BadLine', 'id must be a text or a number');
    }
    const dateProblem = asOfProblem(as_of);
    if (dateProblem) {
      return problem(id, dateProblem, `as_of must be a day from ${FIRST_DAY} to ${LAST_DAY}, not ${JSON.stringify(as_of)}`);
    }
    const checked = checkFacts(facts);
    if (!checked.ok) return { id, error: checked.problem };
    const decisions = explainRow(programFor(as_of as string), encode(derive(checked.facts, as_of as string)));
    return { id, results: decisions.map(withoutClauses), next_question: nextQuestion(decisions) };
  };
}

const problem = (id: unknown, name: string, message: string): Answer => ({ id, error: { name, message, fact: null } });

function withoutClauses({ clauses: _clauses, ...result }: Decision): Result {
  return result;
}
