/**
 * Work near by among a million postings inside the real county boundaries: the twenty nearest within 30 km, of a kind
 * and from a pay on, against the earthdistance extension and against looking at all of them; then the first page over
 * HTTP. Run by itself: `npx tsx test/bench/jobs.ts`.
 */
import { fork } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import path from 'node:path';
import autocannon from 'autocannon';
import type { Pool } from 'pg';
import { FIRST, findAround } from '@/cloud/jobs/find';
import { keysFromEnvironment } from '@/cloud/store/keys';
import { migrateStore, openStore } from '@/cloud/store/store';
import { keysOf, POSTING_KINDS, type Point, type PostingKind } from '@/domain/jobs';
import { startPostgres } from '../../config/tasks/postgres.mjs';
import { convert } from '../../src/cli/jobs/boundaries';
import { seeded } from '../residents';
import { fillPostings, placesFrom } from './jobs-data';

const POSTINGS = 1_000_000;
const PLACES = 150;
const WITHIN = 30_000;
const MANY = 20;
const CLIENTS = 16;
const TODAY = '2026-11-22';

interface Asked {
  readonly at: Point;
  readonly kind: PostingKind;
  readonly pay: number;
}
interface Spread {
  readonly p50: number;
  readonly p95: number;
}

export interface JobsFigures {
  readonly postings: number;
  /** milliseconds of planning and execution inside PostgreSQL, all rings of a search together */
  readonly rings: Spread;
  /** null: the server lacks the extension */
  readonly earth: Spread | null;
  /** as the server asking waits for it, and for a query that asks nothing */
  readonly waited: Spread;
  readonly nothing: Spread;
  readonly load: number;
  /** places whose answer is not what looking at every posting gives */
  readonly wrong: number;
  readonly perSecond: number;
  readonly p99Ms: number;
  readonly refused: number;
  /** requests a second that ask nothing of the database, at the same time of day */
  readonly bare: number;
}

const HAVERSINE = `12742000 * asin(sqrt(power(sin(radians(lat - $1) / 2), 2)
  + cos(radians(lat)) * cos(radians($1)) * power(sin(radians(lng - $2) / 2), 2)))`;
const OPEN = `state = 'open' and offered_to is null and kind = $3 and month_fen >= $4 and open_until >= $5::date`;

const byRings = async (pool: Pool, { at, kind, pay }: Asked): Promise<readonly { id: string }[]> =>
  (
    await findAround(pool, {
      ...{ at, widths: [WITHIN], enough: 0, many: MANY, sort: 'near', after: FIRST, today: TODAY },
      filter: { kinds: [kind], pay_from: pay },
      looker: { skills: [], light: false, home: null, kinds: [], away: [] },
    })
  ).found;

const valuesOf = ({ at, kind, pay }: Asked) => [at.lat, at.lng, POSTING_KINDS[kind].no, pay, TODAY];

/** Nearest first out of the extension's own index, as its manual has it; the circle it looks in is a box first. */
const byEarth = async (pool: Pool, asked: Asked): Promise<{ id: string }[]> =>
  (
    await pool.query<{ id: string }>({
      name: 'earth',
      text: `select id, d from (
        select id, ${HAVERSINE} as d from job_posting where ${OPEN}
        order by ll_to_earth(lat, lng)::cube <-> ll_to_earth($1, $2)::cube limit ${MANY}) near
        where d <= ${WITHIN} order by d, id`,
      values: valuesOf(asked),
    })
  ).rows;

const byLooking = async (pool: Pool, asked: Asked): Promise<{ id: string }[]> =>
  (
    await pool.query<{ id: string }>(
      `select id, d from (select id, ${HAVERSINE} as d from job_posting where ${OPEN}) all_of
       where d <= ${WITHIN} order by d, id limit ${MANY}`,
      valuesOf(asked),
    )
  ).rows;

function spreadOf(times: readonly number[]): Spread {
  const sorted = [...times].sort((a, b) => a - b);
  const at = (share: number) => sorted[Math.floor(sorted.length * share)] as number;
  return { p50: at(0.5), p95: at(0.95) };
}

async function timed<T>(asked: readonly T[], run: (one: T) => Promise<unknown>): Promise<Spread> {
  const times: number[] = [];
  for (const one of asked) {
    const began = performance.now();
    await run(one);
    times.push(performance.now() - began);
  }
  return spreadOf(times);
}

/** What the server itself says that its queries took; how busy the machine is otherwise counts less there. */
async function inside(
  pool: Pool,
  asked: readonly Asked[],
  run: (pool: Pool, one: Asked) => Promise<unknown>,
): Promise<Spread> {
  const times: number[] = [];
  let spent = 0;
  const query = async ({ text, values }: { text: string; values: unknown[] }) => {
    const { rows } = await pool.query<{ 'QUERY PLAN': string }>(
      `explain (analyze, timing off) ${text}`,
      values,
    );
    for (const { 'QUERY PLAN': line } of rows)
      spent += Number(/^(?:Planning|Execution) Time: ([\d.]+) ms/.exec(line)?.[1] ?? 0);
    return pool.query(text, values);
  };
  for (const one of asked) {
    spent = 0;
    await run({ query } as unknown as Pool, one);
    times.push(spent);
  }
  return spreadOf(times);
}

/** As dense as the work is. */
function places(): Asked[] {
  const random = seeded(11);
  const next = placesFrom(seeded(7));
  return Array.from({ length: PLACES }, () => ({
    at: convert(next().wgs, 'wgs84', 'gcj02'),
    kind: keysOf(POSTING_KINDS)[Math.floor(random() * 9)] as PostingKind,
    pay: 200_000 + Math.floor(random() * 6) * 100_000,
  }));
}

async function withEarth(pool: Pool): Promise<boolean> {
  const { rows } = await pool.query(
    `select 1 from pg_available_extensions where name in ('cube', 'earthdistance')`,
  );
  if (rows.length < 2) return false;
  await pool.query('create extension cube; create extension earthdistance');
  await pool.query(`create index bench_earth on job_posting using gist ((ll_to_earth(lat, lng)::cube))
    where state = 'open' and offered_to is null`);
  await pool.query('analyze job_posting');
  return true;
}

export async function jobsFigures(postings = POSTINGS): Promise<JobsFigures> {
  const folder = mkdtempSync(path.join(tmpdir(), 'bench-jobs-'));
  // as root the server runs as another user, who must get in
  chmodSync(folder, 0o755);
  const postgres = await startPostgres(folder, ['shared_buffers=512MB']);
  const secret = () => randomBytes(32).toString('hex');
  const keys = { FIELD_KEYS: `1:${secret()}`, INDEX_KEY: secret(), AUDIT_KEY: secret() };
  const store = openStore(postgres.url, keysFromEnvironment(keys), 1);
  const { pool } = store;
  let end = () => undefined as unknown;
  try {
    await migrateStore(store, 'src/cloud/store/migrations');
    await fillPostings(pool, postings);
    const asked = places();
    const server = await serve({ ...process.env, ...keys, DATABASE_URL: postgres.url, FILES_DIR: folder });
    end = server.end;
    const http = await firstPages(server.url, asked);
    await timed(asked, (one) => byRings(pool, one));
    const waited = await timed(asked, (one) => byRings(pool, one));
    const nothing = await timed(asked, () => pool.query('select 1'));
    const rings = await inside(pool, asked, byRings);
    const earth = (await withEarth(pool)) ? await earthOf(pool, asked) : null;
    const load = loadavg()[0] as number;
    return { postings, rings, earth, waited, nothing, load, wrong: await wrongOf(pool, asked), ...http };
  } finally {
    end();
    await store.close();
    postgres.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function earthOf(pool: Pool, asked: readonly Asked[]): Promise<Spread> {
  await timed(asked, (one) => byEarth(pool, one));
  return inside(pool, asked, byEarth);
}

async function wrongOf(pool: Pool, asked: readonly Asked[]): Promise<number> {
  const ids = (rows: readonly { id: string }[]) => rows.map(({ id }) => id).join();
  let wrong = 0;
  for (const one of asked) if (ids(await byRings(pool, one)) !== ids(await byLooking(pool, one))) wrong++;
  return wrong;
}

/** From everywhere: each of many addresses behind a proxy of our own, for one address may not ask so often. */
async function firstPages(url: string, asked: readonly Asked[]) {
  let turn = 0;
  const run = (duration: number) =>
    autocannon({
      url: `${url}/api/call`,
      connections: CLIENTS,
      duration,
      requests: [
        {
          method: 'POST',
          setupRequest: (request) => {
            const { at, kind, pay } = asked[turn++ % asked.length] as Asked;
            const input = {
              scope: 'near',
              from: { ...at, datum: 'gcj02' },
              filter: { kinds: [kind], pay_from: pay },
              sort: 'near',
            };
            return {
              ...request,
              headers: {
                'content-type': 'application/json',
                'x-forwarded-for': `10.0.${turn % 250}.${Math.floor(turn / 250) % 250}`,
              },
              body: JSON.stringify({ path: 'jobs.search', input }),
            };
          },
        },
      ],
    });
  await run(5);
  const { requests, latency, non2xx, errors } = await run(10);
  const bare = await autocannon({
    ...{ url: `${url}/api/call`, connections: CLIENTS, duration: 5, method: 'POST' },
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ path: 'policy.scene', input: { scene: 'cq9Xw4Rt' } }),
  });
  return {
    ...{ perSecond: requests.average, p99Ms: latency.p99, refused: non2xx + errors },
    bare: bare.requests.average,
  };
}

async function serve(env: NodeJS.ProcessEnv): Promise<{ url: string; end: () => void }> {
  const child = fork('src/cloud/entry/serve.ts', {
    execArgv: ['--import', 'tsx'],
    env: { ...env, PORT: '0', WORK: '0', WEB_ROOT: 'none', TRUST_PROXY: '1' },
  });
  const port = await new Promise<number>((resolve, reject) => {
    child.once('message', (message: { listening?: number }) => resolve(message.listening ?? 0));
    child.once('exit', () => reject(new Error('the server did not start')));
  });
  return { url: `http://127.0.0.1:${port}`, end: () => child.kill() };
}

if (process.argv[1]?.endsWith('jobs.ts'))
  void jobsFigures().then((figures) => process.stdout.write(`${JSON.stringify(figures)}\n`));
