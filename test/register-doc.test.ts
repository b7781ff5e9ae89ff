/** docs/register.md would lie if it were not compared with the catalogue of columns. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { factSpec } from '@/domain/eligibility';
import {
  CHANGE_HEADERS,
  CHANGE_WORDS,
  COLUMN_KEYS,
  type ColumnSpec,
  type ColumnType,
  columnOf,
  columnSpec,
} from '@/domain/register';

const read = (file: string) => readFileSync(path.join(__dirname, '..', file), 'utf8');
const DOC = read('docs/register.md');

const TYPES: Readonly<Record<ColumnType, string>> = {
  text: '文字，最多100字',
  id: '18位证件号码',
  phone: '11位手机号',
  county: '6位代码',
  choice: '',
  date: '日期',
  yes_no: '是、否',
  count: '0 以上的整数',
  semester: '2023年春季、2023年秋季',
};

const accepted = ({ type, choices }: ColumnSpec) =>
  choices ? choices.map(({ label }) => label).join('、') : TYPES[type];

/** One line of the document's table. */
const line = (spec: ColumnSpec): string =>
  `| ${[
    spec.required ? `**${spec.header}**` : spec.header,
    spec.aliases.join('、'),
    accepted(spec),
    spec.meaning,
    spec.facts.join(', '),
    spec.example,
  ].join(' | ')} |`;

test('docs/register.md 的列和目录一致', () => {
  const lines = DOC.split('\n').filter((text) => text.startsWith('| ') && text.split('|').length === 8);
  expect(lines.slice(1)).toEqual(COLUMN_KEYS.map((key) => line(columnSpec(key))));
});

test('变动清单的列和词都写在文档里', () => {
  for (const word of [...CHANGE_HEADERS, ...Object.values(CHANGE_WORDS)])
    expect(DOC).toContain(`\`${word}\``);
});

test('每个表头和别名只指一列', () => {
  for (const key of COLUMN_KEYS)
    for (const name of [columnSpec(key).header, ...columnSpec(key).aliases])
      expect([name, columnOf(name)]).toEqual([name, key]);
});

test('每一列或者回答事实，或者是词汇表里的词', () => {
  const glossary = read('docs/glossary.md');
  for (const key of COLUMN_KEYS) {
    const { facts, term } = columnSpec(key);
    if (term) expect(glossary).toContain(`| ${term} |`);
    else expect([key, facts.length > 0]).toEqual([key, true]);
  }
});

test('台账只回答台账可以回答的事实', () => {
  const facts = COLUMN_KEYS.flatMap((key) => columnSpec(key).facts);
  expect(facts.filter((fact) => !factSpec(fact).sources.includes('register'))).toEqual([]);
});
