/** A fresh, migrated database for a test file (PostgreSQL itself is started by postgres-setup.ts). */
import { randomBytes } from 'node:crypto';
import { Client } from 'pg';
import type { Keys } from '@/cloud/store/keys';
import { openStore, type Store } from '@/cloud/store/store';

/** Keys of one test run; field key 2 seals, 1 still opens. */
export const testKeys = (): Keys => ({
  fields: new Map([
    [2, randomBytes(32)],
    [1, randomBytes(32)],
  ]),
  currentField: 2,
  index: randomBytes(32),
  audit: randomBytes(32),
});

export interface TestDatabase {
  readonly url: string;
  readonly store: Store;
  drop(): Promise<void>;
}

export async function testDatabase(keys: Keys = testKeys()): Promise<TestDatabase> {
  const server = process.env.TEST_DATABASE_URL;
  if (!server) throw new Error('TEST_DATABASE_URL is not set: is postgres-setup.ts the globalSetup?');
  const name = `test_${randomBytes(6).toString('hex')}`;
  await withAdmin(server, `create database ${name} template house`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  const store = openStore(url.href, keys);
  return {
    url: url.href,
    store,
    drop: async () => {
      await store.close();
      await withAdmin(server, `drop database ${name} with (force)`);
    },
  };
}

/** Two copies of the template at once are refused: the second waits. */
async function withAdmin(server: string, statement: string): Promise<void> {
  const client = new Client(server);
  await client.connect();
  try {
    await client.query('select pg_advisory_lock(1)');
    await client.query(statement);
  } finally {
    await client.end();
  }
}
