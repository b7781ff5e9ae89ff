/** The readers: what a file may look like, and what a bad one is told. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import ExcelJS from 'exceljs';
import { Refused } from './refused';
import { type DataRow, openTable } from './table';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'table-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

let count = 0;
function file(content: string | Buffer): string {
  const name = path.join(folder, `${++count}.csv`);
  writeFileSync(name, content);
  return name;
}

async function rowsOf(name: string): Promise<DataRow[]> {
  const rows: DataRow[] = [];
  for await (const row of (await openTable(name)).rows()) rows.push(row);
  return rows;
}

const refused = async (name: string): Promise<string> => {
  try {
    await rowsOf(name);
  } catch (error) {
    if (error instanceof Refused) return error.message;
    throw error;
  }
  return 'taken';
};

const HEADER = '户编号,姓名,证件号码,村';
const PLAIN = [
  {
    number: 2,
    cells: { household_no: '1', name: '样例张三', id_number: '5002', village: '样例村' },
    beyond: 0,
  },
];

test.each([
  ['逗号', `${HEADER}\n1,样例张三,5002,样例村\n`],
  ['分号', `${HEADER}\n1,样例张三,5002,样例村\n`.replaceAll(',', ';')],
  ['制表符', `${HEADER}\n1,样例张三,5002,样例村\n`.replaceAll(',', '\t')],
  ['BOM 和 CRLF', `\ufeff${HEADER}\r\n1,样例张三,5002,样例村\r\n`],
  ['老 Mac 的换行', `${HEADER}\r1,样例张三,5002,样例村`],
  ['引号、别名、星号和空格', '"户 编号",*姓名,身份证号（18位）,行政村\n1,"样例张三",5002,样例村\n'],
])('CSV：%s', async (_, text) => {
  expect(await rowsOf(file(text))).toEqual(PLAIN);
});

// 户编号,姓名,证件号码,村 / 1,样例张三,5002,样例村 in GB 18030
const GB = Buffer.from(
  'bba7b1e0bac52cd0d5c3fb2cd6a4bcfebac5c2eb2cb4e50a312cd1f9c0fdd5c5c8fd2c353030322cd1f9c0fdb4e50a',
  'hex',
);

test('CSV：GB 18030 和 UTF-16 认得出', async () => {
  const name = file(GB);
  expect(await rowsOf(name)).toEqual(PLAIN);
  expect((await openTable(name)).notes).toEqual(['CSV（GB 18030），表头在第 1 行']);
  expect(await rowsOf(file(Buffer.from(`\ufeff${HEADER}\n1,样例张三,5002,样例村\n`, 'utf16le')))).toEqual(
    PLAIN,
  );
});

test('表头上面有标题和空行；引号里换行；行号和表格软件里一样', async () => {
  const text = `酉阳县台账,,,\n\n${HEADER}\n1,样例张三,5002,"样例\n村"\n\n2,样例李四,5003,样例村\n`;
  const rows = await rowsOf(file(text));
  expect(rows.map(({ number, cells }) => [number, cells.village])).toEqual([
    [4, '样例\n村'],
    [6, '样例村'],
  ]);
});

test('认不出的列、没有的列、多出来的格子', async () => {
  const name = file(`${HEADER},备注\n1,样例张三,5002,样例村,好,多,\n`);
  const { header } = await openTable(name);
  expect(header.unknown).toEqual(['备注']);
  expect(header.absent).toContain('dibao');
  expect((await rowsOf(name))[0]?.beyond).toBe(1);
});

test('一格十兆字：只有这一行不行', async () => {
  const rows = await rowsOf(
    file(`${HEADER}\n1,样例张三,5002,${'长'.repeat(3_400_000)}\n2,样例李四,5003,样例村\n`),
  );
  expect(rows.map(({ cells }) => cells.village)).toEqual([{ fault: 'too_long' }, '样例村']);
});

test.each([
  ['空文件', '', '文件是空的'],
  ['没有表头', '甲,乙\n1,2\n', '前 20 行里没有找到表头'],
  ['别的格式', Buffer.from('\x89PNG\r\n\x1a\n\0\0\0\rIHDR', 'latin1'), '这个文件不是 CSV，也不是 XLSX'],
  ['旧版 xls', Buffer.from('d0cf11e0a1b11ae10000', 'hex'), '这是旧版的 .xls'],
  ['不完整的 XLSX', Buffer.from('PK\x03\x04 and nothing more', 'latin1'), '这个 XLSX 文件打不开'],
  ['认不出的编码', Buffer.from([0x41, 0xff, 0xff, 0x0a]), '文字编码认不出'],
  ['重复的列', '户编号,姓名,证件号码,身份证号\n', '表头里有重复的列：证件号码'],
  ['引号没有成对', `${HEADER}\n1,"样例张三,5002,样例村\n`, '第 2 行起读不下去：多半是一个引号（"）没有成对'],
])('%s：整份不收', async (_, content, message) => {
  expect(await refused(file(content))).toContain(message);
});

async function workbook(build: (sheet: ExcelJS.Worksheet, book: ExcelJS.Workbook) => void): Promise<string> {
  const book = new ExcelJS.Workbook();
  const sheet = book.addWorksheet('台账');
  build(sheet, book);
  const name = path.join(folder, `${++count}.xlsx`);
  await book.xlsx.writeFile(name);
  return name;
}

const COLUMNS = ['户编号', '姓名', '证件号码', '村', '数据日期'];

test('XLSX：文字、数、日期、富文本、空格子', async () => {
  const name = await workbook((sheet) => {
    sheet.addRow(['样例县台账']);
    sheet.mergeCells('A1:E1');
    sheet.addRow(COLUMNS);
    sheet.addRow([
      12,
      { richText: [{ text: '样例' }, { text: '张三' }] },
      '5002',
      null,
      new Date('2026-10-31'),
    ]);
    sheet.addRow(['13', '样例李四', '5003', '样例村 & <二>', '2026年10月31日']);
  });
  const { notes } = await openTable(name);
  expect(notes).toEqual(['XLSX，工作表“台账”，表头在第 2 行']);
  expect((await rowsOf(name)).map(({ number, cells }) => [number, ...Object.values(cells)])).toEqual([
    [3, 12, '样例张三', '5002', null, 46326],
    [4, '13', '样例李四', '5003', '样例村 & <二>', '2026年10月31日'],
  ]);
});

test('XLSX：从 1904 年数的日期', async () => {
  const name = await workbook((sheet, book) => {
    book.properties.date1904 = true;
    sheet.addRow(COLUMNS);
    sheet.addRow([12, '样例张三', '5002', '样例村', new Date('2026-10-31')]);
  });
  expect((await rowsOf(name))[0]?.cells).toMatchObject({ household_no: 12, data_date: 46326 });
});

test('XLSX：公式、错误值、太长的格子，只有那一格不行', async () => {
  const name = await workbook((sheet) => {
    sheet.addRow(COLUMNS);
    sheet.addRow([
      { formula: 'A3', result: '1' },
      { error: '#N/A' },
      '5002',
      '长'.repeat(3_400_000),
      '2026-10-31',
    ]);
  });
  expect((await rowsOf(name))[0]?.cells).toEqual({
    household_no: { fault: 'formula' },
    name: { fault: 'error' },
    id_number: '5002',
    village: { fault: 'too_long' },
    data_date: '2026-10-31',
  });
});

test('XLSX：合并的单元格，每一行都说出是哪几格；没读的列合并了没关系', async () => {
  const name = await workbook((sheet) => {
    sheet.addRow([...COLUMNS, '备注']);
    for (const id of ['1', '2', '3']) sheet.addRow([id, '样例', id, '样例村', '2026-10-31', '好']);
    sheet.mergeCells('D2:D3');
    sheet.mergeCells('F2:F4');
  });
  const fault = { fault: 'merged', range: 'D2:D3' };
  expect((await rowsOf(name)).map(({ cells }) => cells.village)).toEqual([fault, fault, '样例村']);
});

test('XLSX：表头合并了，整份不收，说出是哪几格', async () => {
  const name = await workbook((sheet) => {
    sheet.addRow([...COLUMNS, '是否低保', '备注']);
    sheet.mergeCells('F1:G1');
  });
  expect(await refused(name)).toContain('表头里有合并的单元格：F1:G1');
});

test('XLSX：表头在第二张工作表；隐藏的不读', async () => {
  const name = await workbook((sheet, book) => {
    sheet.addRow(['说明']);
    book.addWorksheet('藏着', { state: 'hidden' }).addRow(COLUMNS);
    const second = book.addWorksheet('名单');
    second.addRow(COLUMNS);
    second.addRow(['1', '样例张三', '5002', '样例村', '2026-10-31']);
  });
  expect((await openTable(name)).notes).toEqual([
    'XLSX，工作表“名单”，表头在第 1 行',
    '没有读其他工作表：“台账”',
  ]);
  expect(await rowsOf(name)).toHaveLength(1);
});
