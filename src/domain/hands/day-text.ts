import { dayNumber, partsOf } from '../calendar/days';

const WEEKDAYS = '四五六日一二三';

/** 11月26日（周四）, as the pages write it. @param day `YYYY-MM-DD` */
export function dayText(day: string): string {
  const number = dayNumber(day);
  const [, month, of] = partsOf(number);
  // the first of all days was a Thursday
  return `${month}月${of}日（周${WEEKDAYS[((number % 7) + 7) % 7]}）`;
}
