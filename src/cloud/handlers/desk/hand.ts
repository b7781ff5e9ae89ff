/** Which desk a case lies on, and who keeps off it. */
import { and, eq } from 'drizzle-orm';
import type { Case, Hand, Level } from '@/domain/cases';
import type { CaseRow } from '../../cases/record';
import { levelWord } from '../../cases/words';
import { askerOf, type Context, type StaffRole, servicesOf, staffOf } from '../../context';
import { personById } from '../../store/people';
import { staffRelation, unitMember } from '../../store/schema';

type Seen = Pick<CaseRow, 'county' | 'service' | 'town' | 'village' | 'level'>;

/**
 * A desk sees its own place: the village, the township, or the county's cases of its services; never what lies on a
 * higher desk, which may be about the desk itself (优亲厚友).
 */
export function deskSees(staff: StaffRole, row: Seen): boolean {
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
export const levelOf = (staff: StaffRole): Level => LEVEL_OF[staff.role];

/** What this officer may do here, for the life cycle. */
export async function handOf(context: Context, row: CaseRow, at: Case): Promise<Hand> {
  const staff = staffOf(context);
  const administrator = staff.role === 'admin';
  const here = administrator || at.level === levelOf(staff);
  return {
    role: 'desk',
    id: staff.accountId,
    administrator,
    conflict: await conflictOf(context, row),
    elsewhere: here ? null : `这件事现在在${levelWord(at.level)}办`,
  };
}

/** Nobody decides their own case, their family's, their unit's, or that of somebody they said is a relative. */
async function conflictOf(context: Context, row: CaseRow): Promise<string | null> {
  const staff = staffOf(context);
  const { db } = servicesOf(context).store;
  if (row.accountId === staff.accountId) return '这是您自己的事，要由别的工作人员办';
  if (row.unitId !== null) {
    const [member] = await db
      .select({ unitId: unitMember.unitId })
      .from(unitMember)
      .where(and(eq(unitMember.accountId, staff.accountId), eq(unitMember.unitId, row.unitId)));
    if (member) return '您是这个单位的经办人，要回避';
  }
  // as the county wrote it down, and as the officer's own account is matched
  const selves = [staff.personId, askerOf(context).account.personId].filter((id) => id !== null);
  if (row.personId !== null && selves.includes(row.personId)) return '这是您自己的事，要由别的工作人员办';
  if (row.householdId === null) return null;
  for (const id of selves) {
    if ((await personById(db, id))?.householdId === row.householdId) return '这是您家里人的事，要回避';
  }
  const [declared] = await db
    .select({ at: staffRelation.declaredAt })
    .from(staffRelation)
    .where(and(eq(staffRelation.staffId, staff.accountId), eq(staffRelation.householdId, row.householdId)));
  return declared ? '您声明过和这家人是亲属，要回避' : null;
}
