/** What is known of somebody, from the register and from their own answers. */
import type { Facts } from '@/domain/eligibility';
import { personMaySay } from '@/domain/register/merge';
import { memberOf, registerFacts } from '../cases/applicant';
import { type Context, servicesOf } from '../context';
import { savedOf } from '../facts/kept';
import type { Queries } from '../store/store';

export async function knownFacts(
  context: Context,
  { id, personId }: { readonly id: string; readonly personId: string | null },
  queries: Queries = servicesOf(context).store.db,
) {
  const member = await memberOf(context, personId, queries);
  const saved = await savedOf(context, id, queries);
  const register = member ? (await registerFacts(context, member, id, queries)).facts : {};
  const facts: Record<string, unknown> = { ...register };
  // ADR 0011: one's own word where one may say it, and where the register says nothing
  for (const [fact, value] of Object.entries(saved?.facts ?? {}) as [keyof Facts, unknown][])
    if ((facts[fact] ?? null) === null || personMaySay(fact)) facts[fact] = value;
  return { member, facts: facts as Facts };
}
