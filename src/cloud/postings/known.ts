/** A new employer is looked at first: its postings wait until the county has verified one of them. */
import { and, eq, gte, ne, sql } from 'drizzle-orm';
import { dayNumber, isoOf } from '@/domain/calendar/days';
import { posting, postingEvent } from '../store/schema';
import type { Queries, Store } from '../store/store';

/** what was seen longer ago says nothing of now */
const DAYS = 365;

/** @param county whose desk is asked. It stays known when it changes what was verified, not when that had to be hidden. */
export async function isKnown(
  queries: Queries | Store['db'],
  unitId: string,
  county: string,
  today: string,
): Promise<boolean> {
  const since = new Date(`${isoOf(dayNumber(today) - DAYS)}T00:00:00+08:00`);
  const [found] = await queries
    .select({ id: posting.id })
    .from(posting)
    .innerJoin(postingEvent, eq(postingEvent.postingId, posting.id))
    .where(
      and(
        eq(posting.unitId, unitId),
        eq(sql`coalesce(${posting.offeredTo}, ${posting.county})`, county),
        ne(posting.state, 'hidden'),
        eq(postingEvent.action, 'verified'),
        gte(postingEvent.at, since),
      ),
    )
    .limit(1);
  return found !== undefined;
}
