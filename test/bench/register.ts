/** The register's figures on a real PostgreSQL with its usual durability: a big import, and finding one among millions. */
import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { keysFromEnvironment } from '@/cloud/store/keys';
import { idHash, personByNumber } from '@/cloud/store/people';
import { migrateStore, openStore, type Store } from '@/cloud/store/store';
import { startPostgres } from '../../config/tasks/postgres.mjs';

const ROWS = 100_000;
/** About three and a half people a household. */
const HOUSEHOLDS = 30_000;
const MILLIONS = 2_000_000;
const LOOK_UPS = 4_000;

export interface RegisterFigures {
  readonly rows: number;
  readonly importSeconds: number;
  /** MB; null where the system does not tell */
  readonly importMegabytes: number | null;
  /** p95, milliseconds */
  readonly blindMs: number;
  readonly plainMs: number;
}

export async function registerFigures(): Promise<RegisterFigures> {
  const folder = mkdtempSync(path.join(tmpdir(), 'bench-register-'));
  // as root the server runs as another user, who must get in
  chmodSync(folder, 0o755);
  const server = await startPostgres(folder);
  const secret = () => randomBytes(32).toString('hex');
  const keys = { FIELD_KEYS: `1:${secret()}`, INDEX_KEY: secret(), AUDIT_KEY: secret() };
  const store = openStore(server.url, keysFromEnvironment(keys), 2);
  try {
    await migrateStore(store, 'src/cloud/store/migrations');
    const imported = await importing(folder, { ...process.env, ...keys, DATABASE_URL: server.url });
    return { ...imported, ...(await lookingUp(store)) };
  } finally {
    await store.close();
    server.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function importing(folder: string, env: NodeJS.ProcessEnv) {
  const file = path.join(folder, 'register.csv');
  await registerCommand(['sample', String(HOUSEHOLDS), '--out', file], env);
  const rows = readFileSync(file, 'utf8').trim().split('\n').length - 1;
  if (rows < ROWS) throw new Error(`only ${rows} rows`);
  const began = Date.now();
  const importMegabytes = await registerCommand(['import', file, '--apply'], env);
  return { rows, importSeconds: (Date.now() - began) / 1000, importMegabytes };
}

/** The command as an operator runs it. @returns its peak of resident memory */
export function registerCommand(args: readonly string[], env: NodeJS.ProcessEnv): Promise<number | null> {
  const child = spawn(process.execPath, ['--import', 'tsx', 'src/cli/register.ts', ...args], {
    env,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let peak: number | null = null;
  const watch = setInterval(() => {
    peak = peakOf(child) ?? peak;
  }, 50);
  let said = '';
  child.stderr.on('data', (chunk) => {
    said += chunk;
  });
  return new Promise((resolve, reject) =>
    child.on('close', (code) => {
      clearInterval(watch);
      if (code === 0) resolve(peak);
      else reject(new Error(said));
    }),
  );
}

/** The high-water mark that Linux keeps for a process. */
function peakOf({ pid }: ChildProcess): number | null {
  const status = `/proc/${pid}/status`;
  if (!existsSync(status)) return null;
  const kilobytes = /VmHWM:\s+(\d+)/.exec(readFileSync(status, 'utf8'))?.[1];
  return kilobytes ? Number(kilobytes) / 1024 : null;
}

/** The same people by the blind index (hash included) and by a number that stands in the clear, by turns. */
async function lookingUp(store: Store) {
  const { pool, cipher } = store;
  const numbers = Array.from(
    { length: LOOK_UPS },
    (_, index) => `500242190001${String(index).padStart(6, '0')}`,
  );
  await pool.query(
    'insert into id_index select decode(md5(g::text), $1), gen_random_uuid() from generate_series(1, $2::int) g',
    ['hex', MILLIONS],
  );
  await pool.query('create table plain (id_number char(18) primary key, person_id uuid not null)');
  await pool.query(
    `insert into plain select to_char(100000000000000000 + g::bigint * 77, 'FM000000000000000000'), gen_random_uuid()
     from generate_series(1, $1::int) g`,
    [MILLIONS],
  );
  await pool.query(
    `with one as (select hash, number, gen_random_uuid() as id from unnest($1::bytea[], $2::text[]) as k(hash, number)),
       put as (insert into id_index select hash, id from one),
       people as (insert into person select id, '500242', gen_random_uuid() from one)
     insert into plain select number, id from one`,
    [numbers.map((number) => idHash(cipher, number)), numbers],
  );
  await pool.query('vacuum analyze');
  const [blind, plain]: [number[], number[]] = [[], []];
  for (const [round, number] of [...numbers, ...numbers].entries()) {
    const blindMs = await timed(() => personByNumber(store, number));
    const plainMs = await timed(() =>
      pool.query({
        name: 'plain',
        text: 'select person_id from plain where id_number = $1',
        values: [number],
      }),
    );
    // the first round warms both up
    if (round < LOOK_UPS) continue;
    blind.push(blindMs);
    plain.push(plainMs);
  }
  return { blindMs: p95(blind), plainMs: p95(plain) };
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}

const p95 = (times: number[]): number =>
  times.sort((a, b) => a - b)[Math.floor(times.length * 0.95)] as number;
