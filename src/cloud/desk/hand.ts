/** Which desk a case lies on, and what an officer may do there. */
import { eq } from 'drizzle-orm';
import { type Hand, isOwn, LEVELS, type Level } from '@/domain/cases';
import type { CaseRecord, CaseRow } from '../cases/record';
import type { Ground } from '../cases/rules';
import { levelWord } from '../cases/words';
import { type Context, type StaffRole, servicesOf, staffOf } from '../context';
import { account } from '../store/schema';
import type { Queries } from '../store/store';
import { conflictOf, selvesOf } from './conflict';

export type Desk = Pick<StaffRole, 'role' | 'county' | 'town' | 'village' | 'services'>;
type Seen = Pick<CaseRow, 'county' | 'service' | 'town' | 'village' | 'level'>;

/**
 * A desk sees its own place: the village, the township, or the county's cases of its services; never what lies on a
 * higher desk, which may be about the desk itself (优亲厚友).
 */
export function deskSees(staff: Desk, row: Seen): boolean {
  if (row.county !== staff.county) return false;
  switch (staff.role) {
    case 'admin':
      return true;
    case 'county':
      return staff.services === null || staff.services.includes(row.service);
    case 'town':
      return row.level !== 'county' && row.town !== null && row.town === staff.town;
    case 'village':
      return (
        row.level === 'village' &&
        row.town !== null &&
        row.town === staff.town &&
        row.village !== null &&
        row.village === staff.village
      );
  }
}

const LEVEL_OF: Readonly<Record<StaffRole['role'], Level>> = {
  village: 'village',
  town: 'town',
  county: 'county',
  admin: 'county',
};
export const levelOf = (staff: Pick<StaffRole, 'role'>): Level => LEVEL_OF[staff.role];

/** Whether a case can be handed to somebody: they must see it, and act where it lies. */
export const deskTakes = (staff: Desk, row: CaseRow): boolean =>
  deskSees(staff, row) && (staff.role === 'admin' || levelOf(staff) === row.level);

/** What this officer may do here, for the life cycle. Inside a transaction it asks through that alone. */
export async function handOf(
  context: Context,
  record: CaseRecord,
  queries: Queries = servicesOf(context).store.db,
): Promise<Hand> {
  const { at, ground } = record;
  const staff = staffOf(context);
  const administrator = staff.role === 'admin';
  const here = administrator || at.level === levelOf(staff);
  const selves = await selvesOf(context, record, queries);
  return {
    role: 'desk',
    id: staff.accountId,
    also: selves.also,
    administrator,
    conflict: await conflictOf(context, record, selves, queries),
    elsewhere: ground.gone
      ? '事项库里没有这一项了，请先把事项文件放回来'
      : here
        ? null
        : `这件事现在在${levelWord(at.level)}办`,
    below: belowOf(ground, levelOf(staff)),
    unreachable: (await isReachable(record, queries)) ? null : '没有人可以通知，不能要求补材料',
  };
}

/** Keeps off this case: for a reason of their own, or because they said so. */
export const isOff = ({ at }: CaseRecord, hand: Hand): boolean =>
  Boolean(hand.conflict) || at.recused.some((one) => isOwn(hand, one));

/** Sent down to be looked into, a case is decided where the service begins: 初审 is not 审批. */
function belowOf({ service }: Ground, level: Level): string | null {
  const { level: first } = service.workflow;
  return LEVELS.indexOf(level) < LEVELS.indexOf(first)
    ? `这一项由${levelWord(first)}决定，核实以后请移送回去`
    : null;
}

/** Somebody is there who can answer: not for a report without a name, nor once the only account is gone. */
async function isReachable({ row }: CaseRecord, queries: Queries): Promise<boolean> {
  if (row.accountId === null) return false;
  // the person can sign in with another account
  if (row.personId !== null || row.unitId !== null) return true;
  const found = await queries.select({ id: account.id }).from(account).where(eq(account.id, row.accountId));
  return found.length > 0;
}
