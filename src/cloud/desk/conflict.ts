/** 回避: nobody decides for themselves, the family, a relative, the own unit, or somebody they filed for. */
import { and, eq, inArray, or } from 'drizzle-orm';
import type { CaseRecord } from '../cases/record';
import { askerOf, type Context, servicesOf, staffOf } from '../context';
import { memberById, personById } from '../store/people';
import { account, staff, staffRelation, unitMember } from '../store/schema';
import type { Queries } from '../store/store';

/** Who an officer is in the register, and which accounts that had a hand in the case are theirs as well. */
export interface Selves {
  readonly persons: readonly string[];
  readonly also: readonly string[];
}

/** As the county wrote it down, and as the officer's own account is matched. */
export const personsOf = (context: Context): string[] =>
  [staffOf(context).personId, askerOf(context).account.personId].filter((id) => id !== null);

/** With the accounts of this case that are theirs. */
export async function selvesOf(
  context: Context,
  { row, events }: CaseRecord,
  queries: Queries,
): Promise<Selves> {
  const { accountId } = staffOf(context);
  const persons = personsOf(context);
  const hands = [row.accountId, ...events.map(({ actor }) => actor.id)].filter((id) => id !== null);
  const others = [...new Set(hands)].filter((id) => id !== accountId);
  if (persons.length === 0 || others.length === 0) return { persons, also: [] };
  const bound = await queries
    .select({ id: account.id })
    .from(account)
    .where(and(inArray(account.id, others), inArray(account.personId, persons)));
  const given = await queries
    .select({ id: staff.id })
    .from(staff)
    .where(and(inArray(staff.id, others), inArray(staff.personId, persons)));
  return { persons, also: [...bound, ...given].map(({ id }) => id) };
}

const OWN = '这是您自己的事，要由别的工作人员办';

/** Why this officer keeps off; null when there is no reason. */
export async function conflictOf(
  context: Context,
  record: CaseRecord,
  { persons, also }: Selves,
  queries: Queries,
): Promise<string | null> {
  const { row, events } = record;
  const own = [staffOf(context).accountId, ...also];
  if (row.accountId !== null && own.includes(row.accountId)) return OWN;
  if (row.personId !== null && persons.includes(row.personId)) return OWN;
  if (row.unitId !== null && (await isInUnit(queries, row.unitId, own, persons)))
    return '您是这个单位的经办人，要回避';
  if (events.some(({ actor }) => actor.kind === 'helper' && actor.id !== null && own.includes(actor.id)))
    return '您替申请人代办过这件事，要由别的工作人员办';
  if (isNamed(context, record)) return '申请人写了您的名字，说是亲属，要回避';
  if (persons.length === 0 && (await isNamesake(context, record, queries)))
    return '申请人和您同名，要由别的工作人员办。请管理员登记您的证件号，就分得清是不是您';
  return familyOf(queries, row.householdId, own, persons);
}

/** Why this officer keeps off what concerns a household; null when there is no reason. */
export async function familyOf(
  queries: Queries,
  householdId: string | null,
  own: readonly string[],
  persons: readonly string[],
): Promise<string | null> {
  if (householdId === null) return null;
  for (const id of persons) {
    if ((await personById(queries, id))?.householdId === householdId) return '这是您家里人的事，要回避';
  }
  const [declared] = await queries
    .select({ at: staffRelation.declaredAt })
    .from(staffRelation)
    .where(and(inArray(staffRelation.staffId, [...own]), eq(staffRelation.householdId, householdId)));
  return declared ? '您声明过和这家人是亲属，要回避' : null;
}

/** Also one who was: what the unit filed then is still known to them. */
export async function isInUnit(
  queries: Queries,
  unitId: string,
  own: readonly string[],
  persons: readonly string[],
): Promise<boolean> {
  const [member] = await queries
    .select({ accountId: unitMember.accountId })
    .from(unitMember)
    .leftJoin(account, eq(account.id, unitMember.accountId))
    .where(
      and(
        eq(unitMember.unitId, unitId),
        or(
          inArray(unitMember.accountId, [...own]),
          persons.length === 0 ? undefined : inArray(account.personId, [...persons]),
        ),
      ),
    );
  return member !== undefined;
}

const bare = (text: string) => text.normalize('NFKC').replace(/[\s·•・‧.．]/g, '');

/** The officer's own name; null where nobody wrote it down. */
function nameOf(context: Context): string | null {
  const name = bare(staffOf(context).name ?? '');
  return [...name].length < 2 ? null : name;
}

/** Of an officer whom the county has not told apart: somebody of this name may be them, with another account. */
async function isNamesake(
  context: Context,
  { row, at, ground }: CaseRecord,
  queries: Queries,
): Promise<boolean> {
  const name = nameOf(context);
  if (name === null) return false;
  const { cipher } = servicesOf(context).store;
  const member = row.personId === null ? null : await memberById({ db: queries, cipher }, row.personId);
  const names = ground.service.questions.flatMap(({ id, kind }) => (kind === 'name' ? at.answers[id] : []));
  return [member?.row.name, ...names].some((one) => typeof one === 'string' && bare(one) === name);
}

/** In the lines about relatives in office, also in those that were taken out again. */
function isNamed(context: Context, { events }: CaseRecord): boolean {
  const name = nameOf(context);
  if (name === null) return false;
  const lines = events.flatMap((event) => {
    const said =
      event.action === 'file' || event.action === 'supplement' ? event.data.answers?.relatives : undefined;
    return Array.isArray(said) ? (said as readonly string[]) : [];
  });
  return lines.some((line) => bare(line).includes(name));
}
