import { eq } from 'drizzle-orm';
import { type Context, servicesOf } from './context';
import { refuse } from './refuse';
import { account } from './store/schema';
import type { Queries } from './store/store';

type Held = typeof account.$inferSelect;

/** The account, held until the transaction ends; null when it is gone. */
export async function heldAccount(queries: Queries, accountId: string): Promise<Held | null> {
  const [held] = await queries.select().from(account).where(eq(account.id, accountId)).for('update');
  return held ?? null;
}

/**
 * What is kept for an account waits for what deletes it or takes its consent back, and the other way round: a request
 * that was under way leaves nothing behind. The work asks through `queries` alone, or it would wait for a connection.
 * @throws SessionEnded when the account is gone
 */
export const holdAccount = <T>(
  context: Context,
  accountId: string,
  work: (queries: Queries, held: Held) => Promise<T>,
): Promise<T> =>
  servicesOf(context).store.db.transaction(async (queries) => {
    const held = await heldAccount(queries, accountId);
    if (!held) throw refuse('SessionEnded');
    return work(queries, held);
  });
