/**
 * Enrolling over HTTP, two hundred clients at once, on a real PostgreSQL with each commit on the disk; the seats are
 * counted afterwards. Run by itself: `npx tsx test/bench/training.ts`.
 */
import { fork } from 'node:child_process';
import { randomBytes, randomUUID } from 'node:crypto';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import autocannon from 'autocannon';
import { tokenHash } from '@/cloud/store/field-cipher';
import { keysFromEnvironment } from '@/cloud/store/keys';
import { migrateStore, openStore, type Store } from '@/cloud/store/store';
import { startPostgres } from '../../config/tasks/postgres.mjs';

const CLIENTS = 200;
const PEOPLE = 3_000;
const SEATS = 1_000;
const SESSIONS = 3;

export interface TrainingFigures {
  /** enrolments a second, seats and places in the waiting list together */
  readonly perSecond: number;
  readonly p99Ms: number;
  readonly enrolled: number;
  /** everything that is not as it must be; empty when all is */
  readonly wrong: readonly string[];
}

export async function trainingFigures(): Promise<TrainingFigures> {
  const folder = mkdtempSync(path.join(tmpdir(), 'bench-training-'));
  // as root the server runs as another user, who must get in
  chmodSync(folder, 0o755);
  const postgres = await startPostgres(folder);
  const secret = () => randomBytes(32).toString('hex');
  const keys = { FIELD_KEYS: `1:${secret()}`, INDEX_KEY: secret(), AUDIT_KEY: secret() };
  const store = openStore(postgres.url, keysFromEnvironment(keys), 2);
  let end = () => undefined as unknown;
  try {
    await migrateStore(store, 'src/cloud/store/migrations');
    const people = await strangers(store);
    const sessions = await manySessions(store);
    const server = await serve({ ...process.env, ...keys, DATABASE_URL: postgres.url, FILES_DIR: folder });
    end = server.end;
    const turns = sessions.flatMap((session) => people.map((token) => ({ session, token })));
    let turn = 0;
    const result = await autocannon({
      url: `${server.url}/api/call`,
      connections: CLIENTS,
      amount: turns.length,
      timeout: 60,
      requests: [
        {
          method: 'POST',
          setupRequest: (request) => {
            const { session, token } = turns[turn++ % turns.length] as (typeof turns)[number];
            const input = {
              id: randomUUID(),
              session,
              name: '样例学员',
              phone: '13900000000',
              overlap: true,
            };
            return {
              ...request,
              headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
              body: JSON.stringify({ path: 'training.enrol', input }),
            };
          },
        },
      ],
    });
    const { enrolled, wrong } = await audit(store);
    const refused = result.non2xx + result.errors;
    return {
      perSecond: result.requests.average,
      p99Ms: result.latency.p99,
      enrolled,
      wrong: refused > 0 ? [...wrong, `${refused} refused`] : wrong,
    };
  } finally {
    end();
    await store.close();
    postgres.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function strangers({ pool }: Store): Promise<string[]> {
  const tokens = Array.from({ length: PEOPLE }, () => randomBytes(32).toString('base64url'));
  const ids = tokens.map(() => randomUUID());
  await pool.query('insert into account (id, created_at) select unnest($1::uuid[]), now()', [ids]);
  await pool.query(
    `insert into session (token_hash, id, account_id, device, created_at, used_at, expires_at)
     select t.hash, gen_random_uuid(), t.id, '样例手机', now(), now(), now() + interval '1 hour'
     from unnest($1::bytea[], $2::uuid[]) as t(hash, id)`,
    [tokens.map(tokenHash), ids],
  );
  return tokens;
}

async function manySessions({ pool }: Store): Promise<string[]> {
  const ids = Array.from({ length: SESSIONS }, () => randomUUID());
  await pool.query(
    `insert into training_session (id, county, address, kind, trade, title, provider, created_by, created_at, version,
       state, starts_on, ends_on, from_time, to_time, starts_at, ends_at, enrol_until, capacity, childcare, evening, words)
     select unnest($1::uuid[]), '500242', '样例路1号', 'skills', 'electric', '样例班', '样例学校', gen_random_uuid(), now(), 1,
       'open', current_date + 10, current_date + 12, '09:00', '17:00', now() + interval '10 days',
       now() + interval '12 days', now() + interval '9 days', $2, false, false,
       '{"about":null,"bring":null,"fee":null,"phone":null,"route":null}'`,
    [ids, SEATS],
  );
  return ids;
}

async function serve(env: NodeJS.ProcessEnv): Promise<{ url: string; end: () => void }> {
  const child = fork('src/cloud/entry/serve.ts', {
    execArgv: ['--import', 'tsx'],
    env: { ...env, PORT: '0', WORK: '0', WEB_ROOT: 'none' },
  });
  const port = await new Promise<number>((resolve, reject) => {
    child.once('message', (message: { listening?: number }) => resolve(message.listening ?? 0));
    child.once('exit', () => reject(new Error('the server did not start')));
  });
  return { url: `http://127.0.0.1:${port}`, end: () => child.kill() };
}

interface Counted {
  readonly taken: number;
  readonly seated: number;
  readonly waiting: number;
  readonly places: number;
  readonly people: number;
}

async function audit({ pool }: Store): Promise<{ enrolled: number; wrong: string[] }> {
  const { rows } = await pool.query<Counted>(
    `select s.taken, count(*) filter (where e.state = 'enrolled')::int as seated,
       count(*) filter (where e.state = 'waiting')::int as waiting,
       count(distinct e.seq) filter (where e.state = 'waiting')::int as places, count(distinct e.who_id)::int as people
     from training_session s join training_enrolment e on e.session_id = s.id group by s.id, s.taken`,
  );
  const wrong = rows.flatMap(({ taken, seated, waiting, places, people }) => [
    ...(taken === Math.min(SEATS, people) && seated === taken ? [] : [`${taken} taken, ${seated} seated`]),
    ...(places === waiting ? [] : [`${waiting} wait at ${places} places`]),
    ...(people === seated + waiting ? [] : ['somebody is there twice']),
  ]);
  return { enrolled: rows.reduce((sum, { people }) => sum + people, 0), wrong };
}

if (process.argv[1]?.endsWith('training.ts'))
  void trainingFigures().then((figures) => process.stdout.write(`${JSON.stringify(figures)}\n`));
