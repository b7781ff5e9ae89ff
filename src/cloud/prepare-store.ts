import path from 'node:path';
import { seedSamples } from './demo/seed';
import type { Services } from './services';
import { requireOwnKeys } from './store/rotate';
import { migrateStore } from './store/store';

/** Beside this file in the source tree; the cloud function never migrates. */
const MIGRATIONS = 'src/cloud/store/migrations';

export class PostgresUnreachable extends Error {}

/** Brings the database to this version's schema; in the demonstration puts the samples in. @throws PostgresUnreachable, KeyProblem */
export async function prepareStore({ store, demo }: Services, now: Date): Promise<void> {
  try {
    await migrateStore(store, path.resolve(process.env.MIGRATIONS_ROOT ?? MIGRATIONS));
  } catch (error) {
    const { message } = error instanceof Error ? error : { message: String(error) };
    throw new PostgresUnreachable(`数据库连不上或升级不了，没有启动：${message}`);
  }
  await requireOwnKeys(store);
  if (demo) await seedSamples(store, now);
}
