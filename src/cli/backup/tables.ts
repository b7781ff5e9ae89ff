import type { PoolClient } from 'pg';

/** Every table of the house, by name; there are no foreign keys, so the order does not matter. */
export async function tablesOf(client: PoolClient): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    `select table_name as name from information_schema.tables
     where table_schema = 'public' and table_type = 'BASE TABLE' order by table_name`,
  );
  return rows.map(({ name }) => name);
}

/** What is given to a table: the columns that the database reckons by itself are not. */
export async function columnsOf(client: PoolClient, name: string): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    `select column_name as name from information_schema.columns
     where table_schema = 'public' and table_name = $1 and is_generated = 'NEVER' order by ordinal_position`,
    [name],
  );
  return rows.map((row) => row.name);
}

/** What is numbered by the database goes on behind what was put there. */
export async function numberOn(client: PoolClient): Promise<void> {
  const { rows } = await client.query<{ table: string; column: string }>(
    `select table_name as "table", column_name as "column" from information_schema.columns
     where table_schema = 'public' and is_identity = 'YES'`,
  );
  for (const { table, column } of rows)
    await client.query(
      `select setval(pg_get_serial_sequence($1, $2), (select coalesce(max(${quoted(column)}), 0) + 1 from ${quoted(table)}), false)`,
      [quoted(table), column],
    );
}

/** Hash of the newest migration: what the tables look like. */
export async function schemaVersion(client: PoolClient): Promise<string> {
  const { rows } = await client.query<{ hash: string }>(
    'select hash from drizzle.__drizzle_migrations order by created_at desc, id desc limit 1',
  );
  return rows[0]?.hash ?? '';
}

/** A name in SQL. Names come from the database's own list, never from a file. */
export const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;
