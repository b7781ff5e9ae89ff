import type { BindingView } from '@/contract/identity';
import { askerOf, type Context } from '../../context';
import { claimOf, renewConfirm } from '../../identity/binding';

export async function status(context: Context): Promise<BindingView> {
  const { account } = askerOf(context);
  if (account.personId !== null) return { state: 'bound', confirm: null };
  const waiting = await claimOf(context, account.id);
  return waiting ? renewConfirm(context, account.id) : { state: 'none', confirm: null };
}
