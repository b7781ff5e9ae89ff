/** What somebody looks for, remembered on this phone. */
import { isRecord, kept } from '@/client/storage';
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

const isLooking = (value: unknown): value is Looking =>
  isRecord(value) &&
  ['free', 'childcare', 'evening', 'wide'].every((key) => typeof value[key] === 'boolean') &&
  (value.trade === null || (typeof value.trade === 'string' && value.trade in TRADES)) &&
  (value.kind === null || (typeof value.kind === 'string' && value.kind in TRAINING_KINDS)) &&
  (value.town === null || typeof value.town === 'string') &&
  (value.when === 'any' || value.when === 'month' || value.when === 'quarter');

const keptLooking = kept('training-filter', 1, isLooking);

export const lastLooking = (): Looking => keptLooking.read() ?? EVERYTHING;
export const keepLooking = (looking: Looking): void => void keptLooking.write(looking);

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
