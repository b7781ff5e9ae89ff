/** The clock of China, which is eight hours ahead of UTC all year. The moment is the caller's. */
import dayjs from 'dayjs';
// with its ending: node reads it as it stands where nothing is bundled
import utc from 'dayjs/plugin/utc.js';

dayjs.extend(utc);

type Moment = Date | number;

function inChina(moment: Moment): dayjs.Dayjs {
  const there = dayjs(moment).utcOffset(8);
  if (!there.isValid()) throw new RangeError(`no moment: ${String(moment)}`);
  return there;
}

/** What the clocks show: 2026-05-04T18:03:05.000. @throws RangeError for what is no moment */
export const chinaClock = (moment: Moment): string => inChina(moment).format('YYYY-MM-DDTHH:mm:ss.SSS');

/** `YYYY-MM-DD` */
export const dayInChina = (moment: Moment): string => inChina(moment).format('YYYY-MM-DD');

/** 0–23 */
export const hourInChina = (moment: Moment): number => inChina(moment).hour();

/** The midnight that begins a day. */
export const chinaMidnight = (day: string): Date => new Date(`${day}T00:00:00+08:00`);
