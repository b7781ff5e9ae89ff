/**
 * Puts the sample residents and officers into the demonstration's database; one whose account was deleted comes back,
 * and a database of an earlier version gets those that are new.
 */
import { randomUUID } from 'node:crypto';
import { eq, inArray, isNull, sql } from 'drizzle-orm';
import { idCheckDigit } from '@/domain/identity';
import { CONSENTS } from '@/domain/privacy/consents';
import type { RegisterRow } from '@/domain/register';
import { idHash } from '../store/people';
import { ImportPlan } from '../store/register/import-plan';
import { applyStaged, prepareStaging } from '../store/register/staging';
import { account, consent, idIndex, person, staff, unit, unitMember } from '../store/schema';
import type { Queries, Store } from '../store/store';
import { PEOPLE, PLACES, SAMPLES, type Sample, type SamplePerson } from './samples';

const DATA_DATE = '2026-10-31';
/** The day until which the sample staff may work: the demonstration goes on for as long as it is shown. */
const STAFF_UNTIL = '2099-12-31';

/** 999, 998, 997 … for several born on one day; odd is male. */
export function sampleNumber({ county, born, sex }: Pick<SamplePerson, 'county' | 'born' | 'sex'>): string {
  const first17 = `${county}${born.replaceAll('-', '')}${sex === 'male' ? '999' : '998'}`;
  return first17 + idCheckDigit(first17);
}

function rowOf(person: SamplePerson): RegisterRow {
  const guardian = PEOPLE.find(({ sample }) => sample !== undefined && sample === person.guardian);
  return {
    household_no: person.household,
    name: person.name,
    id_kind: 'resident',
    id_number: sampleNumber(person),
    relation: person.relation,
    county: person.county,
    ...PLACES[person.county],
    source: '样例农业农村部门',
    data_date: DATA_DATE,
    ...(guardian && { guardian_id: sampleNumber(guardian) }),
    ...person.columns,
  };
}

/** @returns whether anything was written: nothing when the samples are already there */
export async function seedSamples(store: Store, now: Date): Promise<boolean> {
  const ids = SAMPLES.map(({ account: id }) => id);
  const known = await store.db.select({ id: account.id }).from(account).where(inArray(account.id, ids));
  if (known.length === SAMPLES.length) return false;
  await seedRegister(store, now);
  await store.db.transaction(async (queries) => {
    await queries.execute(sql`select pg_advisory_xact_lock(7307)`);
    for (const { id, account: accountId, name, staff: role, unit: bound } of SAMPLES) {
      const resident = PEOPLE.find(({ sample }) => sample === id);
      const [found] = resident
        ? await queries
            .select()
            .from(idIndex)
            .where(eq(idIndex.idHash, idHash(store.cipher, sampleNumber(resident))))
        : [];
      const [anew] = await queries
        .insert(account)
        .values({
          id: accountId,
          createdAt: now,
          ...(found && { personId: found.personId, boundAt: now, boundHow: 'in_person' }),
        })
        .onConflictDoNothing()
        .returning();
      if (role) {
        const nameEnc = store.cipher.seal('staff.name', accountId, name);
        await queries
          .insert(staff)
          .values({ id: accountId, ...role, until: STAFF_UNTIL, nameEnc, givenAt: now })
          // one of an earlier version had neither name nor role
          .onConflictDoUpdate({
            target: staff.id,
            set: { ...role, nameEnc },
            setWhere: isNull(staff.nameEnc),
          });
      }
      if (anew && bound) await bind(store, queries, accountId, bound, now);
      if (!anew) continue;
      if (!found) continue;
      if (id === 'hidden')
        await queries.update(person).set({ hidesDetails: true }).where(eq(person.id, found.personId));
      await queries.insert(consent).values(
        (['identity', 'register', 'health', 'minors'] as const).map((kind) => ({
          id: randomUUID(),
          accountId,
          kind,
          version: CONSENTS[kind].version,
          givenAt: now,
        })),
      );
    }
  });
  return true;
}

async function bind(
  { cipher }: Store,
  queries: Queries,
  accountId: string,
  { id, name, code, county }: NonNullable<Sample['unit']>,
  now: Date,
): Promise<void> {
  const contentEnc = cipher.seal('unit.content', id, JSON.stringify({ name, credit_code: code }));
  const codeHash = cipher.blind('credit_code', code);
  await queries.insert(unit).values({ id, codeHash, contentEnc, county }).onConflictDoNothing();
  await queries
    .insert(unitMember)
    .values({ unitId: id, accountId, since: now })
    .onConflictDoUpdate({
      target: [unitMember.accountId, unitMember.unitId],
      set: { since: now, endedAt: null },
    });
}

async function seedRegister(store: Store, now: Date): Promise<void> {
  const client = await store.pool.connect();
  try {
    await client.query('begin');
    await prepareStaging(client);
    const plan = new ImportPlan(client, store.cipher, []);
    const rows = PEOPLE.map(rowOf);
    await plan.add(rows.map((row, index) => ({ number: index + 1, row, idNumber: row.id_number })));
    await plan.finish();
    const [refusal] = plan.refusals;
    if (refusal) throw new Error(`sample ${refusal.number}: ${refusal.message}`);
    await applyStaged(client, randomUUID(), now);
    await client.query('commit');
  } catch (error) {
    await client.query('rollback');
    throw error;
  } finally {
    client.release();
  }
}
