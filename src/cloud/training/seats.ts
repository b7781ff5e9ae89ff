/**
 * Seats are counted in the session's row, and whoever changes them holds that row until the end of the transaction:
 * what is free goes to the waiting list in the same breath, so nobody who comes later finds it.
 */
import { and, asc, eq, inArray, lte, sql } from 'drizzle-orm';
import { type EnrolmentState, holdsSeat, offerUntil } from '@/domain/training';
import { trainingEnrolment, trainingSession } from '../store/schema';
import type { Queries } from '../store/store';

export type SessionRow = typeof trainingSession.$inferSelect;
export type EnrolmentRow = typeof trainingEnrolment.$inferSelect;

/** The row, held until the transaction ends; null when there is none. */
export async function heldSession(queries: Queries, id: string): Promise<SessionRow | null> {
  const [held] = await queries.select().from(trainingSession).where(eq(trainingSession.id, id)).for('update');
  return held ?? null;
}

export type NewEnrolment = Omit<typeof trainingEnrolment.$inferInsert, 'state' | 'seq'>;

/**
 * Inserts once, then takes a seat or the next place in the waiting list.
 * @returns null when this enrolment, or another of the same person, is there already, or the session is not open
 */
export async function takeSeat(queries: Queries, enrolment: NewEnrolment, now: Date): Promise<Seat | null> {
  const [row] = await queries
    .insert(trainingEnrolment)
    .values({ ...enrolment, state: 'enrolled' })
    .onConflictDoNothing()
    .returning();
  if (!row) return null;
  const open = and(
    eq(trainingSession.id, enrolment.sessionId),
    eq(trainingSession.state, 'open'),
    sql`${trainingSession.enrolUntil} > ${now.toISOString()}`,
  );
  const taken = await queries
    .update(trainingSession)
    .set({ taken: sql`taken + 1` })
    .where(and(open, sql`taken < capacity`))
    .returning();
  if (taken[0]) return { row, session: taken[0] };
  // full: the row is held from here on, so a seat cannot come free unseen
  const [queue] = await queries
    .update(trainingSession)
    .set({ queued: sql`queued + 1` })
    .where(open)
    .returning();
  if (!queue) throw new SessionShut();
  const [waiting] = await queries
    .update(trainingEnrolment)
    .set({ state: 'waiting', seq: queue.queued })
    .where(eq(trainingEnrolment.id, row.id))
    .returning();
  // one came free between the two statements, and nobody was waiting for it
  if (queue.taken < queue.capacity && waiting) {
    await queries
      .update(trainingSession)
      .set({ taken: sql`taken + 1` })
      .where(eq(trainingSession.id, queue.id));
    const [seated] = await setState(queries, [waiting.id], 'enrolled', { seq: null });
    return { row: seated ?? waiting, session: { ...queue, taken: queue.taken + 1 } };
  }
  return { row: waiting ?? row, session: queue };
}

/** An enrolment with its session, both as they are now. */
export interface Seat {
  readonly row: EnrolmentRow;
  readonly session: SessionRow;
}

/** It was cancelled, or its time to enrol ended, while somebody enrolled: the transaction is undone. */
export class SessionShut extends Error {}

const setState = (
  queries: Queries,
  ids: readonly string[],
  state: EnrolmentState,
  also: Partial<typeof trainingEnrolment.$inferInsert> = {},
) =>
  queries
    .update(trainingEnrolment)
    .set({ ...also, state })
    .where(inArray(trainingEnrolment.id, [...ids]))
    .returning();

/**
 * Ends enrolments of a held session; their seats go on to the next.
 * @returns those to whom a seat was offered
 */
export async function endEnrolments(
  queries: Queries,
  session: SessionRow,
  rows: readonly EnrolmentRow[],
  to: 'cancelled' | 'expired',
  now: Date,
): Promise<EnrolmentRow[]> {
  const free = rows.filter(({ state }) => holdsSeat(state as EnrolmentState)).length;
  await setState(
    queries,
    rows.map(({ id }) => id),
    to,
    { endedAt: now, offerUntil: null },
  );
  return offerFree(queries, { ...session, taken: session.taken - free }, now, free > 0);
}

/**
 * Free seats of a held session go to those who wait, in order, each kept for a time.
 * @param session with the number of seats that are taken now
 */
export async function offerFree(
  queries: Queries,
  session: SessionRow,
  now: Date,
  changed = false,
): Promise<EnrolmentRow[]> {
  const until = session.state === 'open' ? offerUntil(now.getTime(), session.startsAt.getTime()) : null;
  const free = session.capacity - session.taken;
  const next =
    until === null || free <= 0
      ? []
      : await queries
          .select({ id: trainingEnrolment.id })
          .from(trainingEnrolment)
          .where(and(eq(trainingEnrolment.sessionId, session.id), eq(trainingEnrolment.state, 'waiting')))
          .orderBy(asc(trainingEnrolment.rank), asc(trainingEnrolment.seq))
          .limit(free);
  if (changed || next.length > 0)
    await queries
      .update(trainingSession)
      .set({ taken: session.taken + next.length })
      .where(eq(trainingSession.id, session.id));
  if (next.length === 0 || until === null) return [];
  return setState(
    queries,
    next.map(({ id }) => id),
    'offered',
    { offerUntil: new Date(until) },
  );
}

/** Offers of a held session whose time is over. */
export const staleOffers = (queries: Queries, sessionId: string, now: Date): Promise<EnrolmentRow[]> =>
  queries
    .select()
    .from(trainingEnrolment)
    .where(
      and(
        eq(trainingEnrolment.sessionId, sessionId),
        eq(trainingEnrolment.state, 'offered'),
        lte(trainingEnrolment.offerUntil, now),
      ),
    );
