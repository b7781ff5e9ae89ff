import { eq } from 'drizzle-orm';
import type { Facts } from '@/domain/eligibility';
import { consentsOf } from '../../consent/given';
import { askerOf, type Context, servicesOf } from '../../context';
import { PLACE, savedOf } from '../../facts/kept';
import { holdAccount } from '../../hold-account';
import { refuse } from '../../refuse';
import { savedFacts } from '../../store/schema';

export async function saved(context: Context) {
  const found = await savedOf(context, askerOf(context).account.id);
  return { facts: found?.facts ?? {}, saved_at: found?.savedAt.toISOString() ?? null };
}

export async function save(context: Context, input: { facts: Facts }): Promise<{ done: true }> {
  const accountId = askerOf(context).account.id;
  const { cipher } = servicesOf(context).store;
  const known = Object.entries(input.facts).filter(([, value]) => value !== null && value !== undefined);
  const factsEnc = cipher.seal(PLACE, accountId, JSON.stringify(Object.fromEntries(known)));
  await holdAccount(context, accountId, async (queries) => {
    if (!(await consentsOf(context, accountId, queries)).has('saved_answers')) throw refuse('ConsentNeeded');
    await queries
      .insert(savedFacts)
      .values({ id: accountId, factsEnc, savedAt: context.now })
      .onConflictDoUpdate({ target: savedFacts.id, set: { factsEnc, savedAt: context.now } });
  });
  return { done: true };
}

export async function forget(context: Context): Promise<{ done: true }> {
  await servicesOf(context)
    .store.db.delete(savedFacts)
    .where(eq(savedFacts.id, askerOf(context).account.id));
  return { done: true };
}
