/** What of day labour is needed no longer. */

import { and, eq, inArray, isNull, lt, notExists, sql } from 'drizzle-orm';
import { chinaMidnight, dayInChina } from '@/domain/calendar/china';
import { addMonths, dayNumber, isoOf } from '@/domain/calendar/days';
import { gathering, hand, handRecord } from '../store/schema';
import type { Queries, Store } from '../store/store';
import type { GatheringRow } from './seats';

/** Nobody any more. */
export const BLANK = JSON.stringify({ name: '（已清除）', phone: null });

const DAY_MS = 24 * 3_600_000;
/** as with courses: who only waited, or did not come */
const NOTHING_MS = 90 * DAY_MS;
/**
 * Wages are kept three years at least (保障农民工工资支付条例 15), and as long is the limitation where there is no labour
 * relation (民法典 188): who worked, for whom, and what was agreed.
 */
const WAGES_MONTHS = 36;
const BATCH = 50;

/** @returns how many gatherings were gone through */
export async function forgetHandsOver(store: Store, now: Date): Promise<number> {
  return (await forgetNothings(store, now)) + (await forgetWages(store, now));
}

/** A quarter of a year after it: those with whom it came to nothing, and who wanted hands where nobody worked. */
const forgetNothings = ({ db, cipher }: Store, now: Date): Promise<number> =>
  db.transaction(async (queries) => {
    const over = await queries
      .select()
      .from(gathering)
      .where(and(lt(gathering.endsAt, new Date(now.getTime() - NOTHING_MS)), isNull(gathering.forgottenAt)))
      .limit(BATCH)
      .for('update', { skipLocked: true });
    for (const of of over) {
      await queries.delete(hand).where(nothingCame(queries, of));
      const [worked] = await queries
        .select({ id: hand.id })
        .from(hand)
        .where(eq(hand.gatheringId, of.id))
        .limit(1);
      const blank = !worked && of.kind === 'person';
      await queries
        .update(gathering)
        .set({
          forgottenAt: now,
          ...(blank && { contentEnc: cipher.seal('hands_gathering.content', of.id, BLANK) }),
        })
        .where(eq(gathering.id, of.id));
    }
    return over.length;
  });

/** Whoever had a place when it began may have worked, whether it was ticked or not. */
const nothingCame = (queries: Queries, { id, state }: GatheringRow) =>
  and(
    eq(hand.gatheringId, id),
    inArray(hand.state, state === 'cancelled' ? ['joined', 'waiting', 'left'] : ['waiting', 'left']),
    isNull(hand.agreement),
    notExists(queries.select({ one: sql`1` }).from(handRecord).where(eq(handRecord.memberId, hand.id))),
  );

const forgetWages = ({ db }: Store, now: Date): Promise<number> =>
  db.transaction(async (queries) => {
    const today = dayNumber(dayInChina(now));
    const last = chinaMidnight(isoOf(addMonths(today, -WAGES_MONTHS)));
    const over = await queries
      .select({ id: gathering.id })
      .from(gathering)
      .where(lt(gathering.endsAt, last))
      .limit(BATCH)
      .for('update', { skipLocked: true });
    const ids = over.map(({ id }) => id);
    if (ids.length === 0) return 0;
    const gone = await queries.delete(hand).where(inArray(hand.gatheringId, ids)).returning({ id: hand.id });
    const members = gone.map(({ id }) => id);
    if (members.length > 0) await queries.delete(handRecord).where(inArray(handRecord.memberId, members));
    await queries.delete(gathering).where(inArray(gathering.id, ids));
    return ids.length;
  });
