/** A session that is changed or called off: what becomes of those who are in it. */
import { and, eq, gt, inArray } from 'drizzle-orm';
import type { EnrolmentState } from '@/domain/training';
import type { Context } from '../context';
import { trainingEnrolment, trainingSession } from '../store/schema';
import type { Queries } from '../store/store';
import type { EnrolmentRow, SessionRow } from './seats';
import { tellEnrolled } from './tell';

export const LIVE: readonly EnrolmentState[] = ['enrolled', 'waiting', 'offered', 'confirmed'];
export const CAME: readonly EnrolmentState[] = ['attended', 'certified'];

export const inStates = (
  queries: Queries,
  sessionId: string,
  states: readonly EnrolmentState[],
): Promise<EnrolmentRow[]> =>
  queries
    .select()
    .from(trainingEnrolment)
    .where(and(eq(trainingEnrolment.sessionId, sessionId), inArray(trainingEnrolment.state, [...states])));

/** Another beginning: no offer is kept past it, and the day before it everybody is reminded again. */
export async function keepToTime(queries: Queries, before: SessionRow, after: SessionRow): Promise<void> {
  if (before.startsAt.getTime() === after.startsAt.getTime()) return;
  await queries.update(trainingSession).set({ remindedAt: null }).where(eq(trainingSession.id, after.id));
  await queries
    .update(trainingEnrolment)
    .set({ offerUntil: after.startsAt })
    .where(
      and(
        eq(trainingEnrolment.sessionId, after.id),
        eq(trainingEnrolment.state, 'offered'),
        gt(trainingEnrolment.offerUntil, after.startsAt),
      ),
    );
}

/** Where and when: whoever is enrolled has to know. */
export async function tellChange(
  context: Context,
  queries: Queries,
  before: SessionRow,
  after: SessionRow,
): Promise<void> {
  const placeOf = (row: SessionRow) => [row.town, row.address].filter(Boolean).join(' ');
  const timeOf = (row: SessionRow) => `${row.startsOn}到${row.endsOn}，${row.fromTime}到${row.toTime}`;
  const lines = [
    ...(timeOf(before) === timeOf(after) ? [] : [`时间改成${timeOf(after)}`]),
    ...(placeOf(before) === placeOf(after) ? [] : [`地点改到${placeOf(after)}`]),
  ];
  if (lines.length === 0 || after.state !== 'open') return;
  await tellEnrolled(context, queries, after, await inStates(queries, after.id, LIVE), () => ({
    what: `change ${after.version}`,
    text: `${lines.join('，')}。去不了可以取消，名额给别人。`,
    urgent: true,
    dueOn: after.startsOn,
  }));
}
