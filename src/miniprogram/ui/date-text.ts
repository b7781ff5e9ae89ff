import { dayNumber, partsOf } from '@/domain/calendar/days';

const WEEK = ['日', '一', '二', '三', '四', '五', '六'] as const;

/** 2023年5月20日 */
export function dateText(iso: string): string {
  const [year, month, day] = partsOf(dayNumber(iso));
  return `${year}年${month}月${day}日`;
}

/** 2023年5月20日（周六） */
export const dateTextWithWeekday = (iso: string): string => `${dateText(iso)}（${weekday(iso)}）`;

/** 5月20日 */
export function monthDayText(iso: string): string {
  const [, month, day] = partsOf(dayNumber(iso));
  return `${month}月${day}日`;
}

/** 周六 */
export function weekday(iso: string): string {
  // day 0, 1970-01-01, was a Thursday
  const index = (((dayNumber(iso) + 4) % 7) + 7) % 7;
  return `周${WEEK[index] ?? ''}`;
}
