/** What of day labour belongs to an account: to take away, and to give back when it goes. */
import { and, desc, eq, gt, inArray, isNotNull, isNull, or, sql } from 'drizzle-orm';
import { CAME_HOW, HAND_STATES, type HandState, payWords } from '@/domain/hands';
import type { Account, Context } from '../context';
import { servicesOf } from '../context';
import { gathering, hand, handRecord } from '../store/schema';
import type { Queries } from '../store/store';
import { callOffHeld } from './call-off';
import { handIn, organiserIn } from './contact';
import { BLANK } from './forget';
import { handsOf } from './own';
import { rowsOfAll } from './record';
import { type GatheringRow, heldGathering, leavePlace } from './seats';
import { tellMovedUp } from './tell';

/** Not begun: the account has a place or waits there, or is itself the one who wants hands. In the order in which they are held. */
async function touchedBy({ now }: Context, queries: Queries, accountId: string): Promise<string[]> {
  const joined = queries
    .select({ of: hand.gatheringId })
    .from(hand)
    .where(and(eq(hand.accountId, accountId), inArray(hand.state, [...LIVE])));
  // the unit's and the office's go on without the account
  const own = and(
    eq(gathering.accountId, accountId),
    eq(gathering.kind, 'person'),
    eq(gathering.state, 'open'),
  );
  const rows = await queries
    .select({ id: gathering.id })
    .from(gathering)
    .where(and(gt(gathering.startsAt, now), or(inArray(gathering.id, joined), own)))
    .orderBy(gathering.id);
  return rows.map(({ id }) => id);
}

/** Whoever was ticked before it began holds a place too. */
const LIVE: readonly HandState[] = ['joined', 'waiting', 'came'];

/**
 * Before the account is held by whoever deletes it: others hold a gathering first and then wait for the accounts of those
 * whom they tell.
 */
export async function holdGatherings(context: Context, queries: Queries, accountId: string): Promise<void> {
  for (const id of await touchedBy(context, queries, accountId)) await heldGathering(queries, id);
}

/** With the account held, so that nobody joins or publishes for it any more: places go on to the next, own work is called off. */
async function giveUpHands(context: Context, queries: Queries, accountId: string): Promise<void> {
  for (const id of await touchedBy(context, queries, accountId)) {
    const held = await heldGathering(queries, id);
    if (!held) continue;
    if (held.accountId === accountId && held.kind === 'person') {
      if (held.state === 'open') await callOffHeld(context, queries, held, GONE);
      continue;
    }
    const [row] = await queries
      .select()
      .from(hand)
      .where(and(eq(hand.gatheringId, id), eq(hand.accountId, accountId), inArray(hand.state, [...LIVE])));
    if (row) await tellMovedUp(context, queries, held, await leavePlace(queries, held, row, context.now));
  }
}

const GONE = '发布的人注销了账号';

/**
 * A wage record both have agreed to is the other's proof as well and stays; what nobody agreed to goes. Who hired people
 * stays sealed for those who came: it is their proof, for as long as wages are kept (cloud/hands/forget.ts).
 * The account is held, its gatherings before it.
 */
export async function forgetHands(context: Context, queries: Queries, accountId: string): Promise<void> {
  await giveUpHands(context, queries, accountId);
  const gone = await queries
    .delete(hand)
    .where(and(eq(hand.accountId, accountId), isNull(hand.agreement)))
    .returning({ id: hand.id });
  const ids = gone.map(({ id }) => id);
  if (ids.length > 0) await queries.delete(handRecord).where(inArray(handRecord.memberId, ids));
  const { cipher } = servicesOf(context).store;
  const kept = await queries.select({ id: hand.id }).from(hand).where(eq(hand.accountId, accountId));
  for (const { id } of kept)
    await queries
      .update(hand)
      .set({
        ...{ accountId: id, personId: null, whoId: id },
        contentEnc: cipher.seal('hands_member.content', id, BLANK),
      })
      .where(eq(hand.id, id));
  const by = and(
    eq(handRecord.accountId, accountId),
    inArray(
      handRecord.memberId,
      kept.map(({ id }) => id),
    ),
  );
  if (kept.length > 0) await queries.update(handRecord).set({ accountId: sql`member_id` }).where(by);
  // the unit's own go on, and the office's under the office's name
  const own = await queries
    .select()
    .from(gathering)
    .where(and(eq(gathering.accountId, accountId), isNull(gathering.unitId)))
    .orderBy(gathering.id)
    .for('update');
  for (const of of own) {
    if (of.kind === 'person' && (await hasWorked(context, queries, of))) continue;
    const { phone } = organiserIn(context, of);
    const content = of.kind === 'staff' ? JSON.stringify({ name: of.employer, phone }) : BLANK;
    await queries
      .update(gathering)
      .set({ contentEnc: cipher.seal('hands_gathering.content', of.id, content) })
      .where(eq(gathering.id, of.id));
  }
}

/** Somebody came, or had a place when it began, or has begun to write down the wage. */
async function hasWorked(
  { now }: Context,
  queries: Queries,
  { id, startsAt }: GatheringRow,
): Promise<boolean> {
  const begun = startsAt <= now;
  const written = queries.select({ id: handRecord.memberId }).from(handRecord);
  const [one] = await queries
    .select({ id: hand.id })
    .from(hand)
    .where(
      and(
        eq(hand.gatheringId, id),
        or(
          inArray(hand.state, begun ? ['joined', 'came'] : ['came']),
          isNotNull(hand.agreement),
          inArray(hand.id, written),
        ),
      ),
    )
    .limit(1);
  return one !== undefined;
}

/** In words, for the export. */
export async function handsTold(context: Context, own: Account): Promise<Record<string, unknown>[]> {
  const { db } = servicesOf(context).store;
  const rows = await db
    .select({ row: hand, of: gathering })
    .from(hand)
    .innerJoin(gathering, eq(gathering.id, hand.gatheringId))
    .where(handsOf(own))
    .orderBy(desc(hand.joinedAt));
  const records = await rowsOfAll(
    context,
    db,
    rows.map(({ row }) => row.id),
  );
  return rows.map(({ row, of }) => {
    const { name, phone } = handIn(context, row);
    const record = records.get(row.id) ?? [];
    return {
      零工: of.work,
      谁请的: of.employer,
      哪天: of.day,
      地点: of.address,
      情况: HAND_STATES[row.state],
      签到: row.cameAt?.toISOString() ?? null,
      怎么签到的: row.cameHow && CAME_HOW[row.cameHow],
      留的姓名: name,
      留的电话: phone,
      工钱记录编号: row.agreement,
      工钱记录:
        record
          .map(({ seq, kind, side, at, terms }) => {
            const who = side === 'worker' ? '干活的' : seq === 1 ? '请人的发布时' : '请人的';
            const text = terms ? `${terms.day} ${terms.work} ${payWords(terms)}，${terms.paid}` : '就是这样';
            return `${at} ${who} ${kind === 'tap' ? '点了' : '写了'}：${text}`;
          })
          .join('；') || null,
    };
  });
}

export async function organisedTold(context: Context, own: Account): Promise<Record<string, unknown>[]> {
  const rows = await servicesOf(context)
    .store.db.select()
    .from(gathering)
    .where(eq(gathering.accountId, own.id))
    .orderBy(desc(gathering.startsAt));
  return rows.map((of) => {
    const { name, phone } = organiserIn(context, of);
    return {
      活: of.work,
      哪天: of.day,
      地点: of.address,
      要几人: of.people,
      报了几人: of.taken,
      工钱: payWords({ pay_fen: of.payFen, pay_unit: of.payUnit }),
      写的姓名: name,
      写的电话: phone,
      情况: of.state === 'open' ? '发布了' : `取消了：${of.reason ?? ''}`,
    };
  });
}
