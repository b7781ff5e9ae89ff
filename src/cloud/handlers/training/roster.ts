/** The list of a session, for whoever gives it; and everybody on it is told who had it. */
import { and, asc, eq, inArray } from 'drizzle-orm';
import type { InputOf, OutputOf } from '@/contract/api';
import { type EnrolmentState, SEATED } from '@/domain/training';
import { type Context, servicesOf } from '../../context';
import { recordLooksOnce } from '../../looks';
import { trainingEnrolment, trainingMark } from '../../store/schema';
import { ownOr404, trainerOf } from '../../training/provider';
import type { EnrolmentRow } from '../../training/seats';
import { sessionViewOf } from '../../training/view';

interface Contact {
  readonly name: string;
  readonly phone: string | null;
}

export const contactIn = (context: Context, row: EnrolmentRow): Contact =>
  JSON.parse(
    servicesOf(context).store.cipher.open('training_enrolment.content', row.id, row.contentEnc),
  ) as Contact;

export const LISTED: readonly EnrolmentState[] = [...SEATED, 'waiting', 'offered'];

/** Those with a seat by name of arrival, then the waiting list in its order. */
export async function roster(
  context: Context,
  { id }: InputOf<'training.roster'>,
): Promise<OutputOf<'training.roster'>> {
  const provider = await trainerOf(context);
  const session = await ownOr404(context, provider, id);
  const { db } = servicesOf(context).store;
  const rows = await db
    .select()
    .from(trainingEnrolment)
    .where(and(eq(trainingEnrolment.sessionId, id), inArray(trainingEnrolment.state, [...LISTED])))
    .orderBy(asc(trainingEnrolment.enrolledAt), asc(trainingEnrolment.id));
  const marks = await db
    .select({ enrolment: trainingMark.enrolmentId, day: trainingMark.day })
    .from(trainingMark)
    .where(eq(trainingMark.sessionId, id))
    .orderBy(asc(trainingMark.day));
  const looker = { actorId: provider.accountId, office: provider.name };
  await recordLooksOnce(context, { ...looker, purpose: `看了“${session.title}”的报名名单` }, rows);
  const waiting = rows
    .filter(({ state }) => state === 'waiting')
    .sort((one, other) => one.rank - other.rank || (one.seq ?? 0) - (other.seq ?? 0));
  const people = [...rows.filter(({ state }) => state !== 'waiting'), ...waiting];
  return {
    session: sessionViewOf(context, session, waiting.length),
    people: people.map((row) => ({
      id: row.id,
      ...contactIn(context, row),
      state: row.state as EnrolmentState,
      rank: row.rank,
      place: row.state === 'waiting' ? waiting.indexOf(row) + 1 : null,
      days: marks.filter(({ enrolment }) => enrolment === row.id).map(({ day }) => day),
      certificate: row.certificate,
    })),
  };
}
