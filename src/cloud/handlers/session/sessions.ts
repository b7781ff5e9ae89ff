import { and, desc, eq, gt } from 'drizzle-orm';
import { askerOf, type Context, servicesOf } from '../../context';
import { session } from '../../store/schema';

/** Where the account is signed in, the last used first. */
export async function list(context: Context) {
  const { account, sessionId } = askerOf(context);
  const rows = await servicesOf(context)
    .store.db.select()
    .from(session)
    .where(and(eq(session.accountId, account.id), gt(session.expiresAt, context.now)))
    .orderBy(desc(session.usedAt));
  return rows.map(({ id, device, createdAt, usedAt }) => ({
    id,
    device,
    created_at: createdAt.toISOString(),
    used_at: usedAt.toISOString(),
    current: id === sessionId,
  }));
}

/** Ending one that has already ended is done as well. */
export async function end(context: Context, input: { session: string }): Promise<{ done: true }> {
  const { account, sessionId } = askerOf(context);
  const { db } = servicesOf(context).store;
  const mine = eq(session.accountId, account.id);
  const one = input.session === 'this' ? sessionId : input.session;
  await db.delete(session).where(input.session === 'everywhere' ? mine : and(mine, eq(session.id, one)));
  return { done: true };
}
