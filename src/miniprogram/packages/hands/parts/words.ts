/** Gatherings in words: when, where, how many, how much. */
import type { AgreementView, GatheringView, HandView } from '@/contract/hands';
import { chinaClock } from '@/domain/calendar/china';
import { type HandPay, payWords } from '@/domain/hands';
import { STANDINGS, type Standing } from '@/domain/jobs/standing';
import type { StatusName } from '@/ui';
import { monthDayText, weekday } from '@/ui/date-text';
import { copy } from './copy';

interface Times {
  readonly day: string;
  readonly from: string;
  readonly to: string;
}

/** 12月1日（周二）07:30到17:30 */
export const timesText = ({ day, from, to }: Times): string =>
  `${monthDayText(day)}（${weekday(day)}）${from}到${to <= from ? copy.nextDay : ''}${to}`;

export const placeText = ({ county_name, town, village, address }: GatheringView): string =>
  [county_name, town, village, address].filter(Boolean).join(' ');

export const payText = (pay: HandPay): string => payWords(pay);

/** 11月30日 18:00:05, by the clock of China */
export function momentWords(iso: string): string {
  const at = chinaClock(Date.parse(iso));
  return `${monthDayText(at.slice(0, 10))} ${at.slice(11, 19)}`;
}

type Tag = { status: StatusName; word: string };

/** What the desk has said against it comes before everything else. */
export const doubtTag = (standing: Standing): Tag => ({
  status: standing === 'checking' ? 'warning' : 'not_eligible',
  word: STANDINGS[standing].word,
});

export function gatheringTag({ state, standing, waits, join, people, joined, waiting }: GatheringView): Tag {
  if (standing) return doubtTag(standing);
  if (state === 'cancelled') return { status: 'not_eligible', word: copy.cancelled };
  if (waits) return { status: 'doing', word: copy.waits };
  if (!join.ok) return { status: 'expired', word: copy.over };
  if (joined < people) return { status: 'eligible', word: copy.left(people - joined) };
  return { status: 'needs_info', word: copy.full(waiting) };
}

const TAGS: Record<HandView['state'], StatusName> = {
  joined: 'eligible',
  waiting: 'doing',
  came: 'eligible',
  left: 'expired',
};
export const handTag = (state: HandView['state']): Tag => ({ status: TAGS[state], word: copy.states[state] });

/** Who vouches for it: an office with its day, or nobody, which is said as plainly. */
export function standingTag({ as, verified }: Pick<GatheringView, 'as' | 'verified'>): Tag {
  if (verified) return { status: 'eligible', word: copy.verified(verified.by, monthDayText(verified.on)) };
  return { status: 'warning', word: as === 'person' ? copy.byPerson : copy.byUnit };
}

/** How the wage record stands, as one side reads it. */
export function agreeingTag(
  { agreeing: of, came_at }: Pick<HandView, 'agreeing' | 'came_at'>,
  side: AgreementView['side'],
): Tag {
  const [mine, theirs] = side === 'worker' ? [of.worker, of.organiser] : [of.organiser, of.worker];
  if (of.number !== null) return { status: 'eligible', word: copy.ok[came_at === null ? 'agreed' : 'came'] };
  if (mine) return { status: 'doing', word: copy.theirs };
  return theirs ? { status: 'warning', word: copy.yours } : { status: 'none', word: copy.none };
}
