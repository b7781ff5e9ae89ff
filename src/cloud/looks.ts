/** Everybody on a list can see who had it: once a day, however often it is opened. */
import { and, eq, gte } from 'drizzle-orm';
import { chinaMidnight } from '@/domain/calendar/china';
import { type Context, servicesOf, staffOf } from './context';
import { type LookEntry, recordLooks } from './store/audit';
import { accessLog } from './store/schema';

interface Listed {
  readonly accountId?: string | null;
  readonly personId: string | null;
}

const whose = ({ accountId, personId }: Listed): string | null => accountId ?? personId;

/** Who has neither an account nor a place in the register has nowhere to read it. */
export async function recordLooksOnce(
  context: Context,
  { actorId, office, purpose }: Pick<LookEntry, 'office' | 'purpose'> & { readonly actorId: string },
  people: readonly Listed[],
): Promise<void> {
  const { store } = servicesOf(context);
  const written = await store.db
    .select({ accountId: accessLog.accountId, personId: accessLog.personId })
    .from(accessLog)
    .where(
      and(
        eq(accessLog.actorId, actorId),
        gte(accessLog.at, chinaMidnight(context.today)),
        eq(accessLog.purpose, purpose),
      ),
    );
  const told = new Set(written.map(whose));
  const anew = new Map<string, LookEntry>();
  for (const { accountId = null, personId } of people) {
    const key = whose({ accountId, personId });
    if (key !== null && !told.has(key))
      anew.set(key, { actorKind: 'staff', actorId, office, purpose, accountId, personId });
  }
  await recordLooks(store, [...anew.values()], context.now);
}

/** The same of whoever works at a desk. @param people of the register */
export const recordDeskLooksOnce = (
  context: Context,
  purpose: string,
  people: readonly { readonly personId: string | null }[],
): Promise<void> => {
  const { accountId, office } = staffOf(context);
  return recordLooksOnce(
    context,
    { actorId: accountId, office, purpose },
    people.map(({ personId }) => ({ personId })),
  );
};
