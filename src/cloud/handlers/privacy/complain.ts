import { type Context, packFor, servicesOf } from '../../context';
import { holdAccount } from '../../hold-account';
import { refuse } from '../../refuse';
import { putRequest } from '../../requests/put';
import type { Queries } from '../../store/store';

/** About the portal itself: signed out, or in and then with the answer under "我的申请". */
export async function complain(
  context: Context,
  input: { county: string; text: string; contact?: string },
): Promise<{ number: string }> {
  if (!packFor(context, input.county)) throw refuse('RegionWithoutPack');
  await servicesOf(context).limits.take('complain_caller', context.credentials.caller);
  const accountId = context.asker?.account.id ?? null;
  const put = (queries: Queries) =>
    putRequest(context, queries, {
      kind: 'complaint',
      county: input.county,
      accountId,
      payload: { text: input.text, contact: input.contact || null },
    });
  const id = await (accountId === null
    ? put(servicesOf(context).store.db)
    : holdAccount(context, accountId, put));
  return { number: id.slice(0, 8).toUpperCase() };
}
