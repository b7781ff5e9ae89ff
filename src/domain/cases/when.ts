/** Conditions of questions and papers: Kleene logic over answers and facts; an answer "不清楚" is unknown, never no. */
import type { Facts, FactValue } from '../eligibility';
import type { Answer, AnswerExpr, AnswerLeaf, Answers, Service } from './service';

/** true · false · null = unknown */
export type Truth = boolean | null;

export interface Known {
  readonly answers: Answers;
  readonly facts: Facts;
}

export function truthOf(expr: AnswerExpr, known: Known): Truth {
  if ('all' in expr) return every(expr.all.map((one) => truthOf(one, known)));
  if ('any' in expr) return negated(every(expr.any.map((one) => negated(truthOf(one, known)))));
  if ('not' in expr) return negated(truthOf(expr.not, known));
  const value = 'answer' in expr ? known.answers[expr.answer] : known.facts[expr.fact];
  return value === undefined || value === null ? null : testOf(expr, value);
}

const every = (parts: readonly Truth[]): Truth =>
  parts.includes(false) ? false : parts.includes(null) ? null : true;
const negated = (truth: Truth): Truth => (truth === null ? null : !truth);

function testOf(leaf: AnswerLeaf, value: NonNullable<Answer> | FactValue): boolean {
  if ('is' in leaf) return value === leaf.is;
  if ('in' in leaf) {
    const said = Array.isArray(value) ? value : [value];
    return said.some((one) => leaf.in.includes(String(one)));
  }
  // numbers with numbers; dates and months compare as text
  const limit = 'gte' in leaf ? leaf.gte : leaf.lte;
  if (typeof value !== typeof limit) return false;
  const at = value as number | string;
  return 'gte' in leaf ? at >= limit : at <= limit;
}

/** Asked unless the condition is known to be false. */
export const isAsked = (one: { readonly when?: AnswerExpr }, known: Known): boolean =>
  one.when === undefined || truthOf(one.when, known) !== false;

/** The questions that are asked with these answers, in order. A question that hangs on one not asked is not asked. */
export function askedQuestions(service: Service, { answers, facts }: Known): Service['questions'] {
  const said: Record<string, Answer> = {};
  return service.questions.filter((question) => {
    if (!isAsked(question, { answers: said, facts })) return false;
    const answer = answers[question.id];
    if (answer !== undefined) said[question.id] = answer;
    return true;
  });
}

/** Papers to hand in; what the register knows is not among them. */
export const askedEvidence = (service: Service, known: Known): Service['evidence'] =>
  service.evidence.filter((one) => isAsked(one, known));

/** Nothing to hand in: the register has it. A "no" there is no paper: whoever holds one may hand it in. */
export function isInRegister(one: Service['evidence'][number], facts: Facts): boolean {
  const value = one.from_register && facts[one.from_register.fact];
  return value !== undefined && value !== null && value !== false;
}
