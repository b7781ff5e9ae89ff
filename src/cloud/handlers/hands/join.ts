/** Joining, and giving the place to the next. */
import { and, count, eq, gt, inArray, ne } from 'drizzle-orm';
import type { InputOf, OutputOf } from '@/contract/api';
import { JOINED_FULL, JOINED_MOST, joinCan, leaveCan, QUEUE_FULL } from '@/domain/hands';
import { askerOf, type Context, servicesOf } from '../../context';
import { contactOf } from '../../hands/contact';
import { isOrganiser, organisers } from '../../hands/organiser';
import { isOwnHand, ownHands } from '../../hands/own';
import {
  type GatheringRow,
  GatheringShut,
  type HandRow,
  heldGathering,
  leavePlace,
  QueueFull,
  takePlace,
} from '../../hands/seats';
import { tellHands, tellMovedUp } from '../../hands/tell';
import { gatheringViewOf, groundNow, groundOf } from '../../hands/view';
import { holdAccount } from '../../hold-account';
import { refuse } from '../../refuse';
import { gathering, hand } from '../../store/schema';
import type { Queries } from '../../store/store';

type Input = InputOf<'hands.join'>;

export async function join(context: Context, input: Input): Promise<OutputOf<'hands.join'>> {
  const { subject } = askerOf(context);
  const { store, limits } = servicesOf(context);
  const [row] = await store.db.select().from(gathering).where(eq(gathering.id, input.gathering));
  if (!row) throw refuse('NotFound');
  const known = await knownFor(context, input);
  if (known) return answer(context, row, true);
  const can = joinCan(await groundNow(context, row));
  if (!can.ok) throw refuse('ActionNotAllowed', { fields: [{ path: 'gathering', message: can.why }] });
  if (await isOrganiser(context, row, subject.id))
    throw refuse('ActionNotAllowed', {
      fields: [
        {
          path: 'gathering',
          message:
            row.kind === 'person'
              ? '这是您自己发布的活'
              : '这是您的单位发布的活，名单、工钱都归您管，自己不能报',
        },
      ],
    });
  await limits.take('join_account', subject.id);
  const contact = await contactOf(context, input, '', '请写您的名字，签到、记工钱要用');
  const taken = await placed(context, {
    ...{ id: input.id, gatheringId: row.id, accountId: subject.id, personId: subject.personId },
    ...{ whoId: subject.personId ?? subject.id, joinedAt: context.now },
    contentEnc: store.cipher.seal('hands_member.content', input.id, JSON.stringify(contact)),
  });
  // the other tap was faster
  if (!taken && !(await knownFor(context, input))) throw refuse('AlreadyFiled');
  return answer(context, row, !taken);
}

async function placed(context: Context, joining: Parameters<typeof takePlace>[1]): Promise<HandRow | null> {
  try {
    // deleted at the same moment, the account leaves nobody on a place
    return await holdAccount(context, joining.accountId, async (queries) => {
      await requireFewJoined(context, queries);
      return takePlace(queries, joining, context.now);
    });
  } catch (error) {
    if (error instanceof QueueFull)
      throw refuse('ActionNotAllowed', { fields: [{ path: 'gathering', message: QUEUE_FULL }] });
    if (error instanceof GatheringShut)
      throw refuse('ActionNotAllowed', { fields: [{ path: 'gathering', message: '这个活现在不能报了' }] });
    throw error;
  }
}

/** @throws ActionNotAllowed for whoever holds more places than anybody can go to */
async function requireFewJoined(context: Context, queries: Queries): Promise<void> {
  const [found] = await queries
    .select({ n: count() })
    .from(hand)
    .innerJoin(gathering, eq(gathering.id, hand.gatheringId))
    .where(
      and(
        ownHands(context),
        inArray(hand.state, ['joined', 'waiting']),
        eq(gathering.state, 'open'),
        gt(gathering.startsAt, context.now),
      ),
    );
  if ((found?.n ?? 0) >= JOINED_MOST)
    throw refuse('ActionNotAllowed', { fields: [{ path: 'gathering', message: JOINED_FULL }] });
}

/** This very joining, or one of the same person. @throws AlreadyFiled for somebody else's id */
async function knownFor(context: Context, { id, gathering: of }: Input): Promise<HandRow | null> {
  const { db } = servicesOf(context).store;
  const [same] = await db.select().from(hand).where(eq(hand.id, id));
  if (same && (!isOwnHand(context, same) || same.gatheringId !== of)) throw refuse('AlreadyFiled');
  if (same) return same;
  const [other] = await db
    .select()
    .from(hand)
    .where(and(eq(hand.gatheringId, of), ownHands(context), ne(hand.state, 'left')));
  return other ?? null;
}

async function answer(
  context: Context,
  { id }: GatheringRow,
  again: boolean,
): Promise<OutputOf<'hands.join'>> {
  const view = await gatheringViewOf(context, id);
  if (!view) throw refuse('NotFound');
  return { ...view, again };
}

/** Left twice, it is left. The next in the list has the place at once. */
export async function leave(
  context: Context,
  { id }: InputOf<'hands.leave'>,
): Promise<OutputOf<'hands.leave'>> {
  const { db } = servicesOf(context).store;
  const [own] = await db
    .select()
    .from(hand)
    .where(and(eq(hand.id, id), ownHands(context)));
  if (!own) throw refuse('NotFound');
  await db.transaction(async (queries) => {
    const held = await heldGathering(queries, own.gatheringId);
    const [row] = await queries.select().from(hand).where(eq(hand.id, id));
    if (!held || !row) throw refuse('NotFound');
    if (row.state === 'left') return;
    const can = leaveCan(row.state, groundOf(context, held));
    if (!can.ok) throw refuse('ActionNotAllowed', { fields: [{ path: 'id', message: can.why }] });
    await tellMovedUp(context, queries, held, await leavePlace(queries, held, row, context.now));
    if (row.state === 'waiting') return;
    const told = (await organisers(context, queries, held)).map((accountId) => ({ id: row.id, accountId }));
    await tellHands(context, queries, held, told, {
      what: 'left',
      text: `有一个人退出了。${held.day}的活，排队的人自动补上。`,
      urgent: false,
    });
  });
  const view = await gatheringViewOf(context, own.gatheringId);
  if (!view) throw refuse('NotFound');
  return view;
}
