/** What can go wrong in the files of the law is refused, with the file, the line and the reason. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { loadCalendars } from '@/cloud/policy-book/calendars';
import { loadLaw } from '@/cloud/policy-book/law';
import { checkFiles } from '../src/cli/policy-check/files';
import { temporaryPolicy } from './temporary-policy';

const policy = temporaryPolicy();
const calendar = loadCalendars(policy.root);

function wrong(name: string, from: string, to: string) {
  const file = `law/${name}.yaml`;
  const original = readFileSync(path.join(policy.root, file), 'utf8');
  policy.change(file, from, to);
  try {
    loadLaw(policy.root, calendar);
    return { message: '', line: 0, wanted: 0 };
  } catch (error) {
    const { message } = error as Error;
    const line = Number(new RegExp(`^law/${name}\\.yaml:(\\d+): `).exec(message)?.[1]);
    return { message, line, wanted: original.slice(0, original.indexOf(from)).split('\n').length };
  } finally {
    policy.write(file, original);
  }
}

test.each([
  [
    '没有这部法律',
    'deadlines',
    '[劳动保障监察条例 20]',
    '[劳动监察法 20]',
    'statutes.yaml has no 劳动监察法',
  ],
  ['没有这一条', 'deadlines', '[劳动保障监察条例 20]', '[劳动保障监察条例 99]', 'articles.yaml has no'],
  ['依据没有写', 'payers', 'cite: [保障农民工工资支付条例 37]', 'cite: []', 'cite'],
  [
    '依据写法不对',
    'payers',
    '[保障农民工工资支付条例 37]',
    '[保障农民工工资支付条例37]',
    'a law by its short name',
  ],
  ['两行同名', 'deadlines', 'id: w-insp-accept', 'id: w-insp-lookback', 'w-insp-lookback is used twice'],
  ['两部法律同名', 'statutes', 'short: 办案规则', 'short: 调解仲裁法', '调解仲裁法 is used twice'],
  ['一条写两遍', 'articles', 'article: "6"', 'article: "2"', 'mediation-arbitration 2 stands twice'],
  ['条文的法律不在', 'articles', 'statute: civil-code', 'statute: code', 'statutes.yaml has no code'],
  ['多写了一个键', 'deadlines', '  by: worker\n', '  colour: red\n  by: worker\n', 'colour'],
  ['没有这种事', 'deadlines', 'trigger: violation_ended', 'trigger: violation_over', 'trigger'],
  [
    '工作日不顺延',
    'deadlines',
    '{ n: 5, unit: WD }',
    '{ n: 5, unit: WD, roll: true }',
    'never ends on a holiday',
  ],
  [
    '只有工作日往前数',
    'deadlines',
    '{ n: 2, unit: Y }',
    '{ n: 2, unit: Y, back: true }',
    'only working days',
  ],
  ['没有起算却重新算', 'deadlines', 'trigger: complaint_filed', 'trigger: null', 'neither restarted nor met'],
  [
    '条件问没有的题',
    'notes',
    '{ answer: danger, in: [threat] }',
    '{ answer: peril, in: [threat] }',
    'peril is no earlier question',
  ],
  [
    '条件里没有的选项',
    'payers',
    'in: [subcontract]',
    'in: [subsubcontract]',
    'chain has no option subsubcontract',
  ],
  [
    '条件问法不对',
    'payers',
    '{ answer: dispatch_licence, is: false }',
    '{ answer: dispatch_licence, in: [no] }',
    'cannot be asked of it',
  ],
  ['没有这条路', 'tracks', 'shuts: [complaint]', 'shuts: [complain]', 'shuts'],
  [
    '关上别的路不说为什么',
    'tracks',
    '  shuts_why: 先申请了仲裁，劳动监察就只能让您回到仲裁这条路。\n',
    '',
    'shuts another says why',
  ],
  [
    '会关的路不说为什么',
    'tracks',
    '  closed_why: 只是欠薪的，公安不直接管，先找劳动监察。\n',
    '',
    'can be closed says why',
  ],
  [
    '最后一条建议有条件',
    'advice',
    '- id: complaint-first\n',
    '- id: complaint-first\n  when: { answer: danger, in: [none] }\n',
    'the last row',
  ],
  ['中间一条建议没有条件', 'advice', '  when: { answer: danger, in: [child] }\n', '', 'the last row'],
  ['给名字的题不在', 'payers', 'name_from: user_name', 'name_from: users_name', 'users_name is no question'],
  [
    '没有这个期限',
    'pay',
    'limits: [w-insp-penalty]',
    'limits: [w-insp-fine]',
    'there is no deadline w-insp-fine',
  ],
  ['地方要六位码', 'pay', 'region: "360425"', 'region: "3604"', 'a 6-digit code'],
])('%s', (_title, name, from, to, why) => {
  const { message, line, wanted } = wrong(name, from, to);
  expect(message).toContain(why);
  // said of the row, of the list or of the value itself
  expect(line).toBeGreaterThan(0);
  expect(Math.abs(line - wanted)).toBeLessThanOrEqual(20);
});

test('行号正好是那一行', () => {
  const cite = wrong('deadlines', '[劳动保障监察条例 20]', '[劳动保障监察条例 99]');
  expect(cite.line).toBe(cite.wanted);
  const option = wrong('payers', 'in: [subcontract]', 'in: [subsubcontract]');
  expect(option.line).toBe(option.wanted);
});

test('印出来的纸也不能引没有的条文', () => {
  const file = 'law/papers/complaint.yaml';
  const original = readFileSync(path.join(policy.root, file), 'utf8');
  policy.change(file, '[劳动保障监察条例 9,', '[劳动保障监察条例 99,');
  expect(() => loadLaw(policy.root, calendar)).toThrow('law/papers/complaint.yaml:');
  expect(() => loadLaw(policy.root, calendar)).toThrow('articles.yaml has no 劳动保障监察条例 99');
  policy.write(file, original);
});

test('policy check 把每个写坏的文件都列出来', () => {
  policy.change('law/notes.yaml', 'tone: danger', 'tone: loud');
  policy.change('law/bodies.yaml', 'place: workplace', 'place: home');
  expect(checkFiles(policy.root).map(({ file }) => file.replace(/:\d+$/, ''))).toEqual([
    'law/notes.yaml',
    'law/bodies.yaml',
  ]);
});
