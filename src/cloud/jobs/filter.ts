/** What one asks for, as conditions. */
import type { PostingFilter } from '@/contract/jobs';
import { keysOf, POSTING_KINDS } from '@/domain/jobs';
import { SWITCHES, shiftBits, skillBits, switchBits } from '@/domain/jobs/traits';
import type { Param } from './statement';

export interface Filtered {
  readonly filter: PostingFilter;
  readonly today: string;
  /** instead of those above the floor of pay: those that it leaves out because they do not say */
  readonly unsaid?: boolean;
}

const ALL = keysOf(POSTING_KINDS).map((kind) => POSTING_KINDS[kind].no as number);
const some = <T>(list: readonly T[] | undefined): readonly T[] | null =>
  list && list.length > 0 ? list : null;

/** Those that do not say their pay have −1. */
const UNSAID = -1;
const ANY_PAY = 2 ** 31 - 1;
const floorOf = ({ filter: { pay_from }, unsaid }: Filtered) => (unsaid || !pay_from ? UNSAID : pay_from);

export function inIndex<A extends Filtered>(param: Param<A>): string {
  const kinds = (asked: A) => some(asked.filter.kinds)?.map((kind) => POSTING_KINDS[kind].no) ?? ALL;
  return `kind = any(${param('smallint[]', kinds)}) and month_fen >= ${param('int', floorOf)}
    and month_fen <= ${param('int', ({ unsaid }) => (unsaid ? UNSAID : ANY_PAY))}
    and open_until >= ${param('date', ({ today }) => today)}`;
}

/** All of it stands in the index too (domain/jobs/traits.ts): whatever is asked for, no rows are read to find. */
export function onTraits<A extends Filtered>(param: Param<A>): string {
  const all = param('int', ({ filter }) => switchBits(SWITCHES.filter((name) => filter[name])));
  const shifts = param('int', ({ filter }) => shiftBits(filter.shifts ?? []));
  const skills = param('int', ({ filter }) => skillBits(filter.skills ?? []));
  const day = param('date', ({ filter }) => filter.starts_by ?? null);
  return `traits & ${all} = ${all}
    and (${shifts} = 0 or traits & ${shifts} <> 0)
    and (${skills} = 0 or traits & ${skills} <> 0)
    and (${day} is null or starts_on is null or starts_on <= ${day})`;
}
