/** Seals every field with the present key. It can be stopped at any time and goes on where it was. */
import { getTableColumns, getTableName, is } from 'drizzle-orm';
import { PgTable } from 'drizzle-orm/pg-core';
import type { FieldCipher } from './field-cipher';
import { KeyProblem } from './keys';
import * as schema from './schema';
import { SealBroken } from './seal';
import type { Store } from './store';

export interface SealedColumn {
  readonly table: string;
  readonly column: string;
  /** as given to `seal` */
  readonly place: string;
}

/** Every column that ends in `_enc`; sealed for the row's `id`, at the place `table.column` without that ending. */
export const SEALED: readonly SealedColumn[] = Object.values(schema).flatMap((table) => {
  if (!is(table, PgTable)) return [];
  const name = getTableName(table);
  return Object.values(getTableColumns(table))
    .filter((column) => column.name.endsWith('_enc'))
    .map(({ name: column }) => ({
      table: name,
      column,
      place: `${name}.${column.slice(0, -'_enc'.length)}`,
    }));
});

const BATCH = 500;

/** Fields not sealed with the present key. */
export async function oldFields({ pool, cipher }: Pick<Store, 'pool' | 'cipher'>): Promise<number> {
  let count = 0;
  for (const { table, column } of SEALED) {
    const { rows } = await pool.query<{ n: string }>(
      `select count(*) as n from "${table}" where "${column}" is not null and get_byte("${column}", 1) <> $1`,
      [cipher.currentKey],
    );
    count += Number(rows[0]?.n ?? 0);
  }
  return count;
}

/**
 * A batch is one transaction on rows nobody else holds, so the portal goes on beside it.
 * @param report fields sealed anew so far
 */
export async function resealAll(
  { pool, cipher }: Pick<Store, 'pool' | 'cipher'>,
  report: (fields: number) => void,
): Promise<number> {
  let total = 0;
  for (const sealed of SEALED) {
    for (;;) {
      const done = await resealBatch(pool, cipher, sealed);
      total += done;
      if (done > 0) report(total);
      if (done === 0) break;
    }
  }
  return total;
}

async function resealBatch(
  pool: Store['pool'],
  cipher: FieldCipher,
  { table, column, place }: SealedColumn,
): Promise<number> {
  const client = await pool.connect();
  try {
    await client.query('begin');
    const { rows } = await client.query<{ id: string; sealed: Buffer }>(
      `select id, "${column}" as sealed from "${table}"
       where "${column}" is not null and get_byte("${column}", 1) <> $1 limit ${BATCH} for update skip locked`,
      [cipher.currentKey],
    );
    const anew = rows.map(({ id, sealed }) =>
      cipher.sealBytes(place, id, cipher.openBytes(place, id, sealed)),
    );
    await client.query(
      `update "${table}" t set "${column}" = n.sealed
       from unnest($1::uuid[], $2::bytea[]) as n(id, sealed) where t.id = n.id`,
      [rows.map(({ id }) => id), anew],
    );
    await client.query('commit');
    return rows.length;
  } catch (error) {
    await client.query('rollback').catch(() => undefined);
    throw error;
  } finally {
    client.release();
  }
}

/**
 * Whether the keys at hand are those of this database: one field of every sealed column is opened.
 * @throws KeyProblem, before anything is sealed with keys that do not belong here
 */
export async function requireOwnKeys({ pool, cipher }: Pick<Store, 'pool' | 'cipher'>): Promise<void> {
  for (const { table, column, place } of SEALED) {
    const { rows } = await pool.query<{ id: string; sealed: Buffer }>(
      `select id, "${column}" as sealed from "${table}" where "${column}" is not null limit 1`,
    );
    for (const { id, sealed } of rows) {
      try {
        cipher.open(place, id, sealed);
      } catch (error) {
        if (!(error instanceof SealBroken)) throw error;
        throw new KeyProblem(
          '这些密钥打不开数据库里的内容，是密钥换过或者丢过。请放回原来的密钥；要从头开始，就用一个空的数据库',
        );
      }
    }
  }
}
