import { type Facts, termHolds } from '@/domain/eligibility';
import { type Context, packFor } from '../../context';
import { factsOf, type Member } from '../../store/people';

/** Whether the register says that the person belongs to the group the county's documents mean. Unknown is not yes. */
export function isTarget(context: Context, member: Member, household: readonly Member[]): boolean {
  const pack = packFor(context, member.county);
  if (!pack?.region.target_group) return false;
  const known = Object.entries(factsOf(member, household, context.today));
  const facts = Object.fromEntries(known.map(([id, { value }]) => [id, value])) as Facts;
  return termHolds(pack.region.target_group, pack, facts, context.today) === 'met';
}
