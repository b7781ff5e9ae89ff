/** Who came: scanned or ticked by the trainer, perhaps without a signal. */

import { and, eq, inArray, or, type SQL } from 'drizzle-orm';
import type { InputOf, OutputOf } from '@/contract/api';
import { dayInChina } from '@/domain/calendar/china';
import { decodeBase64url } from '@/domain/code';
import { dayAt, type EnrolmentState, enrolmentCan, type SessionState } from '@/domain/training';
import { everyKey } from '../../code/keys';
import { verify } from '../../code/signer';
import { type Context, servicesOf } from '../../context';
import { refuse, refuseField } from '../../refuse';
import { account, codeRef, trainingEnrolment, trainingMark } from '../../store/schema';
import type { Queries } from '../../store/store';
import { ownOr404, type Provider, trainerOf } from '../../training/provider';
import { type EnrolmentRow, heldSession, type SessionRow } from '../../training/seats';
import { contactIn, LISTED } from './roster';

/** A phone's clock may be a little ahead. */
const AHEAD_MS = 10 * 60_000;

export async function mark(
  context: Context,
  input: InputOf<'training.mark'>,
): Promise<OutputOf<'training.mark'>> {
  const provider = await trainerOf(context);
  const session = await ownOr404(context, provider, input.session);
  const { db } = servicesOf(context).store;
  const kept = await keptMark(context, db, provider, input.id);
  if (kept) return { id: input.id, ...kept, again: true };
  const { row, day } = await metOn(context, session, input);
  const again = await db.transaction(async (queries) => {
    const held = await heldSession(queries, session.id);
    const [now] = await queries.select().from(trainingEnrolment).where(eq(trainingEnrolment.id, row.id));
    if (!held || !now) throw refuse('NotFound');
    const can = enrolmentCan(now.state as EnrolmentState, 'attend', groundOf(context, held));
    if (!can.ok && now.state !== 'certified')
      throw refuse('ActionNotAllowed', { fields: [{ path: 'enrolment', message: can.why }] });
    const [anew] = await queries
      .insert(trainingMark)
      .values({
        id: input.id,
        sessionId: session.id,
        enrolmentId: row.id,
        day,
        at: new Date(input.at),
        markedBy: provider.accountId,
        how: input.code === undefined ? 'list' : 'code',
        recordedAt: context.now,
      })
      .onConflictDoNothing()
      .returning({ id: trainingMark.id });
    if (now.state !== 'certified')
      await queries
        .update(trainingEnrolment)
        .set({ state: 'attended' })
        .where(eq(trainingEnrolment.id, row.id));
    return anew === undefined;
  });
  return { id: input.id, name: contactIn(context, row).name, day, again };
}

export const groundOf = ({ now }: Context, session: SessionRow) => ({
  session: session.state as SessionState,
  now: now.getTime(),
  starts_at: session.startsAt.getTime(),
  ends_at: session.endsAt.getTime(),
  offer_until: null,
});

/** @throws NotFound when the id is somebody else's mark */
async function keptMark(context: Context, queries: Queries, { accountId }: Provider, id: string) {
  const [found] = await queries.select().from(trainingMark).where(eq(trainingMark.id, id));
  if (!found) return null;
  const [row] = await queries
    .select()
    .from(trainingEnrolment)
    .where(eq(trainingEnrolment.id, found.enrolmentId));
  if (found.markedBy !== accountId || !row) throw refuse('NotFound');
  return { name: contactIn(context, row).name, day: found.day };
}

/**
 * Whom and on which day. A code says itself on which day it was shown, by the server's clock; a tick in the list goes by
 * the phone's.
 * @throws InvalidInput in words
 */
async function metOn(
  context: Context,
  session: SessionRow,
  { enrolment, code, at }: InputOf<'training.mark'>,
): Promise<{ row: EnrolmentRow; day: string }> {
  if ((enrolment === undefined) === (code === undefined))
    throw refuseField('enrolment', '请扫对方的帮扶码，或者从名单里点名，两样选一样');
  const found = code === undefined ? null : await holderOf(context, code);
  const moment = new Date(at);
  if (!found && moment.getTime() > context.now.getTime() + AHEAD_MS)
    throw refuseField('at', '这部手机的时间不对，比现在快。请先调好时间，再签一次');
  const day = found?.day ?? dayAt(moment.getTime());
  if (day < session.startsOn || day > session.endsOn)
    throw refuseField('at', `${day}不在上课的日子里（${session.startsOn}到${session.endsOn}）`);
  const { sessionId, id } = trainingEnrolment;
  const { db } = servicesOf(context).store;
  const [row] = await db
    .select()
    .from(trainingEnrolment)
    .where(
      and(
        eq(sessionId, session.id),
        found ? ofPerson(db, found.personId) : eq(id, enrolment ?? ''),
        inArray(trainingEnrolment.state, [...LISTED]),
      ),
    );
  if (!row)
    throw refuseField(
      found ? 'code' : 'enrolment',
      '名单里没有这个人，可以请对方先报名，或者看看是不是别的班',
    );
  return { row, day };
}

/** Also where the person enrolled before being matched with the register. */
const ofPerson = (queries: Queries, person: string): SQL | undefined => {
  const accounts = queries.select({ id: account.id }).from(account).where(eq(account.personId, person));
  return or(eq(trainingEnrolment.personId, person), inArray(trainingEnrolment.accountId, accounts));
};

/** Whose code it was, and the day it was good for; its signature says that it was not made up. */
export async function holderOf(context: Context, code: string): Promise<{ personId: string; day: string }> {
  const read = await verify(code, await everyKey(context));
  if (!read.ok) throw refuseField('code', `${read.problem.message}；也可以从名单里点名`);
  const ref = decodeBase64url(read.payload.r);
  const [found] = ref
    ? await servicesOf(context)
        .store.db.select({ personId: codeRef.personId })
        .from(codeRef)
        .where(eq(codeRef.ref, Buffer.from(ref)))
    : [];
  if (!found) throw refuseField('code', '认不出这个码是谁的，请从名单里点名');
  return { personId: found.personId, day: dayInChina(new Date(read.payload.i * 1000)) };
}
