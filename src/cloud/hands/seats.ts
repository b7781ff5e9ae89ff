/**
 * Places are counted in the gathering's row, and whoever gives one back holds that row until the end of the transaction:
 * the next in the waiting list has it in the same breath, so nobody who comes later finds it.
 */
import { and, asc, count, eq, inArray, sql } from 'drizzle-orm';
import { QUEUE_MOST } from '@/domain/hands';
import { gathering, hand, posting } from '../store/schema';
import type { Queries } from '../store/store';

export type GatheringRow = typeof gathering.$inferSelect;
export type HandRow = typeof hand.$inferSelect;

/** The row, held until the transaction ends; null when there is none. */
export async function heldGathering(queries: Queries, id: string): Promise<GatheringRow | null> {
  const [held] = await queries.select().from(gathering).where(eq(gathering.id, id)).for('update');
  return held ?? null;
}

/** It was called off or begun while somebody joined: the transaction is undone. */
export class GatheringShut extends Error {}
/** So many wait already: the transaction is undone. */
export class QueueFull extends Error {}

/**
 * Inserts once, then takes a place or the next one in the waiting list.
 * @returns null when this one, or another of the same person, is there already
 */
export async function takePlace(
  queries: Queries,
  joining: Omit<typeof hand.$inferInsert, 'state' | 'seq'>,
  now: Date,
): Promise<HandRow | null> {
  const [row] = await queries
    .insert(hand)
    .values({ ...joining, state: 'joined' })
    .onConflictDoNothing()
    .returning();
  if (!row) return null;
  const open = and(
    eq(gathering.id, joining.gatheringId),
    eq(gathering.state, 'open'),
    sql`${gathering.startsAt} > ${now.toISOString()}`,
  );
  const [taken] = await queries
    .update(gathering)
    .set({ taken: sql`taken + 1` })
    .where(and(open, sql`taken < people`))
    .returning({ id: gathering.id });
  if (taken) return row;
  // full: the row is held from here on, so a place cannot come free unseen
  const [queue] = await queries.update(gathering).set({ queued: sql`queued + 1` }).where(open).returning();
  if (!queue) throw new GatheringShut();
  if ((await waitingIn(queries, queue.id)) >= QUEUE_MOST) throw new QueueFull();
  const [waiting] = await queries
    .update(hand)
    .set({ state: 'waiting', seq: queue.queued })
    .where(eq(hand.id, row.id))
    .returning();
  if (!waiting) throw new GatheringShut();
  // one came free between the two statements, and nobody was waiting for it
  if (queue.taken >= queue.people) return waiting;
  const [moved] = await moveUp(queries, queue);
  return moved?.id === waiting.id ? moved : waiting;
}

async function waitingIn(queries: Queries, id: string): Promise<number> {
  const [found] = await queries
    .select({ n: count() })
    .from(hand)
    .where(and(eq(hand.gatheringId, id), eq(hand.state, 'waiting')));
  return found?.n ?? 0;
}

/** Hidden, held back or stopped by the desk: nobody is called there. Open again, the places that came free are given. */
export async function isTakenOff(queries: Queries, id: string): Promise<boolean> {
  const [row] = await queries
    .select({ state: posting.state })
    .from(posting)
    .where(and(eq(posting.id, id), eq(posting.source, 'hands')));
  return row !== undefined && row.state !== 'open' && row.state !== 'expired';
}

/** Free places of a held gathering go to those who wait, in order. @returns those who moved up */
export async function moveUp(queries: Queries, held: GatheringRow): Promise<HandRow[]> {
  const free = held.people - held.taken;
  if (held.state !== 'open' || free <= 0 || (await isTakenOff(queries, held.id))) return [];
  const next = await queries
    .select({ id: hand.id })
    .from(hand)
    .where(and(eq(hand.gatheringId, held.id), eq(hand.state, 'waiting')))
    .orderBy(asc(hand.seq))
    .limit(free);
  if (next.length === 0) return [];
  await queries
    .update(gathering)
    .set({ taken: held.taken + next.length })
    .where(eq(gathering.id, held.id));
  return queries
    .update(hand)
    .set({ state: 'joined', seq: null })
    .where(
      inArray(
        hand.id,
        next.map(({ id }) => id),
      ),
    )
    .returning();
}

/** One leaves a held gathering. @returns those who moved up */
export async function leavePlace(
  queries: Queries,
  held: GatheringRow,
  row: HandRow,
  now: Date,
): Promise<HandRow[]> {
  await queries
    .update(hand)
    .set({ state: 'left', leftAt: now, seq: null, cameAt: null, cameHow: null })
    .where(eq(hand.id, row.id));
  // whoever was ticked before it began holds a place too
  if (row.state !== 'joined' && row.state !== 'came') return [];
  const less = { ...held, taken: held.taken - 1 };
  await queries.update(gathering).set({ taken: less.taken }).where(eq(gathering.id, held.id));
  return held.startsAt > now ? moveUp(queries, less) : [];
}
