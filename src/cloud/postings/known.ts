/** A new employer is looked at first: its postings wait until the county has verified one of them. */
import { and, desc, eq, gte, inArray, ne, sql } from 'drizzle-orm';
import { dayNumber, isoOf } from '@/domain/calendar/days';
import { posting, postingEvent } from '../store/schema';
import type { Queries, Store } from '../store/store';
import type { EventName } from './events';

/** what was seen longer ago says nothing of now */
const DAYS = 365;

/**
 * @param county whose desk is asked. It stays known when it changes what was verified, not when that had to be hidden,
 * nor when one of its postings was found untrue.
 */
export async function isKnown(
  queries: Queries | Store['db'],
  unitId: string,
  county: string,
  today: string,
): Promise<boolean> {
  const since = new Date(`${isoOf(dayNumber(today) - DAYS)}T00:00:00+08:00`);
  const happened = (action: EventName) =>
    and(eq(posting.unitId, unitId), eq(postingEvent.action, action), gte(postingEvent.at, since));
  const [untrue] = await queries
    .select({ id: posting.id })
    .from(posting)
    .innerJoin(postingEvent, eq(postingEvent.postingId, posting.id))
    .where(happened('judged_true'))
    .limit(1);
  if (untrue) return false;
  const [found] = await queries
    .select({ id: posting.id })
    .from(posting)
    .innerJoin(postingEvent, eq(postingEvent.postingId, posting.id))
    .where(
      and(
        happened('verified'),
        eq(sql`coalesce(${posting.offeredTo}, ${posting.county})`, county),
        ne(posting.state, 'hidden'),
      ),
    )
    .limit(1);
  return found !== undefined;
}

const DESK: readonly EventName[] = ['hidden', 'held', 'judged_true', 'verified', 'released'];
const AGAINST: readonly string[] = ['hidden', 'held', 'judged_true'] satisfies EventName[];

/** The desk's last word on it was against it: whatever became of it since, it is looked at again. */
export async function isDoubted(queries: Queries, postingId: string): Promise<boolean> {
  const [last] = await queries
    .select({ action: postingEvent.action })
    .from(postingEvent)
    .where(and(eq(postingEvent.postingId, postingId), inArray(postingEvent.action, [...DESK])))
    .orderBy(desc(postingEvent.at))
    .limit(1);
  return last !== undefined && AGAINST.includes(last.action);
}
