/** A hundred thousand messages through the outbox, on a real PostgreSQL with its usual durability. */
import { randomBytes } from 'node:crypto';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { keysFromEnvironment } from '@/cloud/store/keys';
import { migrateStore, openStore } from '@/cloud/store/store';
import { startPostgres } from '../../config/tasks/postgres.mjs';
import { type OutboxFigures, outboxFigures } from '../api/outbox/run';

const MESSAGES = 100_000;

export async function messageFigures(messages = MESSAGES): Promise<OutboxFigures> {
  const folder = mkdtempSync(path.join(tmpdir(), 'bench-messages-'));
  // as root the server runs as another user, who must get in
  chmodSync(folder, 0o755);
  const postgres = await startPostgres(folder);
  const secret = () => randomBytes(32).toString('hex');
  const keys = { FIELD_KEYS: `1:${secret()}`, INDEX_KEY: secret(), AUDIT_KEY: secret() };
  const store = openStore(postgres.url, keysFromEnvironment(keys), 4);
  try {
    await migrateStore(store, 'src/cloud/store/migrations');
    return await outboxFigures({ store, environment: { ...keys, DATABASE_URL: postgres.url } }, messages);
  } finally {
    await store.close();
    postgres.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}
