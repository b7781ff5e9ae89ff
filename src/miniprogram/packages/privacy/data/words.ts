import { today } from '@/client/clock';
import { factText } from '@/client/fact-text';
import { FACTS, isFactId } from '@/domain/eligibility/facts';
import { dateText } from '@/ui';
import { copy } from './copy';

export interface Line {
  readonly name: string;
  readonly value: string;
}

/** One row of the export as lines to read; what is not known is said so. */
export const linesOf = (row: Readonly<Record<string, unknown>>): readonly Line[] =>
  Object.entries(row).map(([name, value]) => ({
    name: isFactId(name) ? FACTS[name].label : name,
    value: isFactId(name) && isPlain(value) ? factText(name, value) : wordsOf(value),
  }));

const isPlain = (value: unknown): value is string | number | boolean =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';

const MOMENT = /^\d{4}-\d\d-\d\dT\d\d:\d\d/;

function wordsOf(value: unknown): string {
  if (value === null || value === undefined || value === '') return copy.nothing;
  if (typeof value === 'boolean') return value ? copy.yes : copy.no;
  if (typeof value === 'string') return MOMENT.test(value) ? dayAndTime(new Date(value)) : value;
  if (Array.isArray(value)) return value.map(wordsOf).join('；') || copy.nothing;
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

const two = (n: number) => (n < 10 ? `0${n}` : `${n}`);
const dayAndTime = (at: Date) => `${dateText(today(at))} ${two(at.getHours())}:${two(at.getMinutes())}`;
