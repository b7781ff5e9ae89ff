import {
  asOfProblem,
  checkFacts,
  type Decision,
  derive,
  encode,
  explainRow,
  FIRST_DAY,
  isFactId,
  LAST_DAY,
  nextQuestion,
  programsOf,
  type RuleSet,
} from '@/domain/eligibility';
import type { Answer } from './each-line';

interface LineError {
  readonly name: string;
  readonly message: string;
  readonly fact: string | null;
}

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
    if (typeof id !== 'string' && typeof id !== 'number' && id !== null) {
      return problem(null, 'BadLine', 'id must be a text or a number');
    }
    const misplaced = Object.keys(rest).find(isFactId);
    if (misplaced !== undefined)
      return problem(id, 'BadLine', `${misplaced} is a fact: it belongs into facts`);
    const dateProblem = asOfProblem(as_of);
    if (dateProblem) {
      const got = as_of === undefined ? 'nothing' : JSON.stringify(as_of);
      return problem(id, dateProblem, `as_of must be a day from ${FIRST_DAY} to ${LAST_DAY}, not ${got}`);
    }
    const checked = checkFacts(facts ?? {});
    if (!checked.ok) return errorLine(id, checked.problem);
    try {
      const row = encode(derive(checked.facts, as_of as string));
      const decisions = explainRow(programFor(as_of as string), row);
      const results = decisions.map(resultJson).join(',');
      const next = JSON.stringify(nextQuestion(decisions));
      return {
        ok: true,
        text: `{"id":${JSON.stringify(id)},"results":[${results}],"next_question":${next}}`,
      };
    } catch (error) {
      return problem(id, 'Internal', (error as Error).message);
    }
  };
}

const errorLine = (id: unknown, error: LineError): Answer => ({
  ok: false,
  text: JSON.stringify({ id, error }),
});

const problem = (id: unknown, name: string, message: string): Answer =>
  errorLine(id, { name, message, fact: null });

/** `"paid_to":…,"cites":…` of a benefit: the engine shares the citations, so the text is made once. */
const tails = new WeakMap<Decision['cites'], string>();

function tailOf({ cites, paid_to }: Decision): string {
  const known = tails.get(cites) ?? `"paid_to":${JSON.stringify(paid_to)},"cites":${JSON.stringify(cites)}`;
  tails.set(cites, known);
  return known;
}

// fact ids, statuses and benefit ids are plain ASCII words: they need no escaping
const list = (ids: readonly string[]): string => (ids.length === 0 ? '[]' : `["${ids.join('","')}"]`);
const orNull = (word: string | null): string => (word === null ? 'null' : `"${word}"`);

/** A decision without its clauses. Most of the work of a line is writing it, so it is put together by hand. */
function resultJson(decision: Decision): string {
  const { benefit, status, reason, amount, missing, failed, notes } = decision;
  const head = `{"benefit":"${benefit}","status":"${status}","reason":${orNull(reason)},"amount":${JSON.stringify(amount)}`;
  const facts = `"missing":${list(missing)},"failed":${list(failed)}`;
  return `${head},${facts},${tailOf(decision)},"notes":${notes.length === 0 ? '[]' : JSON.stringify(notes)}}`;
}
