/** Which questions and papers share a screen. */
import type { AnswerExpr, Answers, Service } from '@/domain/cases';
import { type Filling, isOpen, type Step, stepProblem } from './steps';

export interface FormScreen {
  /** of its first step */
  readonly id: string;
  readonly steps: readonly Step[];
}

/** What is asked beside a question, and all papers where they are handed in together, stand on one screen. */
export function screensOf(service: Service, steps: readonly Step[]): readonly FormScreen[] {
  const screens: { id: string; steps: Step[] }[] = [];
  for (const step of steps) {
    const last = screens[screens.length - 1];
    if (last && joins(service, step, last.steps[0])) last.steps.push(step);
    else screens.push({ id: step.id, steps: [step] });
  }
  return screens;
}

function joins(service: Service, step: Step, lead: Step | undefined): boolean {
  if (step.kind === 'question')
    return step.question.beside !== undefined && step.question.beside === lead?.id;
  return service.papers_together === true && lead?.kind === 'paper';
}

/** What hangs on the first question comes when that is answered. */
export const shownOn = ({ id, steps }: FormScreen, answers: Answers): readonly Step[] =>
  steps.filter(
    (step) => step.kind === 'paper' || answers[id] !== undefined || !asksOf(step.question.when, id),
  );

function asksOf(expr: AnswerExpr | undefined, id: string): boolean {
  if (!expr) return false;
  if ('all' in expr) return expr.all.some((one) => asksOf(one, id));
  if ('any' in expr) return expr.any.some((one) => asksOf(one, id));
  if ('not' in expr) return asksOf(expr.not, id);
  return 'answer' in expr && expr.answer === id;
}

/** Left empty beside another question it counts as not known. */
const mayStayEmpty = (step: Step): boolean =>
  step.kind === 'question' && step.question.beside !== undefined && step.question.unsure === true;

const isEmpty = (answers: Answers, { id }: Step) => answers[id] === undefined || answers[id] === '';

/** What keeps one from going on with a step of a screen; null when nothing does. */
export const problemOn = (
  step: Step,
  answers: Answers,
  filling: Pick<Filling, 'files' | 'here'>,
  today: string,
): string | null =>
  mayStayEmpty(step) && isEmpty(answers, step) ? null : stepProblem(step, answers, filling, today);

/** What going on says of the questions that were left: known before, or not known. */
export const leftOpen = (steps: readonly Step[], own: Answers): readonly string[] =>
  steps
    .filter(
      (step) =>
        step.kind === 'question' &&
        (own[step.id] === undefined || (mayStayEmpty(step) && own[step.id] === '')),
    )
    .map(({ id }) => id);

/** The screen after this one; one that was answered where the form was begun from is not shown again. */
export const screenAfter = (
  screens: readonly FormScreen[],
  index: number,
  form: { readonly answers: Answers; readonly given?: readonly string[] },
  filling: Pick<Filling, 'files' | 'here'>,
  today: string,
): FormScreen | undefined =>
  screens
    .slice(index + 1)
    .find(({ steps }) =>
      steps.some((step) => !form.given?.includes(step.id) || isOpen(step, form.answers, filling, today)),
    );
