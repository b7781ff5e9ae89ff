/** What of training belongs to an account: to take away, and to give back when it goes. */
import { and, desc, eq, inArray, or } from 'drizzle-orm';
import { ENROLMENT_STATES, type EnrolmentState, TRAINING_KINDS, type TrainingKind } from '@/domain/training';
import { type Account, type Context, servicesOf } from '../context';
import { trainingEnrolment, trainingMark, trainingSession } from '../store/schema';
import { endEnrolments, heldSession } from './seats';
import { tellOffers } from './tell';

const LIVE: readonly EnrolmentState[] = ['enrolled', 'waiting', 'offered', 'confirmed'];

/** Whoever deletes the account does not come: every seat of a session that has not begun goes on to the next. */
export async function leaveTrainings(context: Context, accountId: string): Promise<void> {
  const { db } = servicesOf(context).store;
  const mine = and(eq(trainingEnrolment.accountId, accountId), inArray(trainingEnrolment.state, [...LIVE]));
  const rows = await db
    .select({ sessionId: trainingEnrolment.sessionId })
    .from(trainingEnrolment)
    .where(mine);
  for (const { sessionId } of rows) {
    await db.transaction(async (queries) => {
      const session = await heldSession(queries, sessionId);
      if (!session || session.startsAt <= context.now) return;
      const own = await queries
        .select()
        .from(trainingEnrolment)
        .where(and(mine, eq(trainingEnrolment.sessionId, sessionId)));
      const offered = await endEnrolments(queries, session, own, 'cancelled', context.now);
      await tellOffers(context, queries, session, offered);
    });
  }
}

const ownOf = ({ id, personId }: Account) =>
  or(
    eq(trainingEnrolment.accountId, id),
    personId === null ? undefined : eq(trainingEnrolment.personId, personId),
  );

/** In words, for the export. */
export async function trainingsTold(context: Context, own: Account): Promise<Record<string, unknown>[]> {
  const { db, cipher } = servicesOf(context).store;
  const rows = await db
    .select({ row: trainingEnrolment, session: trainingSession })
    .from(trainingEnrolment)
    .innerJoin(trainingSession, eq(trainingSession.id, trainingEnrolment.sessionId))
    .where(ownOf(own))
    .orderBy(desc(trainingEnrolment.enrolledAt));
  return Promise.all(
    rows.map(async ({ row, session }) => {
      const said = cipher.open('training_enrolment.content', row.id, row.contentEnc);
      const { name, phone } = JSON.parse(said) as { name: string; phone: string | null };
      const days = await db
        .select({ day: trainingMark.day })
        .from(trainingMark)
        .where(eq(trainingMark.enrolmentId, row.id))
        .orderBy(trainingMark.day);
      return {
        培训: session.title,
        种类: TRAINING_KINDS[session.kind as TrainingKind].title,
        培训机构: session.provider,
        上课: `${session.startsOn}到${session.endsOn}`,
        报名时间: row.enrolledAt.toISOString(),
        情况: ENROLMENT_STATES[row.state as EnrolmentState],
        留的姓名: name,
        留的电话: phone,
        签到: days.map(({ day }) => day).join('、') || null,
        结业凭证: row.certificate,
      };
    }),
  );
}

interface Attended {
  readonly title: string;
  readonly provider: string;
  readonly startsOn: string;
}

/** The newest course somebody came to: what a claim asks about. */
export async function lastAttended(context: Context, own: Account): Promise<Attended | null> {
  const [found] = await servicesOf(context)
    .store.db.select({
      title: trainingSession.title,
      provider: trainingSession.provider,
      startsOn: trainingSession.startsOn,
    })
    .from(trainingEnrolment)
    .innerJoin(trainingSession, eq(trainingSession.id, trainingEnrolment.sessionId))
    .where(and(ownOf(own), inArray(trainingEnrolment.state, ['attended', 'certified'])))
    .orderBy(desc(trainingSession.startsAt))
    .limit(1);
  return found ?? null;
}
