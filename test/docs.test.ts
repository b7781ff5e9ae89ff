/** Documentation that would lie if it were not compared with the code. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { FACT_IDS, factSpec } from '@/domain/eligibility';

const ROOT = path.join(__dirname, '..');
const read = (file: string) => readFileSync(path.join(ROOT, file), 'utf8');

test('docs/facts.md 和事实目录一致', () => {
  const rows = read('docs/facts.md')
    .split('\n')
    .filter((line) => line.startsWith('| ') && !line.startsWith('| id '))
    .map((line) => line.split('|').map((cell) => cell.trim()));
  expect(rows.map(([, id]) => id)).toEqual(FACT_IDS);
  for (const [, id, , label] of rows)
    expect([id, label]).toEqual([id, factSpec(id as (typeof FACT_IDS)[number]).label]);
});

test('每个决定都在目录里', () => {
  const index = read('docs/adr/README.md');
  const files = readdirSync(path.join(ROOT, 'docs/adr')).filter((name) => /^\d{4}-/.test(name));
  expect(files.filter((name) => !index.includes(name))).toEqual([]);
});

test('文档里的链接都指得到', () => {
  const files = [
    'README.md',
    ...readdirSync(path.join(ROOT, 'docs/adr')).map((name) => `docs/adr/${name}`),
    ...readdirSync(path.join(ROOT, 'docs')).flatMap((name) => (name.endsWith('.md') ? [`docs/${name}`] : [])),
  ];
  const dead = files.flatMap((file) =>
    [...read(file).matchAll(/\]\(([^)#:]+)\)|src="([^":]+)"/g)]
      .map(([, link, source]) => (link ?? source) as string)
      .filter((link) => !existsSync(path.resolve(ROOT, path.dirname(file), link)))
      .map((link) => `${file} → ${link}`),
  );
  expect(dead).toEqual([]);
});
