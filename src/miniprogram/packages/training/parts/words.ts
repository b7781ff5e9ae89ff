/** Sessions in words: days, hours, seats. */
import type { SessionLine } from '@/contract/training';
import { chinaClock } from '@/domain/calendar/china';
import type { EnrolmentState } from '@/domain/training';
import type { StatusName } from '@/ui';
import { monthDayText, weekday } from '@/ui/date-text';
import { copy } from './copy';

type Times = Pick<SessionLine, 'starts_on' | 'ends_on' | 'from' | 'to'>;

/** 12月1日（周二）到12月5日 */
export function daysText({ starts_on, ends_on }: Times): string {
  const first = `${monthDayText(starts_on)}（${weekday(starts_on)}）`;
  return starts_on === ends_on ? first : `${first}到${monthDayText(ends_on)}`;
}

export const hoursText = ({ starts_on, ends_on, from, to }: Times): string =>
  starts_on === ends_on ? copy.once(from, to) : copy.each(from, to);

export const timesText = (session: Times): string => `${daysText(session)}，${hoursText(session)}`;

export const placeText = ({ county_name, town, address }: SessionLine): string =>
  [county_name, town, address].filter(Boolean).join(' ');

/** Where, as short as a list wants it. */
export const shortPlace = ({ county_name, town }: SessionLine): string => town ?? county_name;

export function seatsTag(session: SessionLine): { status: StatusName; word: string } {
  if (session.state === 'cancelled') return { status: 'not_eligible', word: copy.cancelled };
  if (!session.can_enrol) return { status: 'expired', word: copy.closed };
  if (session.left > 0 && session.waiting === 0) return { status: 'eligible', word: copy.left(session.left) };
  return { status: 'needs_info', word: copy.full(session.waiting) };
}

const STATE_TAGS: Record<EnrolmentState, StatusName> = {
  enrolled: 'eligible',
  confirmed: 'eligible',
  waiting: 'doing',
  offered: 'warning',
  cancelled: 'expired',
  expired: 'expired',
  attended: 'eligible',
  absent: 'expired',
  certified: 'eligible',
};

export const enrolmentTag = (state: EnrolmentState): { status: StatusName; word: string } => ({
  status: STATE_TAGS[state],
  word: copy.states[state],
});

/** 11月30日（周一）18:00, by the clock of China */
export function momentWords(iso: string): string {
  const at = chinaClock(Date.parse(iso));
  const day = at.slice(0, 10);
  return `${monthDayText(day)}（${weekday(day)}）${at.slice(11, 16)}`;
}

/** The phone's clock against the server's, when they are more than five minutes apart; null otherwise. */
export function clockApart(serverNow: string, phoneNow: number): number | null {
  const apart = Math.round((Date.parse(serverNow) - phoneNow) / 60_000);
  return Math.abs(apart) > 5 ? apart : null;
}
