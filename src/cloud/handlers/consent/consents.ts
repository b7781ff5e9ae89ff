import { randomUUID } from 'node:crypto';
import { and, desc, eq, isNull } from 'drizzle-orm';
import { CONSENTS, type ConsentKind } from '@/domain/privacy/consents';
import { askerOf, type Context, servicesOf } from '../../context';
import { refuseField } from '../../refuse';
import { account, claim, consent, savedFacts } from '../../store/schema';

/** Given in the words of today, and not withdrawn. */
export async function consentsOf(context: Context, accountId: string): Promise<ReadonlySet<ConsentKind>> {
  const rows = await servicesOf(context)
    .store.db.select({ kind: consent.kind, version: consent.version })
    .from(consent)
    .where(and(eq(consent.accountId, accountId), isNull(consent.withdrawnAt)));
  const known = rows.filter(({ kind, version }) => CONSENTS[kind as ConsentKind]?.version === version);
  return new Set(known.map(({ kind }) => kind as ConsentKind));
}

export const hasConsent = async (context: Context, accountId: string, kind: ConsentKind): Promise<boolean> =>
  (await consentsOf(context, accountId)).has(kind);

/** Every consent that was ever given, the newest first. */
export async function list(context: Context) {
  const rows = await servicesOf(context)
    .store.db.select()
    .from(consent)
    .where(eq(consent.accountId, askerOf(context).account.id))
    .orderBy(desc(consent.givenAt));
  return rows.map(({ kind, version, givenAt, withdrawnAt }) => ({
    kind: kind as ConsentKind,
    version,
    given_at: givenAt.toISOString(),
    withdrawn_at: withdrawnAt?.toISOString() ?? null,
  }));
}

export async function give(
  context: Context,
  { kind, version }: { kind: ConsentKind; version: number },
): Promise<{ done: true }> {
  const accountId = askerOf(context).account.id;
  if (CONSENTS[kind].version !== version) throw refuseField('version', '说明有更新，请重新看过再同意');
  if (await hasConsent(context, accountId, kind)) return { done: true };
  await servicesOf(context)
    .store.db.insert(consent)
    .values({ id: randomUUID(), accountId, kind, version, givenAt: context.now });
  return { done: true };
}

/** From now on; what rests on the consent alone goes with it. */
export async function withdraw(context: Context, { kind }: { kind: ConsentKind }): Promise<{ done: true }> {
  const accountId = askerOf(context).account.id;
  await servicesOf(context).store.db.transaction(async (queries) => {
    await queries
      .update(consent)
      .set({ withdrawnAt: context.now })
      .where(and(eq(consent.accountId, accountId), eq(consent.kind, kind), isNull(consent.withdrawnAt)));
    if (kind === 'saved_answers') await queries.delete(savedFacts).where(eq(savedFacts.id, accountId));
    if (kind === 'identity') {
      await queries.delete(claim).where(eq(claim.id, accountId));
      await queries
        .update(account)
        .set({ personId: null, boundAt: null, boundHow: null })
        .where(eq(account.id, accountId));
    }
  });
  return { done: true };
}
