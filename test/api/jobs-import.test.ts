/** Postings of a source on their way in, on a real PostgreSQL. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import ExcelJS from 'exceljs';
import { expirePostings } from '@/cloud/background/expire-jobs';
import { DEMO_OFFERS } from '@/cloud/demo/job-offers';
import { seedJobs } from '@/cloud/demo/jobs';
import type { Services } from '@/cloud/services';
import { createWorld } from '@/cloud/world';
import { INCOMING_KEYS, incomingSpec } from '@/domain/jobs/incoming';
import { convert } from '../../src/cli/jobs/boundaries';
import { type ImportOptions, importPostings, withdrawSource } from '../../src/cli/jobs/import';
import { samplePostings } from '../../src/cli/jobs/sample';
import { cellsOf, writeSamplePostings } from '../../src/cli/jobs/sample-file';
import { book } from '../book';
import { type TestDatabase, testDatabase } from '../postgres';

const TODAY = '2026-11-22';
const NOW = new Date('2026-11-22T04:00:00Z');
let folder: string;
let database: TestDatabase;

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'jobs-'));
});
afterAll(() => rmSync(folder, { recursive: true }));
beforeEach(async () => {
  database = await testDatabase();
});
afterEach(() => database.drop());

type Cells = Record<string, string>;
/** In the middle of 酉阳, GCJ-02. */
const AT = { 纬度: '28.89764', 经度: '108.79867' };
const ROW: Cells = {
  编号: 'A1',
  类别: '帮扶车间',
  岗位名称: '缝纫工',
  用人单位: '样例服装厂',
  区县代码: '500242',
  乡镇: '样例板溪镇',
  最低工资: '3000',
  最高工资: '4500',
  按什么算: '月',
  截止日期: '2026-12-31',
  ...AT,
};

let count = 0;
function csv(rows: readonly Cells[]): string {
  const headers = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const name = path.join(folder, `${++count}.csv`);
  const lines = rows.map((row) => headers.map((header) => `"${(row[header] ?? '').replaceAll('"', '""')}"`));
  writeFileSync(name, [headers, ...lines].map((line) => line.join(',')).join('\n'));
  return name;
}

// 编号,类别,岗位名称,用人单位,区县代码,截止日期 / G1,帮扶车间,缝纫工,样例厂,500242,2026-12-31 in GB 18030
const GB =
  'b1e0bac52cc0e0b1f02cb8dacebbc3fbb3c62cd3c3c8cbb5a5cebb2cc7f8cfd8b4fac2eb2cbdd8d6b9c8d5c6da0a47312cb0efb7f6b3b5bce42cb7ecc8d2b9a42cd1f9c0fdb3a72c3530303234322c323032362d31322d33310a';

interface Outcome {
  readonly said: string;
  readonly remarks: string;
}

async function run(file: string, more: Partial<ImportOptions> = {}): Promise<Outcome> {
  const said: string[] = [];
  const options: ImportOptions = {
    ...{ file, source: '酉阳县人社局', datum: 'gcj02', dryRun: false, really: false, today: TODAY, now: NOW },
    ...more,
  };
  await importPostings(
    options,
    book,
    async () => database.store,
    (line) => said.push(line),
  );
  return { said: said.join('\n'), remarks: readFileSync(`${file}.结果.csv`, 'utf8') };
}
const put = (rows: readonly Cells[], more: Partial<ImportOptions> = {}) => run(csv(rows), more);

interface Posting {
  readonly id: string;
  readonly source: string;
  readonly source_id: string;
  readonly state: string;
  readonly reason: string | null;
  readonly title: string;
  readonly exact: string;
  readonly lat: number;
  readonly lng: number;
  readonly version: number;
  readonly pay_from: number;
  readonly month_fen: number;
  readonly open_until: string;
  readonly words: { readonly also: readonly string[]; readonly destination: string | null };
}
async function postings(): Promise<Posting[]> {
  const { rows } = await database.store.pool.query<Posting>(
    `select *, to_char(open_until, 'YYYY-MM-DD') as open_until from job_posting order by source, source_id`,
  );
  return rows;
}
const states = async () => (await postings()).map(({ source_id, state }) => `${source_id} ${state}`);

test('文件里的发布日期是它说的；大家从导入的那一刻看得到', async () => {
  const shown = async () => {
    const { rows } = await database.store.pool.query<{ said: Date; shown: Date }>(
      'select posted_at as said, shown_at as shown from job_posting',
    );
    return rows.map(({ said, shown }) => [said.toISOString(), shown.toISOString()]);
  };
  const dayLater = (days: number) => new Date(NOW.getTime() + days * 86_400_000);
  const row = { ...ROW, 发布日期: '2026-11-20' };
  await put([row]);
  const said = '2026-11-19T16:00:00.000Z';
  expect(await shown()).toEqual([[said, NOW.toISOString()]]);
  // other words are no other posting
  await put([{ ...row, 招聘人数: '9' }], { now: dayLater(1) });
  expect(await shown()).toEqual([[said, NOW.toISOString()]]);
  await put([{ ...row, 岗位说明: '限女性' }], { now: dayLater(2) });
  expect(await states()).toEqual(['A1 held']);
  await put([row], { now: dayLater(3) });
  expect(await states()).toEqual(['A1 open']);
  expect(await shown()).toEqual([[said, dayLater(3).toISOString()]]);
});

test('CSV 进来；再来一次什么都不变；改了就是同一条变了', async () => {
  const file = csv([
    ROW,
    { ...ROW, 编号: 'A2', 岗位名称: '熨烫工', 最低工资: '面议', 最高工资: '', 按什么算: '' },
  ]);
  expect((await run(file)).said).toContain('新的          2 条');
  const [first] = await postings();
  expect(first).toMatchObject({
    state: 'open',
    exact: 'exact',
    pay_from: 300_000,
    month_fen: 300_000,
    version: 1,
  });
  expect((await run(file)).said).toContain('没变化        2 条');
  expect((await postings())[0]).toEqual(first);
  const changed = await put([
    { ...ROW, 最低工资: '3200' },
    { ...ROW, 编号: 'A2', 岗位名称: '熨烫工' },
  ]);
  expect(changed.said).toContain('有变化        2 条');
  expect((await postings())[0]).toMatchObject({ id: first?.id, pay_from: 320_000, version: 2 });
});

test('试运行什么都不写', async () => {
  expect((await put([ROW], { dryRun: true })).said).toContain('这是试运行');
  expect(await postings()).toEqual([]);
});

test('GB 18030、XLSX、JSON 一行一个，读出来一样', async () => {
  const [headers, values] = [Object.keys(ROW), Object.values(ROW)];
  const json = path.join(folder, 'rows.jsonl');
  writeFileSync(json, `${JSON.stringify({ ...ROW, 编号: 'J', skills: ['缝纫'] })}\n{"坏\n[]\n`);
  const read = await run(json);
  expect(read.remarks).toContain('2,,退回,这一行不是完整的 JSON 对象');
  expect(read.remarks).toContain('3,,退回,这一行不是 JSON 对象');
  const workbook = new ExcelJS.Workbook();
  const sheet = workbook.addWorksheet('岗位');
  sheet.addRow(['样例岗位表']);
  sheet.addRow(headers);
  sheet.addRow(values.map((value, n) => (headers[n] === '截止日期' ? new Date('2026-12-31') : value)));
  const xlsx = path.join(folder, 'rows.xlsx');
  await workbook.xlsx.writeFile(xlsx);
  await run(xlsx, { source: '另一个来源' });
  const gb = path.join(folder, 'gb.csv');
  writeFileSync(gb, Buffer.from(GB, 'hex'));
  expect((await run(gb, { source: '第三个来源' })).said).toContain('CSV（GB 18030），表头在第 1 行');
  const one = (await postings()).find(({ source }) => source === '酉阳县人社局');
  expect(one).toMatchObject({
    title: '缝纫工',
    words: { also: ['另一个来源'] },
    open_until: '2026-12-31',
  });
});

test('文件里没有了的下架；少了一半以上不收，除非 --really；回来还是同一条', async () => {
  const rows = ['A', 'B', 'C', 'D'].map((编号) => ({ ...ROW, 编号, 岗位名称: `缝纫工${编号}` }));
  await put(rows);
  const [before] = await postings();
  await expect(put(rows.slice(0, 1))).rejects.toThrow('现有 4 条，文件里少了 3 条，超过一半');
  expect(await states()).toEqual(['A open', 'B open', 'C open', 'D open']);
  await put(rows.slice(1));
  expect(await states()).toEqual(['A withdrawn', 'B open', 'C open', 'D open']);
  expect((await postings())[0]?.reason).toBe('来源不再发布');
  await put(rows);
  expect((await postings())[0]).toMatchObject({ id: before?.id, state: 'open', reason: null });
  await put(rows.slice(0, 1), { really: true });
  expect(await states()).toEqual(['A open', 'B withdrawn', 'C withdrawn', 'D withdrawn']);
});

test('退回的行不算没有了：原来那条照旧', async () => {
  await put([ROW]);
  const { remarks, said } = await put([
    { ...ROW, 最低工资: '0', 最高工资: '' },
    { ...ROW, 编号: 'A9' },
  ]);
  expect(said).toContain('退回          1 行');
  expect(remarks).toContain('2,最低工资,退回,写了0元');
  expect(await states()).toEqual(['A1 open', 'A9 open']);
  expect((await postings())[0]?.pay_from).toBe(300_000);
});

test('两个来源说的是同一份工作：一条，两个名字都在；走了一个还在，都走了才下架', async () => {
  await put([ROW]);
  const other = { ...ROW, 编号: 'B7', 岗位名称: '缝纫工 ', 用人单位: '样例服装厂', 地址: '样例路1号' };
  const { said } = await put([other], { source: '板溪镇人民政府' });
  expect(said).toContain('别的来源已有  1 条');
  const [one, ...more] = await postings();
  expect(more).toEqual([]);
  expect(one).toMatchObject({ source: '酉阳县人社局', words: { also: ['板溪镇人民政府'] } });
  expect((await put([other], { source: '板溪镇人民政府' })).said).toContain('没变化        1 条');
  await withdrawSource(
    { source: '酉阳县人社局', dryRun: false, now: NOW },
    async () => database.store,
    () => undefined,
  );
  const [kept] = await postings();
  expect(kept).toMatchObject({
    id: one?.id,
    source: '板溪镇人民政府',
    source_id: 'B7',
    state: 'open',
    words: { also: [] },
  });
  await put([ROW]);
  expect((await postings())[0]).toMatchObject({ id: one?.id, words: { also: ['酉阳县人社局'] } });
  for (const source of ['板溪镇人民政府', '酉阳县人社局'])
    await withdrawSource(
      { source, dryRun: false, now: NOW },
      async () => database.store,
      () => undefined,
    );
  expect((await postings()).map(({ state }) => state)).toEqual(['withdrawn']);
});

test('先说的改了工资，后说的没有改：分成两条', async () => {
  await put([ROW]);
  await put([{ ...ROW, 编号: 'B7' }], { source: '板溪镇人民政府' });
  await put([{ ...ROW, 最低工资: '3300' }]);
  expect((await postings()).map(({ source, pay_from, words }) => [source, pay_from, words.also])).toEqual([
    ['板溪镇人民政府', 300_000, []],
    ['酉阳县人社局', 330_000, []],
  ]);
  // each stays itself: somebody may have applied to either
  await put([{ ...ROW, 编号: 'B7', 最低工资: '3300' }], { source: '板溪镇人民政府' });
  const live = (await postings()).filter(({ state }) => state === 'open');
  expect(live.map(({ pay_from }) => pay_from)).toEqual([330_000, 330_000]);
});

test('写了不许的条件：扣下，说出法律；改掉就放出来；工作人员放过的不再扣，扣下的不放', async () => {
  const bad = { ...ROW, 任职要求: '限女性，45岁以下' };
  const { remarks, said } = await put([bad]);
  expect(said).toContain('扣下          1 条');
  expect(remarks).toContain('劳动法第十三条');
  const [held] = await postings();
  expect(held?.state).toBe('held');
  expect(held?.reason).toContain('限女性');
  const { pool } = database.store;
  await pool.query(`update job_posting set state = 'open', reason = null`);
  await put([{ ...bad, 招聘人数: '9' }]);
  expect(await states()).toEqual(['A1 open']);
  await put([{ ...ROW, 任职要求: '男女不限' }]);
  expect(await states()).toEqual(['A1 open']);
  await put([bad]);
  expect(await states()).toEqual(['A1 held']);
  await put([ROW]);
  expect((await postings())[0]).toMatchObject({ state: 'open', reason: null });
  await pool.query(`update job_posting set state = 'held', reason = '样例：核实中'`);
  await put([{ ...ROW, 招聘人数: '10' }]);
  expect((await postings())[0]).toMatchObject({ state: 'held', reason: '样例：核实中' });
});

test('核实过的：电话、工资、说明、地方变了，不再算核实过，照样在招；只改人数、截止，还算；试运行说几条', async () => {
  const { pool } = database.store;
  const full = { ...ROW, 联系电话: '023-12345678', 岗位说明: '锁边', 招聘人数: '5' };
  await put([full]);
  // the same work from another source: its name beside it changes nothing of what was seen
  await put([{ ...full, 编号: 'B7' }], { source: '板溪镇人民政府' });
  const verify = () =>
    pool.query(`update job_posting set verified_by = '样例人社局', verified_on = '2026-11-20'`);
  const verified = async () => {
    const { rows } = await pool.query(
      `select verified_by, state from job_posting where source = '酉阳县人社局'`,
    );
    return rows;
  };
  await verify();
  const later = await put([{ ...full, 招聘人数: '9', 截止日期: '2027-01-31' }]);
  expect(later.said).toContain('不再算核实过  0 条');
  expect(await verified()).toEqual([{ verified_by: '样例人社局', state: 'open' }]);
  const changes: readonly Cells[] = [
    { 联系电话: '023-87654321' },
    { 怎么发工资: '干满三个月发' },
    { 岗位说明: '去外地推销' },
    { 地址: '别处1号' },
    { 类别: '企业和园区' },
    { 保险: '没有保险' },
  ];
  for (const change of changes) {
    await put([full]);
    await verify();
    const rows = [{ ...full, ...change }];
    expect((await put(rows, { dryRun: true })).said).toContain('不再算核实过  1 条');
    expect(await verified()).toMatchObject([{ verified_by: '样例人社局' }]);
    expect((await put(rows)).said).toContain('不再算核实过  1 条');
    expect(await verified()).toEqual([{ verified_by: null, state: 'open' }]);
    expect((await put(rows)).said).toContain('不再算核实过  0 条');
  }
});

test('同一份工作，一个来源写了不许的条件：不并，好的那条照样看得到', async () => {
  await put([{ ...ROW, 任职要求: '限女性' }]);
  await put([{ ...ROW, 编号: 'B7' }], { source: '板溪镇人民政府' });
  expect(new Set(await states())).toEqual(new Set(['A1 held', 'B7 open']));
});

test('单位自己发的因为条件扣下，不把导入的带走；工作人员扣下的带走', async () => {
  await put([ROW]);
  const { pool } = database.store;
  // the unit's own, held back for its words: nothing of it came in a file
  await pool.query(`delete from job_claim`);
  const { rows } = await pool.query<{ id: string }>(
    `update job_posting set source = 'employer', source_id = id::text, state = 'held', reason = '限女性' returning id`,
  );
  const happened = (action: string, day: string) =>
    pool.query(
      `insert into posting_event (id, posting_id, at, who, action, state) values (gen_random_uuid(), $1, $2, '样例', $3, 'held')`,
      [rows[0]?.id, day, action],
    );
  await happened('published', '2026-11-20');
  const { said } = await put([{ ...ROW, 编号: 'B7', 任职要求: '男女不限' }]);
  expect(said).not.toMatch(/别的来源已有\s+1 条/);
  const imported = (await postings()).filter(({ source }) => source === '酉阳县人社局');
  expect(imported).toMatchObject([{ source_id: 'B7', state: 'open' }]);

  await pool.query(`delete from job_claim`);
  await pool.query(`delete from job_posting where source = '酉阳县人社局'`);
  await happened('held', '2026-11-21');
  await put([{ ...ROW, 编号: 'B8' }]);
  expect((await postings()).map(({ source, state }) => `${source} ${state}`)).toEqual(['employer held']);
});

test('隐藏的、停招的，再导入也不会自己回来', async () => {
  await put([ROW]);
  for (const state of ['hidden', 'closed']) {
    await database.store.pool.query(`update job_posting set state = $1, reason = '样例'`, [state]);
    await put([{ ...ROW, 招聘人数: state === 'hidden' ? '7' : '8' }]);
    expect(await states()).toEqual([`A1 ${state}`]);
  }
});

test('隐藏的、扣下的，从文件里拿掉再放回来，还是那样', async () => {
  const rows = ['A', 'B', 'C'].map((编号) => ({ ...ROW, 编号, 岗位名称: `缝纫工${编号}` }));
  await put(rows);
  for (const state of ['hidden', 'held']) {
    await database.store.pool.query(
      `update job_posting set state = $1, reason = '样例：核实中' where source_id = 'A'`,
      [state],
    );
    expect((await put(rows.slice(1))).said).not.toContain('来源不再发布');
    expect((await states())[0]).toBe(`A ${state}`);
    await put(rows.map((row) => ({ ...row, 招聘人数: state === 'hidden' ? '7' : '8' })));
    expect((await postings())[0]).toMatchObject({ state, reason: '样例：核实中' });
  }
});

/** The desk hides A just before the import writes, and has said so to the end only once the import waits for it. */
async function hiddenMeanwhile(state: string, rows: readonly Cells[]): Promise<void> {
  const { pool } = database.store;
  const desk = await pool.connect();
  let over: Promise<unknown> | null = null;
  const asDesk = async () => {
    await desk.query('begin');
    await desk.query(
      `update job_posting set state = $1, reason = '样例：核实中', version = version + 1 where source_id = 'A'`,
      [state],
    );
    over = (async () => {
      for (let waits = 0; waits === 0; ) {
        await new Promise((done) => setTimeout(done, 20));
        const { rows: locks } = await pool.query(
          `select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
        );
        waits = locks.length;
      }
      await desk.query('commit');
    })();
  };
  const connect = async () => {
    const client = await pool.connect();
    const query = client.query.bind(client) as (...args: unknown[]) => Promise<unknown>;
    const watched = async (...args: unknown[]) => {
      if (over === null && String(args[0]).includes(`set state = 'withdrawn'`)) await asDesk();
      return query(...args);
    };
    return Object.create(client, { query: { value: watched } });
  };
  const options = { file: csv(rows), source: '酉阳县人社局', datum: 'gcj02' as const, dryRun: false };
  await importPostings(
    { ...options, really: false, today: TODAY, now: NOW },
    book,
    async () => ({ pool: { connect } as unknown as typeof pool }),
    () => undefined,
  );
  await over;
  desk.release();
}

test.each(['hidden', 'held', 'closed'])(
  '导入正在写的时候工作人员改成 %s：不会放出来，也不会下架',
  async (state) => {
    const rows = ['A', 'B', 'C'].map((编号) => ({ ...ROW, 编号, 岗位名称: `缝纫工${编号}` }));
    await put(rows);
    await hiddenMeanwhile(
      state,
      rows.map((row) => ({ ...row, 招聘人数: '7' })),
    );
    expect((await postings())[0]).toMatchObject({ people: 7, state, reason: '样例：核实中', version: 3 });
    await database.store.pool.query(`update job_posting set state = 'open', reason = null`);
    await hiddenMeanwhile(state, rows.slice(1));
    expect((await postings())[0]).toMatchObject({ state, reason: '样例：核实中' });
  },
);

test.each<[string, Cells, string, string]>([
  ['经纬度在海上', { 纬度: '28.9', 经度: '125.9' }, '纬度', '在海上或者国境外'],
  ['在别的区县', { 纬度: '29.13', 经度: '115.74' }, '纬度', '这个位置在永修县（360425）'],
  ['不在中国', { 纬度: '48.85', 经度: '2.35' }, '纬度', '不在中国'],
  ['都是0', { 纬度: '0', 经度: '0' }, '纬度', '经纬度都是 0'],
  ['写反了也不在', { 纬度: '115.74', 经度: '29.13' }, '纬度', '对调以后也不在酉阳'],
  ['只有一个', { 纬度: '28.9', 经度: '' }, '经度', '要么都写'],
  ['工资一百万', { 最低工资: '1000000', 最高工资: '' }, '最低工资', '太多，不像是真的'],
  ['工资是字', { 最低工资: '高薪' }, '最低工资', '看不出多少钱'],
  ['没有单位', { 按什么算: '' }, '按什么算', '没写是按月'],
  ['截止过了', { 截止日期: '2026-11-01' }, '截止日期', '已经截止'],
  ['日历上没有', { 截止日期: '2026-02-30' }, '截止日期', '日历上没有'],
  ['校验位不对', { 统一社会信用代码: '914403007152672611' }, '统一社会信用代码', '有一位不对'],
  ['没有包的区县', { 区县代码: '530102', 纬度: '', 经度: '' }, '区县代码', '530102 还没有政策包'],
  ['面向没有包的地区', { 面向地区代码: '530102' }, '面向地区代码', '530102 还没有政策包'],
  ['没有这个区县', { 区县代码: '500299', 面向地区代码: '500242' }, '区县代码', '没有 500299 这个区县'],
  ['类别不认识', { 类别: '高薪诚聘' }, '类别', '要写其中一个：企业和园区'],
  ['必需的空着', { 用人单位: '' }, '用人单位', '不能空着'],
])('%s：退回这一行，说出哪一列、怎么办', async (_, change, column, message) => {
  const { remarks } = await put([
    { ...ROW, ...change },
    { ...ROW, 编号: 'B' },
  ]);
  const lines = remarks.split('\r\n').filter((line) => line.startsWith('2,'));
  expect(lines).toHaveLength(1);
  expect(lines[0]).toContain(`2,${column},退回,`);
  expect(lines[0]).toContain(message);
  expect(await states()).toEqual(['B open']);
});

test('编号重复：只收前面那一行，说出是第几行', async () => {
  const { remarks } = await put([ROW, { ...ROW, 岗位名称: '熨烫工' }]);
  expect(remarks).toContain('3,编号,退回,编号和第 2 行一样');
  expect((await postings()).map(({ title }) => title)).toEqual(['缝纫工']);
});

test('经纬度写反了而对调以后就在区县里：对调，说出来', async () => {
  const { remarks } = await put([{ ...ROW, 纬度: AT.经度, 经度: AT.纬度 }]);
  expect(remarks).toContain('2,,改正,经度和纬度写反了，已经对调');
  expect((await postings())[0]).toMatchObject({ lat: 28.89764, lng: 108.79867, exact: 'exact' });
});

test.each(['wgs84', 'bd09'] as const)('%s 的坐标换成 GCJ-02', async (datum) => {
  const gcj = { lat: 28.89764, lng: 108.79867 };
  const { lat, lng } = convert(gcj, 'gcj02', datum);
  await put([{ ...ROW, 纬度: String(lat), 经度: String(lng) }], { datum });
  const [one] = await postings();
  expect(Math.abs((one?.lat ?? 0) - gcj.lat) + Math.abs((one?.lng ?? 0) - gcj.lng)).toBeLessThan(5e-5);
  expect(Math.abs(lat - gcj.lat)).toBeGreaterThan(1e-3);
});

test('没有经纬度：乡镇的点，区县没给就是区县的中间；外出的是那个区县的中间，名字写上', async () => {
  const none = { ...ROW, 纬度: '', 经度: '' };
  await put([none, { ...none, 编号: 'B', 类别: '外出务工', 区县代码: '370202', 面向地区代码: '500242' }]);
  const [near, away] = await postings();
  expect(near).toMatchObject({ exact: 'county', ...book.centres['500242'] });
  expect(away).toMatchObject({ exact: 'county', words: { destination: '市南区' } });
  expect(away?.lat).toBeCloseTo(36.06, 1);
});

test('截止那天过了自己下架，再导入有新的日期又回来', async () => {
  const house = { store: database.store } as Services;
  const work = (day: string) =>
    expirePostings(createWorld(book, house, () => new Date(`${day}T04:00:00Z`))({ caller: 'test' }));
  await put([ROW]);
  expect([await work('2026-12-31'), await states()]).toEqual([0, ['A1 open']]);
  expect([await work('2027-01-01'), await states()]).toEqual([1, ['A1 expired']]);
  await put([{ ...ROW, 截止日期: '2027-02-28' }], { today: '2027-01-02' });
  expect((await postings())[0]).toMatchObject({ state: 'open', open_until: '2027-02-28' });
});

test('演示的岗位：放两次还是那些；过了期的重新开始，扣下的、隐藏的照旧', async () => {
  const seed = (day: string) => seedJobs({ store: database.store }, new Date(`${day}T04:00:00Z`));
  const counted = async () => {
    const all = (await postings()).map(({ state }) => state);
    return ['open', 'held', 'expired', 'hidden'].map((state) => all.filter((one) => one === state).length);
  };
  await seed(TODAY);
  const first = await counted();
  expect(first).toEqual([DEMO_OFFERS.length - 3, 2, 1, 0]);
  await seed(TODAY);
  expect(await counted()).toEqual(first);
  const { pool } = database.store;
  await pool.query(`update job_posting set state = 'hidden' where title = '样例装配工'`);
  await seed('2027-01-20');
  expect(await counted()).toEqual([DEMO_OFFERS.length - 4, 2, 1, 1]);
  expect(
    (await postings()).filter(({ open_until, state }) => state === 'open' && open_until < '2027-01-20'),
  ).toEqual([]);
});

test('样例文件进得来，一行也不退；同一个 seed 每次一样', async () => {
  const options = { seed: 7, counties: ['500242', '360425'], today: TODAY };
  const file = path.join(folder, 'sample.csv');
  await writeSamplePostings(400, options, file);
  const { said } = await run(file);
  expect(said).toContain('退回          0 行');
  expect(said).toContain('收 400 行');
  const lines = [...samplePostings(400, options)].map(cellsOf);
  expect([...samplePostings(400, options)].map(cellsOf)).toEqual(lines);
  expect(lines.every((cells) => cells[INCOMING_KEYS.indexOf('employer')]?.startsWith('样例'))).toBe(true);
  expect(new Set(lines.map((cells) => cells[INCOMING_KEYS.indexOf('kind')])).size).toBe(9);
  expect(incomingSpec('employer').header).toBe('用人单位');
});
