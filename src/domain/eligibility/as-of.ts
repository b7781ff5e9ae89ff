import { parseDay } from '../calendar/days';
import type { IsoDate } from './types';

/** Days one can ask about. Outside it is surely a typing error. */
export const FIRST_DAY: IsoDate = '2000-01-01';
export const LAST_DAY: IsoDate = '2099-12-31';

export type DateProblem = 'ImpossibleDate' | 'DateOutOfRange';

/** null when the text is a day one can ask about. */
export function asOfProblem(text: unknown): DateProblem | null {
  if (typeof text !== 'string' || parseDay(text) === null) return 'ImpossibleDate';
  return text < FIRST_DAY || text > LAST_DAY ? 'DateOutOfRange' : null;
}
