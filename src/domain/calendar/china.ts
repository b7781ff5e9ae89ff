/** The clock of China, which is eight hours ahead of UTC all year. The moment is the caller's. */

const AHEAD_MS = 8 * 3_600_000;

type Moment = Date | number;

/** What the clocks show: 2026-05-04T18:03:05.000. @throws RangeError for what is no moment */
export const chinaClock = (moment: Moment): string =>
  new Date(Number(moment) + AHEAD_MS).toISOString().slice(0, -1);

/** `YYYY-MM-DD` */
export const dayInChina = (moment: Moment): string => chinaClock(moment).slice(0, 10);

/** 0–23 */
export const hourInChina = (moment: Moment): number => new Date(Number(moment) + AHEAD_MS).getUTCHours();

/** The midnight that begins a day. */
export const chinaMidnight = (day: string): Date => new Date(`${day}T00:00:00+08:00`);
