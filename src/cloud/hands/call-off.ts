/** Called off, with everybody told. */
import { and, eq, inArray } from 'drizzle-orm';
import type { HandState } from '@/domain/hands';
import { type Context, servicesOf } from '../context';
import { refuse } from '../refuse';
import { gathering, hand, posting } from '../store/schema';
import type { Queries } from '../store/store';
import { type GatheringRow, type HandRow, heldGathering } from './seats';
import { tellHands } from './tell';
import { ofHands } from './view';

const LIVE: readonly HandState[] = ['joined', 'waiting', 'came'];

type May = (context: Context, held: GatheringRow, rows: readonly HandRow[]) => void;

/**
 * @param may refuses
 * @returns how many were told
 */
export const callOff = (context: Context, id: string, reason: string, may: May): Promise<number> =>
  servicesOf(context).store.db.transaction(async (queries) => {
    const held = await heldGathering(queries, id);
    if (!held) throw refuse('NotFound');
    if (held.state === 'cancelled') return 0;
    if (held.endsAt <= context.now)
      throw refuse('ActionNotAllowed', { fields: [{ path: 'id', message: '已经干完了，不能再取消' }] });
    may(context, held, await liveIn(queries, id));
    return callOffHeld(context, queries, held, reason);
  });

/** With its posting. The caller holds it, and asks nobody. @returns how many were told */
export async function callOffHeld(
  context: Context,
  queries: Queries,
  held: GatheringRow,
  reason: string,
): Promise<number> {
  await queries
    .update(posting)
    .set({ state: 'closed', reason, changedAt: context.now })
    .where(
      and(eq(posting.id, held.id), ofHands, inArray(posting.state, ['proposed', 'open', 'hidden', 'held'])),
    );
  return off(context, queries, held, await liveIn(queries, held.id), reason);
}

const liveIn = (queries: Queries, id: string): Promise<HandRow[]> =>
  queries
    .select()
    .from(hand)
    .where(and(eq(hand.gatheringId, id), inArray(hand.state, [...LIVE])));

async function off(
  context: Context,
  queries: Queries,
  held: GatheringRow,
  rows: readonly HandRow[],
  reason: string | null,
): Promise<number> {
  await queries
    .update(gathering)
    .set({ state: 'cancelled', reason, cancelledAt: context.now })
    .where(eq(gathering.id, held.id));
  return tellHands(context, queries, held, rows, {
    what: 'called off',
    text: `${held.day}的这个活取消了，不用去了。点开可以看看附近别的活。`,
    ...(reason !== null && { said: reason }),
    urgent: true,
  });
}

/**
 * The desk has closed its posting: whoever joined does not go there in vain. What has begun goes on, with its wages.
 * The caller holds it since before the posting.
 */
export async function closedByDesk(
  context: Context,
  queries: Queries,
  held: GatheringRow,
  reason: string | null,
): Promise<void> {
  if (held.state === 'cancelled' || held.startsAt <= context.now) return;
  // a tick before it begins is the organiser's word, and holds nobody there
  await off(context, queries, held, await liveIn(queries, held.id), reason);
}
