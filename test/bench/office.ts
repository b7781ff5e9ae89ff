/** An office among a million cases, on a real PostgreSQL with its usual durability: people of a register, officers, rows by SQL. */
import { fork } from 'node:child_process';
import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { tokenHash } from '@/cloud/store/field-cipher';
import { keysFromEnvironment } from '@/cloud/store/keys';
import { migrateStore, openStore, type Store } from '@/cloud/store/store';
import { startPostgres } from '../../config/tasks/postgres.mjs';
import { registerCommand } from './register';

export const COUNTY = '500242';
const CASES = 1_000_000;
const HOUSEHOLDS = 300;
const RESIDENTS = 100;
const TOWN = '样例1镇';
const RARE = 'craftsman';

/** Who works there: everybody sees another part of the queue. */
const OFFICERS = {
  county: { role: 'county' },
  /** two services of many */
  few: { role: 'county', services: [RARE, 'labour-agent'] },
  town: { role: 'town', town: TOWN },
  village: { role: 'village', town: TOWN, village: '样例1村' },
  admin: { role: 'admin' },
} as const;
export type OfficerName = keyof typeof OFFICERS;

export interface Office {
  readonly url: string;
  readonly databaseUrl: string;
  readonly officers: Readonly<Record<OfficerName, string>>;
  /** session tokens of people who can file */
  readonly residents: readonly string[];
  readonly rareService: string;
  close(): Promise<void>;
}

export async function openOffice(): Promise<Office> {
  const folder = mkdtempSync(path.join(tmpdir(), 'bench-office-'));
  // as root the server runs as another user, who must get in
  chmodSync(folder, 0o755);
  const postgres = await startPostgres(folder);
  const secret = () => randomBytes(32).toString('hex');
  const keys = { FIELD_KEYS: `1:${secret()}`, INDEX_KEY: secret(), AUDIT_KEY: secret() };
  const env = { ...process.env, ...keys, DATABASE_URL: postgres.url, FILES_DIR: path.join(folder, 'files') };
  const store = openStore(postgres.url, keysFromEnvironment(keys), 2);
  let end = () => undefined as unknown;
  const close = async () => {
    end();
    await store.close();
    postgres.stop();
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    await migrateStore(store, 'src/cloud/store/migrations');
    const file = path.join(folder, 'register.csv');
    await registerCommand(['sample', String(HOUSEHOLDS), '--county', COUNTY, '--out', file], env);
    await registerCommand(['import', file, '--apply'], env);
    const officers = await officersOf(store);
    const residents = await residentsOf(store);
    await million(store);
    const server = await serve(env);
    end = server.end;
    return { url: server.url, databaseUrl: postgres.url, officers, residents, rareService: RARE, close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** As npm start forks it. */
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

async function signIn({ pool }: Store, accountId: string): Promise<string> {
  const token = randomBytes(32).toString('base64url');
  await pool.query(
    `insert into session (token_hash, id, account_id, device, created_at, used_at, expires_at)
     values ($1, $2, $3, 'bench', now(), now(), now() + interval '1 day')`,
    [tokenHash(token), randomUUID(), accountId],
  );
  return token;
}

async function officersOf(store: Store): Promise<Record<OfficerName, string>> {
  const tokens = Object.entries(OFFICERS).map(async ([name, role]) => {
    const id = randomUUID();
    const { town, village, services } = { town: null, village: null, services: null, ...role };
    await store.pool.query('insert into account (id, created_at) values ($1, now())', [id]);
    await store.pool.query(
      `insert into staff (id, county, office, until, role, town, village, services, name_enc)
       values ($1, $2, '样例酉阳县人社局', '2099-12-31', $3, $4, $5, $6, $7)`,
      [id, COUNTY, role.role, town, village, services, store.cipher.seal('staff.name', id, `样例${name}`)],
    );
    return [name, await signIn(store, id)] as const;
  });
  return Object.fromEntries(await Promise.all(tokens)) as Record<OfficerName, string>;
}

/** Accounts matched with people of the register. */
async function residentsOf(store: Store): Promise<string[]> {
  const { rows } = await store.pool.query<{ id: string }>(
    `with one as (select gen_random_uuid() as id, p.id as person from person p limit $1),
       consents as (
         insert into consent (id, account_id, kind, version, given_at)
         select gen_random_uuid(), one.id, kind, 1, now() from one, unnest(array['identity', 'register']) as kind)
     insert into account (id, person_id, bound_at, bound_how, created_at)
     select id, person, now(), 'in_person', now() from one returning id`,
    [RESIDENTS],
  );
  return Promise.all(rows.map(({ id }) => signIn(store, id)));
}

/**
 * One in five lies in our county, four in ten are open: an office that is badly behind. Their people are real, so that
 * a page of the queue opens what it shows; the answers, which it does not open, are as long as real ones.
 */
async function million({ pool }: Store): Promise<void> {
  const { rows: indexes } = await pool.query<{ name: string; made: string }>(
    `select indexname as name, indexdef as made from pg_indexes
     where tablename = 'service_case' and indexname <> 'service_case_pkey'`,
  );
  for (const { name } of indexes) await pool.query(`drop index ${name}`);
  await pool.query('select setseed(0.5)');
  await pool.query(
    `with people as (select id, household_id, row_number() over () as n, count(*) over () as every from person),
       officers as (select array_agg(id) as ids from staff),
       made as (
         select g, 1 + g % (select max(every) from people) as n, random() as a, random() as b, random() as c, random() as d
         from generate_series(1, $1::int) g),
       placed as (
         select made.*, case when g % 5 = 0 then $2 else to_char(500100 + g % 37, 'FM000000') end as county,
           a < 0.4 as open, current_date - 90 + (b * 120)::int as due,
           case when c < 0.6 then 'county' when c < 0.95 then 'town' else 'village' end as level,
           case when d < 0.0005 then $3 else (array['cq-transport-claim', 'cq-si-flexible', 'training-signup', 'find-work',
             'public-post', 'general-request', 'hard-to-employ', 'yulu'])[1 + (d * 8)::int % 8] end as service
         from made)
     insert into service_case (id, number, person_id, household_id, service, county, town, village, level, state, version,
       assignee_id, due_on, sort_on, due_of, escalated, escalated_on, filed_at, filed_on, closed_on, in_time, answers_enc)
     select gen_random_uuid(), to_char(due - 30, 'YYYY-MMDD-') || to_char(g, 'FM0000000'), p.id, p.household_id, service,
       placed.county, '样例' || (1 + g / 5 % 39) || '镇', '样例' || (1 + g / 195 % 7) || '村', level,
       case when not open then 'done' when b < 0.05 then 'supplement' when d < 0.5 then 'filed' else 'accepted' end, 3,
       case when a < 0.1 then ids[1 + g % 5] end, case when open then due end,
       case when open then due else '9999-12-31' end, case when open then 'accept' end,
       case when open and due < current_date - 14 then 'admin' end,
       case when open and due < current_date - 14 then current_date - 14 end,
       (due - 30)::timestamptz, due - 30, case when not open then due end, case when not open then true end, $4
     from placed join people p using (n), officers`,
    [CASES, COUNTY, RARE, randomBytes(260)],
  );
  for (const { made } of indexes) await pool.query(made);
  await pool.query('vacuum analyze');
  await pool.query('checkpoint');
}

export const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
