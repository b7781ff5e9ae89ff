/**
 * Seats are counted in the session's row, and whoever changes them holds that row until the end of the transaction:
 * what is free goes to the waiting list in the same breath, so nobody who comes later finds it.
 */
import { and, asc, eq, inArray, lte } from 'drizzle-orm';
import { type EnrolmentState, holdsSeat, offerUntil } from '@/domain/training';
import { trainingEnrolment, trainingSession } from '../store/schema';
import type { Queries, Store } from '../store/store';

export type SessionRow = typeof trainingSession.$inferSelect;
export type EnrolmentRow = typeof trainingEnrolment.$inferSelect;

/** The row, held until the transaction ends; null when there is none. */
export async function heldSession(queries: Queries, id: string): Promise<SessionRow | null> {
  const [held] = await queries.select().from(trainingSession).where(eq(trainingSession.id, id)).for('update');
  return held ?? null;
}

export type NewEnrolment = Pick<
  EnrolmentRow,
  'id' | 'accountId' | 'personId' | 'rank' | 'first' | 'contentEnc'
>;

/** An enrolment with its session, both as they are now. */
export interface Seat {
  readonly row: EnrolmentRow;
  readonly session: SessionRow;
}

/** One statement: the session is held from its seats being counted to the commit, and no step is walked meanwhile. */
const TAKE = {
  name: 'training-take-seat',
  text: `with who as materialized (
      -- deleted at the same moment, the account leaves nobody on a seat
      select id from account where id = $3 for key share
    ), held as materialized (
      select s.id, s.capacity, s.taken, s.queued from training_session s, who
      where s.id = $2 and s.state = 'open' and s.enrol_until > $9 for update of s
    ), anew as (
      insert into training_enrolment
        (id, session_id, account_id, person_id, who_id, rank, first, content_enc, enrolled_at, state, seq)
      select $1, id, $3, $4, $5, $6, $7, $8, $9,
        case when taken < capacity then 'enrolled' else 'waiting' end,
        case when taken < capacity then null else queued + 1 end
      from held on conflict do nothing returning state, seq
    ), counted as (
      update training_session s set
        taken = held.taken + (anew.seq is null)::int, queued = held.queued + (anew.seq is not null)::int
      from held, anew where s.id = held.id returning s.taken
    )
    select who.id as who, held.id as held, held.capacity, counted.taken, anew.state, anew.seq::int
    from (values (1)) as one left join who on true left join held on true left join anew on true
      left join counted on true`,
};

interface Taken {
  readonly who: string | null;
  readonly held: string | null;
  readonly capacity: number;
  readonly taken: number;
  readonly state: EnrolmentState | null;
  readonly seq: number | null;
}

/**
 * Takes a seat, or the next place in the waiting list.
 * @returns `known` when this enrolment, or another of the same person, is there already; `shut` when the session is not
 *   open, or not any more; `gone` when the account is
 */
export async function takeSeat(
  { pool }: Pick<Store, 'pool'>,
  enrolment: NewEnrolment,
  session: SessionRow,
  now: Date,
): Promise<Seat | 'known' | 'shut' | 'gone'> {
  const { id, accountId, personId, rank, first, contentEnc } = enrolment;
  const whoId = personId ?? accountId;
  const values = [id, session.id, accountId, personId, whoId, rank, first, contentEnc, now];
  const { rows } = await pool.query<Taken>({ ...TAKE, values });
  const [found] = rows;
  if (!found?.who) return 'gone';
  if (!found.held) return 'shut';
  const { state, seq, taken, capacity } = found;
  if (state === null) return 'known';
  const ended = { offerUntil: null, endedAt: null, certificate: null, certifiedOn: null };
  return {
    row: { ...enrolment, ...ended, sessionId: session.id, whoId, state, seq, enrolledAt: now },
    session: { ...session, taken, capacity },
  };
}

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
