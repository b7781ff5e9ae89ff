/** Giving the seat back, taking the one that is offered. */
import { eq } from 'drizzle-orm';
import type { InputOf, OutputOf } from '@/contract/api';
import { type EnrolmentState, enrolmentCan, type SessionState } from '@/domain/training';
import { type Context, servicesOf } from '../../context';
import { refuse } from '../../refuse';
import { trainingEnrolment } from '../../store/schema';
import type { Queries } from '../../store/store';
import {
  type EnrolmentRow,
  endEnrolments,
  heldSession,
  type SessionRow,
  staleOffers,
} from '../../training/seats';
import { tellOffers } from '../../training/tell';
import { mineOr404, viewOf } from './own';

interface Held {
  readonly queries: Queries;
  readonly session: SessionRow;
  readonly row: EnrolmentRow;
}

/** One's own enrolment with its session, both as they are and stay until the end. */
async function withHeld<T>(
  context: Context,
  { sessionId, id }: EnrolmentRow,
  work: (held: Held) => Promise<T>,
): Promise<T> {
  return servicesOf(context).store.db.transaction(async (queries) => {
    const session = await heldSession(queries, sessionId);
    const [row] = await queries.select().from(trainingEnrolment).where(eq(trainingEnrolment.id, id));
    if (!session || !row) throw refuse('NotFound');
    return work({ queries, session, row });
  });
}

const groundOf = ({ now }: Context, session: SessionRow, row: EnrolmentRow) => ({
  session: session.state as SessionState,
  now: now.getTime(),
  starts_at: session.startsAt.getTime(),
  ends_at: session.endsAt.getTime(),
  offer_until: row.offerUntil?.getTime() ?? null,
});

/** Cancelled twice, it is cancelled. */
export async function cancel(
  context: Context,
  input: InputOf<'training.cancel'>,
): Promise<OutputOf<'training.cancel'>> {
  const mine = await mineOr404(context, input.id);
  await withHeld(context, mine, async ({ queries, session, row }) => {
    if (row.state === 'cancelled') return;
    const can = enrolmentCan(row.state as EnrolmentState, 'cancel', groundOf(context, session, row));
    if (!can.ok) throw refuse('ActionNotAllowed', { fields: [{ path: 'id', message: can.why }] });
    const offered = await endEnrolments(queries, session, [row], 'cancelled', context.now);
    await tellOffers(context, queries, session, offered);
  });
  return viewOf(context, await mineOr404(context, input.id));
}

/** Confirmed twice, it is confirmed. What is too late goes on to the next at once. */
export async function confirm(
  context: Context,
  input: InputOf<'training.confirm'>,
): Promise<OutputOf<'training.confirm'>> {
  const mine = await mineOr404(context, input.id);
  const inTime = await withHeld(context, mine, async ({ queries, session, row }) => {
    if (row.state === 'confirmed' || row.state === 'enrolled') return true;
    if (row.state === 'expired') return false;
    const can = enrolmentCan(row.state as EnrolmentState, 'confirm', groundOf(context, session, row));
    if (can.ok) {
      await queries
        .update(trainingEnrolment)
        .set({ state: 'confirmed', offerUntil: null })
        .where(eq(trainingEnrolment.id, row.id));
      return true;
    }
    if (row.state !== 'offered')
      throw refuse('ActionNotAllowed', { fields: [{ path: 'id', message: can.why }] });
    const stale = await staleOffers(queries, session.id, context.now);
    await tellOffers(
      context,
      queries,
      session,
      await endEnrolments(queries, session, stale, 'expired', context.now),
    );
    return false;
  });
  if (!inTime) throw refuse('OfferEnded');
  return viewOf(context, await mineOr404(context, input.id));
}
