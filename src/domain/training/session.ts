/** A session: where, when, how many. Moments are ms since 1970; the clock of China is eight hours ahead all year. */
import { dayNumber, isoOf, parseDay } from '../calendar/days';
import type { Trade, TrainingKind } from './kinds';

export type SessionState = 'proposed' | 'open' | 'declined' | 'cancelled';

/** What a provider says of it. */
export interface SessionDraft {
  readonly kind: TrainingKind;
  readonly trade: Trade;
  readonly title: string;
  readonly provider: string;
  readonly county: string;
  readonly town: string | null;
  readonly address: string;
  /** first and last day */
  readonly starts_on: string;
  readonly ends_on: string;
  /** each day from and to: 09:00 */
  readonly from: string;
  readonly to: string;
  readonly capacity: number;
  /** last day and hour to enrol: 2026-12-01 and 18:00 */
  readonly enrol_on: string;
  readonly enrol_at: string;
}

const HOUR = 3_600_000;
const CHINA = 8 * HOUR;
const DAY = 24 * HOUR;

export const MOST_SEATS = 1000;
/** A course of a technical school lasts years; nothing is announced further ahead. */
const LONGEST_DAYS = 366;
const FURTHEST_DAYS = 366;

const TIME = /^([01]\d|2[0-3]):[0-5]\d$/;
const isTime = (text: string): boolean => TIME.test(text);
const minutesOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));

/** The moment of a day and an hour in China. */
export const momentOf = (day: string, time: string): number =>
  dayNumber(day) * DAY + minutesOf(time) * 60_000 - CHINA;
export const dayAt = (moment: number): string => isoOf(Math.floor((moment + CHINA) / DAY));
/** minutes since midnight in China */
const minuteAt = (moment: number): number => Math.floor(((moment + CHINA) % DAY) / 60_000);

type Times = Pick<SessionDraft, 'starts_on' | 'ends_on' | 'from' | 'to'>;

export const startOf = ({ starts_on, from }: Times): number => momentOf(starts_on, from);
export const endOf = ({ ends_on, to }: Times): number => momentOf(ends_on, to);

export interface SessionProblem {
  readonly at: keyof SessionDraft;
  readonly message: string;
}

/**
 * What cannot be published, a line a field, in words.
 * @param taken seats taken already
 */
export function sessionProblems(draft: SessionDraft, now: number, taken = 0): SessionProblem[] {
  return [...timeProblems(draft, now), ...seatProblems(draft, taken)];
}

function timeProblems(draft: SessionDraft, now: number): SessionProblem[] {
  const bad = (['starts_on', 'ends_on', 'enrol_on'] as const).filter((at) => parseDay(draft[at]) === null);
  if (bad.length > 0) return bad.map((at) => ({ at, message: '没有这一天，请重新选日期' }));
  const times = (['from', 'to', 'enrol_at'] as const).filter((at) => !isTime(draft[at]));
  if (times.length > 0) return times.map((at) => ({ at, message: '请写成 09:00 这样，先写小时，再写分钟' }));
  const found: SessionProblem[] = [];
  const say = (at: SessionProblem['at'], message: string) => found.push({ at, message });
  const days = dayNumber(draft.ends_on) - dayNumber(draft.starts_on);
  if (startOf(draft) <= now) say('starts_on', '开班的时间已经过了，请改成以后的时间');
  else if (dayNumber(draft.starts_on) - dayNumber(dayAt(now)) > FURTHEST_DAYS)
    say('starts_on', '开班在一年以后，先不发布；请看看年份对不对');
  if (days < 0) say('ends_on', '结束在开班以前，请改结束的日期');
  else if (days > LONGEST_DAYS) say('ends_on', '从开班到结束超过一年，请看看年份对不对');
  if (minutesOf(draft.to) <= minutesOf(draft.from)) say('to', '下课在上课以前，请改时间');
  const enrol = momentOf(draft.enrol_on, draft.enrol_at);
  if (enrol > startOf(draft)) say('enrol_on', '报名要在开班以前截止，请改截止的时间');
  else if (enrol <= now) say('enrol_on', '报名截止的时间已经过了，请改成以后的时间');
  return found;
}

function seatProblems({ capacity }: SessionDraft, taken: number): SessionProblem[] {
  const say = (message: string): SessionProblem[] => [{ at: 'capacity', message }];
  if (!Number.isInteger(capacity) || capacity < 1) return say('至少要有一个名额，请写人数');
  if (capacity > MOST_SEATS) return say(`一个班最多${MOST_SEATS}人，人多请分成几个班`);
  if (capacity < taken) return say(`已经有${taken}人占了名额，不能改得比这个少`);
  return [];
}

/** Whether somebody would have to be in two places at once: on one day, at one hour. */
export function overlaps(one: Times, other: Times): boolean {
  const days = one.starts_on <= other.ends_on && other.starts_on <= one.ends_on;
  return days && one.from < other.to && other.from < one.to;
}

/** Taught wholly after work: from 18:00 on. */
export const isEvening = ({ from }: Pick<Times, 'from'>): boolean => minutesOf(from) >= 18 * 60;

const OFFER_MS = DAY;
/** Nobody has to answer at night: what would end between these hours ends at noon. */
const NIGHT = { from: 21 * 60, to: 9 * 60 };
const NOON = 12 * 60;

/**
 * Until when an offered seat is kept: a day, the night not counted against anybody, and never past the beginning.
 * @returns null when there is no time left to offer anything
 */
export function offerUntil(now: number, startsAt: number): number | null {
  if (now >= startsAt) return null;
  const plain = now + OFFER_MS;
  const minute = minuteAt(plain);
  const midnight = plain - ((plain + CHINA) % DAY);
  let end = plain;
  if (minute >= NIGHT.from) end = midnight + DAY + NOON * 60_000;
  else if (minute < NIGHT.to) end = midnight + NOON * 60_000;
  return Math.min(end, startsAt);
}
