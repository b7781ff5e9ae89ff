/** Whom a document or a passage touches, in the words of its benefits' conditions. It is told in groups, never in names. */
import { dayNumber } from '../calendar/days';
import { clausesOf } from '../eligibility/clauses';
import type { Benefit, IsoDate, PolicyDocumentMeta, RuleSet } from '../eligibility/types';

type Rules = Pick<RuleSet, 'benefits' | 'terms'>;

export interface Touched {
  readonly benefit: string;
  readonly title: string;
  /** the conditions in words; all of them have to hold */
  readonly who: readonly string[];
}

/** @param items keys of the passages; a benefit of any of them counts */
export const touchedBy = (
  { benefits, terms }: Rules,
  document: string,
  items: readonly string[],
): Touched[] =>
  benefits
    .filter((one) => one.document === document && one.items.some((item) => items.includes(item)))
    .map((one) => ({
      benefit: one.id,
      title: one.title,
      who: clausesOf(one, terms).map(({ text }) => text),
    }));

export interface Group {
  readonly text: string;
  /** how many benefits are for them */
  readonly benefits: number;
}

/** The groups of several benefits: whom each names first, the most often named ones before the others. */
export function groupsOf(benefits: readonly Benefit[], terms: RuleSet['terms']): Group[] {
  const counts = new Map<string, number>();
  for (const one of benefits) {
    const [first] = clausesOf(one, terms);
    if (first) counts.set(first.text, (counts.get(first.text) ?? 0) + 1);
  }
  return [...counts]
    .map(([text, count]) => ({ text, benefits: count }))
    .sort((a, b) => b.benefits - a.benefits);
}

/** `new`: began within a year · `ending`: ends within half a year */
export type Standing = 'not_yet' | 'new' | 'in_force' | 'ending' | 'ended';
const NEW_DAYS = 365;
const ENDING_DAYS = 183;

/** How something stands that holds from a day (inclusive) to another one, on a day. */
export function standingOf(
  { from, to }: { readonly from?: IsoDate | undefined; readonly to?: IsoDate | null | undefined },
  today: IsoDate,
): Standing {
  const on = dayNumber(today);
  if (to && dayNumber(to) < on) return 'ended';
  if (from && dayNumber(from) > on) return 'not_yet';
  if (to && dayNumber(to) - on <= ENDING_DAYS) return 'ending';
  return from && on - dayNumber(from) < NEW_DAYS ? 'new' : 'in_force';
}

export interface Change {
  readonly what: 'document' | 'benefit';
  readonly id: string;
  readonly title: string;
  /** of the document */
  readonly document: string;
  readonly number: string;
  readonly standing: Exclude<Standing, 'in_force'>;
  /** the day it begins, began, ends or ended */
  readonly on: IsoDate;
  /** the text does not say from when: taken from the day it was issued */
  readonly assumed: boolean;
  readonly groups: readonly Group[];
}

/** What is new, ends soon or has ended: documents, then benefits with a time of their own. */
export function changesOf(
  { benefits, terms, documents }: Rules & { readonly documents: readonly PolicyDocumentMeta[] },
  today: IsoDate,
): Change[] {
  const dayOf = (standing: Standing, from: IsoDate, to: IsoDate | null | undefined) =>
    standing === 'ending' || standing === 'ended' ? (to ?? from) : from;
  return documents.flatMap(({ id, title, number, effective }) => {
    const own = benefits.filter(({ document }) => document === id);
    const { from, to, assumed = false } = effective;
    const standing = standingOf(effective, today);
    const whole: Change[] =
      standing === 'in_force'
        ? []
        : [
            {
              ...{ what: 'document', id, title, document: id, number, standing },
              ...{ on: dayOf(standing, from, to), assumed, groups: groupsOf(own, terms) },
            },
          ];
    // what ended with its document is said once
    if (standing === 'ended') return whole;
    const parts = own.flatMap((one): Change[] => {
      const at = one.window ? standingOf(one.window, today) : 'in_force';
      if (at === 'in_force') return [];
      const on = dayOf(at, one.window?.from ?? from, one.window?.to);
      return [
        {
          ...{ what: 'benefit', id: one.id, title: one.title, document: id, number, standing: at },
          ...{ on, assumed: false, groups: groupsOf([one], terms) },
        },
      ];
    });
    return [...whole, ...parts];
  });
}
