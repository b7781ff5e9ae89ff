/** Certificates for those who came, once a course is over. */
import { randomInt } from 'node:crypto';
import { and, eq, inArray, isNull, sql } from 'drizzle-orm';
import type { InputOf, OutputOf } from '@/contract/api';
import { type EnrolmentState, enrolmentCan } from '@/domain/training';
import { type Context, servicesOf } from '../../context';
import { refuse } from '../../refuse';
import { trainingEnrolment } from '../../store/schema';
import type { Queries } from '../../store/store';
import { ownOr404, trainerOf } from '../../training/provider';
import { type EnrolmentRow, heldSession } from '../../training/seats';
import { tellEnrolled } from '../../training/tell';
import { groundOf } from './attendance';

const NUMBERS = 1_000_000;
const newNumber = (day: string) =>
  `PX${day.replaceAll('-', '')}-${String(randomInt(NUMBERS)).padStart(6, '0')}`;

/** From the last day on. Issued twice, there is one. */
export async function certify(
  context: Context,
  input: InputOf<'training.certify'>,
): Promise<OutputOf<'training.certify'>> {
  const provider = await trainerOf(context);
  await ownOr404(context, provider, input.id);
  return servicesOf(context).store.db.transaction(async (queries) => {
    const session = await heldSession(queries, input.id);
    if (!session) throw refuse('NotFound');
    const no =
      session.state !== 'open' ? '这个班没有办' : context.today < session.endsOn ? '班还没有结束' : null;
    if (no) throw refuse('ActionNotAllowed', { fields: [{ path: 'id', message: no }] });
    const rows = await queries
      .select()
      .from(trainingEnrolment)
      .where(
        and(eq(trainingEnrolment.sessionId, session.id), inArray(trainingEnrolment.id, input.enrolments)),
      );
    const came = rows.filter(
      ({ state }) => enrolmentCan(state as EnrolmentState, 'certify', groundOf(context, session)).ok,
    );
    for (const row of came) await certifyOne(context, queries, row);
    if (context.now >= session.endsAt) await noteAbsent(queries, session.id);
    await tellEnrolled(context, queries, session, came, () => ({
      what: 'certified',
      text: '结业凭证发下来了，可以下载、打印。',
      urgent: false,
    }));
    return { issued: came.length };
  });
}

async function certifyOne(context: Context, queries: Queries, { id }: EnrolmentRow): Promise<void> {
  for (let tries = 0; tries < 5; tries++) {
    const number = newNumber(context.today);
    const [taken] = await queries
      .select({ id: trainingEnrolment.id })
      .from(trainingEnrolment)
      .where(eq(trainingEnrolment.certificate, number));
    if (taken) continue;
    await queries
      .update(trainingEnrolment)
      .set({ state: 'certified', certificate: number, certifiedOn: context.today })
      .where(and(eq(trainingEnrolment.id, id), isNull(trainingEnrolment.certificate)));
    return;
  }
  throw new Error('no free number');
}

const noteAbsent = (queries: Queries, sessionId: string) =>
  queries
    .update(trainingEnrolment)
    .set({ state: 'absent' })
    .where(
      and(
        eq(trainingEnrolment.sessionId, sessionId),
        inArray(trainingEnrolment.state, ['enrolled', 'confirmed']),
        sql`not exists (select 1 from training_mark m where m.enrolment_id = ${trainingEnrolment.id})`,
      ),
    );
