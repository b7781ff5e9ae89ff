/** A service: a thing one can apply for. Its file gives questions, papers, way and time; one wizard renders them all. */
import type { FactId, Facts, FactValue, ServiceArea } from '../eligibility';
import type { MomentKind } from '../wages/law';
import type { Action, CaseState } from './life-cycle';

/**
 * Who may file: `bound` matched with the register · `signed_in` anybody signed in · `unit` for a unit bound to its
 * credit code · `anyone` also without a name.
 */
export type Applicant = 'bound' | 'signed_in' | 'unit' | 'anyone';

/** What filing does in law. */
export type EffectKind = 'claim' | 'pre_application' | 'sign_up' | 'report' | 'correction' | 'binding';

/** One desk of a county: its village, its township, or the county's own offices. */
export const LEVELS = ['village', 'town', 'county'] as const;
export type Level = (typeof LEVELS)[number];

/** An answer; null = "不清楚". Money is in fen, dates are `YYYY-MM-DD`, months `YYYY-MM`. */
export type Answer = boolean | number | string | readonly string[] | null;
export type Answers = Readonly<Record<string, Answer>>;

/** The expression tree of the benefits, over answers (and facts of the register). */
export type AnswerExpr =
  | { readonly all: readonly AnswerExpr[] }
  | { readonly any: readonly AnswerExpr[] }
  | { readonly not: AnswerExpr }
  | AnswerLeaf;

type Subject = { readonly answer: string } | { readonly fact: FactId };
export type AnswerLeaf = Subject &
  (
    | { readonly is: boolean }
    | { readonly in: readonly string[] }
    | { readonly gte: number | string }
    | { readonly lte: number | string }
  );

export const QUESTION_KINDS = [
  'yes_no',
  'choice',
  'many',
  'text',
  'long_text',
  'number',
  'money',
  'date',
  'month',
  /** `2026S` spring, `2026A` autumn */
  'semester',
  'county',
  'phone',
  'name',
  'id_number',
  'bank_account',
  'credit_code',
  /** lines, like relatives: one entry a line */
  'list',
] as const;
export type QuestionKind = (typeof QUESTION_KINDS)[number];

export interface AnswerOption {
  readonly value: string;
  readonly label: string;
  readonly hint?: string;
}

export interface ServiceQuestion {
  /**
   * Four names mean the same in every file: `county` (who handles it, where the register does not say), `relatives`
   * (declared relatives in office), `unit_name` and `credit_code`.
   */
  readonly id: string;
  /** asked like a neighbour would */
  readonly title: string;
  /** how the answer is called in the summary and on the desk */
  readonly label: string;
  readonly hint?: string;
  /** why it is asked */
  readonly why?: string;
  readonly kind: QuestionKind;
  /** of `choice` and `many` */
  readonly options?: readonly AnswerOption[];
  readonly unit?: string;
  /** of `number`, `money` (fen), `date`, `month`, `semester`; `today` for a day that must not lie ahead */
  readonly min?: number | string;
  readonly max?: number | string;
  /** may be left out */
  readonly optional?: true;
  /** "不清楚" is an answer */
  readonly unsure?: true;
  readonly when?: AnswerExpr;
  /** the answer is this fact for the engine's proposal, and is prefilled from the register where it stands there */
  readonly fact?: FactId;
  /** answer value → fact value, where they differ */
  readonly fact_values?: Readonly<Record<string, FactValue>>;
  /** prefilled from the register's row */
  readonly from_register?: 'name' | 'phone' | 'town' | 'village';
  /** asked on the screen of this earlier question: the two are one thing, like a name and its address */
  readonly beside?: string;
  /** of `county`: any place of any region, and where there are no documents the province alone */
  readonly anywhere?: true;
  /** prefilled from the newest earlier case that knows it by this name */
  readonly remember?: string;
}

export interface EvidenceAsk {
  readonly id: string;
  readonly title: string;
  readonly hint?: string;
  /** 0: filing does not wait for it */
  readonly min: number;
  readonly max: number;
  readonly when?: AnswerExpr;
  /** when the register knows this fact nothing has to be handed in */
  readonly from_register?: { readonly fact: FactId; readonly text: string };
  /** files of an earlier case with the same name can be used again */
  readonly remember?: string;
}

/**
 * A time limit: in working days, or a row of the law's deadlines, which knows its own days.
 * `document`, `law`: the passage says so, with its citation · `office`: what the office has set itself, said as such.
 */
export interface Limit {
  readonly work_days?: number;
  /** row of `law/deadlines.yaml`; `span`, `item` and `quote` are read from there */
  readonly rule?: string;
  /** 45天 */
  readonly span?: string;
  readonly basis: 'document' | 'law' | 'office';
  readonly item?: string;
  readonly quote?: string;
  readonly note?: string;
}

export type LimitOf = 'accept' | 'decide' | 'pay';

/** `bind_unit`: the account files for the unit · `match_identity`: the account is this person of the register */
export const ON_APPROVAL = ['bind_unit', 'match_identity'] as const;
export type OnApproval = (typeof ON_APPROVAL)[number];

export interface ServiceRegion {
  readonly document: string;
  /** keys of the items cited */
  readonly items: readonly string[];
  /** the benefits claimed: filing is closed when the windows of all are, their decisions are the desk's proposal */
  readonly benefits?: readonly string[];
  /** office id of the region */
  readonly office: string;
  /** key of the region's `wages`: whether what is sent here is filed, or is a pre-application */
  readonly filing?: WageFiling;
  /** the benefit whose people come first in the queue; it changes no period */
  readonly green?: string;
  /** what is to be said in this region alone; `serviceBookOf` puts it in front of the service's own notes */
  readonly notes?: readonly string[];
}

/** What can be written down with a milestone besides its day. */
export const MILESTONE_FIELDS = [
  'text',
  'fen',
  'time',
  'place',
  'until',
  'who',
  'asked_on',
  'items',
] as const;
export type MilestoneField = (typeof MILESTONE_FIELDS)[number];

/** Something that happens on the way and changes no state: a hearing, a paper that was served, money that came. */
export interface Milestone {
  readonly id: string;
  readonly title: string;
  /** what it means for the person, and what they can do now */
  readonly plain: string;
  /** deadlines of the law begin with it */
  readonly moment?: MomentKind;
  /** row of `law/stages.yaml`: where the case stands from then on */
  readonly stage?: string;
  /** in which states it can be written down */
  readonly from: readonly CaseState[];
  readonly fields?: Partial<Readonly<Record<MilestoneField, 'must' | 'may'>>>;
  /** a second one would be against the law; a correction is none */
  readonly once?: true;
  /** its day may lie ahead */
  readonly ahead?: true;
  /** the day of the hearing: held to the rules for notice, and for postponing */
  readonly hearing?: 'set' | 'postpone';
  /** what it does to the limit that runs */
  readonly clock?: 'restart_filed' | 'restart' | 'extend' | 'suspend' | 'resume';
}

/** What filing does in law, and how that is said. */
export interface Effect {
  readonly kind: EffectKind;
  readonly text: string;
}

/** Wage matters that a region may take as filed, or as pre-applications. */
export const WAGE_FILINGS = ['complaint', 'arbitration'] as const;
export type WageFiling = (typeof WAGE_FILINGS)[number];

/**
 * How sure a step of a bundle is: `document` a document of the region names it · `exploring` the document explores it ·
 * `template` it stands in another city's list, which is verified for no county here.
 */
export const SURENESS = ['document', 'exploring', 'template'] as const;
export type Sureness = (typeof SURENESS)[number];

/** What another rule says, under its own name: never as a word of the region's document. */
export interface OtherRule {
  /** where it is a rule */
  readonly region: string;
  readonly source: string;
  /** how it is to be taken: 2025年规定 · 往年标准，需核实 */
  readonly as: string;
  readonly text: string;
}

/** Figures of a loan, of a rule of its own. Money in fen, rates in hundredths of a percent. */
export interface LoanFigures {
  readonly region: string;
  readonly source: string;
  readonly as: string;
  readonly person_fen: number;
  readonly partner_fen: number;
  readonly partners_fen: number;
  readonly firm_fen: number;
  /** the rate is at most the LPR and this on top */
  readonly over_lpr_bp: number;
  /** what finance pays of the interest at the actual rate */
  readonly state_percent: number;
  /** what is left for the borrower is at most this */
  readonly net_bp: number;
}

/** One step of a bundle: a case of its own, with its own office and dates. */
export interface BundleStep {
  readonly id: string;
  readonly title: string;
  readonly plain: string;
  /** belongs to the road of whoever answers so */
  readonly when?: AnswerExpr;
  /** it was done before, elsewhere */
  readonly done_when?: AnswerExpr;
  /** steps that must have been done before */
  readonly needs?: readonly string[];
  /** steps that come first where they are wanted; however they end, this one goes on */
  readonly after?: readonly string[];
  /** not filed from here: the person goes there with what is prepared, and says when it is done */
  readonly handover?: true;
  /** saying that it is done takes the licence's number */
  readonly tells_licence?: true;
  readonly sure: Sureness;
  /** region id → the words it rests on, and who does it there */
  readonly regions: Readonly<
    Record<
      string,
      {
        readonly office: string;
        readonly item?: string;
        readonly quote?: string;
        /** where its document is surer, or less sure, than the others */
        readonly sure?: Sureness;
        readonly notes?: readonly string[];
        readonly benefits?: readonly string[];
      }
    >
  >;
  /** answers and papers of the form that it gets */
  readonly asks: readonly string[];
  readonly papers: readonly string[];
  readonly steps: readonly string[];
  readonly level: Level;
  readonly pays: boolean;
  readonly limits: Partial<Readonly<Record<LimitOf, Limit>>>;
  readonly notes?: readonly string[];
  readonly others?: readonly OtherRule[];
  readonly loan?: LoanFigures;
}

/** Several things that are one to whoever needs them: one form, a case for each step, one progress. */
export interface Bundle {
  /** where the list of steps comes from, and the counties for which it was checked */
  readonly list: {
    readonly source: string;
    readonly verified_for: readonly string[];
    readonly say: Readonly<Record<string, string>>;
  };
  readonly steps: readonly BundleStep[];
}

/** What the page of a case and its receipt say otherwise than everywhere: an employer is no office. */
export interface CaseWords {
  /** of the three points on top */
  readonly points?: {
    /** the first: it has arrived where it was sent, and whoever has it is looked for in the middle */
    readonly sent?: string;
    /** the first once it was accepted, where the law has a word of its own for it */
    readonly taken?: string;
    readonly middle?: string;
    /** under the middle when there is a result, and when it was withdrawn before */
    readonly answered?: string;
    readonly unanswered?: string;
    readonly result?: string;
  };
  /** who has it; `unanswered` stands beside the public number for questions */
  readonly who?: { readonly title: string; readonly ask: string; readonly unanswered: string };
  readonly decision?: string;
  readonly handed_in?: string;
  readonly deeds?: { readonly title: string; readonly not_now: string };
  readonly withdraw?: {
    readonly hint: string;
    readonly title: string;
    readonly line: string;
    readonly yes: string;
    readonly no: string;
  };
  readonly receipt?: { readonly where: string; readonly foot: string };
}

/** How steps, states and pages speak here, where not as everywhere. */
export interface ServiceWords extends CaseWords {
  readonly actions?: Partial<Readonly<Record<Action, string>>>;
  /** what a step means, for the desk before it takes it */
  readonly lines?: Partial<Readonly<Record<Action, string>>>;
  readonly states?: Partial<Readonly<Record<CaseState, string>>>;
}

export interface Service {
  readonly id: string;
  readonly version: number;
  readonly bundle?: Bundle;
  /** a step of this bundle: filed with it and never by itself */
  readonly step_of?: { readonly service: string; readonly step: string };
  /** of a step: it waits for the person, who has it done elsewhere */
  readonly handover?: { readonly licence: boolean };
  /** answers of older versions that only changed their name: old question id → new */
  readonly renamed?: Readonly<Record<string, string>>;
  /** region id → what it rests on there, and who handles it */
  readonly regions: Readonly<Record<string, ServiceRegion>>;
  readonly title: string;
  /** what it is, in one or two everyday sentences */
  readonly plain: string;
  /** who it is for, in plain words */
  readonly for: string;
  readonly area: ServiceArea | 'register';
  /** everyday words people search with: 找活干, 娃儿上学 */
  readonly words: readonly string[];
  readonly applicant: Applicant;
  /**
   * About a posting, and begun from there alone: the employer answers, and no passage of a document. The answers `posting`
   * (its id, shown to nobody), `job` and `employer` are filled in by the portal.
   */
  readonly about?: 'posting';
  readonly minutes: number;
  readonly effect: Effect;
  /** instead of `effect`, where the region has said that what is sent here is filed */
  readonly effect_formal?: Effect;
  /** facts that filing itself says, and nobody is asked for: whoever signs up for work wants work */
  readonly says?: Facts;
  readonly questions: readonly ServiceQuestion[];
  /** pages shown once on the way, after a question was answered; with `when` only where that is known to hold */
  readonly looks?: readonly {
    readonly after: string;
    readonly page: LookPage;
    readonly when?: AnswerExpr;
  }[];
  readonly evidence: readonly EvidenceAsk[];
  /** all papers on one screen: people bring some of many */
  readonly papers_together?: true;
  /** what happens after filing, in order */
  readonly steps: readonly string[];
  /** what the person confirms with the last tap */
  readonly declaration: string;
  readonly workflow: {
    /** the desk that gets it first */
    readonly level: Level;
    /** something is paid out after the approval */
    readonly pays: boolean;
    readonly limits: Partial<Readonly<Record<LimitOf, Limit>>>;
    /** days within which a refusal can be looked at again, and a closed case be reopened */
    readonly review_days: number;
    readonly reopen_days: number;
    /** done to the portal's own data when it is approved */
    readonly on_approval?: OnApproval;
    /** before it is accepted, what is missing is said once and not again */
    readonly supplement_once?: true;
    /** steps of its own that are written down on the way */
    readonly milestones?: readonly Milestone[];
    readonly words?: ServiceWords;
  };
  /** always said on the first page: readings, what the document does not say */
  readonly notes?: readonly string[];
  readonly last_verified_on: string;
}

/** Pages that stand between two questions of a form: what to do when somebody is in danger, which way to go. */
export const LOOKS = ['wage_safety', 'wage_ways'] as const;
export type LookPage = (typeof LOOKS)[number];

/** Everything the phone needs to show and fill in the services of one region, offline. */
export interface ServiceBook {
  /** SHA-256 of the content, hex */
  readonly hash: string;
  readonly region: string;
  readonly services: readonly Service[];
}

/** What of a form people read: the posting's id says nothing to anybody. */
export const shownQuestions = ({ about, questions }: Pick<Service, 'about' | 'questions'>) =>
  about === undefined ? questions : questions.filter(({ id }) => id !== 'posting');
