import dayjs from 'dayjs';
import utc from 'dayjs/plugin/utc';

dayjs.extend(utc);

/** Today in China, which is eight hours ahead of UTC all year. */
export const todayInChina = (now: number = Date.now()): string =>
  dayjs(now).utcOffset(8).format('YYYY-MM-DD');
