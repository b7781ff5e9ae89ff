/** The register's way in and out, on a real PostgreSQL. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parse } from 'csv-parse/sync';
import { Client } from 'pg';
import { memberById, personByNumber } from '@/cloud/store/people';
import {
  COLUMN_KEYS,
  cellText,
  columnSpec,
  factsAt,
  headerOf,
  type RegisterRow,
  sampleHouseholds,
} from '@/domain/register';
import { writeChanges } from '../../src/cli/register/changes';
import { exportRegister } from '../../src/cli/register/export';
import { type ImportOptions, importFile } from '../../src/cli/register/import';
import { csvLines } from '../../src/cli/register/private-file';
import { writeSample } from '../../src/cli/register/sample';
import { type TestDatabase, testDatabase } from '../postgres';
import { houseEnvironment } from './entries';

const TODAY = '2026-11-21';
let folder: string;
let database: TestDatabase;

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'register-'));
});
afterAll(() => rmSync(folder, { recursive: true }));
beforeEach(async () => {
  database = await testDatabase();
});
afterEach(() => database.drop());

let files = 0;
const fileName = (ending = 'csv') => path.join(folder, `${++files}.${ending}`);

type Columns = readonly (typeof COLUMN_KEYS)[number][];

/** A file with these rows, as an office would make it. */
function write(rows: readonly RegisterRow[], columns: Columns = COLUMN_KEYS): string {
  const cells = rows.map((row) =>
    columns.map((key) => (row[key] === undefined ? '' : cellText(columnSpec(key), row[key]))),
  );
  const file = fileName();
  writeFileSync(file, csvLines([columns.map(headerOf), ...cells]));
  return file;
}

/** @returns what the officer reads */
async function run(file: string, options: Partial<ImportOptions> = {}): Promise<string> {
  const lines: string[] = [];
  await importFile(
    { file, apply: true, today: TODAY, ...options },
    async () => database.store,
    (line) => lines.push(line),
  );
  return lines.join('\n');
}

const rejectedIn = (file: string): string[][] =>
  parse(readFileSync(`${file}.退回.csv`, 'utf8'), { bom: true }).slice(1);

const people = (households: number, seed = 1, asOf = '2026-10-31') =>
  [...sampleHouseholds(households, { seed, county: '500242', asOf })].flat();

/** Every row of every table, as text. */
async function dump(): Promise<string> {
  const { rows: tables } = await database.store.pool.query<{ name: string }>(
    `select format('%I.%I', table_schema, table_name) as name from information_schema.tables
     where table_schema not in ('pg_catalog', 'information_schema') and table_type = 'BASE TABLE' order by 1`,
  );
  const texts: string[] = [];
  for (const { name } of tables) {
    const { rows } = await database.store.pool.query<{ row: string }>(
      `select t::text as row from ${name} t order by 1`,
    );
    texts.push(name, ...rows.map(({ row }) => row));
  }
  return texts.join('\n');
}

const counts = (text: string): Record<string, number> =>
  Object.fromEntries(
    [...text.matchAll(/^ {2}(\S+)\s+(\d+) [人行]/gm)].map(([, what, figure]) => [what, Number(figure)]),
  );

test('试运行什么都不写；写了以后同一份文件再来一次也不写', async () => {
  const rows = people(20);
  const file = write(rows);
  const before = await dump();
  const tried = await run(file, { apply: false });
  expect(counts(tried)).toMatchObject({ 新增: rows.length, 有变化: 0, 没变化: 0, 退回: 0 });
  expect(tried).toContain('这是试运行，什么都没有写');
  expect(await dump()).toBe(before);

  expect(await run(file)).toContain('已经导入。');
  const after = await dump();
  expect(after).not.toBe(before);
  const again = await run(file);
  expect(counts(again)).toMatchObject({ 新增: 0, 有变化: 0, 没变化: rows.length });
  expect(again).toContain('没有要写的，台账没有改动');
  expect(await dump()).toBe(after);
});

test('导出的列和内容一样，再导入什么都不变；文件只有本人能读', async () => {
  const rows = people(30);
  await run(write(rows));
  const out = fileName();
  expect(await exportRegister(database.store, { county: '500242', out })).toBe(rows.length);
  expect(statSync(out).mode & 0o777).toBe(0o600);
  const [header, ...lines] = parse(readFileSync(out, 'utf8'), { bom: true }) as string[][];
  expect(header).toEqual(COLUMN_KEYS.map(headerOf));
  const original = parse(readFileSync(write(rows), 'utf8')).slice(1) as string[][];
  const sorted = (table: string[][]) => table.map((cells) => cells.join('|')).sort();
  expect(sorted(lines)).toEqual(sorted(original));
  const before = await dump();
  expect(counts(await run(out))).toMatchObject({ 新增: 0, 有变化: 0, 没变化: rows.length });
  expect(await dump()).toBe(before);
});

test('原始转储里没有姓名、号码、手机、类别', async () => {
  const rows = people(30);
  await run(write(rows));
  const text = await dump();
  expect(text).toContain('500242');
  const secrets = rows.flatMap(({ name, id_number, phone, household_no, village }) => [
    name,
    id_number,
    phone,
    household_no,
    village,
  ]);
  const words = [
    '样例',
    '低保',
    '特困',
    '残疾',
    '防止返贫',
    '继续帮扶',
    '监测',
    'dibao',
    'fpzp',
    'severe_disabled',
    '农业农村',
  ];
  for (const secret of [...secrets, ...words]) {
    if (secret === undefined) continue;
    expect(text).not.toContain(String(secret));
    expect(text).not.toContain(Buffer.from(String(secret)).toString('hex'));
  }
});

test('变化、纳入、退出、换户、没在文件里的，都数得对；事实按日子回答', async () => {
  const [a, b, c, d] = people(20).filter(({ relation }) => relation === 'head') as [
    RegisterRow,
    RegisterRow,
    RegisterRow,
    RegisterRow,
  ];
  const plain = (row: RegisterRow): RegisterRow => {
    const {
      fpzp_entered_on,
      fpzp_exited_on,
      continued_entered_on,
      continued_exited_on,
      fpzp,
      continued,
      ...rest
    } = row;
    return { ...rest, data_date: '2026-06-30' };
  };
  await run(write([plain(a), { ...plain(b), fpzp_entered_on: '2026-01-01' }, plain(c), plain(d)]));
  const later = [
    { ...plain(a), fpzp_entered_on: '2026-08-01' },
    { ...plain(b), fpzp_entered_on: '2026-01-01', fpzp_exited_on: '2026-09-01' },
    { ...plain(c), household_no: a.household_no },
  ].map((row) => ({ ...row, data_date: '2026-10-31' }));
  const text = await run(write(later));
  expect(counts(text)).toMatchObject({ 有变化: 3, 纳入: 1, 退出: 1, 台账里有而文件里没有: 1 });
  expect(text).toContain('其中换了户或区县 1 人');

  const { store } = database;
  const found = await personByNumber(store, b.id_number);
  const member = await memberById(store, found?.id as string);
  const exit = (day: string) => factsAt(member?.versions ?? [], day).exit_completed?.value;
  expect([exit('2025-12-31'), exit('2026-08-31'), exit('2026-09-01')]).toEqual([undefined, false, true]);
  const moved = await personByNumber(store, c.id_number);
  expect(moved?.householdId).toBe((await personByNumber(store, a.id_number))?.householdId);

  const out = fileName();
  expect(await writeChanges(store, { from: '2026-06-30', to: '2026-10-31', county: null, out })).toBe(3);
  const changes = parse(readFileSync(out, 'utf8'), { bom: true, columns: true }) as Record<string, string>[];
  const short = changes.map(({ 证件号码, 变动, 列, 原值, 原数据日期, 现值, 现数据日期 }) => [
    证件号码,
    变动,
    列,
    原值,
    原数据日期,
    现值,
    现数据日期,
  ]);
  const days = ['2026-06-30', '2026-10-31'];
  expect(short.sort()).toEqual(
    [
      [a.id_number, '纳入', '防止返贫致贫对象纳入日期', '', days[0], '2026-08-01', days[1]],
      [b.id_number, '退出', '防止返贫致贫对象退出日期', '', days[0], '2026-09-01', days[1]],
      [c.id_number, '变更', '户编号', c.household_no, days[0], a.household_no, days[1]],
    ].sort(),
  );
});

test('新的月份说的一样：只记下又说了一次；旧文件盖不掉新的', async () => {
  const rows = people(10, 1, '2026-08-31');
  const file = write(rows);
  await run(file);
  const confirmed = await run(write(rows.map((row) => ({ ...row, data_date: '2026-09-30' }))));
  expect(confirmed).toContain(`其中数据日期更新 ${rows.length} 人`);
  const versions = await database.store.pool.query(
    'select count(*)::int as n, max(confirmed_on)::text as day from person_version',
  );
  expect(versions.rows).toEqual([{ n: rows.length, day: '2026-09-30' }]);

  const [first] = rows as [RegisterRow];
  await run(write([{ ...first, village: '样例新村', data_date: '2026-10-31' }]));
  const before = await dump();
  expect(counts(await run(file))).toMatchObject({ 没变化: rows.length, 退回: 0 });
  const stale = write([{ ...first, village: '样例老村', data_date: '2026-08-31' }]);
  expect(counts(await run(stale))).toMatchObject({ 有变化: 0, 退回: 1 });
  expect(rejectedIn(stale)).toEqual([
    ['2', '', '数据日期早于台账里这个人已有的 2026-10-31，内容又不一样：旧数据不能盖掉新数据'],
  ]);
  expect(await dump()).toBe(before);
});

test('文件里没有的列不改动，空着的格子是不知道了', async () => {
  const [row] = people(1) as [RegisterRow];
  await run(write([{ ...row, dibao: true, tekun: true, data_date: '2026-06-30' }]));
  const columns = COLUMN_KEYS.filter((key) => key !== 'dibao');
  const text = await run(
    write([{ ...row, tekun: undefined, data_date: '2026-10-31' } as RegisterRow], columns),
  );
  expect(text).toContain('文件里没有的列（原来的内容不改动）：低保对象');
  const found = await personByNumber(database.store, row.id_number);
  const member = await memberById(database.store, found?.id as string);
  const facts = factsAt(member?.versions ?? [], TODAY);
  expect(facts.dibao).toEqual({ value: true, source: row.source, date: '2026-06-30' });
  expect(facts.tekun).toBeUndefined();
});

test('同一个人两行、在两个户里、坏的行：好的照样导入，退回的说出行号和理由', async () => {
  const [a, b, c, ...rest] = people(3) as [RegisterRow, RegisterRow, RegisterRow, ...RegisterRow[]];
  const file = write([
    a,
    { ...a, household_no: '样例-别的户' },
    b,
    b,
    { ...c, id_number: `${c.id_number.slice(0, 17)}${c.id_number.endsWith('0') ? '1' : '0'}` },
    { ...c, data_date: '2199-01-01' },
    ...rest,
  ]);
  const text = await run(file);
  expect(counts(text)).toMatchObject({ 新增: rest.length + 1, 退回: 5 });
  expect(rejectedIn(file)).toEqual([
    ['2', '', '同一个人在两个户里（和第 3 行）：请查清是哪一户，只留一行'],
    ['3', '', '同一个人在两个户里（和第 2 行）：请查清是哪一户，只留一行'],
    ['5', '', '和第 4 行完全相同：只按第 4 行导入'],
    ['6', '证件号码', expect.stringContaining('最后一位和前面对不上')],
    ['7', '数据日期', '2199-01-01 还没有到（今天是 2026-11-21）'],
  ]);
  expect(statSync(`${file}.退回.csv`).mode & 0o777).toBe(0o600);
  expect(await personByNumber(database.store, a.id_number)).toBeNull();
});

test('缺少必需的列、只有表头：什么都没有动', async () => {
  const rows = people(2);
  const before = await dump();
  await expect(
    run(
      write(
        rows,
        COLUMN_KEYS.filter((key) => key !== 'name' && key !== 'source'),
      ),
    ),
  ).rejects.toThrow('缺少必需的列：姓名、数据来源部门。什么都没有导入');
  await expect(run(write([]))).rejects.toThrow('文件里只有表头');
  const partly = write(
    rows,
    COLUMN_KEYS.filter((key) => key !== 'county' && key !== 'data_date'),
  );
  await expect(run(partly)).rejects.toThrow('缺少必需的列：区县代码、数据日期');
  expect(await dump()).toBe(before);
  expect(await run(partly, { county: '500242', asOf: '2026-10-31' })).toContain('已经导入');
});

test('两个导入同时来：一个先做，另一个说清楚', async () => {
  const client = await database.store.pool.connect();
  await client.query('begin');
  await client.query('select pg_advisory_xact_lock(7306)');
  await expect(run(write(people(2)))).rejects.toThrow('另一个导入正在进行');
  await client.query('rollback');
  client.release();
});

test('写到一半数据库断了：什么都没有写，再来一次就行', async () => {
  const file = write(people(600));
  const before = await dump();
  const killer = new Client(database.url);
  await killer.connect();
  const kill = () =>
    killer.query(`select pg_terminate_backend(pid) from pg_stat_activity
      where datname = current_database() and pid <> pg_backend_pid() and xact_start is not null`);
  let cut: Promise<unknown> | null = null;
  const say = () => {
    // the counts are said just before writing begins
    cut ??= kill();
  };
  const done = importFile({ file, apply: true, today: TODAY }, async () => database.store, say);
  await expect(done).rejects.toThrow();
  await cut;
  await killer.end();
  expect(await dump()).toBe(before);
  expect(await run(file)).toContain('已经导入');
});

test('命令行：试运行、导入、导出、样例；说明、代码和文件权限', async () => {
  const { url, store } = database;
  const env = { ...process.env, ...houseEnvironment({ url, keys: store.keys, filesDir: '' }) };
  const register = (...args: string[]) => {
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      ['--import', 'tsx', 'src/cli/register.ts', ...args],
      {
        encoding: 'utf8',
        env,
        cwd: path.join(__dirname, '../..'),
      },
    );
    return { status, stdout, stderr };
  };
  const sample = fileName();
  expect(register('sample', '5', '--county', '500242', '--out', sample).status).toBe(0);
  expect(statSync(sample).mode & 0o777).toBe(0o600);
  expect(register('import', sample, '--apply')).toMatchObject({
    status: 0,
    stdout: expect.stringContaining('已经导入'),
  });
  const out = register('export');
  expect(out.status).toBe(0);
  expect(parse(out.stdout, { bom: true }).length).toBe(parse(readFileSync(sample), { bom: true }).length);
  const empty = fileName();
  writeFileSync(empty, '');
  expect(register('import', empty)).toEqual({ status: 1, stdout: '', stderr: '文件是空的\n' });
  expect(register('import', 'nowhere.csv')).toMatchObject({
    status: 1,
    stderr: '找不到这个文件或文件夹：nowhere.csv\n',
  });
  expect(register('export', '--apply').status).toBe(64);
  expect(register('import', sample, '--as-of', '2026-02-30').stderr).toContain(
    '--as-of 要写成 2026-10-31 这样的日期',
  );
});

test('样例：同一个 seed 写出来一样', async () => {
  const [one, two] = [fileName(), fileName()];
  for (const out of [one, two]) await writeSample(5, { seed: 3, county: null, asOf: '2026-10-31' }, out);
  expect(readFileSync(one, 'utf8')).toBe(readFileSync(two, 'utf8'));
});
