import { eq } from 'drizzle-orm';
import type { BindingView } from '@/contract/identity';
import { checkIdNumber, under14 } from '@/domain/identity';
import { hasConsent } from '../../consent/given';
import { askerOf, type Context, servicesOf } from '../../context';
import { bindTo, putClaim, registered } from '../../identity/binding';
import { refuse, refuseField } from '../../refuse';
import { account } from '../../store/schema';

const BOUND: BindingView = { state: 'bound', confirm: null };

/**
 * First proof: name and number. The second is at hand when the phone signed in with is the register's own;
 * otherwise the answer is the same for everybody, registered or not.
 */
export async function bind(
  context: Context,
  input: { name: string; id_number: string },
): Promise<BindingView> {
  const asker = askerOf(context);
  const { store, limits } = servicesOf(context);
  const accountId = asker.account.id;
  if (asker.account.personId !== null) throw refuse('AlreadyBound');
  if (!(await hasConsent(context, accountId, 'identity'))) throw refuse('ConsentNeeded');
  const checked = checkIdNumber(input.id_number, context.today);
  if (!checked.ok) throw refuseField('id_number', checked.problem.message);
  if (under14(checked.birthDate, context.today))
    throw refuseField('id_number', '不满14岁的孩子没有自己的账号，由监护人登录后在“我的家人”里看');
  await limits.take('bind_account', accountId);
  await limits.take('bind_caller', context.credentials.caller);
  await limits.take('bind_number', checked.number);

  const identity = { name: input.name, number: checked.number };
  const member = await registered(context, identity);
  const [row] = await store.db.select().from(account).where(eq(account.id, accountId));
  const phone = row?.phoneEnc ? store.cipher.open('account.phone', accountId, row.phoneEnc) : null;
  if (!member || phone === null || member.row.phone !== phone) return putClaim(context, accountId, identity);
  const proof = { how: 'phone', worker: null } as const;
  const bound = await store.db.transaction((queries) => bindTo(queries, context, accountId, member, proof));
  if (!bound) throw refuse('AlreadyBound');
  await limits.clear('bind_account', accountId);
  return BOUND;
}
