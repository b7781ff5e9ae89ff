/** A new employer is looked at first: its postings wait until the county has verified one of them. */

import { and, asc, desc, eq, gte, inArray, or } from 'drizzle-orm';
import { chinaMidnight } from '@/domain/calendar/china';
import { dayNumber, isoOf } from '@/domain/calendar/days';
import { posting, postingEvent } from '../store/schema';
import type { Queries, Store } from '../store/store';
import type { EventName } from './events';

/** what was seen longer ago says nothing of now */
const DAYS = 365;

const OF_UNITS: readonly EventName[] = [
  ...(['verified', 'released', 'hidden', 'reported'] as const),
  ...(['judged_true', 'judged_untrue', 'closed_by_desk'] as const),
];

/** `against`: one of its postings was untrue, or is hidden or stopped, and nothing of it was verified since. */
export type WordOnUnit = 'known' | 'against' | null;

/**
 * Only what somebody who decides has verified of a posting of its own; day labour is nobody's word on the unit. One
 * county's word is not another's, wherever the posting has gone since. Hiding or ending one of its postings takes the
 * word back until it is given again; one that was found untrue, for everybody.
 * @param desk whose word it is: deskOf the posting
 */
export async function wordOnUnit(
  queries: Queries | Store['db'],
  unitId: string,
  desk: string,
  today: string,
): Promise<WordOnUnit> {
  const said = await queries
    .select({
      ...{ id: posting.id, source: posting.source },
      ...{ action: postingEvent.action, desk: postingEvent.desk, decides: postingEvent.decides },
    })
    .from(posting)
    .innerJoin(postingEvent, eq(postingEvent.postingId, posting.id))
    .where(
      and(
        eq(posting.unitId, unitId),
        inArray(postingEvent.action, [...OF_UNITS]),
        gte(postingEvent.at, chinaMidnight(isoOf(dayNumber(today) - DAYS))),
      ),
    )
    .orderBy(asc(postingEvent.seq));
  if (said.some(({ action }) => action === 'judged_true')) return 'against';
  let word: WordOnUnit = null;
  const hidden = new Set<string>();
  for (const { id, source, action, decides } of said.filter((one) => one.desk === desk)) {
    if (action === 'hidden' || action === 'reported') hidden.add(id);
    else if (action === 'released' || action === 'judged_untrue') hidden.delete(id);
    else if (action === 'closed_by_desk') word = 'against';
    else if (decides && source === 'employer') {
      word = 'known';
      hidden.clear();
    }
  }
  return hidden.size > 0 ? 'against' : word;
}

/** Its postings need nobody's look first. @param desk deskOf the posting */
export const isKnown = async (...of: Parameters<typeof wordOnUnit>): Promise<boolean> =>
  (await wordOnUnit(...of)) === 'known';

const DESK: readonly EventName[] = [
  ...(['hidden', 'held', 'judged_true', 'closed_by_desk'] as const),
  ...(['verified', 'released'] as const),
];
const FOR: readonly string[] = ['verified', 'released'] satisfies EventName[];

/** The desk's last word on it was against it: whatever became of it since, it is looked at again. */
export async function isDoubted(queries: Queries, postingId: string): Promise<boolean> {
  const [last] = await queries
    .select({ action: postingEvent.action })
    .from(postingEvent)
    .where(
      and(
        eq(postingEvent.postingId, postingId),
        or(
          inArray(postingEvent.action, [...DESK]),
          // the township's own that the county has ended
          and(eq(postingEvent.action, 'closed' satisfies EventName), postingEvent.decides),
        ),
      ),
    )
    .orderBy(desc(postingEvent.seq))
    .limit(1);
  return last !== undefined && !FOR.includes(last.action);
}
