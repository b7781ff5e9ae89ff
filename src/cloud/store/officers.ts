/** Roles at the desk, as the administrator's page and the command line write them. Nothing is deleted: a role ends. */
import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { dayNumber, isoOf } from '@/domain/calendar/days';
import { STAFF_ROLES, type StaffRoleName } from '@/domain/staff';
import { type LookEntry, recordLooksIn } from './audit';
import { account, login, staff } from './schema';
import type { Queries, Store } from './store';

export type StaffRow = typeof staff.$inferSelect;

export interface RoleGiven {
  readonly county: string;
  readonly office: string;
  readonly until: string;
  readonly role: StaffRoleName;
  readonly town: string | null;
  readonly village: string | null;
  readonly services: readonly string[] | null;
  readonly name: string | null;
  /** who it is in the register; undefined: as it was, for the same name */
  readonly personId?: string | null;
}

/** Who gives or ends it; `accountId` null: the command line. */
export interface Giver {
  readonly accountId: string | null;
  readonly office: string;
}

const actorOf = ({ accountId, office }: Giver): Pick<LookEntry, 'actorKind' | 'actorId' | 'office'> => ({
  actorKind: accountId === null ? 'system' : 'staff',
  actorId: accountId,
  office,
});

/** The account that signs in with a number; made when there is none yet. */
async function accountOfPhone(
  queries: Queries,
  { cipher }: Pick<Store, 'cipher'>,
  phone: string,
  now: Date,
): Promise<string> {
  const id = randomUUID();
  const [known] = await queries
    .insert(login)
    .values({ kind: 'phone', subjectHash: cipher.blind('phone', phone), accountId: id })
    .onConflictDoUpdate({ target: [login.subjectHash, login.kind], set: { kind: 'phone' } })
    .returning({ accountId: login.accountId });
  const accountId = known?.accountId ?? id;
  if (accountId === id)
    await queries
      .insert(account)
      .values({ id, phoneEnc: cipher.seal('account.phone', id, phone), createdAt: now });
  return accountId;
}

/** A phone may pass to somebody else: what the register knows of the one before is not theirs. */
const samePerson = ({ cipher }: Store, before: StaffRow | undefined, { name }: RoleGiven): string | null =>
  before?.nameEnc && cipher.open('staff.name', before.id, before.nameEnc) === name ? before.personId : null;

/**
 * @param phone 11 digits
 * @param allow throws when this account must not be given it; `before`: the role it has or had
 * @returns the account
 */
export async function giveRole(
  store: Store,
  phone: string,
  given: RoleGiven,
  by: Giver,
  now: Date,
  allow: (accountId: string, before: StaffRow | null) => void = () => undefined,
): Promise<string> {
  return store.db.transaction(async (queries) => {
    const id = await accountOfPhone(queries, store, phone, now);
    const [before] = await queries.select().from(staff).where(eq(staff.id, id)).for('update');
    allow(id, before ?? null);
    const { name, services, personId = samePerson(store, before, given), ...plain } = given;
    const row = {
      ...plain,
      services: services && [...services],
      nameEnc: name === null ? null : store.cipher.seal('staff.name', id, name),
      personId,
      givenBy: by.accountId,
      givenAt: now,
    };
    await queries
      .insert(staff)
      .values({ id, ...row })
      .onConflictDoUpdate({ target: staff.id, set: row });
    const { title } = STAFF_ROLES[given.role];
    const purpose = `给您工作权限：${title}，${given.office}，到${given.until}`;
    const look = { ...actorOf(by), purpose, accountId: id };
    await recordLooksIn(queries, store.keys.audit, [look], now);
    return id;
  });
}

/** From now on; the row stays, with the day before as its last. @returns false when it had ended already */
export async function endRole(
  store: Store,
  row: Pick<StaffRow, 'id' | 'until'>,
  by: Giver,
  today: string,
  now: Date,
): Promise<boolean> {
  if (row.until < today) return false;
  await store.db.transaction(async (queries) => {
    await queries
      .update(staff)
      .set({ until: isoOf(dayNumber(today) - 1) })
      .where(eq(staff.id, row.id));
    const look = { ...actorOf(by), purpose: '收回了您的工作权限', accountId: row.id };
    await recordLooksIn(queries, store.keys.audit, [look], now);
  });
  return true;
}
