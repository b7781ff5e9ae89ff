/** Seats that were offered and not taken go on to the next; whoever has one is reminded the day before. */

import { and, eq, gt, inArray, isNull, lte } from 'drizzle-orm';
import { hourInChina } from '@/domain/calendar/china';
import { dayNumber, isoOf } from '@/domain/calendar/days';
import { type Context, servicesOf } from '../context';
import { trainingEnrolment, trainingSession } from '../store/schema';
import { endEnrolments, heldSession, staleOffers } from '../training/seats';
import { tellEnrolled, tellOffers } from '../training/tell';
import { inPeace } from './in-peace';

/** Several workers may do it at once: each holds the session it is at. @returns how many offers ended */
export async function endOffers(context: Context): Promise<number> {
  const { db } = servicesOf(context).store;
  const late = await db
    .selectDistinct({ id: trainingEnrolment.sessionId })
    .from(trainingEnrolment)
    .where(and(eq(trainingEnrolment.state, 'offered'), lte(trainingEnrolment.offerUntil, context.now)));
  let ended = 0;
  for (const { id } of late) {
    ended += await inPeace(context, `training ${id}`, 0, async (queries) => {
      const session = await heldSession(queries, id);
      if (!session) return 0;
      const stale = await staleOffers(queries, id, context.now);
      const next = await endEnrolments(queries, session, stale, 'expired', context.now);
      await tellEnrolled(context, queries, session, stale, () => ({
        what: 'expired',
        text: '没有等到您确认，名额给了下一位。还想去，可以再报名排队。',
        urgent: false,
      }));
      await tellOffers(context, queries, session, next);
      return stale.length;
    });
  }
  return ended;
}

/** Nobody is called at night: from this hour on, the day before. */
const FROM_HOUR = 9;

/** @returns how many were reminded */
export async function remindTrainees(context: Context): Promise<number> {
  if (hourInChina(context.now) < FROM_HOUR) return 0;
  const { db } = servicesOf(context).store;
  const tomorrow = isoOf(dayNumber(context.today) + 1);
  const soon = await db
    .select({ id: trainingSession.id })
    .from(trainingSession)
    .where(
      and(
        eq(trainingSession.state, 'open'),
        lte(trainingSession.startsOn, tomorrow),
        gt(trainingSession.startsAt, context.now),
        isNull(trainingSession.remindedAt),
      ),
    );
  let told = 0;
  for (const { id } of soon) {
    told += await inPeace(context, `training ${id}`, 0, async (queries) => {
      const session = await heldSession(queries, id);
      if (session?.state !== 'open' || session.remindedAt !== null) return 0;
      const rows = await queries
        .select()
        .from(trainingEnrolment)
        .where(
          and(
            eq(trainingEnrolment.sessionId, id),
            inArray(trainingEnrolment.state, ['enrolled', 'confirmed']),
          ),
        );
      await queries
        .update(trainingSession)
        .set({ remindedAt: context.now })
        .where(eq(trainingSession.id, id));
      const place = [session.town, session.address].filter(Boolean).join(' ');
      const bring = session.words.bring ? `带上：${session.words.bring}。` : '';
      return tellEnrolled(context, queries, session, rows, () => ({
        what: `reminder ${session.startsAt.getTime()}`,
        text: `${session.startsOn} ${session.fromTime}开班，在${place}。${bring}去不了请取消，名额给别人。`,
        urgent: true,
        dueOn: session.startsOn,
      }));
    });
  }
  return told;
}
