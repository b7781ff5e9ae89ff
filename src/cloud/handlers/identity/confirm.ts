import { askerOf, type Context, servicesOf, staffOf } from '../../context';
import { refuse } from '../../refuse';
import { recordLooks } from '../../store/audit';
import type { Member } from '../../store/people';
import { bindTo, claimByConfirm, type OpenClaim, registered } from './binding';

/** The waiting person, and the register's person of the worker's own county. */
async function waiting(
  context: Context,
  confirm: string,
): Promise<{ open: OpenClaim; member: Member | null }> {
  const { county, accountId } = staffOf(context);
  await servicesOf(context).limits.take('confirm_staff', accountId);
  const open = await claimByConfirm(context, confirm);
  // nobody vouches for themselves
  if (!open || open.accountId === accountId) throw refuse('NothingToConfirm');
  const member = await registered(context, open.identity);
  return { open, member: member?.county === county ? member : null };
}

/** What the worker compares with the card on the table. Written down for the person. */
export async function claim(context: Context, input: { confirm: string }) {
  const { open, member } = await waiting(context, input.confirm);
  const { office, accountId } = staffOf(context);
  await recordLooks(
    servicesOf(context).store,
    [
      {
        actorKind: 'staff',
        actorId: accountId,
        office,
        purpose: '当面核对身份，看了姓名和证件号后四位',
        personId: member?.id,
        accountId: open.accountId,
      },
    ],
    context.now,
  );
  const { name, number } = open.identity;
  return { name, id_tail: number.slice(-4), registered: member !== null };
}

export async function confirm(context: Context, input: { confirm: string }): Promise<{ done: true }> {
  const { open, member } = await waiting(context, input.confirm);
  if (!member) throw refuse('CannotConfirm');
  await bindTo(context, open.accountId, member, 'in_person', askerOf(context));
  return { done: true };
}
