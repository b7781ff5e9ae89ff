/** Who files: the person of the register, a unit, or somebody signed in; with what the register says of them. */
import { and, desc, eq, isNull } from 'drizzle-orm';
import type { Answers, Service } from '@/domain/cases';
import type { FactId, Facts } from '@/domain/eligibility';
import { consentForFact } from '@/domain/privacy/consents';
import { consentsOf } from '../consent/given';
import { askerOf, type Context, servicesOf } from '../context';
import { refuse, refuseField } from '../refuse';
import { factsOf, householdOf, type Member, personById } from '../store/people';
import { unit, unitMember } from '../store/schema';
import type { Queries } from '../store/store';
import { regionFor } from './rules';

export interface Applicant {
  readonly accountId: string;
  readonly member: Member | null;
  readonly unitId: string | null;
  readonly county: string;
  /** what the register says, as far as the person agreed to its use */
  readonly facts: Facts;
  readonly sources: Readonly<Partial<Record<FactId, { readonly source: string; readonly date: string }>>>;
}

/** What the register says of a member, limited to the consents. Inside a transaction it asks through that alone. */
export async function registerFacts(
  context: Context,
  member: Member,
  accountId: string,
  queries: Queries = servicesOf(context).store.db,
) {
  const { cipher } = servicesOf(context).store;
  const household = await householdOf({ cipher, db: queries }, member.householdId);
  const consents = await consentsOf(context, accountId, queries);
  const all = Object.entries(factsOf(member, household, context.today)) as [
    FactId,
    { value: NonNullable<Facts[FactId]>; source: string; date: string },
  ][];
  const open = all.filter(([id]) => consents.has(consentForFact(id)));
  return {
    facts: {
      home_county: member.county,
      ...Object.fromEntries(open.map(([id, { value }]) => [id, value])),
    } as Facts,
    sources: Object.fromEntries(open.map(([id, { source, date }]) => [id, { source, date }])),
  };
}

/** With the whole household read; null for whoever the register no longer holds. */
export async function memberOf(
  context: Context,
  personId: string | null,
  queries: Queries = servicesOf(context).store.db,
): Promise<Member | null> {
  if (personId === null) return null;
  const { cipher } = servicesOf(context).store;
  const found = await personById(queries, personId);
  if (!found) return null;
  return (
    (await householdOf({ cipher, db: queries }, found.householdId)).find(({ id }) => id === personId) ?? null
  );
}

/** The unit this account is bound to; the newest when there are several. */
async function unitOf(context: Context, accountId: string) {
  const [found] = await servicesOf(context)
    .store.db.select({ id: unit.id, county: unit.county })
    .from(unitMember)
    .innerJoin(unit, eq(unit.id, unitMember.unitId))
    .where(and(eq(unitMember.accountId, accountId), isNull(unitMember.endedAt)))
    .orderBy(desc(unitMember.since))
    .limit(1);
  return found ?? null;
}

/** A form that asks in which county it belongs goes there, wherever the person is registered. */
export const askedCounty = ({ questions }: Service, answers: Answers): string | undefined => {
  const asks = questions.some(({ id, kind }) => id === 'county' && kind === 'county');
  return asks && typeof answers.county === 'string' ? answers.county : undefined;
};

/**
 * @param chosen the county somebody who is not in the register names
 * @throws NotBound, UnitNeeded, RegionWithoutPack, InvalidInput
 */
export async function applicantFor(
  context: Context,
  service: Service,
  { answers = {}, county: chosen }: { readonly answers?: Answers; readonly county?: string | undefined } = {},
): Promise<Applicant> {
  const { subject, mandate } = askerOf(context);
  const member = await memberOf(context, subject.personId);
  if (service.applicant === 'bound' && !member) throw refuse('NotBound');
  const unitFound = service.applicant === 'unit' && !mandate ? await unitOf(context, subject.id) : null;
  if (service.applicant === 'unit' && !unitFound) throw refuse('UnitNeeded');
  const county = unitFound?.county ?? askedCounty(service, answers) ?? member?.county ?? chosen;
  if (county === undefined) throw refuseField('county', '请选在哪个区县办');
  regionFor(context, county);
  const known = member ? await registerFacts(context, member, subject.id) : { facts: {}, sources: {} };
  return { accountId: subject.id, member, unitId: unitFound?.id ?? null, county, ...known };
}
