/** Who may want hands: staff of the county, a unit bound to its credit code, and anybody whose phone is proven. */
import { and, eq, gte, inArray, isNull, type SQL } from 'drizzle-orm';
import { askerOf, type Context, servicesOf } from '../context';
import { officerReach, posterOf } from '../postings/poster';
import { refuse, refuseField } from '../refuse';
import { gathering, staff, unitMember } from '../store/schema';
import type { Queries } from '../store/store';
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
  /** of a person: proven, and the one they are called at */
  readonly phone: string | null;
}

/** @throws NotAllowed for whoever acts for a resident and for staff who write no postings, InvalidInput for somebody whose phone nobody knows */
export async function organiserOf(context: Context): Promise<Organiser> {
  const { account, staff, mandate } = askerOf(context);
  if (mandate) throw refuse('NotAllowed');
  const nobody = { accountId: account.id, unitId: null, creditCode: null, phone: null };
  if (staff) {
    const { writes, name, county, town } = await posterOf(context);
    if (!writes) throw refuse('NotAllowed');
    return { ...nobody, as: 'staff', name, county, town };
  }
  const bound = await unitOf(context, account.id);
  if (bound)
    return {
      ...{ as: 'unit', accountId: account.id, unitId: bound.unitId, creditCode: bound.creditCode },
      ...{ name: bound.name, county: null, town: null, phone: null },
    };
  const phone = await provenPhone(context, account.id);
  if (phone === null) throw refuseField('gathering.phone', '个人要人干活，要先用手机号登录，别人才找得到您');
  return { ...nobody, as: 'person', name: null, county: null, town: null, phone };
}

/** Own ones: of the account, or of the unit it is bound to. @throws NotFound for another's as for none at all */
export async function ownGathering(context: Context, id: string): Promise<GatheringRow> {
  const { account, mandate } = askerOf(context);
  const [row] = await servicesOf(context).store.db.select().from(gathering).where(eq(gathering.id, id));
  if (!row || mandate || !(await isOrganiser(context, row, account.id))) throw refuse('NotFound');
  return row;
}

type Whose = Pick<GatheringRow, 'accountId' | 'unitId' | 'kind' | 'county' | 'town'>;

/** The account's own, the unit's, or the office's: there whoever of it may announce, also when the one who did has gone. */
export const isOrganiser = async (context: Context, of: Whose, asker: string): Promise<boolean> =>
  (await organisedBy(context, [of], asker))(of);

/** The same of many, asked at once. */
export async function organisedBy(
  context: Context,
  all: readonly Whose[],
  asker: string,
): Promise<(of: Whose) => boolean> {
  const units = [...new Set(all.flatMap(({ kind, unitId }) => (kind === 'staff' ? [] : (unitId ?? []))))];
  const members =
    units.length === 0
      ? []
      : await servicesOf(context)
          .store.db.select({ unitId: unitMember.unitId })
          .from(unitMember)
          .where(
            and(
              inArray(unitMember.unitId, units),
              eq(unitMember.accountId, asker),
              isNull(unitMember.endedAt),
            ),
          );
  const own = new Set(members.map(({ unitId }) => unitId));
  return (of) => {
    if (of.kind === 'staff') return isOffice(context, of);
    return of.unitId === null ? of.accountId === asker : own.has(of.unitId);
  };
}

function isOffice({ asker }: Context, { county, town }: Whose): boolean {
  const staff = asker && asker.mandate === null ? asker.staff : null;
  const reach = staff?.county === county ? officerReach(staff) : null;
  return reach?.writes === true && (reach.town === null || reach.town === town);
}

/** The office's gatherings an officer opens and closes; undefined: none. */
export function officesOwn({ asker }: Context): SQL | undefined {
  const staff = asker && asker.mandate === null ? asker.staff : null;
  const reach = staff ? officerReach(staff) : null;
  if (!staff || !reach?.writes) return undefined;
  const there = reach.town === null ? undefined : eq(gathering.town, reach.town);
  return and(eq(gathering.kind, 'staff'), eq(gathering.county, staff.county), there);
}

/** Whoever hears of it on the organiser's side: who announced it, else everybody else who may open it. */
export async function organisers(
  context: Context,
  queries: Queries,
  { accountId, unitId, kind, county, town }: Whose,
): Promise<string[]> {
  if (kind === 'person') return [accountId];
  const all =
    unitId === null
      ? (
          await queries
            .select()
            .from(staff)
            .where(and(eq(staff.county, county), gte(staff.until, context.today)))
        )
          .filter((one) => {
            const reach = officerReach(one);
            return reach?.writes === true && (reach.town === null || reach.town === town);
          })
          .map(({ id }) => id)
      : (
          await queries
            .select({ id: unitMember.accountId })
            .from(unitMember)
            .where(and(eq(unitMember.unitId, unitId), isNull(unitMember.endedAt)))
        ).map(({ id }) => id);
  return all.includes(accountId) ? [accountId] : all;
}
