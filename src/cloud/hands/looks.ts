/** Whoever joined can see that the list they are on was opened: once a day, by whom it may be. */
import { and, eq, gte } from 'drizzle-orm';
import { askerOf, type Context, servicesOf } from '../context';
import { recordLooks } from '../store/audit';
import { accessLog } from '../store/schema';
import type { GatheringRow, HandRow } from './seats';

export async function recordRoster(
  context: Context,
  { work, employer }: GatheringRow,
  rows: readonly HandRow[],
): Promise<void> {
  const { store } = servicesOf(context);
  const actorId = askerOf(context).account.id;
  const purpose = `看了“${work}”的名单`;
  const midnight = new Date(`${context.today}T00:00:00+08:00`);
  const written = await store.db
    .select({ accountId: accessLog.accountId })
    .from(accessLog)
    .where(and(eq(accessLog.actorId, actorId), gte(accessLog.at, midnight), eq(accessLog.purpose, purpose)));
  const told = new Set(written.map(({ accountId }) => accountId));
  const looks = rows
    .filter(({ accountId }) => !told.has(accountId))
    .map(({ accountId, personId }) => ({
      ...{ actorKind: 'staff' as const, actorId, office: employer, purpose },
      ...{ accountId, personId },
    }));
  await recordLooks(store, looks, context.now);
}
