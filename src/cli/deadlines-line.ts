import { asOfProblem, FIRST_DAY, LAST_DAY } from '@/domain/eligibility';
import { citeText } from '@/domain/wages/cites';
import { deadlineOf } from '@/domain/wages/deadline';
import type { DeadlineRow, LawBook } from '@/domain/wages/law';
import type { Answer } from './each-line';

interface LineError {
  readonly name: 'CalendarMissing' | 'NoPeriod' | 'UnknownRule' | 'InvalidInput';
  readonly year?: number;
  readonly message?: string;
}

/** The time limit that one line asks for. */
export function deadlineOfLine(law: LawBook, line: string): Answer {
  let input: unknown;
  try {
    input = JSON.parse(line.replace(/^\uFEFF/, ''));
  } catch (error) {
    return invalid(null, `not JSON: ${(error as Error).message}`);
  }
  if (typeof input !== 'object' || input === null || Array.isArray(input))
    return invalid(null, 'a line must be an object with id, rule and from');
  const { id = null, rule, from, extended = false } = input as Record<string, unknown>;
  if (typeof id !== 'string' && typeof id !== 'number' && id !== null)
    return invalid(null, 'id must be a text or a number');
  if (typeof rule !== 'string') return invalid(id, `rule must be the id of a time limit, not ${said(rule)}`);
  const row = law.deadlines.find((one) => one.id === rule);
  if (!row) return failed(id, { name: 'UnknownRule' });
  if (row.period === null) return failed(id, { name: 'NoPeriod' });
  if (asOfProblem(from) !== null)
    return invalid(id, `from must be a day from ${FIRST_DAY} to ${LAST_DAY}, not ${said(from)}`);
  if (typeof extended !== 'boolean')
    return invalid(id, `extended must be true or false, not ${said(extended)}`);
  if (extended && row.period.extension === undefined) return invalid(id, `${rule} has no extension`);
  return answerOf(law, id, row, from as string, extended);
}

function answerOf(law: LawBook, id: unknown, row: DeadlineRow, from: string, extended: boolean): Answer {
  const found = deadlineOf(row, from, law.calendar, { extended });
  if (!found.ok) return failed(id, found.error);
  const { advised, statutory, day_type, calendar_missing } = found;
  const cite = row.cite.map((one) => citeText(law, one));
  const text = { id, rule: row.id, from, advised, statutory, day_type, cite };
  return {
    ok: true,
    text: JSON.stringify(calendar_missing === undefined ? text : { ...text, calendar_missing }),
  };
}

const said = (value: unknown): string => (value === undefined ? 'nothing' : JSON.stringify(value));
const failed = (id: unknown, error: LineError): Answer => ({
  ok: false,
  text: JSON.stringify({ id, error }),
});
const invalid = (id: unknown, message: string): Answer => failed(id, { name: 'InvalidInput', message });
