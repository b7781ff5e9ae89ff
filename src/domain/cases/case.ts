/** A case is the sum of its events: the row in the database is a copy of this for searching, nothing else. */
import type { FactId } from '../eligibility';
import type { MomentKind } from '../wages/law';
import { type Action, type CaseState, isOpen, STATES, STEPS, type Step } from './life-cycle';
import type { Answers, Level, LimitOf } from './service';

/** What the office or the resident has to do next, and by when. `on` null: no limit, or the calendar of `missing` is not out yet. */
export interface Due {
  readonly of: LimitOf | 'countersign' | 'supplement';
  readonly on: string | null;
  readonly missing?: number;
}

/** A file handed in for one of the papers asked for. */
export interface HandedIn {
  readonly file: string;
  readonly evidence: string;
}

export interface ActionData {
  file: {
    readonly service_version: number;
    readonly answers: Answers;
    readonly files: readonly HandedIn[];
    readonly level: Level;
    readonly county: string;
    /** facts that were filled in from the register, for the desk to see */
    readonly from_register?: readonly FactId[];
    /** of a wage matter: on that day it counted as filed, and not as a pre-application */
    readonly formal?: boolean;
    /** who filed is among those who come first, by the register of that day; null: not known */
    readonly green?: boolean | null;
    /** the people it is filed together with */
    readonly group?: string;
    /** of a bundle: step → its case; null where it was done elsewhere before */
    readonly steps?: Readonly<Record<string, string | null>>;
    /** of a step: the case of its bundle */
    readonly parent?: string;
  };
  supplement: { readonly answers?: Answers; readonly files: readonly HandedIn[]; readonly text?: string };
  withdraw: { readonly text?: string };
  ask_review: { readonly text: string };
  rate: { readonly stars: number; readonly text?: string };
  reopen: { readonly text: string };
  accept: Record<string, never>;
  ask_supplement: { readonly text: string; readonly evidence: readonly string[]; readonly until: string };
  transfer: { readonly level: Level; readonly county: string; readonly text: string };
  assign: { readonly to: string | null };
  recuse: { readonly text: string };
  approve: { readonly text: string; readonly fen?: number };
  /** `item`: the passage it rests on; an employer who takes somebody else rests on none */
  refuse: { readonly text: string; readonly item?: string };
  countersign: { readonly text?: string };
  send_back: { readonly text: string };
  pay: { readonly fen: number | null; readonly on: string; readonly text?: string };
  correct_payment: { readonly fen: number | null; readonly on: string; readonly text: string };
  escalate: { readonly to: Level | 'admin'; readonly was_due: string };
  redate: Record<string, never>;
  record: {
    /** id in the service file */
    readonly milestone: string;
    /** the day it happened; of a hearing the day it is held */
    readonly on: string;
    readonly text?: string;
    readonly fen?: number;
    readonly place?: string;
    /** 09:30 */
    readonly time?: string;
    readonly until?: string;
    readonly who?: string;
    /** the day a party asked for it */
    readonly asked_on?: string;
    /** what was awarded, item by item: finality is told of each */
    readonly items?: readonly { readonly title: string; readonly fen: number; readonly final: boolean }[];
    /** it takes the place of that event, which stays to be seen */
    readonly corrects?: string;
    /** why the officer keeps to a date that the rules would not have */
    readonly confirmed?: string;
  };
  tell: {
    readonly what: MomentKind;
    readonly on: string;
    readonly fen?: number;
    readonly text?: string;
    readonly corrects?: string;
  };
  join: { readonly group: string };
  leave_group: { readonly text: string };
  /** `answers`: what it brought that the next steps need, like the licence's number */
  did: { readonly on: string; readonly answers?: Answers; readonly text?: string };
  see_done: { readonly on: string; readonly answers?: Answers; readonly text?: string };
  /** `after`: titles of the steps that made it go on */
  follow: { readonly after: readonly string[]; readonly answers?: Answers };
}

export interface Actor {
  readonly kind: 'resident' | 'helper' | 'staff' | 'system';
  /** account of staff and helper; null for the clock and for whoever files without a name */
  readonly id: string | null;
  /** which office staff speak for */
  readonly office?: string;
}

export type CaseEvent<A extends Action = Action> = {
  [K in A]: {
    /** made by whoever sends it: sent twice, it happens once */
    readonly id: string;
    /** 1, 2, 3 … without a gap */
    readonly seq: number;
    /** ISO moment, and the day in China */
    readonly at: string;
    readonly day: string;
    readonly actor: Actor;
    readonly action: K;
    readonly data: ActionData[K];
    /** the state it led to, by the rules of that day */
    readonly to: CaseState;
    /** computed when it happened, from the limits and the calendar of that day */
    readonly due: Due | null;
  };
}[A];

/** What the events of a case add up to. */
export interface Case {
  readonly state: CaseState;
  /** the number of events: whoever acts says which one they saw */
  readonly version: number;
  readonly answers: Answers;
  readonly files: readonly HandedIn[];
  readonly level: Level;
  readonly county: string;
  readonly due: Due | null;
  readonly filed_on: string;
  /** where it goes on after the supplement */
  readonly resume: CaseState | null;
  readonly asked: ActionData['ask_supplement'] | null;
  readonly assignee: string | null;
  /** officer of the last approval or refusal, and everybody who ever decided on it */
  readonly decided_by: string | null;
  readonly recused: readonly string[];
  readonly fen: number | null;
  readonly refusals: number;
  readonly closed_on: string | null;
  readonly rated: boolean;
  readonly escalated: Level | 'admin' | null;
  readonly escalated_on: string | null;
  /** the last decision came within its limit; null before, and where there is none */
  readonly in_time: boolean | null;
  readonly stars: number | null;
  readonly paid_on: string | null;
  /** those it is handled together with */
  readonly group: string | null;
  /** comes first in the queue; null: not known */
  readonly green: boolean | null;
  /** of a bundle: its steps and their cases */
  readonly steps: Readonly<Record<string, string | null>> | null;
  /** of a step: the case of its bundle */
  readonly parent: string | null;
}

export interface CaseRules {
  readonly pays: boolean;
  /** the service file names steps of its own */
  readonly milestones?: boolean;
  /** a wage matter */
  readonly moments?: boolean;
  readonly handover?: boolean;
  /** an employer answers: nothing is handed in later, looked at again or rated */
  readonly employer?: boolean;
  readonly bundle?: boolean;
  /** fen above which a second officer looks; null: never */
  readonly four_eyes_above: number | null;
}

/** Steps of an office, which no employer has. */
export const OFFICE_ALONE: readonly Action[] = [
  'supplement',
  'ask_supplement',
  'ask_review',
  'reopen',
  'rate',
];

/** The step of an action from a state; undefined when the life cycle has none. */
export function stepOf(action: Action, from: Case, rules: CaseRules, fen = from.fen): Step | undefined {
  if (rules.employer === true && OFFICE_ALONE.includes(action)) return undefined;
  const holds = {
    large: fen !== null && rules.four_eyes_above !== null && fen > rules.four_eyes_above,
    pays: rules.pays,
    first_refusal: from.refusals < 2,
    unrated: !from.rated,
    milestones: rules.milestones === true,
    moments: rules.moments === true,
    alone: rules.moments === true && from.group === null,
    grouped: from.group !== null,
    handover: rules.handover === true,
    bundle: rules.bundle === true,
  };
  return STEPS.find(
    (step) =>
      step.action === action &&
      step.from.includes(from.state) &&
      (step.when === undefined || holds[step.when]),
  );
}

const startOf = ({ data, day, due, to }: CaseEvent<'file'>): Case => ({
  state: to,
  version: 1,
  answers: data.answers,
  files: data.files,
  level: data.level,
  county: data.county,
  due,
  filed_on: day,
  resume: null,
  asked: null,
  assignee: null,
  decided_by: null,
  recused: [],
  fen: null,
  refusals: 0,
  closed_on: null,
  rated: false,
  escalated: null,
  escalated_on: null,
  in_time: null,
  stars: null,
  paid_on: null,
  group: data.group ?? null,
  green: data.green ?? null,
  steps: data.steps ?? null,
  parent: data.parent ?? null,
});

/** An event that the life cycle does not know from this state: the store is broken, or somebody wrote past the handlers. */
export class ImpossibleEvent extends Error {}

/** One event further. @throws ImpossibleEvent */
export function after(before: Case | null, event: CaseEvent): Case {
  if (event.action === 'file') {
    if (before) throw new ImpossibleEvent('filed twice');
    return startOf(event);
  }
  if (!before || event.seq !== before.version + 1)
    throw new ImpossibleEvent(`event ${event.seq} after ${before?.version ?? 0}`);
  const state = event.to;
  const known = STEPS.some(
    (step) =>
      step.action === event.action && step.from.includes(before.state) && stateAfter(step, before) === state,
  );
  if (!known) throw new ImpossibleEvent(`${event.action} from ${before.state} to ${state}`);
  const opened = isOpen(state);
  const moved = state !== before.state;
  return {
    ...before,
    ...changes(before, event),
    state,
    version: event.seq,
    due: opened ? event.due : null,
    resume: state === 'supplement' ? (before.state === 'supplement' ? before.resume : before.state) : null,
    closed_on: opened ? null : moved ? event.day : before.closed_on,
    // a new stretch of the way: nobody is late yet
    ...(moved && { escalated: null, escalated_on: null }),
  };
}

/** Where a step leads from here. */
export const stateAfter = ({ to }: Step, before: Case): CaseState =>
  to === 'same' ? before.state : to === 'resume' ? (before.resume ?? 'filed') : to;

/** What an event changes besides the state. */
function changes(before: Case, event: CaseEvent): Partial<Case> {
  switch (event.action) {
    case 'supplement':
      return {
        answers: { ...before.answers, ...event.data.answers },
        files: [...before.files, ...event.data.files],
        asked: null,
      };
    case 'ask_supplement':
      return { asked: event.data };
    case 'withdraw':
      return { asked: null };
    case 'transfer':
      return { level: event.data.level, county: event.data.county, assignee: null };
    case 'assign':
      return { assignee: event.data.to };
    case 'recuse':
      return {
        assignee: before.assignee === event.actor.id ? null : before.assignee,
        recused: event.actor.id ? [...new Set([...before.recused, event.actor.id])] : before.recused,
      };
    case 'approve':
      return { decided_by: event.actor.id, fen: event.data.fen ?? null, in_time: inTime(before, event.day) };
    case 'countersign':
      return { in_time: inTime(before, event.day) };
    case 'refuse':
      return {
        decided_by: event.actor.id,
        refusals: before.refusals + 1,
        rated: false,
        in_time: inTime(before, event.day),
      };
    case 'escalate':
      return {
        escalated: event.data.to,
        escalated_on: event.day,
        // the desk above has it from now on
        ...(event.data.to !== 'admin' && { level: event.data.to, assignee: null }),
      };
    case 'send_back':
      return { decided_by: null, fen: null };
    case 'pay':
    case 'correct_payment':
      return { fen: event.data.fen, paid_on: event.data.on };
    case 'rate':
      return { rated: true, stars: event.data.stars };
    case 'join':
      return { group: event.data.group };
    case 'leave_group':
      return { group: null };
    case 'did':
    case 'see_done':
    case 'follow':
      return event.data.answers ? { answers: { ...before.answers, ...event.data.answers } } : {};
    case 'reopen':
      return { rated: false, decided_by: null, fen: null, paid_on: null, refusals: 0 };
    default:
      return {};
  }
}

const inTime = ({ due }: Case, day: string): boolean | null =>
  due === null || due.on === null ? null : day <= due.on;

/** The case from all its events, oldest first. @throws ImpossibleEvent */
export function rebuild(events: readonly CaseEvent[]): Case {
  let at: Case | null = null;
  for (const event of events) at = after(at, event);
  if (!at) throw new ImpossibleEvent('no events');
  return at;
}

export const stateTitle = (state: CaseState): string => STATES[state].title;
