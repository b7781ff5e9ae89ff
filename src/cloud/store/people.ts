/** The register as the portal reads it: one person, one household. Writing it is the import's (cli/register). */
import { asc, eq, inArray } from 'drizzle-orm';
import {
  factsAt,
  type RegisterFacts,
  type RegisterRow,
  type RegisterVersion,
  unpackVersion,
} from '@/domain/register';
import type { FieldCipher } from './field-cipher';
import { idIndex, person, personVersion } from './schema';
import type { Queries, Store } from './store';

/** Where a version's row is sealed: `seal(ROW_PLACE, version.id, packVersion(row, kept))`. */
export const ROW_PLACE = 'person_version.row';

/** The blind index of an ID number, as `id_index` keeps it. @param number normalised by `checkIdNumber` */
export const idHash = (cipher: FieldCipher, number: string): Buffer => cipher.blind('id_number', number);

export interface Person {
  readonly id: string;
  readonly county: string;
  readonly householdId: string;
  /** from the other adults of the household */
  readonly hidesDetails: boolean;
}

export async function personById(db: Queries, id: string): Promise<Person | null> {
  const [found] = await db.select().from(person).where(eq(person.id, id));
  return found ?? null;
}

/** Prepared once a connection: making the query anew would cost more than the query. */
const BY_NUMBER = {
  name: 'person-by-number',
  text: `select p.id, p.county, p.household_id as "householdId", p.hides_details as "hidesDetails"
    from id_index i join person p on p.id = i.person_id where i.id_hash = $1`,
};

/** @param number normalised @param queries the transaction that asks; else prepared, on any connection */
export async function personByNumber(
  { pool, cipher }: Pick<Store, 'pool' | 'cipher'>,
  number: string,
  queries?: Queries,
): Promise<Person | null> {
  if (queries) {
    const within = await queries
      .select({ of: person })
      .from(idIndex)
      .innerJoin(person, eq(person.id, idIndex.personId))
      .where(eq(idIndex.idHash, idHash(cipher, number)));
    return within[0]?.of ?? null;
  }
  const { rows } = await pool.query<Person>({ ...BY_NUMBER, values: [idHash(cipher, number)] });
  return rows[0] ?? null;
}

export interface Member extends Person {
  /** oldest first */
  readonly versions: readonly RegisterVersion[];
  /** the row as it stands */
  readonly row: RegisterRow;
}

/** Everybody of a household, with what the register ever said of them. */
export async function householdOf(store: Readable, householdId: string): Promise<Member[]> {
  const people = await store.db.select().from(person).where(eq(person.householdId, householdId));
  return withVersions(store, people);
}

/** What is read may be inside a transaction. */
type Readable = Pick<Store, 'cipher'> & { readonly db: Queries };

export async function memberById(store: Readable, id: string): Promise<Member | null> {
  const found = await personById(store.db, id);
  return found ? ((await withVersions(store, [found]))[0] ?? null) : null;
}

/** Several at once; whoever the register no longer holds is left out. */
export async function membersByIds(store: Store, ids: readonly string[]): Promise<Member[]> {
  if (ids.length === 0) return [];
  return withVersions(
    store,
    await store.db
      .select()
      .from(person)
      .where(inArray(person.id, [...ids])),
  );
}

async function withVersions({ db, cipher }: Readable, people: readonly Person[]): Promise<Member[]> {
  if (people.length === 0) return [];
  const stored = await db
    .select()
    .from(personVersion)
    .where(
      inArray(
        personVersion.personId,
        people.map(({ id }) => id),
      ),
    )
    .orderBy(asc(personVersion.dataDate), asc(personVersion.recordedAt));
  return people.flatMap((one) => {
    const versions = stored
      .filter(({ personId }) => personId === one.id)
      .map(({ id, dataDate, confirmedOn, rowEnc }) => ({
        dataDate,
        confirmedOn,
        ...unpackVersion(cipher.open(ROW_PLACE, id, rowEnc)),
      }));
    const row = versions.at(-1)?.row;
    return row ? [{ ...one, versions, row }] : [];
  });
}

/** What the register says of one member on a day, with what it borrows from the others' rows. */
export const factsOf = (member: Member, household: readonly Member[], day: string): RegisterFacts =>
  factsAt(
    member.versions,
    day,
    household.filter(({ id }) => id !== member.id).map(({ versions }) => versions),
  );
