/** Who came: scanned or ticked by the trainer, perhaps without a signal; and what follows from it. */
import { randomInt } from 'node:crypto';
import { and, asc, eq, gte, inArray, isNull, or, type SQL, sql } from 'drizzle-orm';
import type { InputOf, OutputOf } from '@/contract/api';
import { decodeBase64url } from '@/domain/code';
import { dayAt, type EnrolmentState, enrolmentCan, SEATED, type SessionState } from '@/domain/training';
import { verify } from '../../code/signer';
import { type Context, servicesOf, todayOf } from '../../context';
import { refuse, refuseField } from '../../refuse';
import { recordLooks } from '../../store/audit';
import { accessLog, account, codeRef, trainingEnrolment, trainingMark } from '../../store/schema';
import type { Queries } from '../../store/store';
import { ownOr404, type Provider, trainerOf } from '../../training/provider';
import { type EnrolmentRow, heldSession, type SessionRow } from '../../training/seats';
import { tellEnrolled } from '../../training/tell';
import { sessionViewOf } from '../../training/view';
import { everyKey } from '../code/keys';

interface Contact {
  readonly name: string;
  readonly phone: string | null;
}

export const contactIn = (context: Context, row: EnrolmentRow): Contact =>
  JSON.parse(
    servicesOf(context).store.cipher.open('training_enrolment.content', row.id, row.contentEnc),
  ) as Contact;

const LISTED: readonly EnrolmentState[] = [...SEATED, 'waiting', 'offered'];

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
  await writeDown(context, provider, session, rows);
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

/** Everybody on the list can see who had it: once a day, for it is opened before every lesson. */
async function writeDown(
  context: Context,
  provider: Provider,
  session: SessionRow,
  rows: readonly EnrolmentRow[],
): Promise<void> {
  const { store } = servicesOf(context);
  const purpose = `看了“${session.title}”的报名名单`;
  const midnight = new Date(`${context.today}T00:00:00+08:00`);
  const written = await store.db
    .select({ accountId: accessLog.accountId })
    .from(accessLog)
    .where(
      and(
        eq(accessLog.actorId, provider.accountId),
        gte(accessLog.at, midnight),
        eq(accessLog.purpose, purpose),
      ),
    );
  const told = new Set(written.map(({ accountId }) => accountId));
  const looks = rows
    .filter(({ accountId }) => !told.has(accountId))
    .map(({ accountId, personId }) => ({
      actorKind: 'staff' as const,
      actorId: provider.accountId,
      office: provider.name,
      purpose,
      accountId,
      personId,
    }));
  await recordLooks(store, looks, context.now);
}

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

const groundOf = ({ now }: Context, session: SessionRow) => ({
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
  return { personId: found.personId, day: todayOf(new Date(read.payload.i * 1000)) };
}

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
