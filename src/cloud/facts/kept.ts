import { eq } from 'drizzle-orm';
import { checkFacts, type FactValue } from '@/domain/eligibility';
import { type Context, servicesOf } from '../context';
import { savedFacts } from '../store/schema';
import type { Queries } from '../store/store';

/** Where the cipher says that it lies. */
export const PLACE = 'saved_facts.facts';

/** What the account keeps here; values that the catalogue does not know any more are left out. */
export async function savedOf(
  context: Context,
  accountId: string,
  queries: Queries = servicesOf(context).store.db,
): Promise<{ facts: Record<string, FactValue>; savedAt: Date } | null> {
  const { cipher } = servicesOf(context).store;
  const [row] = await queries.select().from(savedFacts).where(eq(savedFacts.id, accountId));
  if (!row) return null;
  const kept = JSON.parse(cipher.open(PLACE, accountId, row.factsEnc)) as Record<string, FactValue>;
  const facts = Object.entries(kept).filter(([id, value]) => checkFacts({ [id]: value }).ok);
  return { facts: Object.fromEntries(facts), savedAt: row.savedAt };
}
