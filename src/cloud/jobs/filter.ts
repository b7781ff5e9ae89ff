/** What one asks for, as conditions on rows. */
import { and, arrayOverlaps, eq, gte, inArray, isNotNull, isNull, lte, or, type SQL, sql } from 'drizzle-orm';
import type { PostingFilter } from '@/contract/jobs';
import { POSTING_KINDS } from '@/domain/jobs';
import { posting } from '../store/schema';

const some = <T>(list: readonly T[] | undefined): list is readonly T[] =>
  list !== undefined && list.length > 0;

export function filtered(filter: PostingFilter, scope: 'near' | 'away', today: string): SQL | undefined {
  const { kinds, shifts, skills } = filter;
  return and(
    eq(posting.state, 'open'),
    scope === 'near' ? isNull(posting.offeredTo) : isNotNull(posting.offeredTo),
    gte(posting.openUntil, today),
    some(kinds)
      ? inArray(
          posting.kind,
          kinds.map((kind) => POSTING_KINDS[kind].no),
        )
      : undefined,
    filter.pay_from ? gte(posting.monthFen, filter.pay_from) : undefined,
    filter.board ? eq(posting.board, 'free') : undefined,
    filter.lodging ? eq(posting.lodging, 'free') : undefined,
    some(shifts) ? inArray(posting.shift, [...shifts]) : undefined,
    filter.childcare_hours ? eq(posting.childcareHours, true) : undefined,
    filter.elders ? eq(posting.elders, true) : undefined,
    filter.light ? eq(posting.light, true) : undefined,
    some(skills) ? arrayOverlaps(posting.skills, [...skills]) : undefined,
    filter.starts_by ? or(isNull(posting.startsOn), lte(posting.startsOn, filter.starts_by)) : undefined,
  );
}

/** Left out by the floor of pay alone. */
export const unsaid = sql`${posting.monthFen} < 0`;
