import type { FactId, FactValue } from './facts';

/** `YYYY-MM-DD` */
export type IsoDate = string;

/** What a leaf compares with: a value, another fact, or a dated parameter of the pack. */
export type Operand = FactValue | { readonly fact: FactId } | { readonly param: string };

/** The expression tree. Every leaf is a set or range test on one fact, or a comparison of two facts. */
export type Expr =
  | { readonly all: readonly Expr[] }
  | { readonly any: readonly Expr[] }
  | { readonly not: Expr }
  | { readonly term: string }
  | Leaf;

export type Leaf =
  | { readonly fact: FactId; readonly is: boolean }
  | { readonly fact: FactId; readonly in: readonly string[] }
  | { readonly fact: FactId; readonly gte: Operand }
  | { readonly fact: FactId; readonly gt: Operand }
  | { readonly fact: FactId; readonly lte: Operand }
  | { readonly fact: FactId; readonly lt: Operand }
  | { readonly fact: FactId; readonly between: readonly [FactValue, FactValue] }
  | { readonly fact: FactId; readonly before: IsoDate }
  | { readonly fact: FactId; readonly same_as: FactId };

/** One condition of a benefit: plain words, the passage it comes from, the test. A clause may be a bare term. */
export interface ClauseSource {
  readonly text?: string;
  /** item key in the benefit's document, e.g. `（三）`; default: the benefit's first item */
  readonly item?: string;
  /** passage of that item, word for word */
  readonly quote?: string;
  readonly when: Expr;
}

/** A shared group with its own citation: either one test or several clauses. */
export type Term =
  | { readonly text: string; readonly item: string; readonly quote: string; readonly when: Expr }
  | { readonly clauses: readonly ClauseSource[] };

/** A figure of the document that may change over time. `values` maps the day it starts to the value. */
export interface Parameter {
  readonly unit: 'fen' | 'percent';
  readonly values: Readonly<Record<IsoDate, number>>;
  /** the text says "not below" */
  readonly at_least?: boolean;
  /** percentage of this parameter (fen); yuan are shown only where its value is known */
  readonly of?: string;
  readonly item: string;
  readonly quote: string;
  readonly last_verified_on: IsoDate;
}

export type Status = 'eligible' | 'in_scope' | 'needs_info' | 'not_eligible';
export type Reason =
  | 'jurisdiction'
  | 'not_yet_in_force'
  | 'expired'
  | 'window_closed'
  | 'condition'
  | 'superseded';
export type PaidTo = 'resident' | 'employer' | 'provider' | null;
/** money = a figure or money "by regulation"; duty = an obligation or limit somebody else must keep */
export type BenefitKind = 'money' | 'service' | 'priority' | 'duty';
/** the six doors of the home page */
export const SERVICE_AREAS = ['subsidies', 'training', 'startup', 'jobs', 'arrears', 'yulu'] as const;
export type ServiceArea = (typeof SERVICE_AREAS)[number];
export type PlaceFlag = 'key_assisted_county' | 'resettlement_site';

export interface Benefit {
  readonly id: string;
  readonly document: string;
  /** item labels cited, in order */
  readonly items: readonly string[];
  readonly title: string;
  /** what it means for "you", in one or two everyday sentences; never a figure the text does not state */
  readonly plain: string;
  readonly area: ServiceArea;
  readonly kind: BenefitKind;
  /** the best status it can reach */
  readonly top: 'eligible' | 'in_scope';
  readonly paid_to: PaidTo;
  /** own window inside the document's, both ends inclusive */
  readonly window?: { readonly from?: IsoDate; readonly to?: IsoDate; readonly quote: string };
  readonly clauses: readonly ClauseSource[];
  readonly amount?: { readonly param: string; readonly basis?: string };
  readonly frequency?: { readonly text: string; readonly quote: string };
  /** office id of the region; `quote` where the text names the handler, otherwise it is only the usual one */
  readonly handler: { readonly office: string; readonly quote?: string };
  /** ids of the evidence list (typical papers; the documents name none) */
  readonly evidence: readonly string[];
  readonly interactions?: readonly Interaction[];
  /** when that benefit is eligible, this one reads "superseded" */
  readonly superseded_by?: string;
  /** how an ambiguous passage is read, always shown with the benefit */
  readonly readings?: readonly { readonly id: string; readonly text: string }[];
  /** said with a result: always, while the expression holds, or once the document has expired */
  readonly notes?: readonly Note[];
  /** the words for "no" that the text demands, said when one of `facts` failed (any, when none is named) */
  readonly no?: { readonly text: string; readonly facts?: readonly FactId[] };
  /** places the cited items speak of */
  readonly places?: readonly PlaceFlag[];
  readonly keywords?: readonly string[];
  readonly last_verified_on: IsoDate;
}

export interface Interaction {
  /** I1–I12 of the policy digest */
  readonly rule: string;
  readonly with?: readonly string[];
  readonly text: string;
}

export interface Note {
  readonly text: string;
  readonly when?: Expr;
  /** only when the reason is `expired` and every condition held */
  readonly expired?: true;
}

export interface PolicyItem {
  /** how clauses and links name it: the label, or `文件头` · `引言` · `八` for unnumbered passages */
  readonly key: string;
  /** `（三）`; null for an unnumbered passage (preamble, chapter text) */
  readonly label: string | null;
  readonly title: string | null;
  readonly chapter: string | null;
  /** word for word, paragraphs separated by a line feed */
  readonly text: string;
}

export interface PolicyDocumentMeta {
  readonly id: string;
  readonly number: string;
  readonly title: string;
  readonly issuers: readonly string[];
  /** null where the text does not say */
  readonly issued_on: IsoDate | null;
  readonly effective: {
    readonly from: IsoDate;
    /** the sentence that says so; absent where `assumed` */
    readonly from_quote?: string;
    readonly assumed?: true;
    readonly to: IsoDate | null;
    readonly to_quote?: string;
    readonly note?: string;
  };
  /** people whose ledger county starts with this prefix of the 6-digit code */
  readonly jurisdiction: { readonly prefix: string; readonly text: string };
  /** of the whole text without white space: tells a corrected text from the one already kept */
  readonly text_sha256: string;
}

export interface PolicyDocument extends PolicyDocumentMeta {
  readonly items: readonly PolicyItem[];
}

/** What `compile` needs: documents in force or not, shared terms, parameters and the benefits in display order. */
export interface RuleSet {
  readonly documents: readonly PolicyDocumentMeta[];
  readonly terms: Readonly<Record<string, Term>>;
  readonly parameters: Readonly<Record<string, Parameter>>;
  readonly benefits: readonly Benefit[];
}

export type ClauseState = 'met' | 'failed' | 'unknown';

/** One leaf as it was compared. `value` null = unknown. */
export interface Comparison {
  readonly fact: FactId;
  readonly value: FactValue | null;
  readonly state: ClauseState;
  readonly op: 'is' | 'in' | 'gte' | 'gt' | 'lte' | 'lt' | 'between' | 'before' | 'same_as';
  readonly target: FactValue | readonly FactValue[] | null;
}

export interface ClauseOutcome {
  readonly text: string;
  readonly item: string;
  readonly quote: string;
  readonly state: ClauseState;
  readonly compared: readonly Comparison[];
}

export interface Amount {
  readonly fen: number | null;
  readonly percent: number | null;
  readonly at_least: boolean;
}

export interface Citation {
  /** document number, e.g. 永人社字〔2021〕75号 */
  readonly document: string;
  readonly item: string;
}

/** The answer for one benefit: wire type and view model alike. */
export interface Decision {
  readonly benefit: string;
  readonly status: Status;
  readonly reason: Reason | null;
  readonly amount: Amount | null;
  /** facts still needed; only with `needs_info` */
  readonly missing: readonly FactId[];
  /** facts that were tested and failed */
  readonly failed: readonly FactId[];
  readonly paid_to: PaidTo;
  readonly cites: readonly Citation[];
  readonly notes: readonly string[];
  /** every clause; empty while the ledger county is unknown or elsewhere */
  readonly clauses: readonly ClauseOutcome[];
}
