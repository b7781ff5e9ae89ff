import { askerOf, type Context, packFor, servicesOf } from '../../context';
import { refuse, refuseField } from '../../refuse';
import { putRequest } from '../requests/put';
import { claimOf } from './binding';

/** "不在台账": the office looks, and answers. */
export async function requestVerification(
  context: Context,
  input: { county: string; note?: string },
): Promise<{ done: true }> {
  const { account } = askerOf(context);
  if (account.personId !== null) throw refuse('AlreadyBound');
  if (!packFor(context, input.county)) throw refuse('RegionWithoutPack');
  const identity = await claimOf(context, account.id);
  if (!identity) throw refuseField('', '请先填姓名和身份证号');
  await servicesOf(context).limits.take('request_account', account.id);
  await putRequest(context, {
    kind: 'verification',
    county: input.county,
    accountId: account.id,
    payload: { ...identity, note: input.note ?? null },
  });
  return { done: true };
}
