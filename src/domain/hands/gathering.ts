/** Day labour: people gather at a place on a day. What can be published, and who may join until when. */
import { dayInChina } from '../calendar/china';
import { dayNumber, parseDay } from '../calendar/days';
import type { PayUnit } from '../jobs';
import { momentOf } from '../training';
import { QUEUE_FULL, QUEUE_MOST } from './most';
import { type GatheringTexts, textProblems } from './texts';

export const HAND_PAY_UNITS = ['day', 'hour', 'piece'] as const satisfies readonly PayUnit[];
export type HandPayUnit = (typeof HAND_PAY_UNITS)[number];

const MOST_HANDS = 200;
const FURTHEST_DAYS = 60;
const DAY_MS = 86_400_000;
const TIME = /^([01]\d|2[0-3]):[0-5]\d$/;

export interface HandTimes {
  /** `YYYY-MM-DD`: the day on which it begins */
  readonly day: string;
  /** `07:30`; an end before the beginning is the next morning's */
  readonly from: string;
  readonly to: string;
}

export interface HandPay {
  readonly pay_fen: number;
  readonly pay_unit: HandPayUnit;
}

export interface GatheringDraft extends HandTimes, HandPay, GatheringTexts {
  readonly people: number;
}

export const startOf = ({ day, from }: HandTimes): number => momentOf(day, from);
export const endOf = ({ day, from, to }: HandTimes): number => momentOf(day, to) + (to <= from ? DAY_MS : 0);

export interface HandProblem<K extends string = keyof GatheringDraft> {
  readonly at: K;
  readonly message: string;
}

/** Above this somebody has most likely written a nought too many; no rule, only a question. Fen. */
const ODD_PAY: Readonly<Record<HandPayUnit, number>> = { day: 500_000, hour: 100_000, piece: 500_000 };

export function payProblems({ pay_fen, pay_unit }: HandPay): HandProblem<'pay_fen'>[] {
  const say = (message: string): HandProblem<'pay_fen'>[] => [{ at: 'pay_fen', message }];
  if (!Number.isSafeInteger(pay_fen) || pay_fen <= 0) return say('请写给多少工钱，要比0大');
  if (pay_fen > ODD_PAY[pay_unit]) return say('工钱太多了，请看看是不是多写了0，单位是元');
  return [];
}

export function timeProblems({ day, from, to }: HandTimes): HandProblem<keyof HandTimes>[] {
  if (parseDay(day) === null) return [{ at: 'day', message: '没有这一天，请重新选日期' }];
  const bad = (['from', 'to'] as const).filter((at) => !TIME.test({ from, to }[at]));
  if (bad.length > 0) return bad.map((at) => ({ at, message: '请写成 07:30 这样，先写小时，再写分钟' }));
  return from === to ? [{ at: 'to', message: '收工和开工是同一个时间，请改一下' }] : [];
}

/** What cannot be published, a line a field, in words. */
export function gatheringProblems(draft: GatheringDraft, now: number): HandProblem[] {
  const found: HandProblem[] = [...timeProblems(draft), ...payProblems(draft), ...textProblems(draft)];
  const times = found.every(({ at }) => at !== 'day' && at !== 'from' && at !== 'to');
  if (times && startOf(draft) <= now)
    found.push({ at: 'day', message: '开工的时间已经过了，请改成以后的时间' });
  else if (times && dayNumber(draft.day) - dayNumber(dayInChina(now)) > FURTHEST_DAYS)
    found.push({ at: 'day', message: `零工最多提前${FURTHEST_DAYS}天发布，请看看日期对不对` });
  if (!Number.isInteger(draft.people) || draft.people < 1)
    found.push({ at: 'people', message: '至少要一个人，请写要几个人' });
  else if (draft.people > MOST_HANDS)
    found.push({ at: 'people', message: `一次最多${MOST_HANDS}人，人多请分几次发布` });
  return found;
}

export const GATHERING_STATES = ['open', 'cancelled'] as const;
export type GatheringState = (typeof GATHERING_STATES)[number];

export const HAND_STATES = {
  joined: '报上了',
  waiting: '在排队',
  came: '签到了',
  left: '退出了',
} as const;
export type HandState = keyof typeof HAND_STATES;

/** Who says that somebody came: a tick is the organiser's word alone. */
export const CAME_HOW = {
  code: '请人的扫了帮扶码',
  list: '请人的点了名',
  gathering: '自己填了现场的数字',
} as const;
export type CameHow = keyof typeof CAME_HOW;

export type Can = { readonly ok: true } | { readonly ok: false; readonly why: string };
const yes: Can = { ok: true };
const no = (why: string): Can => ({ ok: false, why });

export interface HandGround {
  readonly state: GatheringState;
  /** the posting is still shown to everybody */
  readonly shown: boolean;
  readonly now: number;
  readonly starts_at: number;
  readonly ends_at: number;
  /** how many wait */
  readonly waiting: number;
}

export function joinCan({ state, shown, now, starts_at, waiting }: HandGround): Can {
  if (state === 'cancelled') return no('这个活已经取消了，可以看看别的活');
  if (now >= starts_at) return no('已经开工了，不能再报；可以看看别的活');
  if (!shown) return no('这个活现在不能报，工作人员在核实');
  return waiting < QUEUE_MOST ? yes : no(QUEUE_FULL);
}

export function leaveCan(member: HandState, { state, now, starts_at }: HandGround): Can {
  if (member === 'left') return no('已经退出了');
  if (state === 'cancelled') return no('这个活已经取消了，不用退');
  // ticked before it begins, one can still say that one is not there
  if (now < starts_at) return yes;
  return no(member === 'came' ? '已经签到了，要走请当面告诉对方' : '已经开工了，不去请打电话告诉对方');
}

type Span = Pick<HandGround, 'starts_at' | 'ends_at'>;
const HOUR_MS = 3_600_000;
/** who is there first sets up */
const EARLY_HOURS = 1;
/** it takes longer, and the list is called out when it is done */
const LATE_HOURS = 12;
/** a phone without a signal sends what it kept when it is back */
const SENT_DAYS = 7;

/** From when until when somebody can have come. */
export const comeSpan = ({ starts_at, ends_at }: Span) => ({
  from: starts_at - EARLY_HOURS * HOUR_MS,
  until: ends_at + LATE_HOURS * HOUR_MS,
});

export const isComeTime = (span: Span, at: number): boolean =>
  at >= comeSpan(span).from && at <= comeSpan(span).until;

/** @param at when they came, by whichever clock @param now when it is heard of */
export function comeCan(
  member: HandState,
  state: GatheringState,
  at: number,
  { starts_at, ends_at }: Span,
  now: number = at,
): Can {
  if (state === 'cancelled') return no('这个活已经取消了');
  if (member === 'waiting') return no('还在排队，没有轮到，不能签到');
  if (member === 'left') return no('已经退出了，不能签到');
  const { from, until } = comeSpan({ starts_at, ends_at });
  if (at < from) return no(`还没有到时间，开工前${EARLY_HOURS}小时起才能签到`);
  if (at > until || now > ends_at + SENT_DAYS * DAY_MS)
    return no('收工很久了，不能再签到。干了活的，工钱照样可以记');
  return yes;
}
