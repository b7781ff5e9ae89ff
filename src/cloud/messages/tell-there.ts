import { inArray } from 'drizzle-orm';
import type { Context } from '../context';
import { account } from '../store/schema';
import type { Queries } from '../store/store';
import { type Told, tellAccounts } from './tell-account';

/**
 * Told to those whose account is still there, held against being deleted meanwhile: what is written to another would
 * stay behind.
 * @returns how many of them are there, told now or before
 */
export async function tellThere(context: Context, queries: Queries, told: readonly Told[]): Promise<number> {
  if (told.length === 0) return 0;
  const ids = [...new Set(told.map(({ accountId }) => accountId))];
  const there = await queries
    .select({ id: account.id })
    .from(account)
    .where(inArray(account.id, ids))
    .orderBy(account.id)
    .for('key share');
  const known = new Set(there.map(({ id }) => id));
  const reached = told.filter(({ accountId }) => known.has(accountId));
  await tellAccounts(context, queries, reached);
  return reached.length;
}
