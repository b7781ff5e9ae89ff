/** Who may do what with a case now, and why not. The handlers refuse by it, the pages disable by it. */
import { dayNumber, isoOf } from '../calendar/days';
import { type Case, type CaseRules, OFFICE_ALONE, stepOf } from './case';
import { ACTION_NAMES, ACTIONS, type Action, type Role, STATES } from './life-cycle';
import type { Service } from './service';

/** Whoever asks, as far as this case is concerned. */
export interface Hand {
  readonly role: 'resident' | 'desk';
  /** the account, to tell the officer who decided from another */
  readonly id: string | null;
  /** other accounts of the same person */
  readonly also?: readonly string[];
  /** somebody acts for the resident */
  readonly helper?: boolean;
  /** why this officer keeps off: their own case, the family's, a relative's */
  readonly conflict?: string | null;
  /** the case lies with another desk */
  readonly elsewhere?: string | null;
  /** why this desk looks into it and does not decide */
  readonly below?: string | null;
  /** why nobody can be asked for anything */
  readonly unreachable?: string | null;
  readonly administrator?: boolean;
}

export type Can =
  | { readonly ok: true; readonly until?: string }
  | { readonly ok: false; readonly why: string };

/** What of a service says how far it can be gone on with, and in which words. */
type Flow = Pick<Service['workflow'], 'review_days' | 'reopen_days' | 'words'>;

const no = (why: string): Can => ({ ok: false, why });

const plays = (role: Role, hand: Hand): boolean =>
  role === 'resident' ? hand.role === 'resident' : role !== 'system' && hand.role === 'desk';

/**
 * @param today `YYYY-MM-DD` in China
 * @param rules of the service and the county
 */
export function canDo(
  action: Action,
  at: Case,
  hand: Hand,
  workflow: Flow,
  rules: CaseRules,
  today: string,
): Can {
  const { by } = ACTIONS[action];
  if (!plays(by, hand)) return no('这一步不由您办');
  if (action === 'rate' && hand.helper) return no('评价要由本人来');
  // a file can always be sent on or handed over, also by whoever keeps off
  if (hand.role === 'desk') {
    const barred = deskBar(action, at, hand);
    if (barred !== null) return no(barred);
  }
  const step = stepOf(action, at, rules);
  if (!step) return no(whyNot(action, at, hand, workflow, rules, today));
  if (step.within === undefined) return { ok: true };
  if (workflow[step.within] === 0) return no(NEVER[step.within]);
  const until = isoOf(dayNumber(at.closed_on ?? at.filed_on) + workflow[step.within]);
  return today <= until ? { ok: true, until } : no(`${until}以前才能办，已经过了`);
}

/** A service file with 0 days: the law has another way. */
const NEVER = {
  review_days: '这一项没有重新审查。不服的，看上面写的可以找谁、到哪天',
  reopen_days: '这一项办结以后不能在这里重新办。接着能做什么，看上面写的',
} as const;

const DECIDING: readonly Action[] = [
  'approve',
  'refuse',
  'countersign',
  'send_back',
  'pay',
  'correct_payment',
];

/** Whether an account is this person's; two accounts of one person are one pair of eyes. */
export const isOwn = ({ id, also = [] }: Pick<Hand, 'id' | 'also'>, account: string | null): boolean =>
  account !== null && (account === id || also.includes(account));

function deskBar(action: Action, at: Case, hand: Hand): string | null {
  if (hand.elsewhere) return hand.elsewhere;
  const recused = at.recused.some((one) => isOwn(hand, one));
  if (action === 'recuse' && recused) return '您已经回避了';
  const off = hand.conflict ?? (recused ? '您已声明回避' : null);
  if (off && action !== 'recuse' && action !== 'assign' && action !== 'transfer') return off;
  if (action === 'ask_supplement' && hand.unreachable) return hand.unreachable;
  if (hand.below && DECIDING.includes(action)) return hand.below;
  const decided = isOwn(hand, at.decided_by);
  if (ACTIONS[action].by === 'second' && decided) return '要由另一位工作人员复核';
  // who refused does not look at the refusal again
  if (at.state === 'review' && decided && (action === 'approve' || action === 'refuse'))
    return '要由另一位工作人员重新审查';
  if (DECIDING.includes(action) && at.assignee !== null && at.assignee !== hand.id && !hand.administrator)
    if (ACTIONS[action].by !== 'second') return '这件事分派给了别的工作人员';
  return null;
}

function whyNot(
  action: Action,
  at: Case,
  hand: Hand,
  workflow: Flow,
  rules: CaseRules,
  today: string,
): string {
  if (action === 'ask_review' && at.state === 'refused') return '已经重新审查过一次了';
  if (action === 'rate' && at.rated) return '已经评价过了';
  if (!isOfService(action, rules)) return '这一项没有这一步';
  if (action === 'join' && at.group !== null) return '已经并到一起了，要换请先分开';
  if (action === 'leave_group' && at.group === null) return '没有并到一起';
  const others = possible(at, hand, workflow, rules, today).map((name) => ACTIONS[name].title);
  const list = others.length > 0 ? `现在可以：${others.join('、')}` : '现在没有要办的';
  const now = workflow.words?.states?.[at.state] ?? STATES[at.state].title;
  return `现在是“${now}”，不能${ACTIONS[action].title}。${list}`;
}

/** Steps that only some services have are nobody's to be told of elsewhere. */
const WAGE_STEPS: readonly Action[] = ['tell', 'join', 'leave_group'];
const HANDOVER_STEPS: readonly Action[] = ['did', 'see_done'];
function isOfService(action: Action, { milestones, moments, handover, employer }: CaseRules): boolean {
  if (employer === true && OFFICE_ALONE.includes(action)) return false;
  if (HANDOVER_STEPS.includes(action)) return handover === true;
  if (WAGE_STEPS.includes(action)) return moments === true;
  return action !== 'record' || milestones === true;
}

/** Every action this hand may take now, in the order of the life cycle. */
export const possible = (at: Case, hand: Hand, workflow: Flow, rules: CaseRules, today: string): Action[] =>
  ACTION_NAMES.filter((action) => {
    if (!plays(ACTIONS[action].by, hand) || stepOf(action, at, rules) === undefined) return false;
    return canDo(action, at, hand, workflow, rules, today).ok;
  });

/** The same for every action this hand could ever take: what a page shows, with the reason where it cannot. */
export function caseCan(
  at: Case,
  hand: Hand,
  workflow: Flow,
  rules: CaseRules,
  today: string,
): Partial<Record<Action, Can>> {
  const mine = ACTION_NAMES.filter(
    (action) => action !== 'file' && plays(ACTIONS[action].by, hand) && isOfService(action, rules),
  );
  return Object.fromEntries(mine.map((action) => [action, canDo(action, at, hand, workflow, rules, today)]));
}
