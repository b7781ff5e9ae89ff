import { and, desc, eq, or } from 'drizzle-orm';
import type { MandateView } from '@/contract/session';
import { maskName } from '@/domain/identity';
import type { MandateService } from '@/domain/mandate/services';
import { askerOf, type Context, servicesOf } from '../../context';
import { refuse } from '../../refuse';
import { memberById } from '../../store/people';
import { accessLog, account, mandate } from '../../store/schema';
import { lookView } from '../privacy/looks';

type Row = typeof mandate.$inferSelect;

/** A mandate of this account, from either side. */
const mineIs = (accountId: string) => or(eq(mandate.holderId, accountId), eq(mandate.helperId, accountId));

export async function list(context: Context): Promise<MandateView[]> {
  const { id } = askerOf(context).account;
  const rows = await servicesOf(context)
    .store.db.select()
    .from(mandate)
    .where(mineIs(id))
    .orderBy(desc(mandate.createdAt));
  // asked for and never confirmed: the one asked is not bothered with it
  const shown = rows.filter((row) => row.startedAt !== null || row.how === 'code' || row.helperId === id);
  return Promise.all(shown.map((row) => viewOf(context, row, id)));
}

export async function mandateById(
  context: Context,
  mandateId: string,
  accountId: string,
): Promise<MandateView> {
  const [row] = await servicesOf(context)
    .store.db.select()
    .from(mandate)
    .where(and(eq(mandate.id, mandateId), mineIs(accountId)));
  if (!row) throw refuse('NotFound');
  return viewOf(context, row, accountId);
}

export async function viewOf(context: Context, row: Row, accountId: string): Promise<MandateView> {
  const side = row.holderId === accountId ? 'holder' : 'helper';
  const over = row.endedAt !== null || row.until < context.today;
  const waiting = row.startedAt === null;
  const lapsed = waiting && row.offerUntil < context.now;
  return {
    id: row.id,
    side,
    other: await otherName(context, row, side),
    services: row.services as MandateService[],
    until: row.until,
    state: over || lapsed ? 'ended' : waiting ? 'waiting' : 'active',
    started_at: row.startedAt?.toISOString() ?? null,
    ended_at: row.endedAt?.toISOString() ?? null,
  };
}

/** The label for whoever wrote it; for the helper of a confirmed mandate the holder's masked name. */
async function otherName(context: Context, row: Row, side: 'holder' | 'helper'): Promise<string> {
  const { db, cipher } = servicesOf(context).store;
  const label = row.labelEnc ? cipher.open('mandate.label', row.id, row.labelEnc) : '';
  if (row.startedAt === null) return label;
  if (side === 'holder') return row.how === 'code' ? label : '代办人';
  const [holder] = row.holderId
    ? await db.select({ personId: account.personId }).from(account).where(eq(account.id, row.holderId))
    : [];
  const member = holder?.personId ? await memberById(servicesOf(context).store, holder.personId) : null;
  return member ? maskName(member.row.name) : label;
}

/** From either side, at once. */
export async function end(context: Context, input: { id: string }): Promise<{ done: true }> {
  const { account: own } = askerOf(context);
  const ended = await servicesOf(context)
    .store.db.update(mandate)
    .set({ endedAt: context.now, offerHash: null })
    .where(and(eq(mandate.id, input.id), mineIs(own.id)))
    .returning({ id: mandate.id });
  if (ended.length === 0) throw refuse('NotFound');
  return { done: true };
}

/** For the holder alone: everything done under it. */
export async function trail(context: Context, input: { id: string }) {
  const { account: own } = askerOf(context);
  const { db } = servicesOf(context).store;
  const [row] = await db
    .select({ id: mandate.id })
    .from(mandate)
    .where(and(eq(mandate.id, input.id), eq(mandate.holderId, own.id)));
  if (!row) throw refuse('NotFound');
  const rows = await db
    .select()
    .from(accessLog)
    .where(eq(accessLog.actorId, row.id))
    .orderBy(desc(accessLog.seq));
  return rows.map(lookView);
}
