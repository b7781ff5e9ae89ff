/** The life of an enrolment: what may happen in which state, and by whom. */
import type { SessionState } from './session';

export const ENROLMENT_STATES = {
  enrolled: '已报上',
  waiting: '在排队',
  offered: '有名额了，等您确认',
  confirmed: '已报上',
  cancelled: '已取消',
  expired: '没有确认，名额给了下一位',
  attended: '来上课了',
  absent: '没有来',
  certified: '已结业',
} as const;
export type EnrolmentState = keyof typeof ENROLMENT_STATES;

/** Holds one of the seats that are counted. */
export const HOLDS: readonly EnrolmentState[] = ['enrolled', 'offered', 'confirmed'];
/** Over without having taken part: the person can enrol again. */
export const ENDED: readonly EnrolmentState[] = ['cancelled', 'expired'];
/** Took part, or could have. */
export const SEATED: readonly EnrolmentState[] = ['enrolled', 'confirmed', 'attended', 'absent', 'certified'];

export const holdsSeat = (state: EnrolmentState): boolean => HOLDS.includes(state);
export const isOver = (state: EnrolmentState): boolean => ENDED.includes(state);

export type EnrolmentStep = 'cancel' | 'confirm' | 'attend' | 'miss' | 'certify';

export interface StepGround {
  readonly session: SessionState;
  readonly now: number;
  readonly starts_at: number;
  readonly ends_at: number;
  readonly offer_until: number | null;
}

export type Can = { readonly ok: true } | { readonly ok: false; readonly why: string };
const yes: Can = { ok: true };
const no = (why: string): Can => ({ ok: false, why });

/** Whether a step can be done now; the reason in words when it cannot. */
export function enrolmentCan(state: EnrolmentState, step: EnrolmentStep, ground: StepGround): Can {
  if (ground.session === 'cancelled') return no('这个班已经取消了');
  if (step === 'cancel') return canCancel(state, ground);
  if (step === 'confirm') return canConfirm(state, ground);
  if (!SEATED.includes(state)) return no('没有报上这个班');
  if (step === 'certify') {
    if (state === 'certified') return no('已经发过结业凭证');
    return state === 'attended' ? yes : no('没有签到，不能发结业凭证');
  }
  if (state === 'certified') return no('已经结业');
  if (step === 'miss') {
    if (ground.now < ground.ends_at) return no('班还没有结束');
    return state === 'attended' ? no('签过到') : yes;
  }
  return yes;
}

function canCancel(state: EnrolmentState, { now, starts_at }: StepGround): Can {
  if (isOver(state)) return no('已经取消了');
  if (now >= starts_at) return no('已经开班了，不去的话请打电话告诉培训机构');
  return yes;
}

function canConfirm(state: EnrolmentState, { now, offer_until }: StepGround): Can {
  if (state === 'confirmed' || state === 'enrolled') return no('已经报上了，不用再确认');
  if (state !== 'offered' || offer_until === null) return no('现在没有等您确认的名额');
  return now < offer_until ? yes : no('过了确认的时间，名额给了下一位。想去可以再报名排队');
}

export interface EnrolGround {
  readonly state: SessionState;
  readonly now: number;
  readonly enrol_until: number;
}

/** Whether one can enrol now. */
export function enrolCan({ state, now, enrol_until }: EnrolGround): Can {
  if (state === 'cancelled') return no('这个班已经取消了，可以看看别的班');
  if (state !== 'open') return no('这个班还没有开放报名');
  return now < enrol_until ? yes : no('报名已经截止了，可以看看别的班');
}
