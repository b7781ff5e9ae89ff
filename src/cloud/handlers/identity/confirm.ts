import { askerOf, type Context, servicesOf, staffOf } from '../../context';
import { bindTo, claimByConfirm, type OpenClaim, registered } from '../../identity/binding';
import { refuse } from '../../refuse';
import { recordLooks } from '../../store/audit';
import type { Member } from '../../store/people';

/** The waiting person, and the register's person of the worker's own county. */
async function waiting(
  context: Context,
  confirm: string,
): Promise<{ open: OpenClaim; member: Member | null }> {
  const { county, accountId } = staffOf(context);
  await servicesOf(context).limits.take('confirm_staff', accountId);
  const open = await claimByConfirm(context, confirm);
  if (!open || open.accountId === accountId) throw refuse('NothingToConfirm');
  const member = await registered(context, open.identity);
  // nobody vouches for themselves, with a second account neither
  if (member && member.id === askerOf(context).account.personId) throw refuse('NothingToConfirm');
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
  const proof = { how: 'in_person', worker: askerOf(context), confirmHash: open.confirmHash } as const;
  await servicesOf(context).store.db.transaction(async (queries) => {
    const bound = await bindTo(queries, context, open.accountId, member, proof);
    // undoes what was done until here
    if (!bound) throw refuse('NothingToConfirm');
  });
  return { done: true };
}
