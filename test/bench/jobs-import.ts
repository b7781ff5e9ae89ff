/**
 * A hundred thousand postings from a file into a real PostgreSQL with its usual durability, as an office runs it; then
 * the same file again, which changes nothing. Run by itself: `npx tsx test/bench/jobs-import.ts`.
 */
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { keysFromEnvironment } from '@/cloud/store/keys';
import { migrateStore, openStore } from '@/cloud/store/store';
import { startPostgres } from '../../config/tasks/postgres.mjs';

const ROWS = 100_000;

export interface JobsImportFigures {
  readonly rows: number;
  readonly seconds: number;
  /** nothing changed */
  readonly againSeconds: number;
}

export async function jobsImportFigures(): Promise<JobsImportFigures> {
  const folder = mkdtempSync(path.join(tmpdir(), 'bench-jobs-'));
  // as root the server runs as another user, who must get in
  chmodSync(folder, 0o755);
  const server = await startPostgres(folder);
  const secret = () => randomBytes(32).toString('hex');
  const keys = { FIELD_KEYS: `1:${secret()}`, INDEX_KEY: secret(), AUDIT_KEY: secret() };
  const env = { ...process.env, ...keys, DATABASE_URL: server.url };
  const store = openStore(server.url, keysFromEnvironment(keys), 2);
  try {
    await migrateStore(store, 'src/cloud/store/migrations');
    const file = path.join(folder, 'jobs.csv');
    await jobs(['sample', String(ROWS), '--out', file], env);
    const took = async () => {
      const began = Date.now();
      await jobs(['import', file, '--source', '样例人社局'], env);
      return (Date.now() - began) / 1000;
    };
    const [seconds, againSeconds] = [await took(), await took()];
    const { rows } = await store.pool.query<{ n: number }>(
      `select count(*)::int as n from job_posting where state = 'open' and version = 1`,
    );
    return { rows: rows[0]?.n ?? 0, seconds, againSeconds };
  } finally {
    await store.close();
    server.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

function jobs(args: readonly string[], env: NodeJS.ProcessEnv): Promise<void> {
  const child = spawn(process.execPath, ['--import', 'tsx', 'src/cli/jobs.ts', ...args], {
    env,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let said = '';
  child.stderr.on('data', (chunk) => {
    said += chunk;
  });
  return new Promise((resolve, reject) =>
    child.on('close', (code) => (code === 0 ? resolve() : reject(new Error(said)))),
  );
}

if (process.argv[1]?.endsWith('jobs-import.ts'))
  void jobsImportFigures().then((figures) => process.stdout.write(`${JSON.stringify(figures)}\n`));
