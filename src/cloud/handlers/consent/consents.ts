import { randomUUID } from 'node:crypto';
import { and, desc, eq, isNull, ne, type SQL } from 'drizzle-orm';
import { CONSENTS, type ConsentKind } from '@/domain/privacy/consents';
import { consentsOf } from '../../consent/given';
import { askerOf, type Context, servicesOf } from '../../context';
import { holdAccount } from '../../hold-account';
import { refuseField } from '../../refuse';
import {
  account,
  claim,
  codeRef,
  consent,
  fitting,
  mandate,
  person,
  request,
  savedFacts,
  staff,
  staffRelation,
} from '../../store/schema';
import type { Queries } from '../../store/store';

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
  await holdAccount(context, accountId, async (queries) => {
    if ((await consentsOf(context, accountId, queries)).has(kind)) return;
    await queries
      .insert(consent)
      .values({ id: randomUUID(), accountId, kind, version, givenAt: context.now });
  });
  return { done: true };
}

/** From now on; what rests on the consent alone goes with it. */
export async function withdraw(context: Context, { kind }: { kind: ConsentKind }): Promise<{ done: true }> {
  const accountId = askerOf(context).account.id;
  await holdAccount(context, accountId, async (queries, { personId }) => {
    await queries
      .update(consent)
      .set({ withdrawnAt: context.now })
      .where(and(eq(consent.accountId, accountId), eq(consent.kind, kind), isNull(consent.withdrawnAt)));
    if (kind === 'saved_answers') await queries.delete(savedFacts).where(eq(savedFacts.id, accountId));
    // codes say what was read under the consent
    if (kind === 'register' || kind === 'identity') await endCodes(queries, context, accountId);
    // what fitted by it; looked at anew, with what may still be read
    if (kind === 'register' || kind === 'health')
      await queries.update(fitting).set({ benefitsEnc: null, stamp: '' }).where(eq(fitting.id, accountId));
    if (kind === 'minors' && personId !== null)
      await endCodes(queries, context, accountId, ne(codeRef.personId, personId));
    if (kind === 'identity') await unbind(queries, context, accountId);
  });
  return { done: true };
}

async function endCodes(queries: Queries, { now }: Context, accountId: string, which?: SQL): Promise<void> {
  await queries
    .update(codeRef)
    .set({ revokedAt: now })
    .where(and(eq(codeRef.accountId, accountId), isNull(codeRef.revokedAt), which));
}

/** No match with the register, none on the way, and nobody who helps with what is no longer there. */
async function unbind(queries: Queries, { now }: Context, accountId: string): Promise<void> {
  await queries.delete(claim).where(eq(claim.id, accountId));
  await queries.delete(fitting).where(eq(fitting.id, accountId));
  await queries
    .delete(request)
    .where(
      and(eq(request.accountId, accountId), eq(request.kind, 'verification'), isNull(request.answeredAt)),
    );
  await queries
    .update(mandate)
    .set({ endedAt: now, offerHash: null })
    .where(and(eq(mandate.holderId, accountId), isNull(mandate.endedAt)));
  await keepRecusal(queries, now, accountId);
  await queries
    .update(account)
    .set({ personId: null, boundAt: null, boundHow: null })
    .where(eq(account.id, accountId));
}

/** An officer goes on keeping off the cases of the own family: that is a duty, and no matter of consent. */
async function keepRecusal(queries: Queries, now: Date, accountId: string): Promise<void> {
  const [officer] = await queries
    .select({ householdId: person.householdId })
    .from(staff)
    .innerJoin(account, eq(account.id, staff.id))
    .innerJoin(person, eq(person.id, account.personId))
    .where(eq(staff.id, accountId));
  if (!officer) return;
  await queries
    .insert(staffRelation)
    .values({ staffId: accountId, householdId: officer.householdId, declaredAt: now })
    .onConflictDoNothing();
}
