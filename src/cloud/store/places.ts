/**
 * Towns and villages of the register. A person carries keyed hashes of both, so that a village is found without opening
 * a county, and a stolen database does not say who lives where; the names are read from one row of each place.
 */
import { type RegisterRow, unpackVersion } from '@/domain/register';
import type { FieldCipher } from './field-cipher';
import { ROW_PLACE } from './people';
import type { Store } from './store';

/** As the register writes it; `''` where the row leaves it open. */
export interface Place {
  readonly town: string;
  readonly village: string;
}

export interface PlaceHashes {
  readonly townHash: Buffer;
  readonly villageHash: Buffer;
}

export const placeOf = ({ town, village }: RegisterRow): Place => ({
  town: typeof town === 'string' ? town : '',
  village: typeof village === 'string' ? village : '',
});

/** Spaces and wide letters vary from file to file. */
const plain = (name: string) => name.normalize('NFKC').replace(/\s+/g, '');

/** Villages of one name are many: the hash is of county, town and village. */
export function placeHashes(cipher: FieldCipher, county: string, { town, village }: Place): PlaceHashes {
  const inTown = `${county}\0${plain(town)}`;
  return {
    townHash: cipher.blind('place', inTown),
    villageHash: cipher.blind('place', `${inTown}\0${plain(village)}`),
  };
}

const NEWEST = `join lateral (
  select id, row_enc from person_version where person_id = p.id order by data_date desc, recorded_at desc limit 1
) v on true`;

interface SealedRow {
  readonly id: string;
  readonly row_enc: Buffer;
}

const openRow = (cipher: FieldCipher, { id, row_enc }: SealedRow): RegisterRow =>
  unpackVersion(cipher.open(ROW_PLACE, id, row_enc)).row;

/** One row of each different hash, from the index: as many steps as there are places, not people. */
const oneOfEach = (hash: 'town_hash' | 'village_hash', within: string) => `
  with recursive place as (
    (select ${hash} as hash from person where ${within} and ${hash} is not null order by ${hash} limit 1)
    union all
    select (select ${hash} from person where ${within} and ${hash} > place.hash order by ${hash} limit 1)
    from place where place.hash is not null
  )
  select v.id, v.row_enc from place
  join lateral (select id from person where ${within} and ${hash} = place.hash limit 1) p on true
  ${NEWEST}`;

const TOWNS = { name: 'register-towns', text: oneOfEach('town_hash', 'county = $1') };
const VILLAGES = {
  name: 'register-villages',
  text: oneOfEach('village_hash', 'county = $1 and town_hash = $2'),
};

const inOrder = (names: readonly string[]) =>
  [...names].sort((a, b) => Number(a === '') - Number(b === '') || a.localeCompare(b, 'zh-CN'));

/** Towns that the register of a county has people of; `''` last, for those whose row has none. */
export async function townsOf({ pool, cipher }: Store, county: string): Promise<string[]> {
  const { rows } = await pool.query<SealedRow>({ ...TOWNS, values: [county] });
  return inOrder(rows.map((row) => placeOf(openRow(cipher, row)).town));
}

/** Villages of a town, in the same way. */
export async function villagesOf({ pool, cipher }: Store, county: string, town: string): Promise<string[]> {
  const { townHash } = placeHashes(cipher, county, { town, village: '' });
  const { rows } = await pool.query<SealedRow>({ ...VILLAGES, values: [county, townHash] });
  return inOrder(rows.map((row) => placeOf(openRow(cipher, row)).village));
}

export interface Villager {
  readonly personId: string;
  readonly householdId: string;
  readonly row: RegisterRow;
}

const VILLAGERS = {
  name: 'register-villagers',
  text: `select p.id as person_id, p.household_id, v.id, v.row_enc from person p ${NEWEST}
    where p.county = $1 and p.town_hash = $2 and p.village_hash = $3 order by p.household_id, p.id`,
};

/** Everybody of a village as the register has them now, households together. */
export async function villagersOf(
  { pool, cipher }: Store,
  county: string,
  place: Place,
): Promise<Villager[]> {
  const { townHash, villageHash } = placeHashes(cipher, county, place);
  const { rows } = await pool.query<SealedRow & { person_id: string; household_id: string }>({
    ...VILLAGERS,
    values: [county, townHash, villageHash],
  });
  return rows.map((row) => ({
    personId: row.person_id,
    householdId: row.household_id,
    row: openRow(cipher, row),
  }));
}

/**
 * A place as the register writes it.
 * @param place `village` `''`: the town; both `''`: the county
 * @returns null when the register has nobody there; what was asked when the county's register is still empty
 */
export async function placeAsWritten(
  { pool, cipher }: Pick<Store, 'pool' | 'cipher'>,
  county: string,
  place: Place,
): Promise<Place | null> {
  const { townHash, villageHash } = placeHashes(cipher, county, place);
  const { rows } = await pool.query<SealedRow>(
    `select v.id, v.row_enc from (
       select id from person where county = $1
         and ($2::bytea is null or town_hash = $2) and ($3::bytea is null or village_hash = $3) limit 1
     ) p ${NEWEST}`,
    [county, place.town === '' ? null : townHash, place.village === '' ? null : villageHash],
  );
  const written = rows[0] && placeOf(openRow(cipher, rows[0]));
  if (written)
    return {
      town: place.town && written.town,
      village: place.village && written.village,
    };
  const anybody = await pool.query('select 1 from person where county = $1 limit 1', [county]);
  return anybody.rowCount === 0 ? place : null;
}

const BATCH = 500;

/**
 * People of a register that was imported before there were places. Each batch is one transaction; it can be cut off at
 * any time and goes on where it was, also beside an import and another server.
 * @returns how many were filled in
 */
export async function fillPlaces(store: Pick<Store, 'pool' | 'cipher'>): Promise<number> {
  let total = 0;
  let after: string | undefined = '00000000-0000-0000-0000-000000000000';
  while (after !== undefined) {
    const filled = await fillBatch(store, after);
    total += filled.length;
    after = filled.at(-1);
  }
  return total;
}

/** @returns who was filled in, in order */
async function fillBatch({ pool, cipher }: Pick<Store, 'pool' | 'cipher'>, after: string): Promise<string[]> {
  const client = await pool.connect();
  try {
    await client.query('begin');
    const { rows } = await client.query<SealedRow & { person_id: string; county: string }>(
      `with p as materialized (
         select id, county from person where town_hash is null and id > $1
         order by id limit ${BATCH} for update skip locked
       )
       select p.id as person_id, p.county, v.id, v.row_enc from p ${NEWEST} order by p.id`,
      [after],
    );
    const hashes = rows.map((row) => placeHashes(cipher, row.county, placeOf(openRow(cipher, row))));
    await client.query(
      `update person p set town_hash = n.town, village_hash = n.village
       from unnest($1::uuid[], $2::bytea[], $3::bytea[]) as n(id, town, village) where p.id = n.id`,
      [
        rows.map((row) => row.person_id),
        hashes.map(({ townHash }) => townHash),
        hashes.map(({ villageHash }) => villageHash),
      ],
    );
    await client.query('commit');
    return rows.map((row) => row.person_id);
  } catch (error) {
    await client.query('rollback').catch(() => undefined);
    throw error;
  } finally {
    client.release();
  }
}
