/** What is known of somebody, from the register and from their own answers. */
import type { Facts } from '@/domain/eligibility';
import { personMaySay } from '@/domain/register/merge';
import { memberOf, registerFacts } from '../cases/applicant';
import type { Context } from '../context';
import { savedOf } from '../facts/kept';

export async function knownFacts(
  context: Context,
  { id, personId }: { readonly id: string; readonly personId: string | null },
) {
  const [member, saved] = await Promise.all([memberOf(context, personId), savedOf(context, id)]);
  const register = member ? (await registerFacts(context, member, id)).facts : {};
  const facts: Record<string, unknown> = { ...register };
  // ADR 0011: one's own word where one may say it, and where the register says nothing
  for (const [fact, value] of Object.entries(saved?.facts ?? {}) as [keyof Facts, unknown][])
    if ((facts[fact] ?? null) === null || personMaySay(fact)) facts[fact] = value;
  return { member, facts: facts as Facts };
}
