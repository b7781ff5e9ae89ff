/** Publishing, changing and calling off: staff of the county at once, a unit once the county has agreed. */

import { and, asc, desc, eq, gt, inArray, lte } from 'drizzle-orm';
import type { InputOf, OutputOf } from '@/contract/api';
import type { SessionDraftInput } from '@/contract/training';
import { endOf, isEvening, momentOf, type SessionProblem, sessionProblems, startOf } from '@/domain/training';
import { type Context, packFor, servicesOf, staffOf } from '../../context';
import { after, cursorText } from '../../cursor';
import { refuse, refuseField } from '../../refuse';
import { trainingEnrolment, trainingSession } from '../../store/schema';
import type { Queries } from '../../store/store';
import { CAME, inStates, keepToTime, LIVE, tellChange } from '../../training/change';
import { isOwn, ownOr404, ownSessions, type Provider, trainerOf } from '../../training/provider';
import { heldSession, offerFree, type SessionRow } from '../../training/seats';
import { tellEnrolled, tellOffers } from '../../training/tell';
import { sessionViewOf, sessionViews, waitingOf } from '../../training/view';

type View = OutputOf<'training.publish'>;

const PAGE = 20;

/** What is still to come, the next first; or what is over, the newest first. */
export async function taught(
  context: Context,
  { past = false, cursor }: InputOf<'training.taught'>,
): Promise<OutputOf<'training.taught'>> {
  const provider = await trainerOf(context);
  const { endsAt, id } = trainingSession;
  const rows = await servicesOf(context)
    .store.db.select()
    .from(trainingSession)
    .where(
      and(
        ownSessions(provider),
        past ? lte(endsAt, context.now) : gt(endsAt, context.now),
        after(cursor, { at: endsAt, id, order: past ? 'desc' : 'asc' }),
      ),
    )
    .orderBy(past ? desc(endsAt) : asc(endsAt), past ? desc(id) : asc(id))
    .limit(PAGE + 1);
  const shown = rows.slice(0, PAGE);
  const last = shown.at(-1);
  return {
    as: provider.as,
    provider: provider.name,
    county: provider.county,
    decides: provider.decides,
    sessions: await sessionViews(context, shown),
    next: rows.length > PAGE && last ? cursorText(last.endsAt, last.id) : null,
  };
}

const viewOf = async (context: Context, row: SessionRow): Promise<View> =>
  sessionViewOf(context, row, (await waitingOf(context, [row.id])).get(row.id) ?? 0);

/** Sent twice, it is published once. */
export async function publish(context: Context, input: InputOf<'training.publish'>): Promise<View> {
  const provider = await trainerOf(context);
  const { store, limits } = servicesOf(context);
  await limits.take('publish_account', provider.accountId);
  placed(context, provider, input.session);
  const row = await store.db.transaction(async (queries) => {
    const known = await heldSession(queries, input.id);
    if (known) return change(context, queries, provider, known, input);
    if (input.version !== 0) throw refuse('NotFound');
    complain(sessionProblems(input.session, context.now.getTime()));
    const [anew] = await queries
      .insert(trainingSession)
      .values({
        id: input.id,
        unitId: provider.unitId,
        createdBy: provider.accountId,
        createdAt: context.now,
        version: 1,
        ...columnsOf(provider, input.session),
        state: provider.as === 'unit' ? 'proposed' : 'open',
      })
      .onConflictDoNothing()
      .returning();
    if (!anew) throw refuse('CaseChanged');
    return anew;
  });
  return viewOf(context, row);
}

/** @throws RegionWithoutPack, InvalidInput for a place that is not the provider's to publish in */
function placed(context: Context, { as, county, town }: Provider, draft: SessionDraftInput): void {
  const region = packFor(context, draft.county)?.region;
  if (!region) throw refuse('RegionWithoutPack');
  if (!region.units.some(({ code }) => code === draft.county))
    throw refuseField('session.county', '请选到区县');
  if (as === 'staff' && draft.county !== county)
    throw refuseField('session.county', '只能发布本区县的班，别的区县请找那里的人社部门');
  if (town !== null && draft.town !== town) throw refuseField('session.town', `只能发布在${town}办的班`);
}

function complain(problems: readonly SessionProblem[]): void {
  if (problems.length === 0) return;
  throw refuse('InvalidInput', {
    fields: problems.map(({ at, message }) => ({ path: `session.${at}`, message })),
  });
}

const columnsOf = ({ as, name }: Provider, draft: SessionDraftInput) => ({
  county: draft.county,
  town: draft.town || null,
  address: draft.address,
  kind: draft.kind,
  trade: draft.trade,
  title: draft.title,
  // a unit speaks for itself alone
  provider: as === 'unit' ? name : draft.provider,
  startsOn: draft.starts_on,
  endsOn: draft.ends_on,
  fromTime: draft.from,
  toTime: draft.to,
  startsAt: new Date(startOf(draft)),
  endsAt: new Date(endOf(draft)),
  enrolUntil: new Date(momentOf(draft.enrol_on, draft.enrol_at)),
  capacity: draft.capacity,
  childcare: draft.childcare,
  evening: isEvening(draft),
  words: {
    about: draft.about || null,
    bring: draft.bring || null,
    fee: draft.fee || null,
    phone: draft.phone || null,
    route: draft.route || null,
  },
});

async function change(
  context: Context,
  queries: Queries,
  provider: Provider,
  known: SessionRow,
  { version, session: draft }: InputOf<'training.publish'>,
): Promise<SessionRow> {
  if (!isOwn(provider, known)) throw refuse('NotFound');
  if (version === 0 && known.createdBy === provider.accountId && known.version === 1) return known;
  if (version !== known.version) throw refuse('CaseChanged');
  const no = cannotChange(context, provider, known);
  if (no) throw refuse('ActionNotAllowed', { fields: [{ path: 'id', message: no }] });
  const problems = sessionProblems(draft, context.now.getTime(), known.taken);
  const values = columnsOf(
    known.unitId === null ? provider : { ...provider, as: 'unit', name: known.provider },
    draft,
  );
  // the time to enrol may be over, as long as it is not changed
  const same = values.enrolUntil.getTime() === known.enrolUntil.getTime();
  complain(problems.filter(({ at }) => at !== 'enrol_on' || !same || values.enrolUntil > values.startsAt));
  const state = known.state === 'declined' ? 'proposed' : known.state;
  const [row] = await queries
    .update(trainingSession)
    .set({ ...values, state, version: known.version + 1 })
    .where(eq(trainingSession.id, known.id))
    .returning();
  if (!row) throw refuse('NotFound');
  await tellOffers(context, queries, row, await offerFree(queries, row, context.now));
  await keepToTime(queries, known, row);
  await tellChange(context, queries, known, row);
  const [now] = await queries.select().from(trainingSession).where(eq(trainingSession.id, row.id));
  return now ?? row;
}

function cannotChange({ now }: Context, { as }: Provider, known: SessionRow): string | null {
  if (known.state === 'cancelled') return '这个班已经取消了，请另外发布一个';
  if (known.startsAt <= now) return '已经开班了，不能再改';
  if (as === 'unit' && known.state === 'open') return '已经核实发布了，要改请找区县人社部门；去不成可以取消';
  return null;
}

/** Of the county where it is to take place. */
export async function decide(
  context: Context,
  { id, version, open, reason }: InputOf<'training.decide'>,
): Promise<OutputOf<'training.decide'>> {
  staffOf(context);
  const provider = await trainerOf(context);
  if (!provider.decides) throw refuse('NotAllowed');
  if (!open && reason === undefined) throw refuseField('reason', '请写明为什么不同意，对方要看的');
  const row = await servicesOf(context).store.db.transaction(async (queries) => {
    const held = await heldSession(queries, id);
    if (!held || !isOwn(provider, held)) throw refuse('NotFound');
    if (held.version !== version) throw refuse('CaseChanged');
    if (held.state !== 'proposed')
      throw refuse('ActionNotAllowed', { fields: [{ path: 'id', message: '这个班已经核实过了' }] });
    if (open && held.enrolUntil <= context.now)
      throw refuse('ActionNotAllowed', {
        fields: [{ path: 'id', message: '报名截止的时间已经过了，请先请单位改时间' }],
      });
    const [decided] = await queries
      .update(trainingSession)
      .set({ state: open ? 'open' : 'declined', reason: open ? null : reason, version: version + 1 })
      .where(eq(trainingSession.id, id))
      .returning();
    if (!decided) throw refuse('NotFound');
    return decided;
  });
  return viewOf(context, row);
}

/** Everybody enrolled, waiting, or there already is told, and the seats are nobody's any more. Called off twice, it is called off. */
export async function callOff(
  context: Context,
  { id, reason }: InputOf<'training.call_off'>,
): Promise<OutputOf<'training.call_off'>> {
  const provider = await trainerOf(context);
  await ownOr404(context, provider, id);
  const { db } = servicesOf(context).store;
  const told = await db.transaction(async (queries) => {
    const held = await heldSession(queries, id);
    if (!held) throw refuse('NotFound');
    if (held.state === 'cancelled') return 0;
    if (held.endsAt <= context.now)
      throw refuse('ActionNotAllowed', { fields: [{ path: 'id', message: '班已经结束了' }] });
    const came = await inStates(queries, id, CAME);
    const live = await inStates(queries, id, LIVE);
    await queries
      .update(trainingEnrolment)
      .set({ state: 'cancelled', endedAt: context.now, offerUntil: null })
      .where(and(eq(trainingEnrolment.sessionId, id), inArray(trainingEnrolment.state, [...LIVE])));
    await queries
      .update(trainingSession)
      .set({ state: 'cancelled', reason, taken: came.length, version: held.version + 1 })
      .where(eq(trainingSession.id, id));
    return tellEnrolled(context, queries, held, [...live, ...came], () => ({
      what: 'called off',
      text: '这个班取消了。点开看看附近同样的班。',
      said: reason,
      urgent: true,
    }));
  });
  const row = await ownOr404(context, provider, id);
  return { ...(await viewOf(context, row)), told };
}
