/** `when` of questions, pages between them and papers: asks only what was answered before, and only what such an answer can be. */
import type { AnswerExpr, AnswerLeaf, Service, ServiceQuestion } from '@/domain/cases';
import { checkFact, factSpec } from '@/domain/eligibility';
import type { Wrong } from './services-check';

type Path = readonly (string | number)[];

export function conditionProblems({ questions, looks = [], evidence }: Service): Wrong[] {
  const ofQuestions = questions.flatMap(({ when }, n) =>
    when ? walk(when, questions.slice(0, n), ['questions', n, 'when']) : [],
  );
  const ofPapers = evidence.flatMap(({ when }, n) =>
    when ? walk(when, questions, ['evidence', n, 'when']) : [],
  );
  return [
    ...ofQuestions,
    ...questions.flatMap((question, n) => besideProblems(question, questions.slice(0, n), n)),
    ...looks.flatMap((look, n) => lookProblems(look, questions, ['looks', n])),
    ...ofPapers,
  ];
}

/** On the screen of a question right before it that has a screen of its own. */
function besideProblems({ beside }: ServiceQuestion, before: readonly ServiceQuestion[], n: number): Wrong[] {
  if (beside === undefined) return [];
  const path = ['questions', n, 'beside'];
  const lead = before.findIndex(({ id }) => id === beside);
  if (lead < 0) return [{ path, message: `${beside} is no earlier question` }];
  return before.slice(lead + 1).every((one) => one.beside === beside) && before[lead]?.beside === undefined
    ? []
    : [{ path, message: `only questions beside ${beside} may stand between the two` }];
}

function lookProblems(
  { after, when }: NonNullable<Service['looks']>[number],
  questions: readonly ServiceQuestion[],
  path: Path,
): Wrong[] {
  const at = questions.findIndex(({ id }) => id === after);
  if (at < 0) return [{ path: [...path, 'after'], message: `there is no question ${after}` }];
  return when ? walk(when, questions.slice(0, at + 1), [...path, 'when']) : [];
}

/** What is wrong with one condition. @param before the questions it may ask about */
export function walk(expr: AnswerExpr, before: readonly ServiceQuestion[], path: Path): Wrong[] {
  if ('all' in expr) return expr.all.flatMap((one, n) => walk(one, before, [...path, 'all', n]));
  if ('any' in expr) return expr.any.flatMap((one, n) => walk(one, before, [...path, 'any', n]));
  if ('not' in expr) return walk(expr.not, before, [...path, 'not']);
  const message = leafProblem(expr, before);
  return message === null ? [] : [{ path, message }];
}

function leafProblem(leaf: AnswerLeaf, before: readonly ServiceQuestion[]): string | null {
  if ('fact' in leaf) return factLeafProblem(leaf);
  const question = before.find(({ id }) => id === leaf.answer);
  if (!question) return `${leaf.answer} is no earlier question`;
  const wants = TESTS[question.kind];
  const test = Object.keys(leaf).find((key) => key !== 'answer') as string;
  if (!wants?.includes(test)) return `${question.id} is ${question.kind}: "${test}" cannot be asked of it`;
  if ('in' in leaf) {
    const stray = leaf.in.find((value) => !question.options?.some((option) => option.value === value));
    return stray === undefined ? null : `${question.id} has no option ${stray}`;
  }
  const numeric = question.kind === 'number' || question.kind === 'money';
  const bound = 'gte' in leaf ? leaf.gte : 'lte' in leaf ? leaf.lte : null;
  return bound !== null && (typeof bound === 'number') !== numeric
    ? `${question.id} is ${question.kind}, not ${bound}`
    : null;
}

const TESTS: Partial<Record<ServiceQuestion['kind'], readonly string[]>> = {
  yes_no: ['is'],
  choice: ['in'],
  many: ['in'],
  number: ['gte', 'lte'],
  money: ['gte', 'lte'],
  date: ['gte', 'lte'],
  month: ['gte', 'lte'],
};

function factLeafProblem(leaf: Extract<AnswerLeaf, { fact: unknown }>): string | null {
  const { type } = factSpec(leaf.fact);
  if ('is' in leaf) return type === 'bool' ? null : `${leaf.fact} is ${type}: "is" needs a yes/no fact`;
  if ('in' in leaf) return leaf.in.map((value) => checkFact(leaf.fact, value)?.message).find(Boolean) ?? null;
  if (type !== 'int' && type !== 'date' && type !== 'semester')
    return `${leaf.fact} is ${type}: it has no order`;
  return checkFact(leaf.fact, 'gte' in leaf ? leaf.gte : leaf.lte)?.message ?? null;
}
