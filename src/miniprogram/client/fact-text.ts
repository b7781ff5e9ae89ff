import { type FactId, type Facts, type FactValue, factSpec } from '@/domain/eligibility/facts';
import { chosenOption } from '@/domain/eligibility/interview';
import type { Region } from '@/domain/eligibility/pack';
import { ASKED, type Question, questionFor } from '@/domain/eligibility/questions';
import { PROVINCES } from '@/domain/geo/provinces';
import { dateText } from '@/ui/date-text';

export interface AnswerRow {
  readonly id: string;
  /** the question that changes it */
  readonly fact: FactId;
  readonly title: string;
  /** null = 不清楚 */
  readonly value: string | null;
}

/** What a person answered, one row a question, in the order asked; questions answered 不清楚 last. */
export function answerRows(
  facts: Facts,
  history: readonly FactId[],
  skipped: readonly FactId[],
  region?: Region,
): readonly AnswerRow[] {
  const rows = new Map<string, AnswerRow>();
  for (const id of [...history, ...skipped]) {
    const question = questionOf(id);
    const key = question?.id ?? id;
    if (rows.has(key)) continue;
    const fact = question?.facts[0] ?? id;
    rows.set(key, {
      id: key,
      fact,
      title: question?.title ?? factSpec(id).label,
      value: valueText(id, question, facts, region),
    });
  }
  return [...rows.values()];
}

/** The question a fact is answered by; a date is asked for in the place of what follows from it. */
function questionOf(id: FactId): Question | null {
  const asksFor = (question: Question | null) =>
    question !== null && 'fact' in question.input && question.input.fact === id;
  return questionFor(id) ?? ASKED.map(questionFor).find(asksFor) ?? null;
}

function valueText(id: FactId, question: Question | null, facts: Facts, region?: Region): string | null {
  const chosen = question && chosenOption(question, facts);
  if (chosen) return inProvince(chosen.label, region);
  const fact = question && 'fact' in question.input ? question.input.fact : id;
  const value = facts[fact];
  return value === undefined || value === null ? null : factText(fact, value, region);
}

/** A fact's value in words: 是, 4 个月, 2023年5月20日, 2023年春季学期. */
export function factText(id: FactId, value: FactValue, region?: Region): string {
  const { type, unit } = factSpec(id);
  switch (type) {
    case 'int':
      return `${value} ${unit ?? ''}`.trim();
    case 'date':
      return dateText(String(value));
    case 'semester':
      return semesterText(String(value));
    case 'county':
      return (
        [...(region?.units ?? []), ...PROVINCES].find(({ code }) => code === value)?.name ?? String(value)
      );
    default:
      return wordsFor(id, value, region) ?? (value ? '是' : '不是');
  }
}

/** The words of the answer that says so; where several answers do ("employed"), only yes or no is certain. */
function wordsFor(id: FactId, value: FactValue, region?: Region): string | null {
  const input = questionFor(id)?.input;
  const saying = input?.kind === 'choice' ? input.options.filter(({ sets }) => sets[id] === value) : [];
  const [option] = saying;
  return option && saying.length === 1 ? inProvince(option.label, region) : null;
}

const inProvince = (label: string, region?: Region) =>
  label.replace('{province}', region?.province ?? '本省');

/** `2023S` → 2023年春季学期 */
export function semesterText(semester: string): string {
  if (semester === 'none') return '还没有消除';
  return `${semester.slice(0, 4)}年${semester.endsWith('S') ? '春季' : '秋季'}学期`;
}
