import type { IsoDate } from '@/domain/eligibility/types';
import { today } from './clock';
import { personalStore } from './session';
import { useStore } from './store';

// another person begins with today
const chosen = personalStore<IsoDate | null>(null);

export interface AsOf {
  readonly asOf: IsoDate;
  readonly isToday: boolean;
  /** `null` = back to today */
  set(date: IsoDate | null): void;
}

/** The day everything is looked at from: today, or one chosen for as long as the app stays open. */
export function useAsOf(): AsOf {
  const date = useStore(chosen);
  const now = today();
  return { asOf: date ?? now, isToday: date === null || date === now, set: chosen.set };
}
