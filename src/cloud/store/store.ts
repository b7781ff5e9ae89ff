import { sql } from 'drizzle-orm';
import { drizzle, type NodePgDatabase } from 'drizzle-orm/node-postgres';
import { migrate } from 'drizzle-orm/node-postgres/migrator';
import { Pool } from 'pg';
import { createFieldCipher, type FieldCipher } from './field-cipher';
import type { Keys } from './keys';
import * as schema from './schema';

export type Database = NodePgDatabase<typeof schema>;
/** The database or a transaction on it. */
export type Queries = Pick<Database, 'select' | 'insert' | 'update' | 'delete' | 'execute'>;

export interface Store {
  readonly db: Database;
  readonly pool: Pool;
  readonly cipher: FieldCipher;
  readonly keys: Keys;
  close(): Promise<void>;
}

/**
 * Connects lazily: nothing is asked of the database before the first query.
 * @param max connections of this process; 1–2 for a function behind a pooler
 * @param reload reads the keys again, when they are changed under a running server
 */
export function openStore(
  databaseUrl: string,
  keys: Keys,
  max = 10,
  reload: (() => Keys) | null = null,
): Store {
  const pool = new Pool({ connectionString: databaseUrl, max, connectionTimeoutMillis: 5_000 });
  // an idle connection that breaks is replaced at the next query
  pool.on('error', () => undefined);
  // one that breaks between two steps of a transaction fails at the next step; without a listener it ends the process
  pool.on('connect', (client) => client.on('error', () => undefined));
  return {
    db: retrying(drizzle(pool, { schema })),
    pool,
    cipher: createFieldCipher(keys, reload),
    keys,
    close: () => pool.end(),
  };
}

/** One waited for the other, and the database has ended one of them: nothing of it was done. */
const LOST: readonly unknown[] = ['40P01', '40001'];
const TRIES = 3;

function wasLost(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  return ('code' in error && LOST.includes(error.code)) || wasLost(error.cause);
}

/** A transaction that lost to another is done anew: whoever asked need not know. A step inside one is not, it goes with it. */
function retrying(db: Database): Database {
  const once = db.transaction.bind(db);
  db.transaction = async (work, config) => {
    for (let tried = 1; ; tried++) {
      try {
        return await once(work, config);
      } catch (error) {
        if (tried === TRIES || !wasLost(error)) throw error;
      }
    }
  };
  return db;
}

/** Brings the database to this version's schema; two at once wait for each other. */
export async function migrateStore({ pool }: Pick<Store, 'pool'>, migrationsFolder: string): Promise<void> {
  const client = await pool.connect();
  try {
    const db = drizzle(client);
    await db.execute(sql`select pg_advisory_lock(7305)`);
    await migrate(db, { migrationsFolder });
    await db.execute(sql`select pg_advisory_unlock(7305)`);
  } finally {
    // the lock ends with the connection, whatever happened
    client.release(true);
  }
}
