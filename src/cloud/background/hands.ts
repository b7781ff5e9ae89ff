/** Whoever goes to work the next day is reminded of it. */

import { and, eq, gt, isNull, lte } from 'drizzle-orm';
import { hourInChina } from '@/domain/calendar/china';
import { dayNumber, isoOf } from '@/domain/calendar/days';
import { type Context, servicesOf } from '../context';
import { heldGathering, isTakenOff } from '../hands/seats';
import { tellHands, whenWhere } from '../hands/tell';
import { gathering, hand } from '../store/schema';
import { inPeace } from './in-peace';

/** Nobody is called at night: from this hour on, the day before. */
const FROM_HOUR = 9;

/** @returns how many were reminded */
export async function remindHands(context: Context): Promise<number> {
  if (hourInChina(context.now) < FROM_HOUR) return 0;
  const { db } = servicesOf(context).store;
  const soon = await db
    .select({ id: gathering.id })
    .from(gathering)
    .where(
      and(
        eq(gathering.state, 'open'),
        lte(gathering.day, isoOf(dayNumber(context.today) + 1)),
        gt(gathering.startsAt, context.now),
        isNull(gathering.remindedAt),
      ),
    );
  let told = 0;
  for (const { id } of soon)
    told += await inPeace(context, `hands ${id}`, 0, async (queries) => {
      const held = await heldGathering(queries, id);
      if (held?.state !== 'open' || held.remindedAt !== null) return 0;
      // not said to have been told: once it is open again they are
      if (await isTakenOff(queries, id)) return 0;
      const rows = await queries
        .select()
        .from(hand)
        .where(and(eq(hand.gatheringId, id), eq(hand.state, 'joined')));
      await queries.update(gathering).set({ remindedAt: context.now }).where(eq(gathering.id, id));
      const bring = held.words.bring ? `带上：${held.words.bring}。` : '';
      return tellHands(context, queries, held, rows, {
        what: 'reminder',
        text: `${whenWhere(held)}${bring}去不了请退出，让给下一位。`,
        urgent: true,
      });
    });
  return told;
}
