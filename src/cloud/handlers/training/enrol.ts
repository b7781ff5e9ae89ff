/** Enrolling, giving the seat back, taking the one that is offered. */
import { and, eq, notInArray, or, type SQL } from 'drizzle-orm';
import type { InputOf, OutputOf } from '@/contract/api';
import type { Facts } from '@/domain/eligibility';
import { checkPhoneNumber } from '@/domain/identity';
import {
  ENDED,
  type EnrolmentState,
  enrolCan,
  enrolmentCan,
  overlaps,
  type SessionState,
  type TrainingKind,
} from '@/domain/training';
import { registerFacts } from '../../cases/applicant';
import { askerOf, type Context, servicesOf } from '../../context';
import { refuse, refuseField } from '../../refuse';
import { type Member, memberById } from '../../store/people';
import { account, trainingEnrolment, trainingSession } from '../../store/schema';
import type { Queries } from '../../store/store';
import { firstBy } from '../../training/rule';
import {
  type EnrolmentRow,
  endEnrolments,
  heldSession,
  type Seat,
  type SessionRow,
  SessionShut,
  staleOffers,
  takeSeat,
} from '../../training/seats';
import { tellOffers } from '../../training/tell';
import { enrolmentViews, newEnrolmentView } from '../../training/view';

type Input = InputOf<'training.enrol'>;

export async function enrol(context: Context, input: Input): Promise<OutputOf<'training.enrol'>> {
  const { subject } = askerOf(context);
  const { store, limits } = servicesOf(context);
  const [session] = await store.db
    .select()
    .from(trainingSession)
    .where(eq(trainingSession.id, input.session));
  if (!session || session.state === 'proposed' || session.state === 'declined') throw refuse('NotFound');
  const own = await ownWith(context, input.id);
  const known = knownIn(own, input);
  if (known) return { ...(await viewOf(context, known)), again: true };
  const can = enrolCan({
    state: session.state as SessionState,
    now: context.now.getTime(),
    enrol_until: session.enrolUntil.getTime(),
  });
  if (!can.ok) throw refuse('EnrolmentClosed', { fields: [{ path: 'session', message: can.why }] });
  await limits.take('enrol_account', subject.id);
  if (input.overlap !== true) askAboutOverlap(own, session);
  const { member, facts } = await whoAsks(context);
  const contact = await contactOf(context, input, member);
  const first = firstBy(context, session.county, session.kind as TrainingKind, facts);
  const seat = await seated(context, {
    id: input.id,
    sessionId: session.id,
    accountId: subject.id,
    personId: subject.personId,
    whoId: subject.personId ?? subject.id,
    rank: first === null ? 1 : 0,
    first,
    enrolledAt: context.now,
    contentEnc: store.cipher.seal('training_enrolment.content', input.id, JSON.stringify(contact)),
  });
  if (seat) return { ...(await newEnrolmentView(context, seat)), again: false };
  // the other tap was faster
  const other = knownIn(await ownWith(context, input.id), input);
  if (!other) throw refuse('AlreadyFiled');
  return { ...(await viewOf(context, other)), again: true };
}

async function seated(context: Context, enrolment: Parameters<typeof takeSeat>[1]): Promise<Seat | null> {
  try {
    return await servicesOf(context).store.db.transaction(async (queries) => {
      // deleted at the same moment, the account leaves nobody on a seat
      const [held] = await queries
        .select({ id: account.id })
        .from(account)
        .where(eq(account.id, enrolment.accountId))
        .for('key share');
      if (!held) throw refuse('SessionEnded');
      return takeSeat(queries, enrolment, context.now);
    });
  } catch (error) {
    if (error instanceof SessionShut) throw refuse('EnrolmentClosed');
    throw error;
  }
}

/** Enrolments of the account, and of the same person with another account. */
export function ownEnrolments(context: Context): SQL | undefined {
  const { subject } = askerOf(context);
  return or(
    eq(trainingEnrolment.accountId, subject.id),
    subject.personId === null ? undefined : eq(trainingEnrolment.personId, subject.personId),
  );
}

type Own = readonly { readonly row: EnrolmentRow; readonly session: SessionRow; readonly mine: boolean }[];

/** What the person is enrolled in, and whatever has this id. */
async function ownWith(context: Context, id: string): Promise<Own> {
  const { subject } = askerOf(context);
  const rows = await servicesOf(context)
    .store.db.select({ row: trainingEnrolment, session: trainingSession })
    .from(trainingEnrolment)
    .innerJoin(trainingSession, eq(trainingSession.id, trainingEnrolment.sessionId))
    .where(or(and(ownEnrolments(context), notEnded()), eq(trainingEnrolment.id, id)));
  return rows.map(({ row, session }) => ({
    row,
    session,
    mine: row.accountId === subject.id || (row.personId !== null && row.personId === subject.personId),
  }));
}

/** This very enrolment, or one of the same person in the same session. @throws AlreadyFiled for somebody else's id */
function knownIn(own: Own, { id, session: sessionId }: Input): EnrolmentRow | null {
  const same = own.find(({ row }) => row.id === id);
  if (same && (!same.mine || same.row.sessionId !== sessionId)) throw refuse('AlreadyFiled');
  return (same ?? own.find(({ row }) => row.sessionId === sessionId))?.row ?? null;
}

const notEnded = () => notInArray(trainingEnrolment.state, [...ENDED]);

const LIVE: readonly string[] = ['enrolled', 'confirmed', 'offered', 'waiting'];

/** Two courses at one hour: perhaps a mistake, perhaps not, so it is asked. */
function askAboutOverlap(own: Own, session: SessionRow): void {
  const times = (row: SessionRow) => ({
    starts_on: row.startsOn,
    ends_on: row.endsOn,
    from: row.fromTime,
    to: row.toTime,
  });
  const other = own.find(
    (one) =>
      one.session.id !== session.id &&
      one.session.state === 'open' &&
      LIVE.includes(one.row.state) &&
      overlaps(times(one.session), times(session)),
  )?.session;
  if (!other) return;
  const message = `您已经报了“${other.title}”（${other.startsOn}到${other.endsOn}，${other.fromTime}到${other.toTime}）`;
  throw refuse('SessionsOverlap', { fields: [{ path: 'overlap', message }] });
}

async function whoAsks(context: Context): Promise<{ member: Member | null; facts: Facts }> {
  const { subject } = askerOf(context);
  const { store } = servicesOf(context);
  const member = subject.personId === null ? null : await memberById(store, subject.personId);
  if (!member) return { member: null, facts: {} };
  const { facts } = await registerFacts(context, member, subject.id);
  return { member, facts };
}

/** How the provider calls and reaches the person: from the register, else from the phone signed in with. @throws InvalidInput */
async function contactOf(
  context: Context,
  { name, phone }: Input,
  member: Member | null,
): Promise<{ name: string; phone: string | null }> {
  const called = member?.row.name ?? name;
  if (called === undefined) throw refuseField('name', '请写您的名字，上课签到、发结业凭证要用');
  if (phone !== undefined) {
    const checked = checkPhoneNumber(phone);
    if (!checked.ok) throw refuseField('phone', checked.problem.message);
    return { name: called, phone: checked.number };
  }
  if (typeof member?.row.phone === 'string') return { name: called, phone: member.row.phone };
  const { db, cipher } = servicesOf(context).store;
  const { id } = askerOf(context).subject;
  const [own] = await db.select({ phoneEnc: account.phoneEnc }).from(account).where(eq(account.id, id));
  return { name: called, phone: own?.phoneEnc ? cipher.open('account.phone', id, own.phoneEnc) : null };
}

const viewOf = async (context: Context, row: EnrolmentRow) => {
  const [view] = await enrolmentViews(context, [row]);
  if (!view) throw refuse('NotFound');
  return view;
};

/** @throws NotFound for another's enrolment as for none at all */
export async function mineOr404(context: Context, id: string): Promise<EnrolmentRow> {
  const [row] = await servicesOf(context)
    .store.db.select()
    .from(trainingEnrolment)
    .where(and(eq(trainingEnrolment.id, id), ownEnrolments(context)));
  if (!row) throw refuse('NotFound');
  return row;
}

interface Held {
  readonly queries: Queries;
  readonly session: SessionRow;
  readonly row: EnrolmentRow;
}

/** One's own enrolment with its session, both as they are and stay until the end. */
export async function withHeld<T>(
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
