/** A plan on one page: ten plain questions, and the paper they make for whoever lends the money. */
import type { Paper, PaperBlock } from '../wages/paper';

export const PLAN_QUESTIONS = [
  'what',
  'where',
  'buyers',
  'why_us',
  'costs',
  'earns',
  'own_money',
  'wanted_money',
  'helpers',
  'risks',
] as const;
export type PlanQuestion = (typeof PLAN_QUESTIONS)[number];
export type PlanAnswers = Readonly<Partial<Record<PlanQuestion, string>>>;

/** Letters of one answer: ten of them stand on one page or little more. */
export const LONGEST_ANSWER = 300;

export interface PlanWords {
  readonly name: string;
  readonly title: string;
  readonly labels: Readonly<Record<PlanQuestion, string>>;
  readonly empty: string;
  readonly signature: string;
  readonly foot: string;
  readonly warning: string;
}

/** What was written, in the order of the questions; what was left out is said to be open. */
export function planPaper(answers: PlanAnswers, words: PlanWords, day: string): Paper {
  const fields = PLAN_QUESTIONS.map((id): PlanBlock => {
    const text = (answers[id] ?? '').trim();
    return { kind: 'field', label: words.labels[id], text: text === '' ? words.empty : text, id };
  });
  return {
    name: words.name,
    blocks: [
      { kind: 'title', text: words.title },
      ...fields,
      { kind: 'warning', text: words.warning },
      { kind: 'signature', label: words.signature, png: null, date: day },
    ],
    foot: words.foot,
  };
}
type PlanBlock = Extract<PaperBlock, { kind: 'field' }>;

/** How many of the questions have an answer. */
export const answeredOf = (answers: PlanAnswers): number =>
  PLAN_QUESTIONS.filter((id) => (answers[id] ?? '').trim() !== '').length;
