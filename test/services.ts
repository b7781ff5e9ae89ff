/** The signed-in floor on a test database, with the sample residents and the demonstration's SMS. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createLocalFiles } from '@/cloud/adapters/files';
import { createDemoSms, type DemoSms } from '@/cloud/adapters/sms';
import { seedSamples } from '@/cloud/demo/seed';
import type { Services } from '@/cloud/services';
import type { Keys } from '@/cloud/store/keys';
import { createLimits } from '@/cloud/store/limits';
import { type TestDatabase, testDatabase } from './postgres';

export interface TestServices {
  readonly services: Services;
  readonly sms: DemoSms;
  readonly database: TestDatabase;
  /** for the cloud function, which reads its own environment */
  readonly url: string;
  readonly keys: Keys;
  /** where residents' files lie */
  readonly filesDir: string;
  drop(): Promise<void>;
}

export async function testServices(over: Partial<Services> = {}): Promise<TestServices> {
  const database = await testDatabase();
  const sms = createDemoSms({});
  const { store } = database;
  await seedSamples(store, new Date());
  const filesDir = mkdtempSync(path.join(tmpdir(), 'files-'));
  const services: Services = {
    store,
    limits: createLimits(store.pool, store.cipher),
    wechat: null,
    sms,
    speaker: null,
    files: createLocalFiles(filesDir),
    demo: sms,
    publicUrl: null,
    ...over,
  };
  const drop = async () => {
    await database.drop();
    rmSync(filesDir, { recursive: true, force: true });
  };
  return { services, sms, database, url: database.url, keys: store.keys, filesDir, drop };
}
