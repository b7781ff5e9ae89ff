import { askerOf, type Context, packFor, servicesOf } from '../../context';
import { holdAccount } from '../../hold-account';
import { claimOf } from '../../identity/binding';
import { refuse, refuseField } from '../../refuse';
import { putRequest } from '../../requests/put';

/** "不在台账": the office looks, and answers. */
export async function requestVerification(
  context: Context,
  input: { county: string; note?: string },
): Promise<{ done: true }> {
  const { account } = askerOf(context);
  if (account.personId !== null) throw refuse('AlreadyBound');
  if (!packFor(context, input.county)) throw refuse('RegionWithoutPack');
  const noClaim = () => refuseField('', '请先填姓名和身份证号');
  if (!(await claimOf(context, account.id))) throw noClaim();
  await servicesOf(context).limits.take('request_account', account.id);
  await holdAccount(context, account.id, async (queries) => {
    const identity = await claimOf(context, account.id, queries);
    if (!identity) throw noClaim();
    await putRequest(context, queries, {
      kind: 'verification',
      county: input.county,
      accountId: account.id,
      payload: { ...identity, note: input.note ?? null },
    });
  });
  return { done: true };
}
