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
  /** of those that do not say one of what is asked for by yes or no: these alone */
  readonly unsaidOnly?: boolean;
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

const asked = ({ filter }: Filtered) => switchBits(SWITCHES.filter((name) => filter[name]));

/** What a row does not say of what is asked for by yes or no, as the bits of it. */
const UNSAID_BITS = SWITCHES.map(
  (name) => `case when ${name} is null then ${switchBits([name])} else 0 end`,
).join(' + ');

/**
 * Those that say so, and those that do not say; with `unsaidOnly` these alone. It reads the rows, which the index
 * spares whoever asks only for what is said.
 */
export function onTraitsOrUnsaid<A extends Filtered>(param: Param<A>): string {
  const all = param('int', asked);
  const only = param('boolean', ({ unsaidOnly }) => unsaidOnly ?? false);
  return `(traits | (${UNSAID_BITS})) & ${all} = ${all} and (not ${only} or traits & ${all} <> ${all})
    and ${onOtherTraits(param)}`;
}

/** All of it stands in the index too (domain/jobs/traits.ts): whatever is asked for, no rows are read to find. */
export function onTraits<A extends Filtered>(param: Param<A>): string {
  const all = param('int', asked);
  return `traits & ${all} = ${all} and ${onOtherTraits(param)}`;
}

function onOtherTraits<A extends Filtered>(param: Param<A>): string {
  const shifts = param('int', ({ filter }) => shiftBits(filter.shifts ?? []));
  const skills = param('int', ({ filter }) => skillBits(filter.skills ?? []));
  const day = param('date', ({ filter }) => filter.starts_by ?? null);
  return `(${shifts} = 0 or traits & ${shifts} <> 0)
    and (${skills} = 0 or traits & ${skills} <> 0)
    and (${day} is null or starts_on is null or starts_on <= ${day})`;
}
