/** Law on unpaid wages as data: rows of `policy/law/`, each with its articles. No condition stands in code. */
import type { WorkCalendar } from '../calendar/work-days';
import type { AnswerExpr, ServiceQuestion } from '../cases';
import type { PaperTemplate } from './paper-template';

/** A law, by its id in `statutes.yaml`, and its article as people cite it: `27(2)`. */
export interface Cite {
  readonly statute: string;
  readonly article: string;
}

export interface Statute {
  readonly id: string;
  readonly title: string;
  /** 调解仲裁法 */
  readonly short: string;
  /** day from which the version quoted is in force; null where it is not known */
  readonly version: string | null;
  readonly note?: string;
}

export interface Article extends Cite {
  /** word for word; null: only the summary was at hand, and is shown as one */
  readonly text: string | null;
  readonly summary: string;
}

export type DayType = 'WD' | 'CD' | 'M' | 'Y';

/** inspectorate · mediation · arbitration · award · court · payment order · enforcement · legal aid · pay · evidence */
export const TRACKS = [
  'inspection',
  'mediation',
  'arbitration',
  'award',
  'court',
  'payment_order',
  'enforcement',
  'legal_aid',
  'pay',
  'evidence',
] as const;
export type TrackId = (typeof TRACKS)[number];

/** What can happen in a wage matter, wherever it was written down; deadlines begin with one of these. */
export const MOMENTS = {
  violation_ended: '欠薪的事结束',
  employment_ended: '离开单位',
  demanded: '当面或书面要过',
  promised: '对方答应给',
  complaint_filed: '提交投诉',
  complaint_accepted: '监察受理立案',
  investigation_finished: '监察查完',
  ordered_to_pay: '监察责令限期支付',
  mediation_applied: '申请调解',
  mediation_agreed: '调解协议生效',
  review_accepted: '仲裁委受理审查调解协议',
  arbitration_filed: '提交仲裁申请',
  arbitration_completed: '补齐仲裁申请材料',
  arbitration_accepted: '仲裁受理',
  entrusted_mediation: '双方同意委托调解',
  respondent_received: '对方收到申请书副本',
  defence_received: '仲裁委收到答辩书',
  hearing: '开庭',
  award_received: '收到裁决书',
  employer_received_award: '单位收到裁决书',
  performance_due: '文书写的履行期满',
  enforcement_filed: '向法院申请强制执行',
  suit_filed: '向法院起诉',
  payment_order_filed: '申请支付令',
  payment_order_accepted: '法院受理支付令申请',
  payment_order_received: '对方收到支付令',
  aid_applied: '申请法律援助',
  aid_granted: '决定给予法律援助',
  paid: '工资到手',
} as const;
export type MomentKind = keyof typeof MOMENTS;

/** Something that happened on a day (`YYYY-MM-DD`). */
export interface Moment {
  readonly kind: MomentKind;
  readonly on: string;
  /** event or entry it comes from */
  readonly from?: string;
}

export interface DeadlineRow {
  /** ids of the digest: `w-insp-accept` */
  readonly id: string;
  readonly track: TrackId;
  /** what is to be done, in plain words */
  readonly title: string;
  /** null: no day starts it */
  readonly trigger: MomentKind | null;
  readonly trigger_text: string;
  /** null: the law has no period here */
  readonly period: {
    readonly n: number;
    readonly unit: DayType;
    /** a last day on a holiday moves to the first day after it */
    readonly roll?: true;
    /** counted back from the trigger */
    readonly back?: true;
    /** what an approved extension adds */
    readonly extension?: number;
  } | null;
  /** any of these starts it anew */
  readonly restarts?: readonly MomentKind[];
  /** when one of these has happened, it is met or no longer matters */
  readonly met_by?: readonly MomentKind[];
  /** the way that is open once it has passed unmet */
  readonly opens?: TrackRow['id'];
  /** `worker`: 请务必在…前; everybody else: 应当在…前 */
  readonly by: 'worker' | 'inspectorate' | 'mediator' | 'commission' | 'employer' | 'court' | 'legal_aid';
  /** what follows when it is missed, or what can be done then */
  readonly effect: string;
  readonly cite: readonly Cite[];
  readonly note?: string;
  /** the source is weak: shown as information, no date is promised */
  readonly information_only?: true;
}

/** One way to the money. */
export interface TrackRow {
  readonly id: 'complaint' | 'arbitration' | 'court' | 'payment_order' | 'mediation' | 'police' | 'civil';
  readonly title: string;
  /** 不花钱 and why */
  readonly cost: string;
  readonly plain: string;
  readonly body: string;
  /** open unless known to be false; unknown stays open and says so */
  readonly open_when?: AnswerExpr;
  /** why it is closed, when `open_when` is false */
  readonly closed_why?: string;
  /** ways that are shut once this one was taken first */
  readonly shuts: readonly TrackRow['id'][];
  readonly shuts_why?: string;
  readonly cite: readonly Cite[];
}

/** What to do first: the first row whose condition is known to hold; the last one has none. */
export interface AdviceRow {
  readonly id: string;
  readonly when?: AnswerExpr;
  readonly first: TrackRow['id'];
  readonly title: string;
  readonly why: string;
  readonly cite: readonly Cite[];
}

/** Something else that matters beside the first step: shown when it holds; when unknown, as a question. */
export interface NoteRow {
  readonly id: string;
  /** none: told to everybody */
  readonly when?: AnswerExpr;
  readonly tone: 'danger' | 'ask' | 'info';
  readonly title: string;
  readonly text: string;
  /** numbers to call */
  readonly phones?: readonly string[];
  readonly cite: readonly Cite[];
}

/** Who has to pay, or pays first. */
export interface PayerRow {
  readonly id: string;
  readonly when: AnswerExpr;
  /** 总包单位 … */
  readonly who: string;
  /** the answer that names them, where one does */
  readonly name_from?: string;
  readonly duty: 'owes' | 'pays_first' | 'advances' | 'jointly' | 'may_advance';
  readonly plain: string;
  readonly limit?: string;
  readonly cite: readonly Cite[];
}

/** Where to go: which place counts. */
export interface BodyRow {
  readonly track: TrackRow['id'] | 'annulment' | 'legal_aid';
  readonly who: string;
  readonly place: 'workplace' | 'workplace_or_seat' | 'debtor' | 'commission_seat' | 'any';
  readonly plain: string;
  readonly cite: readonly Cite[];
}

/** A kind of proof: what it shows, how to get it, whether the employer must hand it over. */
export interface ProofRow {
  readonly id: string;
  readonly title: string;
  readonly proves: string;
  readonly how: string;
  readonly employer_must?: string;
  readonly when?: AnswerExpr;
  readonly cite: readonly Cite[];
}

/** What a step means, what one can do next: shown in the time line of a case. */
export interface StageRow {
  readonly id: string;
  readonly title: string;
  readonly means: string;
  readonly next: readonly string[];
  /** what to bring, what absence means */
  readonly bring?: readonly string[];
  readonly cite: readonly Cite[];
}

/** Minimum wage of one place, fen a month and fen an hour. */
export interface MinimumWage {
  readonly region: string;
  readonly tier: number | null;
  readonly month: number;
  readonly hour: number;
  readonly from: string;
  /** the table it was read from showed it on this day */
  readonly as_of: string;
  readonly verified: boolean;
  readonly source: string;
}

export interface PayRules {
  /** days a month has for pay: 21.75 */
  readonly days_a_month: number;
  readonly hours_a_day: number;
  readonly minimum_wages: readonly MinimumWage[];
  /** items of a claim, each with its own condition and limit */
  readonly items: readonly PayItemRow[];
}

export interface PayItemRow {
  readonly id: 'wages' | 'overtime' | 'double_pay' | 'severance' | 'extra';
  readonly title: string;
  readonly plain: string;
  readonly condition: string;
  /** rows of its time limits */
  readonly limits: readonly string[];
  readonly cite: readonly Cite[];
}

/** Everything the phone needs to advise on unpaid wages, offline. */
export interface LawBook {
  /** SHA-256 of the content, hex */
  readonly hash: string;
  readonly statutes: readonly Statute[];
  readonly articles: readonly Article[];
  readonly deadlines: readonly DeadlineRow[];
  readonly tracks: readonly TrackRow[];
  readonly advice: readonly AdviceRow[];
  readonly notes: readonly NoteRow[];
  readonly payers: readonly PayerRow[];
  readonly bodies: readonly BodyRow[];
  readonly proofs: readonly ProofRow[];
  readonly stages: readonly StageRow[];
  readonly pay: PayRules;
  readonly questions: readonly ServiceQuestion[];
  readonly papers: readonly PaperTemplate[];
  /** the official holidays, for the phone to count with */
  readonly calendar: WorkCalendar;
}
