import path from 'node:path';
import { and, isNull, lt } from 'drizzle-orm';
import { seedSamples } from './demo/seed';
import { sweepFiles } from './handlers/files/sweep';
import type { Services } from './services';
import { fillPlaces } from './store/places';
import { requireOwnKeys } from './store/rotate';
import { mandate, session, smsCode } from './store/schema';
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
  await sweep(store, now);
  await sweepFiles(services, now);
  if (demo) await seedSamples(store, now);
}

const DAY_MS = 24 * 3_600_000;

/** What nobody can use any more: ended sessions, codes of yesterday, mandates that were never confirmed. */
async function sweep({ db }: Services['store'], now: Date): Promise<void> {
  const yesterday = new Date(now.getTime() - DAY_MS);
  await db.delete(session).where(lt(session.expiresAt, now));
  await db.delete(smsCode).where(lt(smsCode.sentAt, yesterday));
  await db.delete(mandate).where(and(isNull(mandate.startedAt), lt(mandate.offerUntil, yesterday)));
}
