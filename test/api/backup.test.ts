/** Backup and restore: every table comes back, all or nothing, and no key is in the file. */
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { seedJobs } from '@/cloud/demo/jobs';
import { seedPostings } from '@/cloud/demo/postings';
import { seedSamples } from '@/cloud/demo/seed';
import { recordLooks, verifyAudit } from '@/cloud/store/audit';
import type { Keys } from '@/cloud/store/keys';
import { memberById, personByNumber } from '@/cloud/store/people';
import type { Store } from '@/cloud/store/store';
import { COLUMN_KEYS, cellText, columnSpec, headerOf, sampleHouseholds } from '@/domain/register';
import { putBack } from '../../src/cli/backup/put-back';
import { takeBackup } from '../../src/cli/backup/take';
import { importFile } from '../../src/cli/register/import';
import { csvLines } from '../../src/cli/register/private-file';
import { type TestDatabase, testDatabase, testKeys } from '../postgres';

const ROWS = [...sampleHouseholds(40, { seed: 5, county: null, asOf: '2026-10-31' })].flat();
let folder: string;
let keys: Keys;
let full: TestDatabase;
let backup: string;
const opened: TestDatabase[] = [];

const empty = async (): Promise<Store> => {
  const database = await testDatabase(keys);
  opened.push(database);
  return database.store;
};

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'backup-'));
  keys = testKeys();
  full = await testDatabase(keys);
  const { store } = full;
  await seedSamples(store, new Date());
  await seedJobs({ store }, new Date());
  await seedPostings({ store }, new Date());
  const file = path.join(folder, 'register.csv');
  const cells = ROWS.map((row) =>
    COLUMN_KEYS.map((key) => (row[key] === undefined ? '' : cellText(columnSpec(key), row[key]))),
  );
  writeFileSync(file, csvLines([COLUMN_KEYS.map(headerOf), ...cells]));
  await importFile(
    { file, apply: true, today: '2026-11-21' },
    async () => store,
    () => undefined,
  );
  const look = {
    actorKind: 'system' as const,
    actorId: null,
    office: '台账管理',
    purpose: '导出',
    county: '500242',
  };
  await recordLooks(store, [look, look], new Date());
  backup = path.join(folder, 'backup.gz');
  await takeBackup(store, backup, new Date());
});
afterAll(async () => {
  for (const { drop } of [full, ...opened]) await drop();
  rmSync(folder, { recursive: true });
});

/** Every row of every table, as the database writes it. */
async function contents({ pool }: Store): Promise<Record<string, string[]>> {
  const { rows: tables } = await pool.query<{ name: string }>(
    `select table_name as name from information_schema.tables where table_schema = 'public' order by 1`,
  );
  const all: Record<string, string[]> = {};
  for (const { name } of tables) {
    const { rows } = await pool.query<{ row: string }>(`select t::text as row from "${name}" t order by 1`);
    all[name] = rows.map(({ row }) => row);
  }
  return all;
}

test('恢复到空的数据库：每个表都一样，打得开，记录链完整', async () => {
  const store = await empty();
  const manifest = await putBack(store, backup, { replace: false });
  const before = await contents(full.store);
  expect(await contents(store)).toEqual(before);
  // what happens next is numbered behind it
  const { rows } = await store.pool.query(
    `with made as (insert into posting_event (id, posting_id, at, who, action, state)
       select gen_random_uuid(), posting_id, at, who, action, state from posting_event limit 1 returning seq)
     select made.seq > (select max(seq) from posting_event) as behind from made`,
  );
  expect(rows).toEqual([{ behind: true }]);
  expect(manifest.tables.map(({ name, rows }) => [name, rows])).toEqual(
    Object.entries(before).map(([name, rows]) => [name, rows.length]),
  );
  expect(before.person_version?.length).toBeGreaterThan(ROWS.length);
  const [first] = ROWS;
  const found = await personByNumber(store, first?.id_number ?? '');
  expect((await memberById(store, found?.id ?? ''))?.row).toEqual(first);
  expect(await verifyAudit(store)).toMatchObject({ rows: 3, broken: null });
});

test('备份里没有密钥、姓名、号码；只有本人能读', () => {
  expect(statSync(backup).mode & 0o777).toBe(0o600);
  const text = gunzipSync(readFileSync(backup)).toString();
  const secrets = [...keys.fields.values(), keys.index, keys.audit].map((key) => key.toString('hex'));
  for (const secret of [...secrets, ...ROWS.flatMap(({ name, id_number }) => [name, id_number])]) {
    expect(text).not.toContain(secret);
    expect(text).not.toContain(Buffer.from(secret).toString('hex'));
  }
});

test('不是空的就不恢复；--replace 换掉原来的', async () => {
  const store = await empty();
  await recordLooks(
    store,
    [{ actorKind: 'system', actorId: null, office: '别的', purpose: '别的' }],
    new Date(),
  );
  const before = await contents(store);
  await expect(putBack(store, backup, { replace: false })).rejects.toThrow('数据库不是空的');
  expect(await contents(store)).toEqual(before);
  await putBack(store, backup, { replace: true });
  expect(await contents(store)).toEqual(await contents(full.store));
});

const changed = (name: string, change: (text: string) => string): string => {
  const file = path.join(folder, `${name}.gz`);
  writeFileSync(file, gzipSync(change(gunzipSync(readFileSync(backup)).toString())));
  return file;
};

test('坏的备份：说清楚，什么都没有动', async () => {
  const store = await empty();
  const before = await contents(store);
  const half = path.join(folder, 'half.gz');
  const bytes = readFileSync(backup);
  writeFileSync(half, bytes.subarray(0, bytes.length / 2));
  const other = path.join(folder, 'other.gz');
  writeFileSync(other, 'hello');
  const bad: [string, string][] = [
    [half, '备份不完整'],
    [other, '这个文件不是备份'],
    [
      changed('county', (text) => text.replace('"county": "500242"', '"county": "360425"')),
      '被改过，或者坏了',
    ],
    [changed('row', (text) => text.replace(/#table person\n.*\n/, '#table person\n')), '被改过，或者坏了'],
    [changed('end', (text) => text.replace(/#manifest .*\n/, '')), '备份不完整'],
    [changed('schema', (text) => text.replace(/"schema":"[0-9a-f]+"/, '"schema":"00"')), '不是同一版'],
    [changed('format', (text) => text.replace('/backup/1', '/backup/9')), '别的版本的程序'],
  ];
  for (const [file, message] of bad)
    await expect(putBack(store, file, { replace: true })).rejects.toThrow(message);
  expect(await contents(store)).toEqual(before);
});
