/** What lies in the database and in the logs, and what an operator does with keys and records. */
import { execFile } from 'node:child_process';
import { createHash, randomUUID } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { DrizzleQueryError, sql } from 'drizzle-orm';
import { PEOPLE } from '@/cloud/demo/samples';
import { sampleNumber } from '@/cloud/demo/seed';
import { failureOf } from '@/cloud/dispatch';
import { verifyAudit } from '@/cloud/store/audit';
import { keysFromEnvironment } from '@/cloud/store/keys';
import { createLimits } from '@/cloud/store/limits';
import { SEALED } from '@/cloud/store/rotate';
import { openStore } from '@/cloud/store/store';
import { FACT_IDS } from '@/domain/eligibility';
import { COLUMN_KEYS, columnSpec } from '@/domain/register';
import { plainPhoto } from '../sample-files';
import { type TestServices, testServices } from '../services';
import { type Entry, httpEntry } from './entries';
import { byPhone, Resident, sampleResident } from './resident';

const run = promisify(execFile);
const ROOT = path.join(__dirname, '../..');
const PHONE = '13912345678';
const FILE = randomUUID();
const PAPER = plainPhoto();

let house: TestServices;
let entry: Entry;
let folder: string;
let env: NodeJS.ProcessEnv;
const logged: string[] = [];

beforeAll(async () => {
  for (const stream of [process.stderr, process.stdout]) {
    jest.spyOn(stream, 'write').mockImplementation((chunk) => {
      logged.push(String(chunk));
      return true;
    });
  }
  folder = mkdtempSync(path.join(tmpdir(), 'keys-'));
  house = await testServices();
  const hex = (key: Buffer) => key.toString('hex');
  const { fields, index, audit } = house.keys;
  const file = path.join(folder, 'keys.json');
  const field = [...fields].map(([id, key]) => `${id}:${hex(key)}`).join(',');
  writeFileSync(file, JSON.stringify({ field, index: hex(index), audit: hex(audit) }), { mode: 0o600 });
  env = { ...process.env, DATABASE_URL: house.url, KEYS_FILE: file };
  // as the server does it: keys are read again when a new one shows up
  const keys = () => keysFromEnvironment({ KEYS_FILE: file });
  const store = openStore(house.url, keys(), 5, keys);
  entry = await httpEntry({
    services: { ...house.services, store, limits: createLimits(store.pool, store.cipher) },
  });
  await liveThrough();
}, 60_000);
afterAll(async () => {
  jest.restoreAllMocks();
  await entry.close();
  await house.drop();
  rmSync(folder, { recursive: true });
});

/** A bit of everything that writes: signing in, claims, requests, mandates, saved answers, codes; and errors. */
async function liveThrough(): Promise<void> {
  const resident = await byPhone(entry, PHONE);
  for (const kind of ['identity', 'saved_answers'] as const)
    await resident.do('consent.give', { kind, version: 1 });
  const [person] = PEOPLE;
  const number = sampleNumber(person as (typeof PEOPLE)[number]);
  await resident.do('identity.bind', { name: person?.name ?? '', id_number: number });
  await resident.do('identity.request_verification', { county: '500242', note: '样例说明' });
  await resident.do('facts.save', { facts: { dibao: true } });
  await resident.refused('identity.bind', { name: person?.name, id_number: `${number.slice(0, 17)}?` });
  const bound = await sampleResident(entry, 'pension');
  await bound.do('facts.dispute', { fact: 'dibao', said: false, note: '样例更正' });
  await bound
    .do('mandate.offer', { services: ['code'], until: '2026-12-31', label: '样例外甥' })
    .catch(() => null);
  await bound.do('code.issue');
  const sha256 = createHash('sha256').update(PAPER).digest('hex');
  await bound.do('files.begin', { id: FILE, name: '样例车票.jpg', bytes: PAPER.length });
  await bound.do('files.put', { id: FILE, offset: 0, base64: PAPER.toString('base64') });
  await bound.do('files.finish', { id: FILE, sha256, thumb: PAPER.toString('base64') });
  await new Resident(entry, {}).do('privacy.complain', {
    county: '500242',
    text: '样例投诉',
    contact: PHONE,
  });
}

/** Every table as text, the way a thief would see it. */
async function rawDump(): Promise<string> {
  const { db } = house.services.store;
  const tables = await db.execute<{ name: string }>(
    sql`select table_name as name from information_schema.tables where table_schema = 'public'`,
  );
  const parts: string[] = [];
  for (const { name } of tables.rows) {
    const rows = await db.execute(sql.raw(`select t::text from "${name}" t`));
    parts.push(`${name}\n${JSON.stringify(rows.rows)}`);
  }
  // what is text inside a bytea would be readable too
  return parts.join('\n') + Buffer.from(parts.join('').replace(/[^0-9a-f]/g, ''), 'hex').toString('latin1');
}

const SECRETS = [
  ...PEOPLE.map(({ name }) => name),
  ...PEOPLE.map(sampleNumber),
  PHONE,
  '样例外甥',
  '样例说明',
  '样例更正',
  '样例投诉',
  '样例车票',
  'JFIF',
];

test('数据库里没有一个姓名、号码、电话、身份类别', async () => {
  const dump = await rawDump();
  expect(dump.length).toBeGreaterThan(10_000);
  expect(SECRETS.filter((secret) => dump.includes(secret))).toEqual([]);
  const categories = [
    ...FACT_IDS.filter((id) => id !== 'age'),
    ...COLUMN_KEYS.map((key) => columnSpec(key).header).filter((header) => header.length > 2),
  ];
  expect(categories.filter((word) => dump.includes(word))).toEqual([]);
});

test('日志里也没有，查询失败时也没有', () => {
  failureOf(new DrizzleQueryError('insert', [PHONE], new Error('no room')), 'r-1');
  expect(logged.join('\n')).toContain('r-1 query failed');
  expect(SECRETS.filter((secret) => logged.join('\n').includes(secret))).toEqual([]);
});

test('换密钥：服务不停，每一个字段都换，旧的能删', async () => {
  const cli = (...args: string[]) =>
    run(process.execPath, ['--import', 'tsx', 'src/cli/keys.ts', ...args], { cwd: ROOT, env });
  const refused = await cli('retire').catch((error: { stdout: string }) => error);
  // field key 1 is old and nothing is sealed with it
  expect(refused.stdout).toContain('第 1 号');
  const { stdout } = await cli('rotate');
  expect(stdout).toContain('第 3 号');
  // the running server finds the new key by itself, and seals with it
  const resident = await sampleResident(entry, 'pension');
  expect((await resident.do('facts.mine')).register.length).toBeGreaterThan(3);
  await resident.do('facts.dispute', { fact: 'employed', said: false });
  expect((await cli('retire')).stdout).toContain('第 2 号');
  const { field } = JSON.parse(readFileSync(env.KEYS_FILE as string, 'utf8')) as { field: string };
  expect(field).toMatch(/^3:[0-9a-f]{64}$/);
  // nothing in the file store had to be touched
  for (const thumb of [false, true]) {
    const { base64 } = await resident.do('files.read', { id: FILE, thumb });
    expect(Buffer.from(base64, 'base64').equals(PAPER)).toBe(true);
  }
  expect((await resident.do('privacy.export')).sections.length).toBeGreaterThan(5);
}, 60_000);

test('每个封存的列都在换密钥的名单里，都有 id', async () => {
  const columns = await house.services.store.db.execute<{ table: string; column: string }>(
    sql`select table_name as table, column_name as column from information_schema.columns
        where table_schema = 'public' and column_name like '%\\_enc'`,
  );
  const named = columns.rows.map(({ table, column }) => `${table}.${column}`).sort();
  expect(SEALED.map(({ table, column }) => `${table}.${column}`).sort()).toEqual(named);
  expect(named.length).toBeGreaterThan(6);
});

describe('谁看过的记录', () => {
  const verify = () =>
    run(process.execPath, ['--import', 'tsx', 'src/cli/audit.ts', 'verify'], { cwd: ROOT, env }).then(
      ({ stdout }) => ({ code: 0, stdout }),
      (error: { code: number; stdout: string }) => error,
    );
  const change = (statement: string) => house.services.store.pool.query(statement);

  beforeAll(async () => {
    const worker = await sampleResident(entry, 'staff-youyang');
    for (let times = 0; times < 3; times++) await worker.do('requests.list');
  });

  test('完整时说完整；改一个字、删一条、删最后一条、改链尾，都看得出来', async () => {
    expect(await verify()).toMatchObject({ code: 0, stdout: expect.stringContaining('完整') });
    await change('create table kept as select * from access_log');
    await change('create table kept_head as select * from audit_head');
    const restore = async () => {
      await change('delete from access_log; insert into access_log select * from kept');
      await change('delete from audit_head; insert into audit_head select * from kept_head');
    };
    for (const [statement, words] of [
      [`update access_log set office = '别处' where seq = 2`, '第 2 条被改过'],
      ['delete from access_log where seq = 2', '第 2 条不见了'],
      ['delete from access_log where seq = (select max(seq) from access_log)', '不见了'],
      ['update audit_head set seq = seq - 1', '链尾对不上'],
      [
        `delete from access_log where seq = (select max(seq) from access_log);
         update audit_head set seq = seq - 1, hash = (select hash from access_log order by seq desc limit 1)`,
        '链尾对不上',
      ],
    ] as const) {
      await change(statement);
      expect(await verify()).toMatchObject({ code: 1, stdout: expect.stringContaining(words) });
      await restore();
    }
    expect(await verify()).toMatchObject({ code: 0 });
  }, 60_000);

  test('整条链清空、换回旧的：有上次的凭证就看得出来', async () => {
    const { store } = house.services;
    const { receipt } = await verifyAudit(store);
    const worker = await sampleResident(entry, 'staff-youyang');
    await worker.do('requests.list');
    expect((await verifyAudit(store, receipt)).broken).toBeNull();
    const later = (await verifyAudit(store)).receipt;
    await change('delete from access_log; insert into access_log select * from kept');
    await change('delete from audit_head; insert into audit_head select * from kept_head');
    expect((await verifyAudit(store)).broken).toBeNull();
    expect((await verifyAudit(store, later)).broken).toContain('不见了');
    await change('delete from access_log; delete from audit_head');
    expect((await verifyAudit(store)).broken).toBeNull();
    expect((await verifyAudit(store, receipt)).broken).toContain('不见了');
  });
});
