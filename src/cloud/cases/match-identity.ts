/** "台账里没有我" that turned out to be there: the office has looked, and the account is matched with the person. */
import { checkIdNumber } from '@/domain/identity';
import { askerOf, type Context } from '../context';
import { bindTo, registered } from '../identity/binding';
import { refuse, refuseField } from '../refuse';
import type { Queries } from '../store/store';
import type { CaseRecord } from './record';

/** @throws CannotConfirm when the register of this county has nobody of that name and number: nothing is approved */
export async function matchIdentity(
  context: Context,
  queries: Queries,
  { row, at }: CaseRecord,
): Promise<void> {
  const { name, id_number: number } = at.answers;
  const checked = checkIdNumber(typeof number === 'string' ? number : '', context.today);
  if (typeof name !== 'string' || !checked.ok || row.accountId === null) throw refuse('CannotConfirm');
  const member = await registered(context, { name, number: checked.number }, queries);
  const worker = askerOf(context);
  // nobody vouches for themselves, with a second account neither
  const selves = [worker.account.personId, worker.staff?.personId];
  if (member?.county !== row.county || selves.includes(member.id)) throw refuse('CannotConfirm');
  if (!(await bindTo(queries, context, row.accountId, member, { how: 'request', worker })))
    throw refuseField(
      'action',
      '对方还没有同意核对身份，或者已经对上了别人。请先通知对方在“我的”里同意核对身份',
    );
}
