import { dayNumber, isoOf } from '@/domain/calendar/days';
import type { MandateService } from '@/domain/mandate/services';

/** What is being agreed to, step by step. In memory of the page only. */
export interface Draft {
  readonly label: string;
  readonly services: readonly MandateService[];
  readonly until: string;
}

/** A month unless another day is chosen. */
export const newDraft = (today: string): Draft => ({ label: '', services: [], until: dayAfter(today, 30) });

export const dayAfter = (day: string, days: number): string => isoOf(dayNumber(day) + days);
