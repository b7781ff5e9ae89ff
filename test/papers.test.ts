/** The six papers of a wage matter: every field the law names, with full, half and no answers; broken files. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { loadPapers } from '@/cloud/policy-book/law-papers';
import { paper as paperSchema } from '@/contract/papers';
import type { Answers, ServiceQuestion } from '@/domain/cases';
import { idCheckDigit } from '@/domain/identity';
import type { Paper } from '@/domain/wages/paper';
import { PAPER_IDS, type PaperId } from '@/domain/wages/paper-template';
import { BLANK, filledPaper, type PaperExtra, respondentsOf } from '@/domain/wages/papers';
import { POLICY_ROOT } from './book';
import { temporaryPolicy } from './temporary-policy';

const templates = loadPapers(POLICY_ROOT);
const templateOf = (id: PaperId) => {
  const found = templates.find((template) => template.id === id);
  if (!found) throw new Error(id);
  return found;
};
const yaml = (file: string) => parse(readFileSync(path.join(POLICY_ROOT, file), 'utf8')) as unknown;
const questions = [
  ...(yaml('law/questions.yaml') as ServiceQuestion[]),
  ...(yaml('services/wage-arbitration.yaml') as { questions: ServiceQuestion[] }).questions.filter(
    ({ id }) => id,
  ),
];
const EXTRA: PaperExtra = { today: '2026-11-22', questions, place: '酉阳土家族苗族自治县' };
const NUMBER = `50024219880412002${idCheckDigit('50024219880412002')}`;

const FULL: Answers = {
  danger: ['id_card'],
  work_kind: 'site',
  still_working: false,
  left_on: '2026-06-30',
  filed_before: ['complaint'],
  iou: 'wages_only',
  owed_from: '2026-03',
  owed_to: '2026-06',
  owed_total: 1_850_000,
  pay_kind: 'day',
  pay_rate: 30_000,
  started_on: '2026-03-01',
  contract: false,
  employer_name: '样例劳务有限公司',
  employer_hint: '包工头样例王',
  employer_address: '样例区样例路1号',
  employer_phone: '13900000000',
  employer_rep: '样例王，经理',
  employer_state: ['no_licence'],
  site_name: '样例小区二期工地',
  contractor_name: '样例建工集团有限公司',
  developer_name: '样例置业有限公司',
  chain: ['subcontract', 'individual'],
  story: '干到六月底，老板说没钱。',
  name: '样例张三',
  id_number: NUMBER,
  address: '样例镇样例村3组',
  phone: '13800000000',
  claim_overtime: 120_000,
  evidence_note: '转账记录，自己手机里的',
  witnesses: ['样例李四，样例村'],
  ask_produce: true,
};
const HALF: Answers = {
  name: '样例张三',
  work_kind: null,
  employer_name: null,
  owed_total: 50_000,
  contract: null,
};

const textOf = (paper: Paper): string =>
  paper.blocks
    .map((block) => {
      if (block.kind === 'field') return `${block.label}：${block.text}`;
      if (block.kind === 'list') return block.items.join('\n');
      if (block.kind === 'table') return [block.head, ...block.rows].map((row) => row.join('|')).join('\n');
      if (block.kind === 'signature') return `${block.label}：${block.date}`;
      return block.kind === 'break' ? '' : block.text;
    })
    .join('\n');

const CLAIMANT = ['姓名', '性别', '年龄', '职业', '工作单位', '联系电话'];
const IDENTITY = ['出生日期', '身份证件号码', '住所', '通讯地址'];
const RESPONDENT = ['名称', '住所', '联系电话', '法定代表人或者主要负责人的姓名、职务'];
/** fields by their labels, headings as they stand */
const REQUIRED: Readonly<Record<PaperId, { fields: readonly string[]; says: readonly string[] }>> = {
  complaint: {
    fields: [...CLAIMANT, '住址', '名称', '住所或者地址', '法定代表人或者负责人的姓名、职务'],
    says: ['侵害的事实', '投诉请求', '第五十二条'],
  },
  arbitration: {
    fields: [...CLAIMANT, ...IDENTITY, ...RESPONDENT],
    says: [
      '仲裁请求',
      '哪段时间',
      '事实和理由',
      '证据来源',
      '证人的姓名和住所',
      '第五十二条',
      '份（按被申请人的人数）',
    ],
  },
  'evidence-list': { fields: ['提交人'], says: ['从哪里来', '证明什么', '请责令用人单位提供'] },
  proxy: { fields: ['姓名', '身份证件号码'], says: ['委托的事和权限', '受托人', '能不能替委托人'] },
  advance: { fields: [...CLAIMANT, ...IDENTITY], says: ['第四十四条', '可以不提供担保', '第五十二条'] },
  'payment-order': {
    fields: [...CLAIMANT, ...IDENTITY, '名称'],
    says: ['没有其他债务纠纷', '能够送达', '支付令', '第五十二条'],
  },
};

test('六份都在，各有用处和条文', () => {
  expect(templates.map(({ id }) => id)).toEqual([...PAPER_IDS]);
  for (const { use, cite, hand_in } of templates) {
    expect(use).not.toBe('');
    expect(cite.length * hand_in.length).toBeGreaterThan(0);
  }
});

describe.each(PAPER_IDS)('%s', (id) => {
  const { fields, says } = REQUIRED[id];

  test('都答了：该有的都有，除了要自己写进去的没有缺的', () => {
    const { paper, missing } = filledPaper(templateOf(id), FULL, EXTRA);
    const text = textOf(paper);
    for (const label of fields) expect(text).toContain(`${label}：`);
    for (const words of says) expect(text).toContain(words);
    expect(missing.filter(({ question }) => question !== null)).toEqual([]);
    expect(text).not.toMatch(/undefined|null|\{\{|\[object/);
    expect(paperSchema.safeParse(paper).error?.issues).toBeUndefined();
  });

  test.each([
    ['什么都没答', {}],
    ['答了一半', HALF],
  ])('%s：空着的是横线，不编，缺的说得出', (_, answers) => {
    const { paper, missing } = filledPaper(templateOf(id), answers, { ...EXTRA, place: null });
    const text = textOf(paper);
    for (const label of fields) expect(text).toContain(`${label}：`);
    expect(text).toContain(BLANK);
    expect(text).not.toMatch(/undefined|null|\{\{|NaN|没有签订|签订了|仍在那里|先行清偿/);
    const label = id === 'evidence-list' ? '对方' : id === 'proxy' ? '权限' : '性别';
    expect(missing.map((one) => one.label)).toContain(label);
    expect(paperSchema.safeParse(paper).error?.issues).toBeUndefined();
  });
});

describe('仲裁申请书', () => {
  const template = templateOf('arbitration');

  test('性别、出生、年龄从身份证号来', () => {
    const text = textOf(filledPaper(template, FULL, EXTRA).paper);
    expect(text).toContain('性别：女');
    expect(text).toContain('出生日期：1988年4月12日');
    expect(text).toContain('年龄：38岁');
    const wrong = { ...FULL, id_number: '500242198804120020' };
    expect(textOf(filledPaper(template, wrong, EXTRA).paper)).toContain(`性别：${BLANK}`);
  });

  test('请求一项一项写，各有金额', () => {
    const table = filledPaper(template, FULL, EXTRA).paper.blocks.find(({ kind }) => kind === 'table');
    expect(table).toMatchObject({
      rows: [
        ['拖欠的工资', '18,500元', '2026年3月至2026年6月', BLANK],
        ['加班费', '1,200元', BLANK, BLANK],
        ['', '', '', ''],
      ],
    });
  });

  test('被申请人：单位总在，总包、甲方、用工单位、出资人看情况；副本份数跟着变', () => {
    const keys = (answers: Answers) => respondentsOf(answers).map(({ key }) => key);
    expect(keys({})).toEqual(['employer']);
    expect(keys(FULL)).toEqual(['employer', 'contractor', 'developer', 'backer']);
    expect(keys({ work_kind: 'site', chain: ['individual'] })).toEqual(['employer', 'hirer']);
    expect(keys({ work_kind: 'dispatch', contractor_name: '样例旧答案' })).toEqual(['employer', 'user']);
    expect(textOf(filledPaper(template, FULL, EXTRA).paper)).toContain('副本 4 份');
    expect(textOf(filledPaper(template, {}, EXTRA).paper)).toContain('副本 1 份');
  });

  test('改过的字留着，原来的字也还在；补上了就不算缺', () => {
    const edits = { occupation: '木工', 'respondents.contractor.domicile': '样例区样例路2号' };
    const { paper, missing, original } = filledPaper(template, FULL, { ...EXTRA, edits });
    expect(textOf(paper)).toContain('职业：木工');
    expect(original).toEqual({ occupation: BLANK, 'respondents.contractor.domicile': BLANK });
    expect(missing.map(({ label }) => label)).not.toContain('职业');
    expect(missing.map(({ label }) => label)).not.toContain('共同被申请人（施工总承包单位）的住所');
    expect(missing.map(({ label }) => label)).toContain('共同被申请人（建设单位）的住所');
  });

  test('缺的东西，有题问的带着题', () => {
    const { missing } = filledPaper(template, {}, EXTRA);
    expect(missing.find(({ label }) => label === '姓名')?.question).toBe('name');
    for (const derived of ['性别', '出生日期', '年龄'])
      expect(missing.find(({ label }) => label === derived)?.question).toBe('id_number');
    expect(missing.find(({ label }) => label === '职业')?.question).toBeNull();
  });

  test('签了名带着那天的日子；代别人签的空着手签', () => {
    const signature = { png: 'AAAA', on: '2026-11-20' };
    const signed = filledPaper(templateOf('proxy'), FULL, { ...EXTRA, signature }).paper.blocks;
    expect(signed.filter(({ kind }) => kind === 'signature')).toEqual([
      { kind: 'signature', label: '委托人', png: 'AAAA', date: '2026年11月20日' },
      { kind: 'signature', label: '受托人', png: null, date: expect.stringContaining('年') },
    ]);
  });
});

test('支付令：有争议的不替人声明没有别的债', () => {
  for (const iou of ['disputed', 'none', null]) {
    const { paper, missing } = filledPaper(templateOf('payment-order'), { ...FULL, iou }, EXTRA);
    expect(textOf(paper)).not.toContain('没有其他债务纠纷');
    expect(missing.map(({ label }) => label)).toContain('与对方之间有没有其他债务纠纷');
  }
});

describe('写坏了的文件，说出哪个文件', () => {
  const policy = temporaryPolicy();
  const FILE = 'law/papers/proxy.yaml';
  const source = readFileSync(path.join(POLICY_ROOT, FILE), 'utf8');
  test.each([
    ['没有这一题', '"{{name}}"', '"{{nickname}}"', '{{nickname}}'],
    ['条件里没有这个选项', 'kind: title', 'kind: title\n    when: { answer: iou, in: [maybe] }', 'maybe'],
    ['条件里没有这一题', 'kind: title', 'kind: title\n    when: { answer: nothing, is: true }', 'nothing'],
    ['没有这部法', '调解仲裁法 24', '样例法 24', '样例法'],
    ['同一个名字用了两次', 'id: sex', 'id: name', 'taken twice'],
    ['名字和文件对不上', 'id: proxy', 'id: advance', 'file'],
    ['别的地方才有的格', '"{{phone}}"', '"{{respondent.phone}}"', 'respondent.phone'],
    ['多写了一个键', 'title: 授权委托书', 'title: 授权委托书\ncolour: red', 'colour'],
  ])('%s', (_, from, to, says) => {
    policy.change(FILE, from, to);
    expect(() => loadPapers(policy.root)).toThrow(says);
    expect(() => loadPapers(policy.root)).toThrow(FILE);
    policy.write(FILE, source);
  });
});
