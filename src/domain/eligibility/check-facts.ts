import { parseDay } from '../calendar/days';
import { type FactId, type Facts, factSpec, isFactId } from './facts';

/** What is wrong with an input, said so that somebody can mend it. */
export interface FactProblem {
  readonly name: 'UnknownFact' | 'WrongType' | 'ImpossibleDate' | 'BadFacts';
  readonly message: string;
  readonly fact: string | null;
}

const COUNTY = /^\d{6}$/;
const SEMESTER = /^(19|20)\d{2}[SA]$/;
/** Months and years of a person's life: anything beyond is a typing error. */
const MAX_INT = 1200;

/** Check facts that come from outside. `null` values are kept as unknown. */
export function checkFacts(input: unknown): { ok: true; facts: Facts } | { ok: false; problem: FactProblem } {
  if (typeof input !== 'object' || input === null || Array.isArray(input)) {
    return fail('BadFacts', 'facts must be an object of fact ids and values', null);
  }
  for (const [id, value] of Object.entries(input)) {
    if (!isFactId(id)) return fail('UnknownFact', `there is no fact "${id}"`, id);
    const problem = checkFact(id, value);
    if (problem) return { ok: false, problem };
  }
  return { ok: true, facts: input as Facts };
}

/** One value against its catalogue entry; null when it is fine. */
export function checkFact(id: FactId, value: unknown): FactProblem | null {
  if (value === null) return null;
  const spec = factSpec(id);
  const wrong = (expected: string): FactProblem => ({
    name: 'WrongType',
    message: `${id} must be ${expected} or null, not ${JSON.stringify(value)}`,
    fact: id,
  });
  switch (spec.type) {
    case 'bool':
      return typeof value === 'boolean' ? null : wrong('true, false');
    case 'int':
      return Number.isInteger(value) && (value as number) >= 0 && (value as number) <= MAX_INT
        ? null
        : wrong(`a whole number from 0 to ${MAX_INT}`);
    case 'enum':
      return spec.values?.includes(value as string) ? null : wrong(`one of ${spec.values?.join(', ')}`);
    case 'county':
      return typeof value === 'string' && COUNTY.test(value) ? null : wrong('a 6-digit code as text');
    case 'semester':
      if (typeof value === 'string' && (SEMESTER.test(value) || (spec.orNone && value === 'none')))
        return null;
      return wrong(`a semester like "2023S" or "2023A"${spec.orNone ? ', "none"' : ''}`);
    case 'date':
      return checkDate(id, value, wrong);
  }
}

function checkDate(id: FactId, value: unknown, wrong: (expected: string) => FactProblem): FactProblem | null {
  if (typeof value !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(value))
    return wrong('a date like "2023-04-20"');
  if (parseDay(value) !== null) return null;
  return { name: 'ImpossibleDate', message: `${id}: ${value} is not a day of the calendar`, fact: id };
}

function fail(
  name: FactProblem['name'],
  message: string,
  fact: string | null,
): { ok: false; problem: FactProblem } {
  return { ok: false, problem: { name, message, fact } };
}
