/** Gatherings as they are read, by everybody, by those who joined, by whoever publishes them. */
import { and, count, eq, inArray, lt, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import type { GatheringView, HandView } from '@/contract/hands';
import { comeCan, type HandGround, joinCan, leaveCan } from '@/domain/hands';
import { countyName } from '../cases/names';
import { type Context, servicesOf } from '../context';
import { standingsOf } from '../postings/standing';
import { gathering, hand, posting } from '../store/schema';
import { organiserIn } from './contact';
import { organisedBy } from './organiser';
import { ownHands } from './own';
import { agreeingOf, rowsOfAll } from './record';
import type { GatheringRow, HandRow } from './seats';

/** How many have a place, and how many wait. */
async function waitingOf(context: Context, ids: readonly string[]): Promise<Map<string, number>> {
  if (ids.length === 0) return new Map();
  const rows = await servicesOf(context)
    .store.db.select({ id: hand.gatheringId, n: count() })
    .from(hand)
    .where(and(inArray(hand.gatheringId, [...ids]), eq(hand.state, 'waiting')))
    .groupBy(hand.gatheringId);
  return new Map(rows.map(({ id, n }) => [id, n]));
}

/** A posting of somebody else's never stands for a gathering, whatever its id. */
export const ofHands = eq(posting.source, 'hands');

interface AtDesk {
  readonly shown: boolean;
  readonly verified: GatheringView['verified'];
  /** what it has said against it */
  readonly standing: GatheringView['standing'];
  readonly waits: boolean;
}
const UNKNOWN: AtDesk = { shown: false, verified: null, standing: null, waits: false };

/** The posting may be hidden by the desk, or closed; and the desk may have looked at it. */
async function atDesk(context: Context, ids: readonly string[]): Promise<Map<string, AtDesk>> {
  if (ids.length === 0) return new Map();
  const { db } = servicesOf(context).store;
  const rows = await db
    .select({ id: posting.id, state: posting.state, by: posting.verifiedBy, on: posting.verifiedOn })
    .from(posting)
    .where(and(inArray(posting.id, [...ids]), ofHands));
  const against = await standingsOf(db, rows);
  return new Map(
    rows.map(({ id, state, by, on }) => [
      id,
      {
        shown: state === 'open',
        verified: on === null ? null : { by: by ?? '', on },
        standing: against.get(id) ?? null,
        waits: state === 'proposed',
      },
    ]),
  );
}

/** Neither hidden by the desk nor held back; over and closed is public too. */
export async function isPublic(context: Context, id: string): Promise<boolean> {
  const [row] = await servicesOf(context)
    .store.db.select({ state: posting.state })
    .from(posting)
    .where(and(eq(posting.id, id), ofHands));
  return row !== undefined && ['open', 'closed', 'expired'].includes(row.state);
}

const CALLED_DAYS = 30;

/** Numbers are for the work and its wage: not once it is called off, taken off by the desk, or long over. */
export const mayCall = async (context: Context, { id, state, endsAt }: GatheringRow): Promise<boolean> =>
  state === 'open' &&
  context.now.getTime() <= endsAt.getTime() + CALLED_DAYS * 86_400_000 &&
  isPublic(context, id);

export const groundOf = ({ now }: Context, row: GatheringRow, shown = true, waiting = 0): HandGround => ({
  ...{ state: row.state, shown, now: now.getTime(), waiting },
  ...{ starts_at: row.startsAt.getTime(), ends_at: row.endsAt.getTime() },
});

/** As it is for whoever wants to join. */
export async function groundNow(context: Context, row: GatheringRow): Promise<HandGround> {
  const { shown } = (await atDesk(context, [row.id])).get(row.id) ?? UNKNOWN;
  return groundOf(context, row, shown, (await waitingOf(context, [row.id])).get(row.id));
}

/** In the order given. @param mine rows of whoever asks, by gathering */
export async function gatheringViews(
  context: Context,
  rows: readonly GatheringRow[],
  mine: readonly HandRow[] = [],
): Promise<GatheringView[]> {
  const ids = rows.map(({ id }) => id);
  const [waiting, standings] = [await waitingOf(context, ids), await atDesk(context, ids)];
  const asker = context.asker ?? null;
  const organises =
    asker === null || asker.mandate !== null
      ? () => false
      : await organisedBy(context, rows, asker.account.id);
  const joined = await joinedViews(context, mine);
  return rows.map((row) => {
    const own = mine.find(({ gatheringId }) => gatheringId === row.id);
    const organiser = organises(row);
    const inside = organiser || (own !== undefined && own.state !== 'left');
    const { shown, verified, standing, waits } = standings.get(row.id) ?? UNKNOWN;
    // nobody is sent to call whom the desk looks into; who came has a wage to ask for
    const called = standing === null || organiser || own?.state === 'came';
    return {
      ...plainOf(context, row),
      ...{ verified, waiting: waiting.get(row.id) ?? 0 },
      standing: row.state === 'cancelled' && standing === 'stopped' ? null : standing,
      waits,
      phone: called && (row.kind !== 'person' || inside) ? organiserIn(context, row).phone : null,
      join: joinCan(groundOf(context, row, shown, waiting.get(row.id))),
      organiser,
      mine: own ? joined(row, own) : null,
    };
  });
}

const plainOf = (context: Context, row: GatheringRow) => ({
  id: row.id,
  state: row.state,
  reason: row.reason,
  work: row.work,
  employer: row.employer,
  as: row.kind,
  county: row.county,
  county_name: countyName(context.book, row.county),
  town: row.town,
  village: row.village,
  address: row.address,
  day: row.day,
  from: row.fromTime,
  to: row.toTime,
  people: row.people,
  joined: row.taken,
  pay_fen: row.payFen,
  pay_unit: row.payUnit,
  ...row.words,
  now: context.now.toISOString(),
});

/** What of them is kept elsewhere is read once for all. */
async function joinedViews(
  context: Context,
  rows: readonly HandRow[],
): Promise<(of: GatheringRow, row: HandRow) => HandView> {
  const { db } = servicesOf(context).store;
  const records = await rowsOfAll(
    context,
    db,
    rows.map(({ id }) => id),
  );
  const ahead = await aheadOf(context, rows);
  return (of, row) => {
    const ground = groundOf(context, of);
    return {
      id: row.id,
      state: row.state,
      ahead: row.state === 'waiting' ? (ahead.get(row.id) ?? 0) : null,
      came_at: row.cameAt?.toISOString() ?? null,
      came_how: row.cameHow,
      leave: leaveCan(row.state, ground),
      come:
        row.state === 'came'
          ? { ok: false, why: '已经签到了' }
          : comeCan(row.state, of.state, ground.now, ground),
      agreeing: agreeingOf(row, records.get(row.id) ?? []),
    };
  };
}

const before = alias(hand, 'before');

/** How many wait before each who waits. */
async function aheadOf(context: Context, rows: readonly HandRow[]): Promise<Map<string, number>> {
  const waiting = rows.filter(({ state }) => state === 'waiting').map(({ id }) => id);
  if (waiting.length === 0) return new Map();
  const found = await servicesOf(context)
    .store.db.select({ id: hand.id, n: count() })
    .from(hand)
    .innerJoin(
      before,
      and(
        eq(before.gatheringId, hand.gatheringId),
        eq(before.state, 'waiting'),
        lt(before.seq, sql`coalesce(${hand.seq}, 0)`),
      ),
    )
    .where(inArray(hand.id, waiting))
    .groupBy(hand.id);
  return new Map(found.map(({ id, n }) => [id, n]));
}

/** One as it is now, for whoever asks. */
export async function gatheringViewOf(context: Context, id: string): Promise<GatheringView | null> {
  const { db } = servicesOf(context).store;
  const [row] = await db.select().from(gathering).where(eq(gathering.id, id));
  if (!row) return null;
  const [view] = await gatheringViews(context, [row], await mineIn(context, [id]));
  return view ?? null;
}

/** Rows of whoever asks; the one that is still going before one that was left. */
export async function mineIn(context: Context, ids: readonly string[]): Promise<HandRow[]> {
  if (!context.asker || ids.length === 0) return [];
  const rows = await servicesOf(context)
    .store.db.select()
    .from(hand)
    .where(and(inArray(hand.gatheringId, [...ids]), ownHands(context)));
  return rows.sort(
    (one, other) =>
      Number(one.state === 'left') - Number(other.state === 'left') ||
      other.joinedAt.getTime() - one.joinedAt.getTime(),
  );
}

/** `12人，已有5人`: for the posting. */
export async function placesOf(
  context: Context,
  postingId: string,
): Promise<{ people: number; joined: number; waiting: number } | null> {
  const [row] = await servicesOf(context)
    .store.db.select({ people: gathering.people, taken: gathering.taken })
    .from(gathering)
    .innerJoin(posting, and(eq(posting.id, gathering.id), ofHands))
    .where(eq(gathering.id, postingId));
  if (!row) return null;
  return {
    people: row.people,
    joined: row.taken,
    waiting: (await waitingOf(context, [postingId])).get(postingId) ?? 0,
  };
}
