import { and, eq, isNull, ne, or } from 'drizzle-orm';
import { askerOf, type Context, servicesOf, subjectOf } from '../../context';
import { account, codeRef, session } from '../../store/schema';

/** Every code of the person shown until now, by whomever. With a lost phone every other session ends too. */
export async function revoke(context: Context, input: { lost_phone: boolean }): Promise<{ done: true }> {
  const { accountId, personId } = subjectOf(context);
  const { sessionId, mandate } = askerOf(context);
  await servicesOf(context).store.db.transaction(async (queries) => {
    await queries
      .update(codeRef)
      .set({ revokedAt: context.now })
      .where(
        and(or(eq(codeRef.accountId, accountId), eq(codeRef.personId, personId)), isNull(codeRef.revokedAt)),
      );
    // a helper ends no session of the holder's
    if (input.lost_phone && mandate === null)
      await queries.delete(session).where(and(eq(session.accountId, accountId), ne(session.id, sessionId)));
  });
  return { done: true };
}

export async function showName(context: Context, { shown }: { shown: boolean }): Promise<{ done: true }> {
  const { accountId } = subjectOf(context);
  await servicesOf(context)
    .store.db.update(account)
    .set({ showsName: shown })
    .where(eq(account.id, accountId));
  return { done: true };
}
