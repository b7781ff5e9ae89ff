import { eq } from 'drizzle-orm';
import { checkFacts, type Facts, type FactValue } from '@/domain/eligibility';
import { askerOf, type Context, servicesOf } from '../../context';
import { refuse } from '../../refuse';
import { savedFacts } from '../../store/schema';
import { consentsOf } from '../consent/consents';
import { holdAccount } from '../hold-account';

type Known = Record<string, FactValue>;

const PLACE = 'saved_facts.facts';

/** What the account keeps here; values that the catalogue does not know any more are left out. */
export async function savedOf(
  context: Context,
  accountId: string,
): Promise<{ facts: Known; savedAt: Date } | null> {
  const { db, cipher } = servicesOf(context).store;
  const [row] = await db.select().from(savedFacts).where(eq(savedFacts.id, accountId));
  if (!row) return null;
  const kept = JSON.parse(cipher.open(PLACE, accountId, row.factsEnc)) as Known;
  const facts = Object.entries(kept).filter(([id, value]) => checkFacts({ [id]: value }).ok);
  return { facts: Object.fromEntries(facts), savedAt: row.savedAt };
}

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
