import { type Context, packFor, servicesOf } from '../../context';
import { refuse } from '../../refuse';
import { putRequest } from '../requests/put';

/** About the portal itself: signed out, or in and then with the answer under "我的申请". */
export async function complain(
  context: Context,
  input: { county: string; text: string; contact?: string },
): Promise<{ number: string }> {
  if (!packFor(context, input.county)) throw refuse('RegionWithoutPack');
  await servicesOf(context).limits.take('complain_caller', context.credentials.caller);
  const id = await putRequest(context, {
    kind: 'complaint',
    county: input.county,
    accountId: context.asker?.account.id ?? null,
    payload: { text: input.text, contact: input.contact || null },
  });
  return { number: id.slice(0, 8).toUpperCase() };
}
