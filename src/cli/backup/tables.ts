import type { PoolClient } from 'pg';

/** Every table of the house, by name; there are no foreign keys, so the order does not matter. */
export async function tablesOf(client: PoolClient): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    `select table_name as name from information_schema.tables
     where table_schema = 'public' and table_type = 'BASE TABLE' order by table_name`,
  );
  return rows.map(({ name }) => name);
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
