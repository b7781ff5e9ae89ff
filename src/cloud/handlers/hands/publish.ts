/** Hands are wanted: published with its posting at once, called off with everybody told. */
import { isDeepStrictEqual } from 'node:util';
import { and, desc, eq, inArray, or } from 'drizzle-orm';
import type { InputOf, OutputOf } from '@/contract/api';
import type { GatheringInput } from '@/contract/hands';
import { cellOf } from '@/domain/geo/cells';
import { endOf, gatheringProblems, type HandState, startOf } from '@/domain/hands';
import { maskName } from '@/domain/identity';
import { monthly, POSTING_KINDS, type PostingWords } from '@/domain/jobs';
import { findingsOf, holdReason } from '@/domain/jobs/hold';
import { askerOf, type Context, packFor, servicesOf } from '../../context';
import { contactOf } from '../../hands/contact';
import { type Organiser, organiserOf, ownGathering } from '../../hands/organiser';
import { type GatheringRow, type HandRow, heldGathering } from '../../hands/seats';
import { tellHands } from '../../hands/tell';
import { gatheringViewOf, gatheringViews, isPublic, mineIn, ofHands } from '../../hands/view';
import { pointOf } from '../../policy-book/points';
import { refuse, refuseField } from '../../refuse';
import { gathering, hand, posting } from '../../store/schema';
import { unitOf } from '../../training/provider';
import { holdAccount } from '../hold-account';

const NEWEST = 100;
const LIVE: readonly HandState[] = ['joined', 'waiting', 'came'];

export async function show(context: Context, { id }: { id: string }): Promise<OutputOf<'hands.show'>> {
  const view = await gatheringViewOf(context, id);
  // hidden by the desk: those who are in it still see it
  if (!view || (!view.organiser && view.mine === null && !(await isPublic(context, id))))
    throw refuse('NotFound');
  return view;
}

/** Sent twice, it is published once. @throws CaseChanged for an id under which something else stands */
export async function publish(
  context: Context,
  { id, gathering: draft }: InputOf<'hands.publish'>,
): Promise<OutputOf<'hands.publish'>> {
  const organiser = await organiserOf(context);
  const { store, limits } = servicesOf(context);
  const [known] = await store.db.select().from(gathering).where(eq(gathering.id, id));
  if (known) {
    if (known.accountId !== organiser.accountId) throw refuse('NotFound');
    if (!isSame(known, draft)) throw refuse('CaseChanged');
    return viewOr404(context, id);
  }
  await limits.take('gather_account', organiser.accountId);
  placed(context, organiser, draft);
  const problems = gatheringProblems(draft, context.now.getTime());
  if (problems.length > 0)
    throw refuse('InvalidInput', {
      fields: problems.map(({ at, message }) => ({ path: `gathering.${at}`, message })),
    });
  const called = await contactOf(
    context,
    namedBy(organiser, draft),
    'gathering.',
    '请写您的名字，来干活的人要知道找谁',
  );
  // everybody reads the number of an office and of a unit: whoever typed none has not given the own one away
  const contact =
    organiser.as !== 'person' && draft.phone === undefined ? { ...called, phone: null } : called;
  const employer = organiser.name ?? `个人 ${maskName(contact.name)}`;
  // said at once, to whoever wrote it: there is no day to wait for the desk
  const held = holdReason(
    findingsOf({ kind: 'day_labour', title: draft.work, skills: [], words: wordsOf(draft, null) }),
  );
  if (held) throw refuseField('gathering.work', held);
  const point = pointOf(context.book, draft.county, draft.town || null);
  if (!point) throw refuse('RegionWithoutPack');
  const { lat, lng, exact } = point;
  await holdAccount(context, organiser.accountId, async (queries) => {
    const [made] = await queries
      .insert(gathering)
      .values({
        ...columnsOf(draft),
        ...{ id, employer, kind: organiser.as, accountId: organiser.accountId, unitId: organiser.unitId },
        ...{ state: 'open' as const, createdAt: context.now },
        contentEnc: store.cipher.seal('hands_gathering.content', id, JSON.stringify(contact)),
      })
      .onConflictDoNothing()
      .returning({ id: gathering.id });
    if (!made) {
      const [twin] = await queries.select().from(gathering).where(eq(gathering.id, id));
      if (twin?.accountId === organiser.accountId && isSame(twin, draft)) return;
      throw refuse('CaseChanged');
    }
    const pay = { from_fen: draft.pay_fen, to_fen: null, unit: draft.pay_unit, pieces_per_day: null };
    const [posted] = await queries
      .insert(posting)
      .values({
        ...{ id, source: 'hands', sourceId: id, print: `hands ${id}`, kind: POSTING_KINDS.day_labour.no },
        ...{ state: 'open', title: draft.work, employer, county: draft.county, skills: [] },
        ...{ creditCode: organiser.creditCode, unitId: organiser.unitId },
        ...{ town: draft.town || null, village: draft.village || null, address: draft.address },
        ...{ lat, lng, exact, cell: cellOf(point), people: draft.people },
        ...{ payFrom: draft.pay_fen, payUnit: draft.pay_unit, monthFen: monthly(pay)?.fen ?? -1 },
        ...{ startsOn: draft.day, openUntil: draft.day, postedAt: context.now, changedAt: context.now },
        version: 1,
        ...(organiser.as === 'staff' && { verifiedBy: employer, verifiedOn: context.today }),
        words: wordsOf(draft, organiser.as === 'person' ? null : contact.phone),
      })
      .onConflictDoNothing()
      .returning({ id: posting.id });
    // the id is somebody else's posting: both are undone
    if (!posted) throw refuse('CaseChanged');
  });
  return viewOr404(context, id);
}

/** An office and a unit are called by their name; whoever stands there may be written beside it. */
const namedBy = ({ name }: Organiser, draft: GatheringInput) => ({
  ...(name === null ? draft.name !== undefined && { name: draft.name } : { name: draft.name ?? name }),
  ...(draft.phone !== undefined && { phone: draft.phone }),
});

/** @throws RegionWithoutPack, InvalidInput for a place that is not the organiser's to publish in */
function placed(context: Context, organiser: Organiser, draft: GatheringInput): void {
  const region = packFor(context, draft.county)?.region;
  if (!region) throw refuse('RegionWithoutPack');
  if (!region.units.some(({ code }) => code === draft.county))
    throw refuseField('gathering.county', '请选到区县');
  if (organiser.county !== null && draft.county !== organiser.county)
    throw refuseField('gathering.county', '只能发布本区县的活');
  if (organiser.town !== null && draft.town !== organiser.town)
    throw refuseField('gathering.town', `只能发布${organiser.town}的活`);
}

const columnsOf = (draft: GatheringInput) => ({
  work: draft.work,
  county: draft.county,
  town: draft.town || null,
  village: draft.village || null,
  address: draft.address,
  day: draft.day,
  fromTime: draft.from,
  toTime: draft.to,
  startsAt: new Date(startOf(draft)),
  endsAt: new Date(endOf(draft)),
  people: draft.people,
  payFen: draft.pay_fen,
  payUnit: draft.pay_unit,
  words: { paid: draft.paid, bring: draft.bring || null, route: draft.route || null },
});

/** The very same, sent again. */
const isSame = (row: GatheringRow, draft: GatheringInput): boolean =>
  Object.entries(columnsOf(draft)).every(([at, value]) =>
    isDeepStrictEqual(row[at as keyof GatheringRow], value),
  );

const wordsOf = (draft: GatheringInput, phone: string | null): PostingWords => ({
  about: draft.bring ? `要带：${draft.bring}` : null,
  paid: draft.paid,
  hours: `${draft.from}到${draft.to <= draft.from ? '第二天' : ''}${draft.to}`,
  insurance: [],
  contract: null,
  phone,
  route: draft.route || null,
  gather: `${draft.day} ${draft.from}开工，要${draft.people}人`,
  bus: null,
  cooperation: null,
  destination: null,
  brand: null,
  also: [],
});

async function viewOr404(context: Context, id: string): Promise<OutputOf<'hands.publish'>> {
  const view = await gatheringViewOf(context, id);
  if (!view) throw refuse('NotFound');
  return view;
}

/** Called off twice, it is called off. */
export async function cancel(
  context: Context,
  { id, reason }: InputOf<'hands.cancel'>,
): Promise<OutputOf<'hands.cancel'>> {
  await ownGathering(context, id);
  const told = await callOff(context, id, reason, mayCallOff);
  return { ...(await viewOr404(context, id)), told };
}

/** What has begun is paid: called off, it would take the proof of the wage with it. */
function mayCallOff({ now }: Context, { startsAt }: GatheringRow, rows: readonly HandRow[]): void {
  const say = (message: string) => refuse('ActionNotAllowed', { fields: [{ path: 'id', message }] });
  if (rows.some(({ state }) => state === 'came'))
    throw say('已经有人来签到了，不能再取消。来的人请在名单里记工钱；不干了，请当面或者打电话告诉大家');
  if (startsAt <= now)
    throw say('开工的时间已经过了，不能再取消。干了活的请在名单里记工钱；不干了，请打电话告诉报了名的人');
}

/**
 * @param may refuses; whoever deletes the account is not asked
 * @returns how many were told
 */
export const callOff = (
  context: Context,
  id: string,
  reason: string,
  may: typeof mayCallOff | null = null,
): Promise<number> =>
  servicesOf(context).store.db.transaction(async (queries) => {
    const held = await heldGathering(queries, id);
    if (!held) throw refuse('NotFound');
    if (held.state === 'cancelled') return 0;
    if (held.endsAt <= context.now)
      throw refuse('ActionNotAllowed', { fields: [{ path: 'id', message: '已经干完了，不能再取消' }] });
    const rows = await queries
      .select()
      .from(hand)
      .where(and(eq(hand.gatheringId, id), inArray(hand.state, [...LIVE])));
    may?.(context, held, rows);
    await queries.update(gathering).set({ state: 'cancelled', reason }).where(eq(gathering.id, id));
    await queries
      .update(posting)
      .set({ state: 'closed', reason, changedAt: context.now })
      .where(and(eq(posting.id, id), ofHands, inArray(posting.state, ['open', 'hidden', 'held'])));
    return tellHands(context, queries, held, rows, {
      what: 'called off',
      text: `${held.day}的这个活取消了，不用去了。点开可以看看附近别的活。`,
      said: reason,
      urgent: true,
    });
  });

/** The next first among those to come, then what is over. */
export async function mine(context: Context): Promise<OutputOf<'hands.mine'>> {
  const { subject, account, mandate } = askerOf(context);
  const { db } = servicesOf(context).store;
  const joined = await db
    .select({ of: gathering, row: hand })
    .from(hand)
    .innerJoin(gathering, eq(gathering.id, hand.gatheringId))
    .where(eq(hand.whoId, subject.personId ?? subject.id))
    .orderBy(desc(gathering.startsAt))
    .limit(NEWEST);
  const bound = mandate ? null : await unitOf(context, account.id);
  const organised = mandate
    ? []
    : await db
        .select()
        .from(gathering)
        .where(
          or(eq(gathering.accountId, account.id), bound ? eq(gathering.unitId, bound.unitId) : undefined),
        )
        .orderBy(desc(gathering.startsAt))
        .limit(NEWEST);
  const ids = [...new Set(joined.map(({ of }) => of.id))];
  const own = await mineIn(context, ids);
  const rows = ids.map((id) => joined.find(({ of }) => of.id === id)?.of).filter((one) => one !== undefined);
  return {
    joined: await gatheringViews(context, rows, own),
    organised: await gatheringViews(context, organised),
  };
}
