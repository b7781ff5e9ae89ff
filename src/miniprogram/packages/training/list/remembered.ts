/** What somebody looked for last, on this phone. */
import { isRecord, kept } from '@/client/storage';
import { TRADES, TRAINING_KINDS } from '@/domain/training';
import { EVERYTHING, type Looking } from './filter';

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
