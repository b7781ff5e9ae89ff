/** The county's administrator says who works at its desk. Nobody gives or ends their own role. */
import { and, eq } from 'drizzle-orm';
import type { InputOf, OutputOf } from '@/contract/api';
import { checkIdNumber } from '@/domain/identity';
import { roleProblem, STAFF_ROLE_NAMES, type StaffRoleName } from '@/domain/staff';
import { type Context, serviceBookFor, servicesOf, staffOf } from '../../context';
import { registered } from '../../identity/binding';
import { refuse, refuseField } from '../../refuse';
import { phoneNumber } from '../../session/sms-code';
import { recordLooks } from '../../store/audit';
import { endRole, giveRole } from '../../store/officers';
import { personByNumber } from '../../store/people';
import { placeAsWritten } from '../../store/places';
import { account, staff } from '../../store/schema';

/** @throws NotAllowed for everybody else */
function adminOf(context: Context) {
  const own = staffOf(context);
  if (own.role !== 'admin') throw refuse('NotAllowed');
  return own;
}

/** Everybody who works or worked for the county, the present ones first. */
export async function list(context: Context): Promise<OutputOf<'staff.list'>> {
  const { county, accountId } = adminOf(context);
  const { db, cipher } = servicesOf(context).store;
  const rows = await db
    .select({ staff, phoneEnc: account.phoneEnc })
    .from(staff)
    .leftJoin(account, eq(account.id, staff.id))
    .where(eq(staff.county, county));
  const views = rows.map(({ staff: row, phoneEnc }) => ({
    id: row.id,
    name: row.nameEnc ? cipher.open('staff.name', row.id, row.nameEnc) : '（没有写名字）',
    phone: phoneEnc ? cipher.open('account.phone', row.id, phoneEnc) : null,
    office: row.office,
    role: row.role as StaffRoleName,
    town: row.town,
    village: row.village,
    services: row.services,
    until: row.until,
    ended: row.until < context.today,
    self: row.id === accountId,
  }));
  const rank = ({ ended, role }: (typeof views)[number]) =>
    Number(ended) * 10 + STAFF_ROLE_NAMES.length - STAFF_ROLE_NAMES.indexOf(role);
  return views.sort((a, b) => rank(a) - rank(b) || a.name.localeCompare(b.name, 'zh-CN'));
}

export async function give(context: Context, input: InputOf<'staff.give'>): Promise<{ done: true }> {
  const own = adminOf(context);
  const { store } = servicesOf(context);
  const phone = phoneNumber(input.phone);
  const known = serviceBookFor(context, own.county)?.services.map(({ id }) => id) ?? [];
  const problem = roleProblem(input, context.today, known);
  if (problem) throw refuseField(problem.field, problem.message);
  const { county } = own;
  const { town = '', village = '' } = input;
  const place = await placeAsWritten(store, county, { town, village });
  if (!place)
    throw refuseField(
      input.role === 'village' ? 'village' : 'town',
      `台账里没有${town}${village}的人，请照台账里的写法填`,
    );
  const personId = await personOf(context, input);
  await giveRole(
    store,
    phone,
    {
      county,
      office: input.office,
      until: input.until,
      role: input.role,
      town: place.town || null,
      village: place.village || null,
      services: input.services ?? null,
      name: input.name,
      personId,
    },
    own,
    context.now,
    (id, before) => {
      if (id === own.accountId) throw refuse('NotAllowed');
      // another county's officer is not to be taken away
      if (before && before.county !== county && before.until >= context.today)
        throw refuseField('phone', '这个手机号现在是别的区县的工作人员，请先由那边收回权限');
    },
  );
  return { done: true };
}

/**
 * Who it is in the register, so that cases of the own family are kept away; whoever is in it sees that somebody asked.
 * @returns null when not in the register; undefined when no number was given: as it was
 */
async function personOf(
  context: Context,
  { id_number, name }: InputOf<'staff.give'>,
): Promise<string | null | undefined> {
  if (!id_number) return undefined;
  const checked = checkIdNumber(id_number, context.today);
  if (!checked.ok) throw refuseField('id_number', checked.problem.message);
  const { store } = servicesOf(context);
  const found = await personByNumber(store, checked.number);
  if (!found) return null;
  const { accountId, office } = staffOf(context);
  const purpose = '登记工作人员时核对了姓名和证件号';
  const look = { actorKind: 'staff', actorId: accountId, office, purpose, personId: found.id } as const;
  await recordLooks(store, [look], context.now);
  if (!(await registered(context, { name, number: checked.number })))
    throw refuseField('id_number', '证件号和姓名对不上，请照证件再看一遍');
  return found.id;
}

export async function end(context: Context, input: InputOf<'staff.end'>): Promise<{ done: true }> {
  const own = adminOf(context);
  if (input.id === own.accountId) throw refuse('NotAllowed');
  const { store } = servicesOf(context);
  const [row] = await store.db
    .select()
    .from(staff)
    .where(and(eq(staff.id, input.id), eq(staff.county, own.county)));
  if (!row) throw refuse('NotFound');
  await endRole(store, row, own, context.today, context.now);
  return { done: true };
}
