/** docs/jobs.md would lie if it were not compared with the columns and the rules. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { HOLD_RULES } from '@/domain/jobs/hold-rules';
import { INCOMING_KEYS, incomingOf, incomingSpec, readIncoming } from '@/domain/jobs/incoming';
import { RECORD_KEYS, readRecord, recordSpec } from '@/domain/jobs/record-file';
import { lineOf, recordLineOf } from './jobs-doc';

const DOC = readFileSync(path.join(__dirname, '../docs/jobs.md'), 'utf8');
const rowsOf = (columns: number) =>
  DOC.split('\n').filter((line) => line.startsWith('| ') && line.split('|').length === columns + 2);

test('docs/jobs.md 的列和目录一致', () => {
  expect(rowsOf(5).slice(1)).toEqual(INCOMING_KEYS.map((key) => lineOf(incomingSpec(key))));
});

test('扣下的都写在文档里，依据也是', () => {
  const rows = rowsOf(2);
  for (const { why, law } of HOLD_RULES) expect(rows).toContain(`| ${why} | ${law} |`);
});

test('每个表头、别名和键只指一列', () => {
  for (const key of INCOMING_KEYS)
    for (const name of [incomingSpec(key).header, ...incomingSpec(key).aliases, key])
      expect([name, incomingOf(name)]).toEqual([name, key]);
});

test('每一列的例子读得进去', () => {
  const cells = Object.fromEntries(INCOMING_KEYS.map((key) => [key, incomingSpec(key).example]));
  const { pieces_per_day, ...month } = cells;
  expect(readIncoming({ ...month, pay_unit: '月' }, '2026-11-22')).toMatchObject({ ok: true });
  expect(
    readIncoming({ ...month, pay_unit: '件', pay_from: '3', pay_to: '5', pieces_per_day }, '2026-11-22'),
  ).toMatchObject({
    ok: true,
    row: { pay: { from_fen: 300, to_fen: 500, unit: 'piece', pieces_per_day: 120 } },
  });
});

test('一个词只指一个选项', () => {
  for (const key of INCOMING_KEYS) {
    const words = (incomingSpec(key).choices ?? []).flatMap(({ label, aliases = [] }) => [label, ...aliases]);
    expect([key, words.filter((word, at) => words.indexOf(word) !== at)]).toEqual([key, []]);
  }
});

test('欠薪公布的列写在文档里，例子读得进去', () => {
  const lines = RECORD_KEYS.map((key) => recordLineOf(recordSpec(key)));
  const from = DOC.indexOf(lines[0] ?? '');
  expect(DOC.slice(from).split('\n').slice(0, lines.length)).toEqual(lines);
  const cells = Object.fromEntries(RECORD_KEYS.map((key) => [key, recordSpec(key).example]));
  expect(readRecord(cells, '2026-11-22')).toMatchObject({ ok: true, row: { kind: 'decision' } });
});
