/** Who came: scanned or ticked by the organiser, perhaps without a signal, or with the number on the organiser's phone. */
import { and, asc, eq, ne } from 'drizzle-orm';
import type { InputOf, OutputOf } from '@/contract/api';
import { type CameHow, comeCan, comeSpan } from '@/domain/hands';
import { linkTo } from '@/domain/links';
import { dayAt } from '@/domain/training';
import { askerOf, type Context, servicesOf } from '../../context';
import { contactKnown, handIn } from '../../hands/contact';
import { ownGathering } from '../../hands/organiser';
import { ownHands } from '../../hands/own';
import { agreeingOf, rowsOfAll } from '../../hands/record';
import { type GatheringRow, type HandRow, heldGathering } from '../../hands/seats';
import { gatheringViewOf, groundOf, mayCall } from '../../hands/view';
import { recordLooksOnce } from '../../looks';
import { refuse, refuseField } from '../../refuse';
import { gathering, hand } from '../../store/schema';
import { holderOf } from '../training/attendance';

/** Those with a place by arrival, then the waiting list in its order. */
export async function roster(
  context: Context,
  { id }: InputOf<'hands.roster'>,
): Promise<OutputOf<'hands.roster'>> {
  const of = await ownGathering(context, id);
  const { db } = servicesOf(context).store;
  const rows = await db
    .select()
    .from(hand)
    .where(and(eq(hand.gatheringId, id), ne(hand.state, 'left')))
    .orderBy(asc(hand.joinedAt), asc(hand.id));
  const waiting = rows
    .filter(({ state }) => state === 'waiting')
    .sort((one, other) => (one.seq ?? 0) - (other.seq ?? 0));
  const looker = { actorId: askerOf(context).account.id, office: of.employer };
  await recordLooksOnce(context, { ...looker, purpose: `看了“${of.work}”的名单` }, rows);
  const reached = await mayCall(context, of);
  const view = await gatheringViewOf(context, id);
  if (!view) throw refuse('NotFound');
  const records = await rowsOfAll(
    context,
    db,
    rows.map((row) => row.id),
  );
  const people: OutputOf<'hands.roster'>['people'] = [];
  for (const row of [...rows.filter(({ state }) => state !== 'waiting'), ...waiting]) {
    const contact = handIn(context, row);
    people.push({
      ...{ id: row.id, name: contact.name, phone: reached ? contact.phone : null },
      known: contactKnown(contact),
      state: row.state,
      place: row.state === 'waiting' ? waiting.indexOf(row) + 1 : null,
      came_at: row.cameAt?.toISOString() ?? null,
      came_how: row.cameHow,
      agreeing: agreeingOf(row, records.get(row.id) ?? []),
    });
  }
  return { gathering: view, people };
}

/** A phone's clock may be a little ahead. */
const AHEAD_MS = 10 * 60_000;

export async function mark(context: Context, input: InputOf<'hands.mark'>): Promise<OutputOf<'hands.mark'>> {
  const of = await ownGathering(context, input.gathering);
  const { db } = servicesOf(context).store;
  const [kept] = await db.select().from(hand).where(eq(hand.markId, input.id));
  if (kept) {
    if (kept.gatheringId !== of.id) throw refuse('NotFound');
    return { id: input.id, member: kept.id, name: handIn(context, kept).name, again: true };
  }
  const { row, at } = await metOn(context, of, input);
  const how = input.code === undefined ? 'list' : 'code';
  const again = await came(context, of, row, { cameAt: at, cameHow: how, markId: input.id });
  return { id: input.id, member: row.id, name: handIn(context, row).name, again };
}

interface Came {
  readonly cameAt: Date;
  readonly cameHow: CameHow;
  readonly markId: string | null;
}

/** @returns whether it was known already */
const came = (context: Context, of: GatheringRow, { id }: HandRow, mark: Came): Promise<boolean> =>
  servicesOf(context).store.db.transaction(async (queries) => {
    const held = await heldGathering(queries, of.id);
    const [row] = await queries.select().from(hand).where(eq(hand.id, id));
    if (!held || !row) throw refuse('NotFound');
    if (row.state === 'came') return true;
    const { now, ...span } = groundOf(context, held);
    const can = comeCan(row.state, held.state, mark.cameAt.getTime(), span, now);
    if (!can.ok) throw refuse('ActionNotAllowed', { fields: [{ path: 'member', message: can.why }] });
    await queries
      .update(hand)
      .set({ state: 'came', ...mark })
      .where(eq(hand.id, id));
    return false;
  });

/**
 * Whom and when: by the organiser's phone, and not later than it is heard of. A code says itself on which day it was
 * shown, by the server's clock.
 * @throws InvalidInput in words
 */
async function metOn(
  context: Context,
  of: GatheringRow,
  { member, code, at }: InputOf<'hands.mark'>,
): Promise<{ row: HandRow; at: Date }> {
  if ((member === undefined) === (code === undefined))
    throw refuseField('member', '请扫对方的帮扶码，或者从名单里点名，两样选一样');
  const found = code === undefined ? null : await holderOf(context, code);
  const moment = new Date(at);
  if (moment.getTime() > context.now.getTime() + AHEAD_MS)
    throw refuseField('at', '这部手机的时间不对，比现在快。请先调好时间，再签一次');
  const [row] = await servicesOf(context)
    .store.db.select()
    .from(hand)
    .where(
      and(
        eq(hand.gatheringId, of.id),
        found ? eq(hand.personId, found.personId) : eq(hand.id, member ?? ''),
        ne(hand.state, 'left'),
      ),
    );
  if (!row)
    throw refuseField(found ? 'code' : 'member', '名单里没有这个人，可以请对方先报名，或者看看是不是别的活');
  const { starts_at, ends_at } = groundOf(context, of);
  const { from, until } = comeSpan({ starts_at, ends_at });
  if (found && (found.day < dayAt(from) || found.day > dayAt(until)))
    throw refuseField('code', '这个码不是干活那天出示的，请对方打开帮扶码再扫');
  return { row, at: moment > context.now ? context.now : moment };
}

const SLOT_MS = 10 * 60_000;
const DIGITS = 1_000_000;

/** Keyed, by gathering and ten minutes: nothing is stored, and an old number is worth nothing. */
function codeIn(context: Context, id: string, slot: number): string {
  const hash = servicesOf(context).store.cipher.blind('hands_here', `${id} ${slot}`);
  return String(hash.readUInt32BE(0) % DIGITS).padStart(6, '0');
}

const slotOf = ({ now }: Context) => Math.floor(now.getTime() / SLOT_MS);

export async function code(context: Context, { id }: InputOf<'hands.code'>): Promise<OutputOf<'hands.code'>> {
  await ownGathering(context, id);
  const slot = slotOf(context);
  const number = codeIn(context, id, slot);
  const { publicUrl } = servicesOf(context);
  return {
    code: number,
    text: publicUrl ? linkTo(publicUrl, 'gathering', { id, code: number }) : number,
    until: new Date((slot + 1) * SLOT_MS).toISOString(),
  };
}

/** One's own place, with the number of these ten minutes or the ten before. */
export async function here(context: Context, input: InputOf<'hands.here'>): Promise<OutputOf<'hands.here'>> {
  const { subject, mandate } = askerOf(context);
  if (mandate) throw refuse('NotFound');
  const { store, limits } = servicesOf(context);
  const [row] = await store.db
    .select()
    .from(hand)
    .where(and(eq(hand.id, input.id), ownHands(context)));
  if (!row) throw refuse('NotFound');
  await limits.take('here_account', subject.id);
  const [of] = await store.db.select().from(gathering).where(eq(gathering.id, row.gatheringId));
  if (!of) throw refuse('NotFound');
  const typed = input.code.normalize('NFKC').replace(/\D/g, '');
  const slot = slotOf(context);
  if (![slot, slot - 1].some((one) => codeIn(context, of.id, one) === typed))
    throw refuseField('code', '数字不对，或者过了时间。请看组织的人手机上现在的六位数字');
  await came(context, of, row, { cameAt: context.now, cameHow: 'gathering', markId: null });
  const view = await gatheringViewOf(context, of.id);
  if (!view) throw refuse('NotFound');
  return view;
}
