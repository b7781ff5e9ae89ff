/** 应聘: one person for one posting. The case says how it stands; this is what it is called there. */
import { dayNumber } from '../calendar/days';
import type { CaseState } from '../cases';

export const APPLICATION_STATES = {
  sent: { title: '等单位看', line: '发过去了，单位还没有看' },
  seen: { title: '单位看过了', line: '单位看过了，还没有答复' },
  invited: { title: '叫您去面试', line: '看清时间和地点，去不了就打电话说一声' },
  taken: { title: '录用了', line: '上班那天点“我上班了”' },
  declined: { title: '这次没成', line: '看看附近同样的活' },
  withdrawn: { title: '撤回了', line: '还想去，可以再应聘' },
} as const;
export type ApplicationState = keyof typeof APPLICATION_STATES;

/** The milestone of the service file by which somebody is invited. */
export const INTERVIEW = 'interview';

/** @param invited an interview is set */
export function applicationState(state: CaseState, invited: boolean): ApplicationState {
  if (state === 'done') return 'taken';
  if (state === 'refused') return 'declined';
  if (state === 'withdrawn') return 'withdrawn';
  if (invited) return 'invited';
  return state === 'filed' ? 'sent' : 'seen';
}

export const isLive = (state: ApplicationState): boolean => ['sent', 'seen', 'invited'].includes(state);

/** What an employer can say. */
export const ANSWERS = {
  seen: '看过了',
  interview: '请来面试',
  taken: '录用',
  declined: '这次不合适',
} as const;
export type EmployerAnswer = keyof typeof ANSWERS;

/** Which of them are possible after which state. */
export const MAY_ANSWER: Readonly<Record<ApplicationState, readonly EmployerAnswer[]>> = {
  sent: ['seen', 'interview', 'taken', 'declined'],
  seen: ['interview', 'taken', 'declined'],
  // another day, another place
  invited: ['interview', 'taken', 'declined'],
  taken: [],
  declined: [],
  withdrawn: [],
};

/** So long after the posting ended, or somebody was declined, the unit has no use for the number any more. */
export const PHONE_DAYS = 30;

interface Over {
  /** null: it is still open */
  readonly ended_on: string | null;
  readonly declined_on: string | null;
  readonly interview_on: string | null;
}

/** Whether the unit still reads the telephone: an interview that is to come keeps it. */
export function isPhoneShown({ ended_on, declined_on, interview_on }: Over, today: string): boolean {
  const gone = (on: string | null) => on !== null && dayNumber(today) - dayNumber(on) > PHONE_DAYS;
  if (gone(declined_on)) return false;
  return !gone(ended_on) || (declined_on === null && interview_on !== null && interview_on >= today);
}
