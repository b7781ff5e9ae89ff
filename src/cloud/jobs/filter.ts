/** What one asks for, as conditions: kind, pay and the last day stand in the index, everything else on the rows. */
import type { PostingFilter } from '@/contract/jobs';
import { keysOf, POSTING_KINDS } from '@/domain/jobs';
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

/** Does anything asked for stand only on the rows? */
export const asksRows = ({ kinds: _k, pay_from: _p, within: _w, ...rest }: PostingFilter): boolean =>
  Object.values(rest).some((one) =>
    Array.isArray(one) ? one.length > 0 : one !== undefined && one !== false,
  );

export function onRows<A extends Filtered>(param: Param<A>): string {
  const wished = (column: string, value: (filter: PostingFilter) => boolean | undefined) =>
    `(not ${param('boolean', ({ filter }) => value(filter) ?? false)} or ${column})`;
  const oneOf = (
    test: (list: string) => string,
    value: (filter: PostingFilter) => readonly string[] | null,
  ) => {
    const list = param('text[]', ({ filter }) => value(filter));
    return `(${list} is null or ${test(list)})`;
  };
  const day = param('date', ({ filter }) => filter.starts_by ?? null);
  return [
    wished("board is not distinct from 'free'", ({ board }) => board),
    wished("lodging is not distinct from 'free'", ({ lodging }) => lodging),
    wished('childcare_hours is true', ({ childcare_hours }) => childcare_hours),
    wished('elders is true', ({ elders }) => elders),
    wished('light is true', ({ light }) => light),
    oneOf(
      (list) => `shift = any(${list})`,
      ({ shifts }) => some(shifts),
    ),
    oneOf(
      (list) => `skills && ${list}`,
      ({ skills }) => some(skills),
    ),
    `(${day} is null or starts_on is null or starts_on <= ${day})`,
  ].join('\n    and ');
}
