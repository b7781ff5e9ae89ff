/** Answers in words, as they are read once more before they are sent. */

import { semesterText } from '@/client/fact-text';
import type { Answer, ServiceQuestion } from '@/domain/cases';
import { yuanText } from '@/domain/money/yuan';
import { dateText } from '@/ui/date-text';

/** 6217 0012 3456 …: as it stands on the card. */
export const groupedByFour = (digits: string): string =>
  digits.replace(/\D/g, '').replace(/(\d{4})(?=\d)/g, '$1 ');

/** `2026-03` → 2026年3月 */
export function monthText(month: string): string {
  const [year, number] = month.split('-');
  return `${year}年${Number(number)}月`;
}

/**
 * @param county names a county's code (client/county.ts)
 * @returns null when nothing was answered
 */
export function answerText(
  { kind, options = [], unit, unsure }: ServiceQuestion,
  answer: Answer | undefined,
  county: (code: string) => string,
): string | null {
  if (answer === undefined || answer === '') return null;
  if (answer === null) return unsure ? '不清楚' : '没有填';
  if (typeof answer === 'boolean') return answer ? '是' : '不是';
  const label = (value: string) => options.find((one) => one.value === value)?.label ?? value;
  if (typeof answer === 'object') {
    const lines = answer.filter((line) => line.trim() !== '');
    return lines.length === 0 ? null : lines.map(label).join(kind === 'list' ? '；' : '、');
  }
  if (typeof answer === 'number') return kind === 'money' ? yuanText(answer) : `${answer}${unit ?? ''}`;
  return textOf(kind, answer, label, county);
}

function textOf(
  kind: ServiceQuestion['kind'],
  answer: string,
  label: (value: string) => string,
  county: (code: string) => string,
): string {
  switch (kind) {
    case 'choice':
      return label(answer);
    case 'date':
      return /^\d{4}-\d{2}-\d{2}$/.test(answer) ? dateText(answer) : answer;
    case 'month':
      return /^\d{4}-\d{2}$/.test(answer) ? monthText(answer) : answer;
    case 'semester':
      return semesterText(answer);
    case 'county':
      return county(answer);
    case 'bank_account':
      return groupedByFour(answer);
    default:
      return answer;
  }
}
