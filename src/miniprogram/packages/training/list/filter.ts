/** What somebody looks for. */
import type { SessionFilter } from '@/contract/training';
import { dayNumber, isoOf } from '@/domain/calendar/days';
import { TRADES, TRAINING_KINDS, type Trade, type TrainingKind } from '@/domain/training';

export interface Looking {
  readonly free: boolean;
  readonly childcare: boolean;
  readonly evening: boolean;
  readonly trade: Trade | null;
  readonly kind: TrainingKind | null;
  /** the county, or the whole region */
  readonly wide: boolean;
  readonly town: string | null;
  readonly when: 'any' | 'month' | 'quarter';
}

export const EVERYTHING: Looking = {
  free: false,
  childcare: false,
  evening: false,
  trade: null,
  kind: null,
  wide: false,
  town: null,
  when: 'any',
};

export const isTrainingKind = (text: string | undefined): text is TrainingKind =>
  text !== undefined && text in TRAINING_KINDS;
export const isTrade = (text: string | undefined): text is Trade => text !== undefined && text in TRADES;

/** How many conditions hide behind the button. */
export const hidden = ({ trade, kind, wide, town, when }: Looking): number =>
  [trade !== null, kind !== null, wide, town !== null, when !== 'any'].filter(Boolean).length;

const DAYS = { month: 31, quarter: 92 } as const;

/** As the server is asked. @param unit the county · @param region with all its counties */
export function filterOf(
  looking: Looking,
  place: { readonly unit: string; readonly region: string },
  today: string,
): SessionFilter {
  const { free, childcare, evening, trade, kind, wide, town, when } = looking;
  return {
    place: wide ? place.region : place.unit,
    ...(free && { free }),
    ...(childcare && { childcare }),
    ...(evening && { evening }),
    ...(trade !== null && { trade }),
    ...(kind !== null && { kinds: [kind] }),
    ...(town !== null && !wide && { town }),
    ...(when !== 'any' && { to: isoOf(dayNumber(today) + DAYS[when]) }),
  };
}
