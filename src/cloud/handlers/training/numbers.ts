/** Training of a county in figures: sessions that begin in a period. */
import { and, count, eq, gte, inArray, isNotNull, lte, sql } from 'drizzle-orm';
import type { InputOf, OutputOf } from '@/contract/api';
import { type Context, servicesOf, staffOf } from '../../context';
import { refuse, refuseField } from '../../refuse';
import { trainingEnrolment, trainingSession } from '../../store/schema';

export async function numbers(
  context: Context,
  { from, to }: InputOf<'training.numbers'>,
): Promise<OutputOf<'training.numbers'>> {
  const { county, role } = staffOf(context);
  if (role !== 'county' && role !== 'admin') throw refuse('NotAllowed');
  if (to < from) throw refuseField('to', '结束在开始以前，请重新选');
  const { db } = servicesOf(context).store;
  const inPeriod = and(
    eq(trainingSession.county, county),
    inArray(trainingSession.state, ['open', 'cancelled']),
    gte(trainingSession.startsOn, from),
    lte(trainingSession.startsOn, to),
  );
  const [sessions] = await db
    .select({
      all: count(),
      cancelled: sql<number>`count(*) filter (where state = 'cancelled')::int`,
      seats: sql<number>`coalesce(sum(capacity) filter (where state = 'open'), 0)::int`,
    })
    .from(trainingSession)
    .where(inPeriod);
  const state = trainingEnrolment.state;
  const [people] = await db
    .select({
      enrolled: sql<number>`count(*) filter (where ${state} in ('enrolled', 'confirmed', 'attended', 'absent', 'certified'))::int`,
      waiting: sql<number>`count(*) filter (where ${state} in ('waiting', 'offered'))::int`,
      came: sql<number>`count(*) filter (where ${state} in ('attended', 'certified'))::int`,
      certified: sql<number>`count(*) filter (where ${isNotNull(trainingEnrolment.certificate)})::int`,
      first: sql<number>`count(*) filter (where ${trainingEnrolment.rank} = 0 and ${state} not in ('cancelled', 'expired'))::int`,
    })
    .from(trainingEnrolment)
    .innerJoin(trainingSession, eq(trainingSession.id, trainingEnrolment.sessionId))
    .where(inPeriod);
  return {
    sessions: sessions?.all ?? 0,
    cancelled: sessions?.cancelled ?? 0,
    seats: sessions?.seats ?? 0,
    ...(people ?? { enrolled: 0, waiting: 0, came: 0, certified: 0, first: 0 }),
  };
}
