/** Enrolling: a seat, or a place in the waiting list. Everything that can be known before is, so the session is held for one statement. */
import { and, eq, notInArray, or, sql } from 'drizzle-orm';
import type { InputOf, OutputOf } from '@/contract/api';
import { checkPhoneNumber } from '@/domain/identity';
import { ENDED, enrolCan, overlaps, type SessionState, type TrainingKind } from '@/domain/training';
import { registerFacts } from '../../cases/applicant';
import { askerOf, type Context, servicesOf } from '../../context';
import { refuse, refuseField } from '../../refuse';
import { type Member, memberById } from '../../store/people';
import { prepared } from '../../store/prepared';
import { account, trainingEnrolment, trainingSession } from '../../store/schema';
import { firstBy } from '../../training/rule';
import { type EnrolmentRow, type SessionRow, takeSeat } from '../../training/seats';
import { newEnrolmentView } from '../../training/view';
import { viewOf } from './own';

type Input = InputOf<'training.enrol'>;

export async function enrol(context: Context, input: Input): Promise<OutputOf<'training.enrol'>> {
  const { subject } = askerOf(context);
  const { store, limits } = servicesOf(context);
  const [[session], own] = await Promise.all([
    sessionById(store.db).execute({ id: input.session }),
    ownWith(context, input.id),
  ]);
  if (!session || session.state === 'proposed' || session.state === 'declined') throw refuse('NotFound');
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
  const member = subject.personId === null ? null : await memberById(store, subject.personId);
  const contact = await contactOf(context, input, member);
  const first = member && (await firstOf(context, session, member));
  const seat = await takeSeat(
    store,
    {
      id: input.id,
      accountId: subject.id,
      personId: subject.personId,
      rank: first === null ? 1 : 0,
      first,
      contentEnc: store.cipher.seal('training_enrolment.content', input.id, JSON.stringify(contact)),
    },
    session,
    context.now,
  );
  switch (seat) {
    case 'gone':
      throw refuse('SessionEnded');
    case 'shut':
      throw refuse('EnrolmentClosed');
    case 'known': {
      // the other tap was faster
      const other = knownIn(await ownWith(context, input.id), input);
      if (!other) throw refuse('AlreadyFiled');
      return { ...(await viewOf(context, other)), again: true };
    }
    default:
      return { ...(await newEnrolmentView(context, seat)), again: false };
  }
}

const sessionById = prepared((db) =>
  db
    .select()
    .from(trainingSession)
    .where(eq(trainingSession.id, sql.placeholder('id')))
    .prepare('training-session'),
);

type Own = readonly { readonly row: EnrolmentRow; readonly session: SessionRow; readonly mine: boolean }[];

const ownOrId = prepared((db) => {
  const { id, accountId, personId, state } = trainingEnrolment;
  // nobody's person is null
  const own = or(eq(accountId, sql.placeholder('account')), eq(personId, sql.placeholder('person')));
  return db
    .select({ row: trainingEnrolment, session: trainingSession })
    .from(trainingEnrolment)
    .innerJoin(trainingSession, eq(trainingSession.id, trainingEnrolment.sessionId))
    .where(or(and(own, notInArray(state, [...ENDED])), eq(id, sql.placeholder('id'))))
    .prepare('training-own');
});

/** What the person is enrolled in, and whatever has this id. */
async function ownWith(context: Context, id: string): Promise<Own> {
  const { subject } = askerOf(context);
  const rows = await ownOrId(servicesOf(context).store.db).execute({
    account: subject.id,
    person: subject.personId,
    id,
  });
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

/** The benefit that puts a person of the register first, by what it says of them. */
const firstOf = (context: Context, { county, kind }: SessionRow, member: Member): Promise<string | null> =>
  firstBy(context, county, kind as TrainingKind, async () => {
    const { facts } = await registerFacts(context, member, askerOf(context).subject.id);
    return facts;
  });

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
