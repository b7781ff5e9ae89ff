import path from 'node:path';
import { sweep } from './background/sweep';
import { seedSamples } from './demo/seed';
import { fillFitting } from './messages/fitting';
import type { Services } from './services';
import { fillPlaces } from './store/places';
import { requireOwnKeys } from './store/rotate';
import { migrateStore } from './store/store';

/** Beside this file in the source tree; the cloud function never migrates. */
const MIGRATIONS = 'src/cloud/store/migrations';

export class PostgresUnreachable extends Error {}

/** Brings the database to this version's schema and sweeps it and the files; in the demonstration puts the samples in. @throws PostgresUnreachable, KeyProblem */
export async function prepareStore(services: Services, now: Date): Promise<void> {
  const { store, demo } = services;
  try {
    await migrateStore(store, path.resolve(process.env.MIGRATIONS_ROOT ?? MIGRATIONS));
  } catch (error) {
    const { message } = error instanceof Error ? error : { message: String(error) };
    throw new PostgresUnreachable(`数据库连不上或升级不了，没有启动：${message}`);
  }
  await requireOwnKeys(store);
  await fillPlaces(store);
  await sweep(services, now);
  if (demo) await seedSamples(store, now);
  await fillFitting(store, now);
}
