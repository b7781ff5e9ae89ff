/** What offices have published of employers, brought in a file, on a real PostgreSQL. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { importRecords, type RecordsOptions } from '../../src/cli/jobs/records';
import { book } from '../book';
import { type TestDatabase, testDatabase } from '../postgres';
import { creditCode } from './employers';

let folder: string;
let database: TestDatabase;
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'records-'));
});
afterAll(() => rmSync(folder, { recursive: true }));
beforeEach(async () => {
  database = await testDatabase();
});
afterEach(() => database.drop());

type Cells = Record<string, string>;
const ROW: Cells = {
  统一社会信用代码: creditCode('0101'),
  单位名称: '样例建筑公司',
  公布的是什么: '失信名单',
  公布部门: '样例人社局',
  公布日期: '2026-11-02',
  文号: '样例人社公〔2026〕1号',
  网址: '',
  公布到: '',
  内容: '拖欠12人工资',
};

let count = 0;
async function put(rows: readonly Cells[], more: Partial<RecordsOptions> = {}) {
  const file = path.join(folder, `${++count}.csv`);
  const headers = Object.keys(ROW);
  const lines = rows.map((row) => headers.map((header) => `"${row[header] ?? ''}"`));
  writeFileSync(file, [headers, ...lines].map((line) => line.join(',')).join('\n'));
  const said: string[] = [];
  const options = { file, county: '500242', dryRun: false, today: '2026-11-22', now: new Date() };
  const good = await importRecords(
    { ...options, ...more },
    book,
    async () => database.store,
    (line) => said.push(line),
  );
  return { good, said: said.join('\n'), remarks: readFileSync(`${file}.结果.csv`, 'utf8') };
}
const records = async () =>
  (
    await database.store.pool.query(
      `select credit_code, kind, number, link, about, "until", entered_by, withdrawn_at from employer_record order by number`,
    )
  ).rows;

test('试运行不写；进来一次，再来一次什么都不变；改了的改，别的来源不动', async () => {
  const two = { ...ROW, 文号: '', 网址: 'https://example.com/2', 公布到: '2027-11-01' };
  expect((await put([ROW, two], { dryRun: true })).said).toContain('新的    2 条');
  expect(await records()).toEqual([]);
  expect(await put([ROW, two])).toMatchObject({ good: true, said: expect.stringContaining('新的    2 条') });
  const first = await records();
  expect(first[0]).toMatchObject({ kind: 'dishonest', number: ROW.文号, until: null, entered_by: null });
  // as another hand writes the same number
  const again = [{ ...ROW, 文号: '样例人社公〔2026〕 1号' }, two];
  expect((await put([ROW, two])).said).toContain('没变化  2 条');
  expect(await records()).toEqual(first);
  expect((await put(again)).said).toContain('有变化  1 条');
  expect((await put([{ ...ROW, 内容: '拖欠13人工资' }])).said).toContain('有变化  1 条');
  expect((await records()).map(({ about }) => about)).toEqual(['拖欠13人工资', '拖欠12人工资']);
});

test('撤回了的，再导入也不放出来', async () => {
  await put([ROW]);
  await database.store.pool.query(`update employer_record set withdrawn_at = now(), withdrawn_why = '样例'`);
  expect((await put([{ ...ROW, 内容: '别的' }])).said).toContain('撤回过  1 条');
  const rows = await records();
  expect(rows).toMatchObject([{ about: '拖欠12人工资' }]);
  expect(rows[0].withdrawn_at).not.toBeNull();
});

test.each<[string, Cells, string, string]>([
  ['没有出处', { 文号: '', 网址: '' }, '文号', '请写公布的文号'],
  ['校验位不对', { 统一社会信用代码: '914403007152672611' }, '统一社会信用代码', '有一位不对'],
  ['没有部门', { 公布部门: '' }, '公布部门', '不能空着'],
  ['没有日期', { 公布日期: '' }, '公布日期', '不能空着'],
  ['还没有到的日期', { 公布日期: '2026-12-01' }, '公布日期', '还没有到'],
  ['到期在公布以前', { 公布到: '2026-01-01' }, '公布到', '在公布以前'],
  ['不是网址', { 网址: '样例网' }, '网址', '以 http 开头'],
  ['只是投诉', { 公布的是什么: '投诉' }, '公布的是什么', '要写其中一个'],
  ['写了证件号', { 内容: '法人 500242198804129996' }, '内容', '身份证号'],
])('%s：退回这一行，说出哪一列、怎么办，别的照样收', async (_, change, column, message) => {
  const { good, said, remarks } = await put([
    { ...ROW, ...change },
    { ...ROW, 文号: '样例人社公〔2026〕9号' },
  ]);
  expect(good).toBe(false);
  expect(said).toContain('退回    1 行');
  const lines = remarks.split('\r\n').filter((line) => line.startsWith('2,'));
  expect(lines).toHaveLength(1);
  expect(lines[0]).toContain(`2,${column},退回,`);
  expect(lines[0]).toContain(message);
  expect(await records()).toHaveLength(1);
});

test('一份文件里写了两次，只收前面那一行；没有开通的区县、空文件，整份不收', async () => {
  expect((await put([ROW, ROW])).remarks).toContain('3,,退回,和第 2 行是同一条');
  await expect(put([ROW], { county: '530102' })).rejects.toThrow('不是已经开通的区县');
  await expect(put([])).rejects.toThrow();
});
