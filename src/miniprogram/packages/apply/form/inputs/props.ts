import type { Answer, ServiceQuestion } from '@/domain/cases';

export interface InputProps {
  readonly question: ServiceQuestion;
  /** undefined: not answered yet */
  readonly value: Answer | undefined;
  readonly onAnswer: (value: Answer) => void;
  /** what is wrong with it, once the person wanted to go on */
  readonly error: string | undefined;
  readonly today: string;
}

/** What a field shows of an answer; "不清楚" leaves it empty. */
export const typed = (value: Answer | undefined): string =>
  typeof value === 'string' ? value : typeof value === 'number' ? String(value) : '';
