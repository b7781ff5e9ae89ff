/** The places of whoever asks; and what becomes of them when the account is matched with the register. */
import { and, eq, isNull, ne, or, type SQL } from 'drizzle-orm';
import { askerOf, type Context } from '../context';
import { hand, handRecord } from '../store/schema';
import type { Queries } from '../store/store';
import { type HandRow, heldGathering, leavePlace } from './seats';
import { tellMovedUp } from './tell';

type Who = { readonly id: string; readonly personId: string | null };

/** Of the account, and of the same person with another account. */
export const handsOf = ({ id, personId }: Who): SQL | undefined =>
  or(eq(hand.accountId, id), personId === null ? undefined : eq(hand.personId, personId));

export const ownHands = (context: Context): SQL | undefined => handsOf(askerOf(context).subject);

export function isOwnHand(context: Context, row: Pick<HandRow, 'accountId' | 'personId'>): boolean {
  const { id, personId } = askerOf(context).subject;
  return row.accountId === id || (personId !== null && row.personId === personId);
}

/** Matched with the register, whoever joined as an account goes on as the person: one place each, and nothing is lost. */
export async function matchHands(
  context: Context,
  queries: Queries,
  accountId: string,
  personId: string,
): Promise<void> {
  const unmatched = and(eq(hand.accountId, accountId), isNull(hand.personId));
  const rows = await queries
    .select({ id: hand.id, of: hand.gatheringId })
    .from(hand)
    .where(unmatched)
    .orderBy(hand.gatheringId, hand.id);
  for (const { id, of } of rows) {
    const held = await heldGathering(queries, of);
    const [row] = await queries
      .select()
      .from(hand)
      .where(and(eq(hand.id, id), unmatched));
    if (!held || !row) continue;
    const [twin] = await queries
      .select()
      .from(hand)
      .where(and(eq(hand.gatheringId, of), eq(hand.whoId, personId), ne(hand.state, 'left')));
    if (row.state !== 'left' && twin) {
      const [spare] = (await spareFirst(queries, [twin, row])).filter((one) => one.spare);
      if (spare && held.startsAt > context.now)
        await tellMovedUp(context, queries, held, await leavePlace(queries, held, spare.row, context.now));
      // both came, or both have a wage in writing: they stay, each under its own
      else {
        await queries.update(hand).set({ personId }).where(eq(hand.id, id));
        continue;
      }
    }
    await queries.update(hand).set({ personId, whoId: personId }).where(eq(hand.id, id));
  }
}

/** The one to give back first: who only waits, then who joined later; nobody who came or has a wage in writing. */
async function spareFirst(queries: Queries, rows: readonly HandRow[]) {
  const marked = await Promise.all(
    rows.map(async (row) => {
      const [written] = await queries
        .select({ id: handRecord.id })
        .from(handRecord)
        .where(eq(handRecord.memberId, row.id))
        .limit(1);
      return { row, spare: row.state !== 'came' && !written };
    }),
  );
  return marked.sort(
    (one, other) =>
      Number(other.row.state === 'waiting') - Number(one.row.state === 'waiting') ||
      other.row.joinedAt.getTime() - one.row.joinedAt.getTime(),
  );
}
