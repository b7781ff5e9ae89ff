/** Who is entered as holding a post: of the register as far as the officer's hand reaches, else a name. */
import type { InputOf } from '@/contract/api';
import { checkIdNumber } from '@/domain/identity';
import { type Context, servicesOf, staffOf } from '../context';
import { familyOf, personsOf } from '../desk/conflict';
import { recordDeskLooksOnce } from '../looks';
import { refuse, refuseField } from '../refuse';
import { memberById, personByNumber } from '../store/people';
import { villagersOf } from '../store/places';
import type { Queries } from '../store/store';
import { visitedBy } from '../visits/scope';
import type { HolderRow } from './flags';
import type { PostRow } from './reach';
import { bareName } from './running';

type Who = Pick<HolderRow, 'personId' | 'householdId'> & {
  readonly name: string;
  /** matched with nobody, and the register of the village has this name */
  readonly namesake: boolean;
};

/**
 * A number of somebody beyond the officer's reach is answered like one that nobody has: kept by name.
 * @throws InvalidInput in words
 */
export async function whoHolds(
  context: Context,
  input: InputOf<'posts.hold'>,
  post: Pick<PostRow, 'town' | 'village'>,
): Promise<Who> {
  const { store, limits } = servicesOf(context);
  if (input.person !== undefined) {
    const member = (await visitedBy(context, input.person)) && (await memberById(store, input.person));
    if (!member) throw refuseField('person', '名单里没有这个人，请从名单里重新选');
    return { name: member.row.name, personId: member.id, householdId: member.householdId, namesake: false };
  }
  if (input.name === undefined) throw refuseField('name', '请写姓名');
  const { name } = input;
  const unknown = async () => ({
    ...{ name, personId: null, householdId: null },
    namesake: await hasNamesake(context, name, post),
  });
  if (!input.id_number) {
    if (staffOf(context).role === 'village')
      throw refuseField('id_number', '请写身份证号，才能和台账核对；不知道号码的，请乡镇来登记');
    return unknown();
  }
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
    return unknown();
  }
  await recordDeskLooksOnce(context, '登记公益性岗位，按身份证号查了台账', [{ personId: found.id }]);
  const member = await memberById(store, found.id);
  if (member && bareName(member.row.name) !== bareName(name))
    throw refuseField('name', '姓名和身份证号对不上台账，请核对');
  return { name, personId: found.id, householdId: found.householdId, namesake: false };
}

/**
 * Whether the register of the village has this name: looked at by whoever may read it anyway.
 * @throws ActionNotAllowed where it is one of the own family, or somebody they named
 */
async function hasNamesake(
  context: Context,
  name: string,
  { town, village }: Pick<PostRow, 'town' | 'village'>,
): Promise<boolean> {
  const { store } = servicesOf(context);
  const there = await villagersOf(store, staffOf(context).county, { town, village });
  const same = there.filter(({ row }) => bareName(row.name) === bareName(name));
  for (const one of same)
    if ((await keepsOff(context, store.db, one)) !== null)
      throw refuse('ActionNotAllowed', {
        fields: [{ path: 'name', message: '和您自己、您家里人或者声明过的亲属同名，请由别的工作人员登记' }],
      });
  await recordDeskLooksOnce(context, '登记公益性岗位，按姓名查了台账', same);
  return same.length > 0;
}

type Of = Pick<HolderRow, 'personId' | 'householdId'>;

/** Why somebody else must do it; null: no reason. */
async function keepsOff(context: Context, queries: Queries, of: Of): Promise<string | null> {
  const persons = personsOf(context);
  const own = of.personId !== null && persons.includes(of.personId);
  if (own) return '这是您自己的事，要由别的工作人员办';
  return familyOf(queries, of.householdId, [staffOf(context).accountId], persons);
}

/** 回避. @throws ActionNotAllowed for themselves, the own family, a relative they named */
export async function requireOther(context: Context, queries: Queries, of: Of): Promise<void> {
  const message = await keepsOff(context, queries, of);
  if (message !== null) throw refuse('ActionNotAllowed', { fields: [{ path: 'person', message }] });
}
