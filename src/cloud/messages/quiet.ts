/** When somebody may be called upon, by the clock of China. */
import { hourInChina } from '@/domain/calendar/china';

const HOUR_MS = 3_600_000;

export interface QuietHours {
  /** 0–23; the same twice: never quiet */
  readonly quietFrom: number;
  readonly quietTo: number;
}

/** When the quiet hours that this moment lies in end; null outside of them. */
export function quietUntil(moment: Date, { quietFrom: from, quietTo: to }: QuietHours): Date | null {
  const hour = hourInChina(moment);
  const quiet = from < to ? hour >= from && hour < to : from > to && (hour >= from || hour < to);
  if (!quiet) return null;
  const hours = (to - hour + 24) % 24;
  const begun = Math.floor(moment.getTime() / HOUR_MS) * HOUR_MS;
  return new Date(begun + hours * HOUR_MS);
}
