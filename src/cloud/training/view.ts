/** Sessions and enrolments as they are read. */
import { and, count, eq, inArray, lt, or, sql } from 'drizzle-orm';
import type { EnrolmentView, SessionLine, SessionView } from '@/contract/training';
import { type EnrolmentState, enrolCan, enrolmentCan, type TrainingKind } from '@/domain/training';
import { countyName } from '../cases/names';
import { type Context, servicesOf } from '../context';
import { prepared } from '../store/prepared';
import { trainingEnrolment, trainingMark, trainingSession } from '../store/schema';
import { claimFor, rulesFor } from './rule';
import type { EnrolmentRow, Seat, SessionRow } from './seats';

/** How many wait, by session. */
export async function waitingOf(context: Context, ids: readonly string[]): Promise<Map<string, number>> {
  if (ids.length === 0) return new Map();
  const rows = await servicesOf(context)
    .store.db.select({ id: trainingEnrolment.sessionId, n: count() })
    .from(trainingEnrolment)
    .where(and(inArray(trainingEnrolment.sessionId, [...ids]), eq(trainingEnrolment.state, 'waiting')))
    .groupBy(trainingEnrolment.sessionId);
  return new Map(rows.map(({ id, n }) => [id, n]));
}

const openness = ({ now }: Context, row: SessionRow) =>
  enrolCan({
    state: row.state as SessionView['state'],
    now: now.getTime(),
    enrol_until: row.enrolUntil.getTime(),
  });

export const sessionLineOf = (context: Context, row: SessionRow, waiting: number): SessionLine => ({
  id: row.id,
  version: row.version,
  state: row.state as SessionLine['state'],
  kind: row.kind as SessionLine['kind'],
  trade: row.trade as SessionLine['trade'],
  title: row.title,
  provider: row.provider,
  county: row.county,
  county_name: countyName(context.book, row.county),
  town: row.town,
  address: row.address,
  starts_on: row.startsOn,
  ends_on: row.endsOn,
  from: row.fromTime,
  to: row.toTime,
  enrol_until: row.enrolUntil.toISOString(),
  capacity: row.capacity,
  left: row.capacity - row.taken,
  waiting,
  childcare: row.childcare,
  evening: row.evening,
  can_enrol: openness(context, row).ok,
});

export function sessionViewOf(context: Context, row: SessionRow, waiting: number): SessionView {
  const can = openness(context, row);
  return {
    ...sessionLineOf(context, row, waiting),
    ...row.words,
    reason: row.reason,
    ...rulesFor(context, row.county, row.kind as TrainingKind),
    closed: can.ok ? null : can.why,
    now: context.now.toISOString(),
  };
}

export async function sessionViews(context: Context, rows: readonly SessionRow[]): Promise<SessionView[]> {
  const waiting = await waitingOf(
    context,
    rows.map(({ id }) => id),
  );
  return rows.map((row) => sessionViewOf(context, row, waiting.get(row.id) ?? 0));
}

/** How many stand before somebody who waits. */
async function aheadOf(context: Context, { sessionId, rank, seq }: EnrolmentRow): Promise<number> {
  const { rank: r, seq: s, sessionId: of, state } = trainingEnrolment;
  const earlier = or(lt(r, rank), and(eq(r, rank), lt(s, seq ?? 0)));
  const [found] = await servicesOf(context)
    .store.db.select({ n: count() })
    .from(trainingEnrolment)
    .where(and(eq(of, sessionId), eq(state, 'waiting'), earlier));
  return found?.n ?? 0;
}

/** Enrolments with their sessions, in the order given. */
export async function enrolmentViews(
  context: Context,
  rows: readonly EnrolmentRow[],
): Promise<EnrolmentView[]> {
  if (rows.length === 0) return [];
  const { db } = servicesOf(context).store;
  const ids = rows.map(({ sessionId }) => sessionId);
  const sessions = await db.select().from(trainingSession).where(inArray(trainingSession.id, ids));
  const waiting = await waitingOf(context, ids);
  const marks = await db
    .select({ id: trainingMark.enrolmentId, day: trainingMark.day })
    .from(trainingMark)
    .where(
      inArray(
        trainingMark.enrolmentId,
        rows.map(({ id }) => id),
      ),
    )
    .orderBy(sql`day`);
  const views: EnrolmentView[] = [];
  for (const row of rows) {
    const session = sessions.find(({ id }) => id === row.sessionId);
    if (!session) continue;
    const attended = marks.filter(({ id }) => id === row.id).map(({ day }) => day);
    const ahead = row.state === 'waiting' ? await aheadOf(context, row) : null;
    const line = sessionLineOf(context, session, waiting.get(session.id) ?? 0);
    views.push(enrolmentViewOf(context, row, { session, line, attended, ahead }));
  }
  return views;
}

const standing = prepared((db) => {
  const { sessionId, state, rank, seq } = trainingEnrolment;
  const mine = sql`(${sql.placeholder('rank')}::int, ${sql.placeholder('seq')}::bigint)`;
  return db
    .select({
      waiting: count(),
      ahead: sql<number>`count(*) filter (where (${rank}, ${seq}) < ${mine})::int`,
    })
    .from(trainingEnrolment)
    .where(and(eq(sessionId, sql.placeholder('session')), eq(state, 'waiting')))
    .prepare('training-standing');
});

/** Of somebody who enrolled just now: there are no marks yet, and whoever has a seat found nobody waiting. */
export async function newEnrolmentView(context: Context, { row, session }: Seat): Promise<EnrolmentView> {
  const { rank, seq } = row;
  const place = { session: session.id, rank, seq };
  const [stands] = seq === null ? [] : await standing(servicesOf(context).store.db).execute(place);
  const line = sessionLineOf(context, session, stands?.waiting ?? 0);
  return enrolmentViewOf(context, row, { session, line, attended: [], ahead: stands?.ahead ?? null });
}

interface Around {
  readonly session: SessionRow;
  readonly line: SessionLine;
  readonly attended: readonly string[];
  readonly ahead: number | null;
}

function enrolmentViewOf(
  context: Context,
  row: EnrolmentRow,
  { session, line, attended, ahead }: Around,
): EnrolmentView {
  const state = row.state as EnrolmentState;
  const ground = {
    session: session.state as SessionView['state'],
    now: context.now.getTime(),
    starts_at: session.startsAt.getTime(),
    ends_at: session.endsAt.getTime(),
    offer_until: row.offerUntil?.getTime() ?? null,
  };
  return {
    id: row.id,
    session: line,
    state,
    ahead,
    first: row.first,
    offer_until: row.offerUntil?.toISOString() ?? null,
    enrolled_at: row.enrolledAt.toISOString(),
    attended: [...attended],
    certificate: row.certificate,
    cancel: enrolmentCan(state, 'cancel', ground),
    confirm: enrolmentCan(state, 'confirm', ground),
    claim: attended.length > 0 ? claimFor(context, session.county) : null,
    now: context.now.toISOString(),
  };
}
