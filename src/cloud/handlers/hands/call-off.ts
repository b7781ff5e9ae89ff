/** Called off, with everybody told. */
import { and, eq, inArray } from 'drizzle-orm';
import type { InputOf, OutputOf } from '@/contract/api';
import { type HandState, PRIVATE_NUMBER } from '@/domain/hands';
import { hasPrivateNumber } from '@/domain/identity';
import { type Context, servicesOf } from '../../context';
import { ownGathering } from '../../hands/organiser';
import { type GatheringRow, type HandRow, heldGathering } from '../../hands/seats';
import { tellHands } from '../../hands/tell';
import { gatheringViewOf, ofHands } from '../../hands/view';
import { refuse, refuseField } from '../../refuse';
import { gathering, hand, posting } from '../../store/schema';
import type { Queries } from '../../store/store';

const LIVE: readonly HandState[] = ['joined', 'waiting', 'came'];

/** Called off twice, it is called off. */
export async function cancel(
  context: Context,
  { id, reason }: InputOf<'hands.cancel'>,
): Promise<OutputOf<'hands.cancel'>> {
  await ownGathering(context, id);
  if (hasPrivateNumber(reason)) throw refuseField('reason', PRIVATE_NUMBER);
  const told = await callOff(context, id, reason, mayCallOff);
  const view = await gatheringViewOf(context, id);
  if (!view) throw refuse('NotFound');
  return { ...view, told };
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
    const rows = await liveIn(queries, id);
    may?.(context, held, rows);
    await queries
      .update(posting)
      .set({ state: 'closed', reason, changedAt: context.now })
      .where(
        and(eq(posting.id, id), ofHands, inArray(posting.state, ['proposed', 'open', 'hidden', 'held'])),
      );
    return off(context, queries, held, rows, reason);
  });

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
