/** Who may want hands: staff of the county, a unit bound to its credit code, and anybody whose phone is proven. */
import { and, eq, isNull } from 'drizzle-orm';
import { askerOf, type Context, servicesOf } from '../context';
import { posterOf } from '../postings/poster';
import { refuse, refuseField } from '../refuse';
import { gathering, unitMember } from '../store/schema';
import { unitOf } from '../training/provider';
import { provenPhone } from './contact';
import type { GatheringRow } from './seats';

export interface Organiser {
  readonly as: 'unit' | 'staff' | 'person';
  readonly accountId: string;
  readonly unitId: string | null;
  readonly creditCode: string | null;
  /** the office, or the unit; null: a person */
  readonly name: string | null;
  /** of staff: where alone they may publish */
  readonly county: string | null;
  readonly town: string | null;
}

/** @throws NotAllowed for whoever acts for a resident and for staff who write no postings, InvalidInput for somebody whose phone nobody knows */
export async function organiserOf(context: Context): Promise<Organiser> {
  const { account, staff, mandate } = askerOf(context);
  if (mandate) throw refuse('NotAllowed');
  const nobody = { accountId: account.id, unitId: null, creditCode: null };
  if (staff) {
    const { writes, name, county, town } = await posterOf(context);
    if (!writes) throw refuse('NotAllowed');
    return { ...nobody, as: 'staff', name, county, town };
  }
  const bound = await unitOf(context, account.id);
  if (bound)
    return {
      ...{ as: 'unit', accountId: account.id, unitId: bound.unitId, creditCode: bound.creditCode },
      ...{ name: bound.name, county: null, town: null },
    };
  if ((await provenPhone(context, account.id)) === null)
    throw refuseField('gathering.phone', '个人要人干活，要先用手机号登录，别人才找得到您');
  return { ...nobody, as: 'person', name: null, county: null, town: null };
}

/** Own ones: of the account, or of the unit it is bound to. @throws NotFound for another's as for none at all */
export async function ownGathering(context: Context, id: string): Promise<GatheringRow> {
  const { account, mandate } = askerOf(context);
  const [row] = await servicesOf(context).store.db.select().from(gathering).where(eq(gathering.id, id));
  if (!row || mandate || !(await isOrganiser(context, row, account.id))) throw refuse('NotFound');
  return row;
}

export async function isOrganiser(
  context: Context,
  { accountId, unitId, kind, county }: Pick<GatheringRow, 'accountId' | 'unitId' | 'kind' | 'county'>,
  asker: string,
): Promise<boolean> {
  // the office's, not its officer's
  if (kind === 'staff') return accountId === asker && context.asker?.staff?.county === county;
  if (unitId === null) return accountId === asker;
  const [member] = await servicesOf(context)
    .store.db.select({ accountId: unitMember.accountId })
    .from(unitMember)
    .where(and(eq(unitMember.unitId, unitId), eq(unitMember.accountId, asker), isNull(unitMember.endedAt)));
  return member !== undefined;
}
