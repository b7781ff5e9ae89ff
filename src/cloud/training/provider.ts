/** Who stands on the provider's side: staff of the county, or a unit bound to its credit code. */
import { and, desc, eq, isNull, type SQL } from 'drizzle-orm';
import { askerOf, type Context, servicesOf } from '../context';
import { refuse } from '../refuse';
import { trainingSession, unit, unitMember } from '../store/schema';
import { claimFor } from './rule';
import type { SessionRow } from './seats';

export interface Provider {
  readonly as: 'staff' | 'unit';
  readonly accountId: string;
  readonly unitId: string | null;
  readonly county: string;
  /** of a township clerk: only its own */
  readonly town: string | null;
  /** the office, or the unit */
  readonly name: string;
  /** agrees to what units propose */
  readonly decides: boolean;
}

/** @throws NotAllowed for everybody else, and for whoever acts for a resident */
export async function providerOf(context: Context): Promise<Provider> {
  const { account, staff, mandate } = askerOf(context);
  if (mandate) throw refuse('NotAllowed');
  if (staff) {
    const { role, county, town, office } = staff;
    if (role === 'village') throw refuse('NotAllowed');
    const own = role === 'town' ? town : null;
    const decides = role !== 'town';
    return { as: 'staff', accountId: account.id, unitId: null, county, town: own, name: office, decides };
  }
  const bound = await unitOf(context, account.id);
  if (!bound) throw refuse('NotAllowed');
  const { unitId, county, name } = bound;
  return { as: 'unit', accountId: account.id, unitId, county, name, town: null, decides: false };
}

/**
 * The same for training. An officer who works on some services has no business in its lists of names, unless the
 * allowance for it is among them.
 * @throws NotAllowed
 */
export async function trainerOf(context: Context): Promise<Provider> {
  const { staff } = askerOf(context);
  const claim = staff && claimFor(context, staff.county);
  if (staff?.services && !(claim && staff.services.includes(claim))) throw refuse('NotAllowed');
  return providerOf(context);
}

/** The unit this account is bound to; the newest when there are several. */
export async function unitOf(context: Context, accountId: string) {
  const { db, cipher } = servicesOf(context).store;
  const [found] = await db
    .select({ id: unit.id, county: unit.county, contentEnc: unit.contentEnc })
    .from(unitMember)
    .innerJoin(unit, eq(unit.id, unitMember.unitId))
    .where(and(eq(unitMember.accountId, accountId), isNull(unitMember.endedAt)))
    .orderBy(desc(unitMember.since))
    .limit(1);
  if (!found) return null;
  const { name, credit_code: creditCode } = JSON.parse(
    cipher.open('unit.content', found.id, found.contentEnc),
  ) as { name: string; credit_code: string };
  return { unitId: found.id, county: found.county, name, creditCode };
}

/** The sessions a provider sees and teaches. */
export const ownSessions = ({ unitId, county, town }: Provider): SQL | undefined =>
  unitId === null
    ? and(eq(trainingSession.county, county), town === null ? undefined : eq(trainingSession.town, town))
    : eq(trainingSession.unitId, unitId);

export const isOwn = ({ unitId, county, town }: Provider, row: SessionRow): boolean =>
  unitId === null ? row.county === county && (town === null || row.town === town) : row.unitId === unitId;

/** @throws NotFound for another's session as for none at all */
export async function ownOr404(context: Context, provider: Provider, id: string): Promise<SessionRow> {
  const [row] = await servicesOf(context)
    .store.db.select()
    .from(trainingSession)
    .where(eq(trainingSession.id, id));
  if (!row || !isOwn(provider, row)) throw refuse('NotFound');
  return row;
}
