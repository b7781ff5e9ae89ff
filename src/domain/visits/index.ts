/** Visits to residents and workshops: what is asked, by when, and what a document says of it. */
import { dayOf, isoOf } from '../calendar/days';

export const VISIT_HOW = {
  home: '上门',
  phone: '打电话',
  work: '在干活的地方',
  not_met: '没见到人',
} as const;
export const VISIT_WORK = {
  same: '和上次一样',
  changed: '换了工作',
  lost: '没有工作了',
  none: '一直没有工作',
  unknown: '没问到',
} as const;
export const VISIT_WANTS = {
  job: '想找工作',
  training: '想学技术',
  startup: '想创业',
  subsidy: '想问补贴',
  arrears: '被欠工资',
  health: '身体不好',
  nothing: '没有要求',
} as const;

type KeyOf<T> = keyof T & string;
export const keysOf = <T extends object>(words: T): [KeyOf<T>, ...KeyOf<T>[]] =>
  Object.keys(words) as [KeyOf<T>, ...KeyOf<T>[]];

export interface VisitContent {
  readonly how: KeyOf<typeof VISIT_HOW>;
  readonly work: KeyOf<typeof VISIT_WORK>;
  readonly wants: readonly KeyOf<typeof VISIT_WANTS>[];
  readonly note?: string;
}

/** `visits.yaml` of a region: what its document says of monthly visits. */
export interface VisitsRule {
  readonly document: string;
  readonly item: string;
  /** days of the month */
  readonly village_by_day: number;
  readonly town_by_day: number;
  readonly quote: string;
  /** each quarter; null: the document says nothing of workshops */
  readonly workshops_quote: string | null;
  readonly last_verified_on: string;
}

/** A visit may be sent this many days later: out of the village, and over the end of a month. */
export const VISIT_DAYS = 62;

/** Work is allowed from this age on (劳动法 15): whoever is younger is not visited for work. */
export const WORKING_AGE = 16;

/** @param month `2026-11` */
export const dayOfMonth = (month: string, day: number): string => `${month}-${String(day).padStart(2, '0')}`;

/** First and last day of the quarter in which a month lies. @param month `2026-11` */
export function quarterOf(month: string): { readonly from: string; readonly to: string } {
  const [year, number] = [Number(month.slice(0, 4)), Number(month.slice(5))];
  const first = number - ((number - 1) % 3);
  return { from: isoOf(dayOf(year, first, 1)), to: isoOf(dayOf(year, first + 3, 0)) };
}
