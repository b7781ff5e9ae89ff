/** The wage agreed on both phones: one page, who, where, which day, which work, how much, when it is paid. */
import { groupedYuan } from '../money/yuan';
import {
  type HandPay,
  type HandPayUnit,
  type HandProblem,
  type HandTimes,
  payProblems,
  timeProblems,
} from './gathering';

export const SIDES = ['organiser', 'worker'] as const;
export type Side = (typeof SIDES)[number];
export const otherSide = (side: Side): Side => (side === 'organiser' ? 'worker' : 'organiser');

/** What either side can correct. */
export interface Terms extends HandTimes, HandPay {
  readonly place: string;
  readonly work: string;
  /** when it is paid, in their own words */
  readonly paid: string;
}

/** Who says so: a name or number that was only typed is said to be no more than that. */
export const KNOWN_BY = {
  register: '和台账一致',
  office: '平台登记的单位',
  login: '登录验证过',
  typed: '本人填写，没有核对',
} as const;
export type KnownBy = keyof typeof KNOWN_BY;

const PARTY_FIELDS = ['employer', 'employer_phone', 'worker', 'worker_phone'] as const;
export type PartiesKnown = Readonly<Record<(typeof PARTY_FIELDS)[number], KnownBy>>;
/** of a record from before that was kept */
const UNCHECKED: PartiesKnown = {
  ...{ employer: 'typed', employer_phone: 'typed', worker: 'typed', worker_phone: 'typed' },
};

/** With whom, as it was when it was written; nobody types over the other's name. */
interface Parties {
  readonly employer: string;
  readonly employer_phone: string | null;
  readonly worker: string;
  readonly worker_phone: string | null;
  readonly known?: PartiesKnown;
}

export const knownIn = ({ known }: Pick<Parties, 'known'>): PartiesKnown => known ?? UNCHECKED;

/** 样例来人（本人填写，没有核对），电话13800000000（登录验证过） */
export function partyWords(terms: AgreedTerms, side: Side): string {
  const [at, phoneAt] =
    side === 'worker' ? (['worker', 'worker_phone'] as const) : (['employer', 'employer_phone'] as const);
  const known = knownIn(terms);
  const name = `${terms[at]}（${KNOWN_BY[known[at]]}）`;
  return terms[phoneAt] === null ? name : `${name}，电话${terms[phoneAt]}（${KNOWN_BY[known[phoneAt]]}）`;
}

export type AgreedTerms = Terms & Parties;

export const PAY_PER: Readonly<Record<HandPayUnit, string>> = { day: '天', hour: '小时', piece: '件' };
/** 每天200元 */
export const payWords = ({ pay_fen, pay_unit }: HandPay): string =>
  `每${PAY_PER[pay_unit]}${groupedYuan(pay_fen)}元`;

export function termsProblems(terms: Terms): HandProblem<keyof Terms>[] {
  const found: HandProblem<keyof Terms>[] = [...timeProblems(terms), ...payProblems(terms)];
  if (terms.place.trim() === '') found.push({ at: 'place', message: '请写在哪里干活' });
  if (terms.work.trim() === '') found.push({ at: 'work', message: '请写干什么活' });
  if (terms.paid.trim() === '') found.push({ at: 'paid', message: '请写什么时候给钱' });
  return found;
}

/** One row of the record: what was proposed, or that one side said "just so" to a proposal. Never changed, only added to. */
export interface RecordRow {
  readonly seq: number;
  readonly kind: 'terms' | 'tap';
  readonly side: Side;
  /** of a tap: which proposal */
  readonly about: number;
  /** ISO moment of the server */
  readonly at: string;
  readonly terms: AgreedTerms | null;
}

export interface Standing {
  /** the proposal that stands; null: nobody has written anything yet */
  readonly last: RecordRow | null;
  readonly taps: Readonly<Record<Side, string | null>>;
  /** when both had said it; nothing is added after that */
  readonly agreed_at: string | null;
}

/** How a record stands, from its rows in order. */
export function standingOf(rows: readonly RecordRow[]): Standing {
  const last = [...rows].reverse().find(({ kind }) => kind === 'terms') ?? null;
  const tapOf = (side: Side) =>
    rows.find((row) => row.kind === 'tap' && row.side === side && row.about === last?.seq)?.at ?? null;
  const taps = { organiser: tapOf('organiser'), worker: tapOf('worker') };
  const both = taps.organiser !== null && taps.worker !== null;
  const agreed_at = both ? ([taps.organiser ?? '', taps.worker ?? ''].sort()[1] ?? null) : null;
  return { last, taps, agreed_at };
}

/** What each row's hash is taken over: fixed order, so that it is the same wherever it is reckoned. */
export const hashedText = (before: string, record: string, row: RecordRow): string =>
  JSON.stringify([before, record, row.seq, row.kind, row.side, row.about, row.at, termsInOrder(row.terms)]);

const termsInOrder = (terms: AgreedTerms | null) =>
  terms && [
    ...[terms.employer, terms.employer_phone, terms.worker, terms.worker_phone],
    ...[terms.place, terms.day, terms.from, terms.to, terms.work, terms.pay_fen, terms.pay_unit, terms.paid],
    // what was written before has none, and keeps its hash
    ...(terms.known ? PARTY_FIELDS.map((at) => terms.known?.[at]) : []),
  ];
