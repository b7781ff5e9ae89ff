/** The policy folder itself, and that the check finds what can go wrong in it. */
import { execFileSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { createHttpServer } from '@/cloud/entry/http';
import { loadPolicyBook, PolicyError } from '@/cloud/policy-book/book';
import { compile, explain } from '@/domain/eligibility';
import { checkCases } from '../src/cli/policy-check/cases';
import { checkFiles } from '../src/cli/policy-check/files';
import { checkLinks } from '../src/cli/policy-check/links';
import { checkQuotes } from '../src/cli/policy-check/quotes';
import { book, POLICY_ROOT } from './book';
import { temporaryPolicy } from './temporary-policy';

const YX = 'regions/360425-yongxiu';
const problemsOf = (root: string) => {
  const files = checkFiles(root);
  if (files.length > 0) return files;
  const loaded = loadPolicyBook(root);
  return [...checkLinks(loaded), ...checkQuotes(loaded), ...checkCases(loaded).problems];
};

test('政策文件全部检查通过，每一项都有用例', () => {
  expect(problemsOf(POLICY_ROOT)).toEqual([]);
  expect(checkCases(book).count).toBeGreaterThan(1000);
});

test('重庆 40 项、永修 35 项', () => {
  const count = (prefix: string) => book.rules.benefits.filter(({ id }) => id.startsWith(prefix)).length;
  expect([count('cq-'), count('yx-')]).toEqual([40, 35]);
});

describe('检查能发现的错', () => {
  const policy = temporaryPolicy();
  const broken = (file: string, from: string, to: string) => {
    policy.change(file, from, to);
    const problems = problemsOf(policy.root);
    policy.change(file, to, from);
    return problems;
  };

  test.each([
    [
      '引文改了一个字',
      `${YX}/yx-transport-500.yaml`,
      'quote: 稳定就业三个月的',
      'quote: 稳定就业二个月的',
      'not in （三）',
    ],
    [
      '原文改了一个字',
      'documents/yongxiu-2021-75.yaml',
      '补助标准为500元/人',
      '补助标准为800元/人',
      'the text was changed',
    ],
    ['用例和规则不符', `${YX}/yx-transport-500.yaml`, 'gte: 3', 'gte: 4', 'status should be'],
    [
      '事实名写错',
      `${YX}/yx-transport-500.yaml`,
      'fact: stable_months',
      'fact: stabel_months',
      'unknown fact',
    ],
    ['多写了一个键', `${YX}/yx-transport-500.yaml`, 'kind: money', 'kind: money\ncolour: red', 'colour'],
    [
      '没有这个办事机构',
      `${YX}/yx-transport-500.yaml`,
      'office: employment-centre',
      'office: nobody',
      'no office nobody',
    ],
    ['没有这一条', `${YX}/yx-transport-500.yaml`, 'items: [（三）]', 'items: [（九十）]', 'no item （九十）'],
    ['两个二维码同名', 'regions/500000-chongqing/region.yaml', 'cq3Hb8Nz', 'cq9Xw4Rt', 'used twice'],
    [
      '少了到期第二天的用例',
      `${YX}/yx-transport-500.cases.yaml`,
      'as_of: "2026-01-01"',
      'as_of: "2026-01-02"',
      'no case on 2026-01-01',
    ],
    [
      '被不存在的项目取代',
      'regions/500000-chongqing/cq-pension-dibao.yaml',
      'superseded_by: cq-pension-full',
      'superseded_by: cq-nothing',
      'no benefit cq-nothing',
    ],
  ])('%s', (_title, file, from, to, why) => {
    const problems = broken(file, from, to);
    expect(problems.map(({ why: text }) => text).join('\n')).toContain(why);
  });

  test('坏的包不让服务器启动，并说出文件、行和原因', () => {
    policy.change(`${YX}/yx-transport-500.yaml`, 'kind: money', 'kind: gold');
    const start = () => createHttpServer({ policyRoot: policy.root });
    expect(start).toThrow(PolicyError);
    expect(start).toThrow(/yx-transport-500\.yaml:7: kind: /);
    policy.change(`${YX}/yx-transport-500.yaml`, 'kind: gold', 'kind: money');
  });

  test('YAML 写坏了，也说出第几行', () => {
    policy.change(`${YX}/yx-transport-500.yaml`, 'kind: money', 'kind: [money');
    expect(() => loadPolicyBook(policy.root)).toThrow(/yx-transport-500\.yaml:\d+: /);
    policy.change(`${YX}/yx-transport-500.yaml`, 'kind: [money', 'kind: money');
  });
});

describe('加一项、加一个县，只动数据', () => {
  const policy = temporaryPolicy();
  const benefit = (id: string, document: string, fact: string) => `id: ${id}
document: ${document}
items: [（三）]
title: 样例补贴
plain: 样例。
area: subsidies
kind: service
top: eligible
paid_to: null
clauses:
  - { text: 样例条件, quote: 就业, when: { fact: ${fact}, is: true } }
handler: { office: county-hr }
evidence: [none]
last_verified_on: "2026-11-21"
`;

  test('永修多一项', () => {
    policy.write(`${YX}/yx-sample.yaml`, benefit('yx-sample', 'yongxiu-2021-75', 'wants_out_work'));
    const rules = loadPolicyBook(policy.root).rules;
    const decisions = explain(compile(rules, '2023-04-20'), { home_county: '360425', wants_out_work: true });
    expect(decisions).toHaveLength(76);
    expect(decisions.find(({ benefit: id }) => id === 'yx-sample')).toMatchObject({
      status: 'eligible',
      cites: [{ item: '（三）' }],
    });
  });

  test('帮扶码问的是哪一群人，要在 terms.yaml 里', () => {
    policy.change('regions/360425-yongxiu/region.yaml', 'target_group: YXT', 'target_group: XXX');
    expect(() => loadPolicyBook(policy.root)).toThrow('target_group XXX');
    policy.change('regions/360425-yongxiu/region.yaml', 'target_group: XXX', 'target_group: YXT');
  });

  test('多一个县，和它自己的文件', () => {
    mkdirSync(path.join(policy.root, 'regions/360499-sample'));
    policy.write(
      'regions/360499-sample/region.yaml',
      `id: "360499"
slug: sample
name: 样例县
short_name: 样例
province: 江西省
pinyin: yanglixian
documents: [sample-2026-1]
owner: { name: 样例县人社局, source: 样例 }
hotlines: [{ number: "12333", name: 人社服务热线, about: 政策咨询 }]
offices: [{ id: county-hr, name: 样例县人社局, short_name: 县人社局, phone: null }]
units: [{ id: "360499", name: 样例县, short_name: 样例, pinyin: yanglixian, initials: ylx, code: "360499" }]
points: [{ token: sampleToken1, unit: "360499", name: 样例村, sample: true }]
`,
    );
    policy.write(
      'documents/sample-2026-1.yaml',
      `id: sample-2026-1
number: 样例〔2026〕1号
title: 样例
issuers: [样例县人社局]
issued_on: null
effective: { from: "2026-01-01", to: null }
jurisdiction: { prefix: "360499", text: 样例县 }
text_sha256: "${'0'.repeat(64)}"
items:
  - { key: （三）, label: （三）, title: 样例, chapter: null, text: 就业。 }
`,
    );
    policy.write('regions/360499-sample/sx-sample.yaml', benefit('sx-sample', 'sample-2026-1', 'employed'));
    const rules = loadPolicyBook(policy.root).rules;
    const ask = (home: string) =>
      explain(compile(rules, '2026-11-21'), { home_county: home, employed: true }).find(
        ({ benefit: id }) => id === 'sx-sample',
      );
    expect(ask('360499')).toMatchObject({
      status: 'eligible',
      cites: [{ document: '样例〔2026〕1号', item: '（三）' }],
    });
    expect(ask('360425')).toMatchObject({ status: 'not_eligible', reason: 'jurisdiction' });
  });

  test('命令行也能问到', () => {
    const line = JSON.stringify({
      id: 1,
      as_of: '2026-11-21',
      facts: { home_county: '360499', employed: true },
    });
    const output = execFileSync('npm', ['run', '-s', 'evaluate', '--', '-'], {
      input: `${line}\n`,
      env: { ...process.env, POLICY_ROOT: policy.root },
      encoding: 'utf8',
    });
    const { results } = JSON.parse(output) as { results: { benefit: string; status: string }[] };
    expect(results.find(({ benefit: id }) => id === 'sx-sample')?.status).toBe('eligible');
  });
});
