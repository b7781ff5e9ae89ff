/** Who is entered as holding a post: of the register as far as the officer's hand reaches, else a name. */
import type { InputOf } from '@/contract/api';
import { checkIdNumber } from '@/domain/identity';
import { type Context, servicesOf, staffOf } from '../context';
import { familyOf, personsOf } from '../handlers/desk/conflict';
import { visitedBy } from '../handlers/visits/scope';
import { refuse, refuseField } from '../refuse';
import { memberById, personByNumber } from '../store/people';
import type { Queries } from '../store/store';
import type { HolderRow } from './flags';
import { recordLooksOnce } from './looks';

type Who = Pick<HolderRow, 'personId' | 'householdId'> & { readonly name: string };

/**
 * A number of somebody beyond the officer's reach is answered like one that nobody has: kept by name.
 * @throws InvalidInput in words
 */
export async function whoHolds(context: Context, input: InputOf<'posts.hold'>): Promise<Who> {
  const { store, limits } = servicesOf(context);
  if (input.person !== undefined) {
    const member = (await visitedBy(context, input.person)) && (await memberById(store, input.person));
    if (!member) throw refuseField('person', '名单里没有这个人，请从名单里重新选');
    return { name: member.row.name, personId: member.id, householdId: member.householdId };
  }
  if (input.name === undefined) throw refuseField('name', '请写姓名');
  const unknown = { name: input.name, personId: null, householdId: null };
  if (!input.id_number) return unknown;
  const checked = checkIdNumber(input.id_number, context.today);
  if (!checked.ok) throw refuseField('id_number', checked.problem.message);
  // every number costs one, whoever it belongs to
  await limits.take('hold_account', staffOf(context).accountId);
  const person = await personByNumber(store, checked.number);
  const found = person && (await visitedBy(context, person.id));
  if (!found) {
    // the own family is known to whoever asks: it is no secret, and not for them to enter
    if (person)
      await requireOther(context, store.db, { personId: person.id, householdId: person.householdId });
    return unknown;
  }
  await recordLooksOnce(context, '登记公益性岗位，按身份证号查了台账', [{ personId: found.id }]);
  const member = await memberById(store, found.id);
  const bare = (text: string) => text.normalize('NFKC').replace(/\s/g, '');
  if (member && bare(member.row.name) !== bare(input.name))
    throw refuseField('name', '姓名和身份证号对不上台账，请核对');
  return { name: input.name, personId: found.id, householdId: found.householdId };
}

/** 回避. @throws ActionNotAllowed for themselves, the own family, a relative they named */
export async function requireOther(
  context: Context,
  queries: Queries,
  { personId, householdId }: Pick<HolderRow, 'personId' | 'householdId'>,
): Promise<void> {
  const persons = personsOf(context);
  const own = personId !== null && persons.includes(personId);
  const message = own
    ? '这是您自己的事，要由别的工作人员办'
    : await familyOf(queries, householdId, [staffOf(context).accountId], persons);
  if (message !== null) throw refuse('ActionNotAllowed', { fields: [{ path: 'person', message }] });
}
