import {
  type Answers,
  answerProblem,
  askedEvidence,
  askedQuestions,
  type EvidenceAsk,
  type Known,
  type Service,
  type ServiceQuestion,
} from '@/domain/cases';

/** The paper that is signed on the last page, with a finger: no screen of its own. */
export const SIGNATURE = 'signature';

/** One question, or one paper. */
export type Step =
  | { readonly id: string; readonly kind: 'question'; readonly question: ServiceQuestion }
  | { readonly id: string; readonly kind: 'paper'; readonly paper: EvidenceAsk };

/** How many files there are for each paper. */
export type FileCounts = Readonly<Record<string, number>>;

export interface Filling {
  readonly known: Known;
  readonly files: FileCounts;
  /** papers that are here already: the register or an earlier case has them */
  readonly here: readonly string[];
  /** of those, the ones the person wants to hand in all the same */
  readonly also: readonly string[];
}

/** What is asked with these answers, in order; papers that are here already are not. */
export function stepsOf(service: Service, { known, here, also, files }: Filling): readonly Step[] {
  const questions = askedQuestions(service, known).map(
    (question): Step => ({ id: question.id, kind: 'question', question }),
  );
  const papers = askedEvidence(service, known)
    .filter(({ id }) => id !== SIGNATURE)
    .filter(({ id }) => !here.includes(id) || also.includes(id) || (files[id] ?? 0) > 0)
    .map((paper): Step => ({ id: paper.id, kind: 'paper', paper }));
  return [...questions, ...papers];
}

/** What keeps one from going on; null when nothing does. */
export function stepProblem(
  step: Step,
  answers: Answers,
  { files, here }: Pick<Filling, 'files' | 'here'>,
  today: string,
): string | null {
  if (step.kind === 'question') return answerProblem(step.question, answers[step.id], today);
  const count = files[step.id] ?? 0;
  const { min, max } = step.paper;
  if (count > max) return `最多 ${max} 份，请删掉 ${count - max} 份`;
  if (count < min && !here.includes(step.id)) return `还差 ${min - count} 份，拍照或选好再往下`;
  return null;
}

/** Where to go on: the first thing that is open; null: everything is there. */
export const firstOpen = (
  steps: readonly Step[],
  answers: Answers,
  filling: Pick<Filling, 'files' | 'here'>,
  today: string,
): Step | null => steps.find((step) => isOpen(step, answers, filling, today)) ?? null;

/** A question that may be left out is open until it was passed: `undefined` means not seen yet. */
export function isOpen(
  step: Step,
  answers: Answers,
  filling: Pick<Filling, 'files' | 'here'>,
  today: string,
): boolean {
  if (stepProblem(step, answers, filling, today) !== null) return true;
  return step.kind === 'question' && answers[step.id] === undefined;
}
