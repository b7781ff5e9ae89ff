import { checkFact, type FactId, type FactValue } from '@/domain/eligibility';
import { consentForFact } from '@/domain/privacy/consents';
import { type Context, servicesOf, subjectOf } from '../../context';
import { familyOf } from '../../facts/reading';
import { holdAccount } from '../../hold-account';
import { refuse, refuseField } from '../../refuse';
import { putRequest } from '../../requests/put';
import { factsOf } from '../../store/people';

/** 这不对: both values are kept until the office has answered. */
export async function dispute(
  context: Context,
  input: { fact: FactId; said: FactValue | null; note?: string; spell?: string },
): Promise<{ done: true }> {
  const { accountId, personId } = subjectOf(context);
  const problem = input.said === null ? null : checkFact(input.fact, input.said);
  if (problem !== null) throw refuseField('said', problem.message);
  const { self, members, consents } = await familyOf(context);
  // the request repeats what the register says
  if (!consents.has(consentForFact(input.fact))) throw refuse('ConsentNeeded');
  await servicesOf(context).limits.take('request_account', accountId);
  const register =
    input.fact === 'home_county'
      ? self.county
      : (factsOf(self, members, context.today)[input.fact]?.value ?? null);
  const { fact, said, note = null, spell } = input;
  const payload = { personId, fact, register, said, note, ...(spell && { spell }) };
  await holdAccount(context, accountId, (queries) =>
    putRequest(context, queries, { kind: 'correction', county: self.county, accountId, payload }),
  );
  return { done: true };
}
