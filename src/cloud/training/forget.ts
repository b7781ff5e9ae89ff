/** What of who enrolled is needed no longer: a quarter of a year after the course, and of an account that goes, at once. */
import { and, eq, inArray, isNull, lt, type SQL } from 'drizzle-orm';
import { ENDED, type EnrolmentState } from '@/domain/training';
import { trainingEnrolment, trainingSession } from '../store/schema';
import type { Queries, Store } from '../store/store';
import { CAME } from './change';
import type { EnrolmentRow } from './seats';

const KEPT_MS = 90 * 24 * 3_600_000;
const BATCH = 20;
const GONE = '（已清除）';

/**
 * Whoever came keeps course and certificate, without the telephone; of everybody else stays that there was somebody, for
 * the figures. @returns how many sessions were gone through
 */
export async function forgetTrainees({ db, cipher }: Store, now: Date): Promise<number> {
  const over = and(
    lt(trainingSession.endsAt, new Date(now.getTime() - KEPT_MS)),
    isNull(trainingSession.forgottenAt),
  );
  return db.transaction(async (queries) => {
    const sessions = await queries
      .select({ id: trainingSession.id })
      .from(trainingSession)
      .where(over)
      .limit(BATCH)
      .for('update', { skipLocked: true });
    const ids = sessions.map(({ id }) => id);
    if (ids.length === 0) return 0;
    await blank(queries, cipher, inArray(trainingEnrolment.sessionId, ids));
    await queries.update(trainingSession).set({ forgottenAt: now }).where(inArray(trainingSession.id, ids));
    return ids.length;
  });
}

/** With the account goes the name in everything that came to nothing. */
export const forgetEnded = (queries: Queries, { cipher }: Pick<Store, 'cipher'>, accountId: string) =>
  blank(
    queries,
    cipher,
    and(
      eq(trainingEnrolment.accountId, accountId),
      inArray(trainingEnrolment.state, [...ENDED, 'absent'] satisfies EnrolmentState[]),
    ),
  );

async function blank(queries: Queries, cipher: Store['cipher'], which: SQL | undefined): Promise<void> {
  const rows = await queries.select().from(trainingEnrolment).where(which);
  for (const row of rows)
    await queries.update(trainingEnrolment).set(blanked(cipher, row)).where(eq(trainingEnrolment.id, row.id));
}

const PLACE = 'training_enrolment.content';

function blanked(cipher: Store['cipher'], { id, state, contentEnc }: EnrolmentRow) {
  const came = CAME.includes(state as EnrolmentState);
  const { name } = JSON.parse(cipher.open(PLACE, id, contentEnc)) as { name: string };
  const content = JSON.stringify({ name: came ? name : GONE, phone: null });
  // nobody's any more: the row stands for itself
  const nobody = came ? {} : { accountId: id, personId: null, whoId: id };
  return { ...nobody, contentEnc: cipher.seal(PLACE, id, content) };
}
