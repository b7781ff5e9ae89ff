/** Everybody of the register, page by page along (household, person), from one consistent snapshot. */
import type { PoolClient } from 'pg';
import type { RegisterVersion } from '@/domain/register';
import type { FieldCipher } from '../field-cipher';
import type { Store } from '../store';
import { openVersion, type SealedVersion } from './seals';

const PAGE = 2000;
const BEFORE_ALL = '00000000-0000-0000-0000-000000000000';

export interface Person {
  readonly personId: string;
  readonly householdId: string;
}

/** One read-only transaction; ended whatever happens. */
async function* snapshot<T>(
  { pool }: Store,
  read: (client: PoolClient) => AsyncGenerator<T>,
): AsyncGenerator<T> {
  const client = await pool.connect();
  // a connection that breaks between two queries is noticed by the next one
  client.on('error', () => undefined);
  let good = false;
  try {
    await client.query('begin isolation level repeatable read read only');
    yield* read(client);
    await client.query('commit');
    good = true;
  } finally {
    client.release(!good);
  }
}

type PageRow = { person_id: string; household_id: string } & Record<string, unknown>;

async function* pages<Row extends PageRow>(
  client: PoolClient,
  text: string,
  values: unknown[],
): AsyncGenerator<Row[]> {
  let [household, person] = [BEFORE_ALL, BEFORE_ALL];
  for (;;) {
    const { rows } = await client.query<Row>(
      `${text} and (p.household_id, p.id) > ($${values.length + 1}, $${values.length + 2})
       order by p.household_id, p.id limit ${PAGE}`,
      [...values, household, person],
    );
    if (rows.length > 0) yield rows;
    const last = rows.at(-1);
    if (!last || rows.length < PAGE) return;
    [household, person] = [last.household_id, last.person_id];
  }
}

const VERSION = 'id, data_date::text, confirmed_on::text, row_enc';
const NEWEST = 'order by data_date desc, recorded_at desc limit 1';

interface Columns {
  id: string | null;
  data_date: string;
  confirmed_on: string;
  row_enc: Buffer;
}

const versionOf = (cipher: FieldCipher, row: Columns): RegisterVersion | null =>
  row.id === null ? null : openVersion(cipher, sealed(row as Columns & { id: string }));

const sealed = (row: Columns & { id: string }): SealedVersion => ({
  id: row.id,
  dataDate: row.data_date,
  confirmedOn: row.confirmed_on,
  rowEnc: row.row_enc,
});

/** The newest version of everybody, households together. @param county null: all counties */
export async function* newestVersions(
  store: Store,
  county: string | null,
): AsyncGenerator<(Person & { readonly version: RegisterVersion })[]> {
  const text = `
    select p.id as person_id, p.household_id, v.* from person p
    join lateral (select ${VERSION} from person_version where person_id = p.id ${NEWEST}) v on true
    where ($1::text is null or p.county = $1)`;
  for await (const rows of snapshot(store, (client) => pages<PageRow & Columns>(client, text, [county])))
    yield rows.flatMap((row) => {
      const version = versionOf(store.cipher, row);
      return version ? [{ personId: row.person_id, householdId: row.household_id, version }] : [];
    });
}

export interface TwoStates extends Person {
  /** null: not in the register on that day */
  readonly before: RegisterVersion | null;
  readonly after: RegisterVersion;
}

/** Those of whom a version begins after `from` and not after `to`, with the versions in force on both days. */
export async function* changedBetween(
  store: Store,
  from: string,
  to: string,
  county: string | null,
): AsyncGenerator<TwoStates[]> {
  const at = (parameter: string) =>
    `select ${VERSION} from person_version where person_id = p.id and data_date <= ${parameter} ${NEWEST}`;
  const text = `
    select p.id as person_id, p.household_id, a.*, b.id as b_id, b.data_date as b_data_date,
           b.confirmed_on as b_confirmed_on, b.row_enc as b_row_enc
    from person p
    join lateral (${at('$2::date')}) a on a.data_date::date > $1::date
    left join lateral (${at('$1::date')}) b on true
    where ($3::text is null or p.county = $3)`;
  type Row = PageRow &
    Columns & { b_id: string | null; b_data_date: string; b_confirmed_on: string; b_row_enc: Buffer };
  for await (const rows of snapshot(store, (client) => pages<Row>(client, text, [from, to, county])))
    yield rows.map((row) => ({
      personId: row.person_id,
      householdId: row.household_id,
      after: versionOf(store.cipher, row) as RegisterVersion,
      before: versionOf(store.cipher, {
        id: row.b_id,
        data_date: row.b_data_date,
        confirmed_on: row.b_confirmed_on,
        row_enc: row.b_row_enc,
      }),
    }));
}
