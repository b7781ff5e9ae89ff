/** Public-welfare posts: kinds, contracts, and what the desk is told to look at. A flag refuses nothing. */
import { addMonths, dayNumber, parseDay } from '../calendar/days';
import type { Pack } from '../eligibility';

/** Named by Chongqing's document （十三）; what is none of them is called by its own title. */
export const POST_KINDS = {
  upkeep: '公共基础设施养护',
  information: '防止返贫致贫信息员',
  care: '敬老助残协管',
  other: '别的岗位',
} as const;
export type PostKind = keyof typeof POST_KINDS;

/** What a region's document says of how long one contract may be. */
export interface LongestTerm {
  readonly months: number;
  readonly document: string;
  readonly item: string;
  readonly quote: string;
}

/** Read from the benefit that asks for the months of a post's contract; null: the document says nothing of it. */
export function longestTerm(pack: Pick<Pack, 'benefits'>): LongestTerm | null {
  for (const { document, items, clauses } of pack.benefits)
    for (const clause of clauses) {
      if (!('when' in clause) || !('fact' in clause.when) || clause.when.fact !== 'post_contract_months')
        continue;
      const months = 'lte' in clause.when ? clause.when.lte : null;
      if (typeof months === 'number' && 'quote' in clause && clause.quote)
        return { months, document, item: clause.item ?? items[0] ?? '', quote: clause.quote };
    }
  return null;
}

/** A year from 1 March is over on 1 March at the latest. */
export const isTooLong = (startsOn: string, endsOn: string, { months }: LongestTerm): boolean =>
  dayNumber(endsOn) > addMonths(dayNumber(startsOn), months);

/** Nothing in the documents: so early that there is time to renew or to find something else. */
export const SOON_DAYS = 30;
export const endsSoon = (endsOn: string, today: string): boolean =>
  endsOn >= today && dayNumber(endsOn) - dayNumber(today) <= SOON_DAYS;

/** `unknown`: matched with nobody of the register · `too_long`: the contract · `household`, `relative`, `declared`: who else · `over`: more holders than the post has · `ended`: nobody ended it */
export const POST_FLAGS = [
  'unknown',
  'too_long',
  'household',
  'relative',
  'declared',
  'over',
  'ended',
] as const;
export type PostFlag = (typeof POST_FLAGS)[number];

interface ContractDraft {
  readonly starts_on: string;
  readonly ends_on: string;
}

interface ContractProblem {
  readonly at: keyof ContractDraft;
  readonly message: string;
}

/** What cannot be a contract at all; one that is too long is one, and is flagged. */
export function contractProblems({ starts_on, ends_on }: ContractDraft): ContractProblem[] {
  const bad = (['starts_on', 'ends_on'] as const).filter(
    (at) => parseDay({ starts_on, ends_on }[at]) === null,
  );
  if (bad.length > 0) return bad.map((at) => ({ at, message: '没有这一天，请重新选日期' }));
  if (ends_on <= starts_on) return [{ at: 'ends_on', message: '到期在开始以前，请改日期' }];
  if (dayNumber(ends_on) - dayNumber(starts_on) > 366 * 10)
    return [{ at: 'ends_on', message: '从开始到到期超过十年，请看看年份对不对' }];
  return [];
}
