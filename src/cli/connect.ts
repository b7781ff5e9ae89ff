/**
 * The database of an operator's command: `DATABASE_URL` with its keys in the environment, or the embedded server and
 * keys of this checkout in `.data/`, which is left running when it was (npm start) and ended when it was not.
 */

import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensureKeyFile, KeyProblem, keysFromEnvironment } from '@/cloud/store/keys';
import { requireOwnKeys } from '@/cloud/store/rotate';
import { migrateStore, openStore, type Store } from '@/cloud/store/store';
import { PostgresProblem, startPostgres } from '../../config/tasks/postgres.mjs';

export interface Connection {
  readonly store: Store;
  close(): Promise<void>;
}

const here = (relative: string) => fileURLToPath(new URL(relative, import.meta.url));

/** @throws KeyProblem, PostgresProblem with words for the operator */
export async function connect(env: NodeJS.ProcessEnv = process.env): Promise<Connection> {
  const embedded = env.DATABASE_URL ? null : await startPostgres(here('../../.data'));
  const stop = () => {
    if (embedded && !embedded.wasRunning) embedded.stop();
  };
  try {
    const store = openStore(env.DATABASE_URL ?? (embedded?.url as string), keysOf(env), 4);
    await migrateStore(store, here('../cloud/store/migrations'));
    await requireOwnKeys(store);
    return {
      store,
      close: async () => {
        await store.close();
        stop();
      },
    };
  } catch (error) {
    stop();
    throw error;
  }
}

/** One command's work on the database; it is closed after it. */
export async function withStore<T>(work: (store: Store) => Promise<T>): Promise<T> {
  const { store, close } = await connect();
  return work(store).finally(close);
}

function keysOf(env: NodeJS.ProcessEnv) {
  if (env.DATABASE_URL || env.FIELD_KEYS || env.KEYS_FILE) return keysFromEnvironment(env);
  const file = path.join(here('../../.data'), 'keys.json');
  ensureKeyFile(file);
  return keysFromEnvironment({ KEYS_FILE: file });
}

/** Said in full already; nothing else has to be explained. */
export const isOperatorProblem = (error: unknown): error is Error =>
  error instanceof KeyProblem || error instanceof PostgresProblem;
