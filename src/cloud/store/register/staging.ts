/**
 * Rows on their way into the register: in temporary tables of the transaction, sealed like everything else, so that
 * nothing is written before the whole file was read and nothing personal lies in a temporary file.
 */
import type { PoolClient } from 'pg';
import type { FieldCipher } from '../field-cipher';
import type { NewVersion } from './judge';
import { householdHash } from './seals';

/** Bytes of an advisory lock's key: `import` in this house. */
const IMPORT_LOCK = 7306;

export interface Staged {
  readonly idHash: Buffer;
  readonly version?: NewVersion;
  readonly confirm?: { readonly versionId: string; readonly day: string };
}

/** @returns false when another import is running */
export async function lockImports(client: PoolClient): Promise<boolean> {
  const { rows } = await client.query<{ locked: boolean }>('select pg_try_advisory_xact_lock($1) as locked', [
    IMPORT_LOCK,
  ]);
  return rows[0]?.locked === true;
}

export async function prepareStaging(client: PoolClient): Promise<void> {
  await client.query(`
    create temporary table incoming (
      id_hash bytea, person_id uuid, is_new boolean, county char(6), no_hash bytea,
      version_id uuid, data_date date, row_enc bytea, digest bytea, town_hash bytea, village_hash bytea
    ) on commit drop`);
  await client.query(
    'create temporary table confirming (id_hash bytea, version_id uuid, day date) on commit drop',
  );
}

export async function stage(
  client: PoolClient,
  cipher: FieldCipher,
  staged: readonly Staged[],
): Promise<void> {
  const versions = staged.flatMap(({ idHash, version }) => (version ? [{ idHash, ...version }] : []));
  const confirms = staged.flatMap(({ idHash, confirm }) => (confirm ? [{ idHash, ...confirm }] : []));
  if (versions.length > 0)
    await client.query({
      name: 'register-stage',
      text: `insert into incoming select * from unnest($1::bytea[], $2::uuid[], $3::boolean[], $4::text[], $5::bytea[],
        $6::uuid[], $7::date[], $8::bytea[], $9::bytea[], $10::bytea[], $11::bytea[])`,
      values: [
        versions.map(({ idHash }) => idHash),
        versions.map(({ personId }) => personId),
        versions.map(({ isNew }) => isNew),
        versions.map(({ county }) => county),
        versions.map(({ householdNo }) => householdHash(cipher, householdNo)),
        versions.map(({ versionId }) => versionId),
        versions.map(({ dataDate }) => dataDate),
        versions.map(({ rowEnc }) => rowEnc),
        versions.map(({ digest }) => digest),
        versions.map(({ place }) => place.townHash),
        versions.map(({ place }) => place.villageHash),
      ],
    });
  if (confirms.length > 0)
    await client.query({
      name: 'register-confirm',
      text: 'insert into confirming select * from unnest($1::bytea[], $2::uuid[], $3::date[])',
      values: [
        confirms.map(({ idHash }) => idHash),
        confirms.map(({ versionId }) => versionId),
        confirms.map(({ day }) => day),
      ],
    });
}

/** Takes people out again whose second row in the file contradicts the first. */
export async function unstage(client: PoolClient, hashes: readonly Buffer[]): Promise<void> {
  if (hashes.length === 0) return;
  await client.query('delete from incoming where id_hash = any($1::bytea[])', [hashes]);
  await client.query('delete from confirming where id_hash = any($1::bytea[])', [hashes]);
}

/** Writes everything that is staged. The caller's transaction makes it all or nothing. */
export async function applyStaged(client: PoolClient, importId: string, recordedAt: Date): Promise<void> {
  await client.query('analyze incoming');
  await client.query(`
    insert into household (id, county, no_hash)
    select gen_random_uuid(), county, no_hash from (select distinct county, no_hash from incoming) as named
    on conflict (no_hash, county) do nothing`);
  await client.query(`
    insert into person (id, county, household_id, town_hash, village_hash)
    select i.person_id, i.county, h.id, i.town_hash, i.village_hash from incoming i
    join household h on h.no_hash = i.no_hash and h.county = i.county where i.is_new`);
  await client.query(`
    update person p set county = i.county, household_id = h.id, town_hash = i.town_hash, village_hash = i.village_hash
    from incoming i join household h on h.no_hash = i.no_hash and h.county = i.county
    where not i.is_new and p.id = i.person_id
      and (p.household_id <> h.id or p.county <> i.county or p.village_hash is distinct from i.village_hash)`);
  await client.query(
    'insert into id_index (id_hash, person_id) select id_hash, person_id from incoming where is_new',
  );
  await client.query(
    `insert into person_version (id, person_id, data_date, confirmed_on, recorded_at, import_id, row_enc, digest)
     select version_id, person_id, data_date, data_date, $2, $1, row_enc, digest from incoming`,
    [importId, recordedAt],
  );
  await client.query(
    'update person_version v set confirmed_on = c.day from confirming c where v.id = c.version_id and c.day > v.confirmed_on',
  );
}

/** People the register has in these counties. */
export async function peopleIn(client: PoolClient, counties: readonly string[]): Promise<number> {
  const { rows } = await client.query<{ people: string }>(
    'select count(*) as people from person where county = any($1::text[])',
    [counties],
  );
  return Number(rows[0]?.people ?? 0);
}
