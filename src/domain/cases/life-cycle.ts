/**
 * The life of a case, as data: who may do what in which state, and where it leads. The handlers refuse by it, the pages
 * disable by it, docs/life-cycle.md is drawn from it. One table for every service.
 */

export interface StateSpec {
  /** as the resident reads it */
  readonly title: string;
  /** whose move it is; `steps`: other steps of the same bundle; null: nobody's, it is over */
  readonly waits_on: 'office' | 'resident' | 'steps' | null;
}

export const STATES = {
  filed: { title: '已送达', waits_on: 'office' },
  accepted: { title: '收下了，在办', waits_on: 'office' },
  supplement: { title: '等您补材料', waits_on: 'resident' },
  bundle: { title: '各步在办', waits_on: 'steps' },
  waiting: { title: '等前一步', waits_on: 'steps' },
  self: { title: '等您去办', waits_on: 'resident' },
  countersign: { title: '复核中', waits_on: 'office' },
  approved: { title: '已批准，待发放', waits_on: 'office' },
  review: { title: '正在重新审查', waits_on: 'office' },
  paid: { title: '已发放', waits_on: null },
  done: { title: '已办结', waits_on: null },
  refused: { title: '不予办理', waits_on: null },
  withdrawn: { title: '已撤回', waits_on: null },
} as const satisfies Record<string, StateSpec>;
export type CaseState = keyof typeof STATES;
export const STATE_NAMES = Object.keys(STATES) as CaseState[];

export const isOpen = (state: CaseState): boolean => STATES[state].waits_on !== null;

/** `resident`: whoever filed it, or their helper · `desk`: the desk that has it · `second`: another officer than decided · `system`: the clock */
export type Role = 'resident' | 'desk' | 'second' | 'system';

export const ACTIONS = {
  file: { title: '提交', by: 'resident' },
  supplement: { title: '补交材料', by: 'resident' },
  withdraw: { title: '撤回', by: 'resident' },
  ask_review: { title: '申请重新审查', by: 'resident' },
  rate: { title: '评价', by: 'resident' },
  reopen: { title: '要求重新办理', by: 'resident' },
  tell: { title: '说一声有了什么事', by: 'resident' },
  did: { title: '说已经办好了', by: 'resident' },
  accept: { title: '受理', by: 'desk' },
  ask_supplement: { title: '通知补材料', by: 'desk' },
  transfer: { title: '移送', by: 'desk' },
  assign: { title: '分派', by: 'desk' },
  recuse: { title: '回避', by: 'desk' },
  approve: { title: '批准', by: 'desk' },
  refuse: { title: '不予办理', by: 'desk' },
  countersign: { title: '复核同意', by: 'second' },
  send_back: { title: '退回重审', by: 'second' },
  pay: { title: '登记发放', by: 'desk' },
  correct_payment: { title: '更正发放登记', by: 'desk' },
  record: { title: '登记进展', by: 'desk' },
  join: { title: '并到一起办', by: 'desk' },
  leave_group: { title: '分开办', by: 'desk' },
  see_done: { title: '登记已经办好', by: 'desk' },
  escalate: { title: '超期上报', by: 'system' },
  redate: { title: '补算应办日期', by: 'system' },
  follow: { title: '接着别的步骤', by: 'system' },
} as const satisfies Record<string, { readonly title: string; readonly by: Role }>;
export type Action = keyof typeof ACTIONS;
export const ACTION_NAMES = Object.keys(ACTIONS) as Action[];

/** A fact of the case that decides which of several ways is taken. */
export type Guard =
  /** the amount is above what one officer may approve alone */
  | 'large'
  /** the service ends with a payment */
  | 'pays'
  /** refused before any second look */
  | 'first_refusal'
  /** not rated yet since it was closed */
  | 'unrated'
  /** the service file has milestones */
  | 'milestones'
  /** days of the law begin and end with what happens: wage matters */
  | 'moments'
  /** one of several of the same matter may stand by itself, or with the others */
  | 'alone'
  | 'grouped'
  /** done elsewhere by the person: a step that is not filed from here */
  | 'handover'
  /** the sum of its steps */
  | 'bundle';

export interface Step {
  readonly action: Action;
  readonly from: readonly CaseState[];
  /** `same`: it stays · `resume`: where it was before the supplement was asked for */
  readonly to: CaseState | 'same' | 'resume';
  readonly when?: Guard;
  /** days after the case was closed within which it is possible: a figure of the service file */
  readonly within?: 'review_days' | 'reopen_days';
}

const OFFICE: readonly CaseState[] = ['filed', 'accepted', 'review', 'countersign', 'approved'];
/** Enforcement and the money itself come after the end; what was withdrawn has no way on. */
const GOES_ON: readonly CaseState[] = [...OFFICE, 'supplement', 'done', 'refused'];
const EXAMINED: readonly CaseState[] = ['accepted', 'review'];

/** Of several steps of one action the first whose state and guard fit is taken. */
export const STEPS: readonly Step[] = [
  { action: 'supplement', from: ['supplement'], to: 'resume' },
  { action: 'supplement', from: ['filed', 'accepted', 'review'], to: 'same' },
  {
    action: 'withdraw',
    from: ['filed', 'accepted', 'supplement', 'review', 'waiting', 'self', 'bundle'],
    to: 'withdrawn',
  },
  { action: 'ask_review', from: ['refused'], to: 'review', when: 'first_refusal', within: 'review_days' },
  { action: 'rate', from: ['paid', 'done', 'refused'], to: 'same', when: 'unrated' },
  { action: 'reopen', from: ['paid', 'done', 'withdrawn'], to: 'filed', within: 'reopen_days' },
  { action: 'did', from: ['self', 'waiting'], to: 'done', when: 'handover' },

  { action: 'accept', from: ['filed'], to: 'accepted' },
  { action: 'ask_supplement', from: ['filed', 'accepted', 'review'], to: 'supplement' },
  { action: 'transfer', from: ['filed', 'accepted'], to: 'filed' },
  { action: 'assign', from: [...OFFICE, 'supplement'], to: 'same' },
  { action: 'recuse', from: [...OFFICE, 'supplement'], to: 'same' },
  { action: 'approve', from: EXAMINED, to: 'countersign', when: 'large' },
  { action: 'approve', from: EXAMINED, to: 'approved', when: 'pays' },
  { action: 'approve', from: EXAMINED, to: 'done' },
  { action: 'refuse', from: ['filed', ...EXAMINED], to: 'refused' },
  { action: 'countersign', from: ['countersign'], to: 'approved', when: 'pays' },
  { action: 'countersign', from: ['countersign'], to: 'done' },
  { action: 'send_back', from: ['countersign'], to: 'accepted' },
  { action: 'pay', from: ['approved'], to: 'paid' },
  { action: 'correct_payment', from: ['paid'], to: 'same' },

  { action: 'tell', from: GOES_ON, to: 'same', when: 'moments' },
  { action: 'record', from: GOES_ON, to: 'same', when: 'milestones' },
  { action: 'join', from: [...OFFICE, 'supplement'], to: 'same', when: 'alone' },
  { action: 'leave_group', from: [...OFFICE, 'supplement'], to: 'same', when: 'grouped' },

  { action: 'see_done', from: ['self', 'waiting'], to: 'done', when: 'handover' },

  { action: 'follow', from: ['waiting'], to: 'self', when: 'handover' },
  { action: 'follow', from: ['waiting'], to: 'filed' },
  { action: 'follow', from: ['bundle'], to: 'done', when: 'bundle' },
  { action: 'follow', from: ['done'], to: 'bundle', when: 'bundle' },

  { action: 'escalate', from: OFFICE, to: 'same' },
  { action: 'redate', from: [...OFFICE, 'supplement'], to: 'same' },
];
