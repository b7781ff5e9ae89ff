/** Once a run: a real PostgreSQL in a temporary folder, with one migrated database that every test file copies; and where the policy book is kept (book.ts). */
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Pool } from 'pg';
// jest resolves no aliases here
import { migrateStore } from '../src/cloud/store/store';

declare global {
  // how jest hands something from the setup to the teardown
  var endTestPostgres: (() => void) | undefined;
}

export default async function setup(): Promise<void> {
  const { startPostgres } = await import('../config/tasks/postgres.mjs');
  const folder = mkdtempSync(path.join(tmpdir(), 'test-database-'));
  // as root the server runs as another user, who must get in
  chmodSync(folder, 0o755);
  // nothing here has to survive a power cut
  const server = await startPostgres(folder, ['fsync=off', 'synchronous_commit=off', 'max_connections=200']);
  globalThis.endTestPostgres = () => {
    server.stop();
    rmSync(folder, { recursive: true, force: true });
  };
  const admin = new Pool({ connectionString: server.url, max: 1 });
  await admin.query('create database house');
  await admin.end();
  const house = new URL(server.url);
  house.pathname = '/house';
  const pool = new Pool({ connectionString: house.href, max: 2 });
  await migrateStore({ pool }, path.join(__dirname, '../src/cloud/store/migrations'));
  await pool.end();
  process.env.TEST_DATABASE_URL = server.url;
  process.env.TEST_BOOK = path.join(folder, 'book.json');
}
