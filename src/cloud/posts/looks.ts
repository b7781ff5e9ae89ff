/** Everybody on a list can see that an officer had it: once a day. */
import { and, eq, gte } from 'drizzle-orm';
import { type Context, servicesOf, staffOf } from '../context';
import { recordLooks } from '../store/audit';
import { accessLog } from '../store/schema';

export async function recordLooksOnce(
  context: Context,
  purpose: string,
  people: readonly { readonly personId: string | null }[],
): Promise<void> {
  const { store } = servicesOf(context);
  const { accountId, office } = staffOf(context);
  const midnight = new Date(`${context.today}T00:00:00+08:00`);
  const written = await store.db
    .select({ personId: accessLog.personId })
    .from(accessLog)
    .where(
      and(eq(accessLog.actorId, accountId), gte(accessLog.at, midnight), eq(accessLog.purpose, purpose)),
    );
  const told = new Set(written.map(({ personId }) => personId));
  const anew = [...new Set(people.flatMap(({ personId }) => personId ?? []))].filter((id) => !told.has(id));
  await recordLooks(
    store,
    anew.map((personId) => ({ actorKind: 'staff' as const, actorId: accountId, office, purpose, personId })),
    context.now,
  );
}
