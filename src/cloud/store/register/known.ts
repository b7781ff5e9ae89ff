import type { PoolClient } from 'pg';

/** What the register has of a person who stands in the file. */
export interface Known {
  readonly personId: string;
  readonly county: string;
  readonly newestDate: string;
  /** the version in force on the row's data date; null when the row is older than all */
  readonly inForce: {
    readonly id: string;
    readonly dataDate: string;
    readonly confirmedOn: string;
    readonly digest: Buffer;
    readonly rowEnc: Buffer;
  } | null;
}

interface Found {
  id_hash: Buffer;
  person_id: string;
  county: string;
  newest: string;
  id: string | null;
  data_date: string;
  confirmed_on: string;
  digest: Buffer;
  row_enc: Buffer;
}

const LOOK_UP = {
  name: 'register-known',
  text: `
    select k.id_hash, p.id as person_id, p.county, n.newest::text as newest,
           v.id, v.data_date::text as data_date, v.confirmed_on::text as confirmed_on, v.digest, v.row_enc
    from unnest($1::bytea[], $2::date[]) as k(id_hash, day)
    join id_index i on i.id_hash = k.id_hash
    join person p on p.id = i.person_id
    join lateral (
      select data_date as newest from person_version
      where person_id = p.id order by data_date desc, recorded_at desc limit 1
    ) n on true
    left join lateral (
      select id, data_date, confirmed_on, digest, row_enc from person_version
      where person_id = p.id and data_date <= k.day order by data_date desc, recorded_at desc limit 1
    ) v on true`,
};

/** @returns by the hash of the number, as latin1 text */
export async function knownPeople(
  client: PoolClient,
  people: readonly { readonly idHash: Buffer; readonly day: string }[],
): Promise<Map<string, Known>> {
  const { rows } = await client.query<Found>({
    ...LOOK_UP,
    values: [people.map(({ idHash }) => idHash), people.map(({ day }) => day)],
  });
  return new Map(
    rows.map((row) => [
      row.id_hash.toString('latin1'),
      {
        personId: row.person_id,
        county: row.county,
        newestDate: row.newest,
        inForce:
          row.id === null
            ? null
            : {
                id: row.id,
                dataDate: row.data_date,
                confirmedOn: row.confirmed_on,
                digest: row.digest,
                rowEnc: row.row_enc,
              },
      },
    ]),
  );
}
