import type { Paper } from './paper';
import { bytesOf, partsOf } from './paper-parts';

const row = (n: number) => [`2026-03-${n}`, '样例工地三号楼', `${n}元`];
const diary = (rows: number): Paper => ({
  name: '样例记工本',
  foot: '样例张三',
  blocks: [
    { kind: 'title', text: '记工本' },
    { kind: 'table', head: ['日期', '地点', '工钱'], rows: Array.from({ length: rows }, (_, n) => row(n)) },
    { kind: 'signature', label: '本人', png: null, date: '2026年6月30日' },
  ],
});
const rowsOf = (paper: Paper) =>
  paper.blocks.flatMap((block) => (block.kind === 'table' ? block.rows.map((one) => one.join()) : []));

test('字节按送出去的算', () => {
  for (const value of ['a', '样例', 'é', '𠮷', { 甲: ['乙\n'] }])
    expect(bytesOf(value)).toBe(Buffer.byteLength(JSON.stringify(value)));
});

test('放得下就一份，原样', () => {
  const paper = diary(5);
  expect(partsOf(paper, 60_000, 1500)).toEqual([paper]);
});

test.each([
  [1000, 10_000, 1500],
  [1000, 60_000, 1500],
  [4000, 300_000, 1500],
])('%s行，每份%s字节：一行不少，每份都放得下，都有表头', (count, max, maxRows) => {
  const paper = diary(count);
  const parts = partsOf(paper, max, maxRows);
  expect(parts.length).toBeGreaterThan(count > 1000 || max < 30_000 ? 1 : 0);
  expect(parts.flatMap(rowsOf)).toEqual(rowsOf(paper));
  for (const part of parts) {
    expect(bytesOf(part)).toBeLessThanOrEqual(max);
    expect(rowsOf(part).length).toBeLessThanOrEqual(maxRows);
  }
  expect(parts.at(-1)?.blocks.at(-1)?.kind).toBe('signature');
  expect(new Set(parts.map(({ name }) => name)).size).toBe(parts.length);
});

test('接在别的内容后面的表格先把这一份填满', () => {
  const [first] = partsOf(diary(300), 8000, 1500);
  expect(first?.blocks.map(({ kind }) => kind)).toEqual(['title', 'table']);
  expect(bytesOf(first)).toBeGreaterThan(6500);
});
