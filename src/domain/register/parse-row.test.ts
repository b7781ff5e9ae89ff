import { idCheckDigit } from '../identity';
import type { Cell } from './cell';
import { COLUMN_KEYS, type ColumnKey, columnSpec } from './columns';
import { cellText } from './parse-cell';
import { parseRow } from './parse-row';
import { readDate } from './read-date';
import type { RegisterRow } from './row';
import { sampleHouseholds } from './sample';

const TODAY = '2026-11-21';
const number = (first17: string) => first17 + idCheckDigit(first17);

const GOOD: { [K in ColumnKey]?: Cell } = {
  household_no: '样例-000001',
  name: '样例张三',
  id_number: number('50024219900101999'),
  relation: '户主',
  county: '500242',
  source: '农业农村部门',
  data_date: '2026-10-31',
};

const rowOf = (more: { [K in ColumnKey]?: Cell } = {}) => {
  const read = parseRow({ ...GOOD, ...more }, { today: TODAY });
  if (!read.ok) throw new Error(JSON.stringify(read.reasons));
  return read.row;
};
const problemsOf = (more: { [K in ColumnKey]?: Cell }, rules = {}) => {
  const read = parseRow({ ...GOOD, ...more }, { today: TODAY, ...rules });
  return read.ok ? [] : read.reasons.map(({ column, message }) => `${column}：${message}`);
};

test('必需的列就够了；证件类型由号码得出', () => {
  expect(rowOf()).toEqual({ ...GOOD, relation: 'head', id_kind: 'resident' });
});

test.each([
  ['2026-10-31', '2026-10-31'],
  ['2026/10/31', '2026-10-31'],
  ['2026.10.31', '2026-10-31'],
  ['20261031', '2026-10-31'],
  ['2026年10月31日', '2026-10-31'],
  ['2026年3月1日', '2026-03-01'],
  ['２０２６－１０－３１', '2026-10-31'],
  ['2026-10-31 00:00:00', '2026-10-31'],
  ['2026-10-31T00:00:00.000Z', '2026-10-31'],
  [46326, '2026-10-31'],
  [46326.5, '2026-10-31'],
  [20261031, '2026-10-31'],
  [61, '1900-03-01'],
])('日期 %p', (cell, date) => {
  expect(readDate(cell)).toEqual({ ok: true, date });
});

test.each([
  '2026-02-30',
  '2026-13-01',
  '20260230',
  '10/31/2026',
  '46326',
  '去年',
  '2026-10',
  true,
  5,
  '0026-10-31',
])('不是日期 %p', (cell) => {
  expect(readDate(cell).ok).toBe(false);
});

test.each<[ColumnKey, Cell, string]>([
  ['data_date', '2026-11-22', '数据日期：2026-11-22 还没有到（今天是 2026-11-21）'],
  ['fpzp_entered_on', '2026-02-30', '防止返贫致贫对象纳入日期：“2026-02-30”：日历上没有 2026-02-30 这一天'],
  ['dibao', '可能', '低保对象：“可能”看不出是还是否：要写“是”或“否”，不知道就空着'],
  ['dibao', '无', '低保对象：“无”看不出是还是否：要写“是”或“否”，不知道就空着'],
  ['county', '500000', '区县代码：要写区县的6位代码，例如 500242；不写省、市的代码，也不写名字'],
  ['county', '酉阳', '区县代码：要写区县的6位代码，例如 500242；不写省、市的代码，也不写名字'],
  ['name', '=1+1', '姓名：这里是公式，不是值：请复制这一列，用“选择性粘贴 → 数值”贴回去'],
  ['name', '@SUM', '姓名：不能以 =、+、-、@ 开头：表格软件会把它当成公式'],
  ['village', { fault: 'formula' }, '村：这里是公式，不是值：请复制这一列，用“选择性粘贴 → 数值”贴回去'],
  ['village', { fault: 'merged', range: 'I5:I9' }, '村：单元格 I5:I9 是合并的：请取消合并，每一行都填上'],
  ['village', { fault: 'too_long' }, '村：这一格超过 10000 个字符，不像是表里的内容：请检查后改正'],
  ['phone', '021-12345678', '手机号：这像是座机号码。请填能收短信的手机号；不知道就空着'],
  [
    'id_number',
    '5.00242E+17',
    '证件号码：号码被表格软件改成了近似数，后几位已经丢了：请把这一列设成“文本”再重新填',
  ],
  [
    'id_number',
    500242199001019000,
    '证件号码：号码被表格软件改成了近似数，后几位已经丢了：请把这一列设成“文本”再重新填',
  ],
  [
    'id_number',
    'E12345678',
    '证件号码：这里不能用护照、通行证或旧版永久居留证的号码。可以用：居民身份证、港澳台居民居住证、18位的外国人永久居留身份证',
  ],
  ['id_kind', '外国人永久居留身份证', '证件类型：和证件号码不相符：号码是另一种证件的'],
  ['train_by_work_month_no', '两个月', '以工代训第几个月：“两个月”不是月数：要写 0 到 1200 的整数'],
  [
    'elimination_semester',
    '去年春季',
    '风险消除所在学期：“去年春季”不是学期：要写成 2023年春季 或 2023年秋季',
  ],
  ['source', '', '数据来源部门：不能空着'],
  [
    'fpzp_exited_on',
    '2026-01-01',
    '防止返贫致贫对象退出日期：写了防止返贫致贫对象退出日期，没有写防止返贫致贫对象纳入日期',
  ],
  ['guardian_id', GOOD.id_number as string, '监护人证件号：和本人的号码一样'],
])('%s 写 %p 退回', (key, cell, problem) => {
  expect(problemsOf({ [key]: cell })).toEqual([problem]);
});

test('退出早于纳入、否却有纳入日期、互相矛盾的都退回，一次说全', () => {
  expect(
    problemsOf({
      fpzp: '否',
      fpzp_entered_on: '2026-03-01',
      fpzp_exited_on: '2026-02-01',
      labour_capacity: '是',
      labour_grade: '无劳动力',
      eliminated_on: '2023-04-20',
      monitored_on: '2022-01-01',
      elimination_semester: '2023年秋季',
    }),
  ).toEqual([
    '防止返贫致贫对象退出日期：2026-02-01 早于防止返贫致贫对象纳入日期 2026-03-01',
    '防止返贫致贫对象：写了“否”，却有防止返贫致贫对象纳入日期；曾经是的也写“是”',
    '劳动力类别：和有劳动能力“是”互相矛盾',
    '风险消除所在学期：和风险消除日期 2023-04-20 不是同一个学期',
  ]);
});

test('命令行说的数据日期和区县补在空着的地方，别的区县退回', () => {
  const read = parseRow(
    { ...GOOD, data_date: null, county: null },
    { today: TODAY, dataDate: '2026-09-30', county: '500242' },
  );
  expect(read).toMatchObject({ ok: true, row: { data_date: '2026-09-30', county: '500242' } });
  expect(problemsOf({ county: '360425' }, { county: '500242' })).toEqual([
    '区县代码：不是 500242 的行：这次只导入这个区县（--county）',
  ]);
});

test('空着的写法都是不知道', () => {
  for (const blank of ['', ' ', '-', '—', '/', '不详', '不清楚', null])
    expect(rowOf({ dibao: blank })).not.toHaveProperty('dibao');
});

test('退回的理由里没有姓名、号码、手机', () => {
  const said = problemsOf({
    name: `=${'张三'}`,
    id_number: number('50024219900101999').slice(0, 17),
    phone: '1381234567',
  }).join();
  expect(said).not.toMatch(/张三|5002421990|138123/);
});

test('写出去再读回来一样：一百户样例，每一列', () => {
  const text = (row: RegisterRow) =>
    Object.fromEntries(
      COLUMN_KEYS.flatMap((key) =>
        row[key] === undefined ? [] : [[key, cellText(columnSpec(key), row[key])]],
      ),
    );
  for (const household of sampleHouseholds(100, { seed: 4, county: null, asOf: '2026-10-31' }))
    for (const row of household) expect(parseRow(text(row), { today: TODAY })).toEqual({ ok: true, row });
});

test('样例：同一个 seed 一样，换一个不一样；都以样例开头，号码不重复', () => {
  const make = (seed: number) =>
    [...sampleHouseholds(300, { seed, county: '500242', asOf: '2026-10-31' })].flat();
  const rows = make(1);
  expect(make(1)).toEqual(rows);
  expect(make(2)).not.toEqual(rows);
  expect(new Set(rows.map(({ id_number }) => id_number)).size).toBe(rows.length);
  expect(
    rows.every(({ name, phone = '160' }) => name.startsWith('样例') && String(phone).startsWith('160')),
  ).toBe(true);
  expect(rows.every(({ id_number }) => /^500242\d{8}9[0-9][0-7][\dX]$/.test(id_number))).toBe(true);
});
