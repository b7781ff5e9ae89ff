import type { CodePayload } from './payload';

/**
 * fresh: made just now, so the holder's phone is on line · older_today: valid, made at `i` – shown without network, or a
 * picture of it · expired: its day is over · not_yet: made in the future, so one of the two clocks is wrong
 */
export type CodeAge = 'fresh' | 'older_today' | 'expired' | 'not_yet';

/** A new code comes every minute; half a minute more for the way from one phone to the other. */
export const FRESH_SECONDS = 60 + 30;
/** Phones' clocks differ by about this much without anybody noticing. */
const CLOCK_SECONDS = 120;

/** @param now seconds since 1970, by the clock of whoever looks */
export function judge(
  payload: CodePayload,
  now: number,
  { freshSeconds = FRESH_SECONDS }: { freshSeconds?: number } = {},
): CodeAge {
  if (payload.i - now > CLOCK_SECONDS) return 'not_yet';
  if (now >= payload.e) return 'expired';
  return now - payload.i <= freshSeconds ? 'fresh' : 'older_today';
}
