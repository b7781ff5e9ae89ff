/** What can go wrong in a service file is refused, with the file, the line and the reason. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { loadPolicyBook } from '@/cloud/policy-book/book';
import { checkQuotes } from '../src/cli/policy-check/quotes';
import { POLICY_ROOT } from './book';
import { temporaryPolicy } from './temporary-policy';

describe('写坏了的文件，说出哪个文件、哪一行', () => {
  const policy = temporaryPolicy();
  const FILE = 'services/public-post.yaml';
  const source = readFileSync(path.join(POLICY_ROOT, FILE), 'utf8');
  const lineOf = (text: string) => source.slice(0, source.indexOf(text)).split('\n').length;
  const load = (from: string, to: string, file = FILE) => {
    const original = readFileSync(path.join(policy.root, file), 'utf8');
    policy.change(file, from, to);
    try {
      loadPolicyBook(policy.root);
      return '';
    } catch (error) {
      return (error as Error).message;
    } finally {
      policy.write(file, original);
    }
  };

  test.each([
    ['多写了一个键', 'area: jobs', 'colour: red\narea: jobs', 'colour'],
    ['没有这个地方', '"360425":', '"360499":', 'no such region'],
    [
      '别的地方的文件',
      'document: yongxiu-2021-75',
      'document: chongqing-2026-6',
      'is no document of this region',
    ],
    ['没有这一条', 'items: [（八）]', 'items: [（九十）]', 'no item （九十）'],
    ['没有这个项目', 'benefits: [cq-public-post]', 'benefits: [cq-nothing]', 'no benefit cq-nothing'],
    ['别的地方的项目', 'benefits: [cq-public-post]', 'benefits: [yx-job-push]', 'no benefit yx-job-push'],
    ['没有这个办事机构', 'office: township', 'office: nobody', 'no office nobody'],
    ['两题同名', 'id: has_relatives', 'id: wish', 'wish is used twice'],
    ['两个选项同值', 'value: care', 'value: upkeep', 'upkeep is used twice'],
    ['条件问的是后面的题', 'answer: employed,', 'answer: relatives,', 'relatives is no earlier question'],
    [
      '条件问法不对',
      '{ answer: employed, is: true }',
      '{ answer: employed, in: [yes] }',
      'cannot be asked of it',
    ],
    [
      '条件写错了键',
      '{ answer: employed, is: true }',
      '{ anser: employed, is: true }',
      'needs one of all, any',
    ],
    [
      '条件里两个问法',
      '{ answer: employed, is: true }',
      '{ answer: employed, is: true, in: [a] }',
      'one test',
    ],
    [
      '条件里没有的选项',
      '{ answer: has_relatives, is: true }',
      '{ answer: wish, in: [digging] }',
      'no option digging',
    ],
    [
      '条件里没有的事实',
      '{ answer: has_relatives, is: true }',
      '{ fact: employment_form, in: [chief] }',
      'employment_form must be',
    ],
    ['事实不是这一类', 'fact: employment_form', 'fact: employed', 'employed must be true, false'],
    ['这种题说不了这个事实', 'fact: employment_form', 'fact: stable_since', 'choice cannot say it'],
    [
      '提交就说的事实不对',
      'says: { employment_will: true }',
      'says: { employment_will: yes please }',
      'employment_will must be',
    ],
    ['又说又问', 'says: { employment_will: true }', 'says: { employed: false }', 'asks for employed as well'],
    ['发钱却没有发钱的时限', 'pays: false', 'pays: true', 'has a limit for paying'],
    [
      '文件里没有的时限',
      'accept: { work_days: 5, basis: office',
      'accept: { work_days: 5, basis: document, item: （十三）, quote: 五个工作日内',
      'not in （十三）: 五个工作日内',
    ],
    [
      '没有引文的时限',
      'accept: { work_days: 5, basis: office',
      'accept: { work_days: 5, basis: law',
      'needs item and quote',
    ],
    ['改名改到没有的题', 'version: 1', 'version: 2\nrenamed: { work: job }', 'no question job'],
    [
      '改的是今天还有的题',
      'version: 1',
      'version: 2\nrenamed: { wish: employed }',
      'wish is a question of today',
    ],
    ['不是文件名', 'id: public-post', 'id: public-job', "is not the file's name"],
  ])('%s', (_title, from, to, why) => {
    const message = load(from, to);
    expect(message).toContain(why);
    const line = Number(/^services\/public-post\.yaml:(\d+): /.exec(message)?.[1]);
    // a map begins on the line after its name
    expect([lineOf(from), lineOf(from) + 1]).toContain(line);
  });

  test.each([
    ['没有这种话', 'decision: 单位的答复', 'verdict: 单位的答复', 'verdict'],
    ['三个点里没有这一个', 'sent: 发给单位了', 'start: 发给单位了', 'start'],
    ['没有这一步', 'accept: 名片看过了，', 'accepted: 名片看过了，', 'accepted'],
    ['少说了一句', ', foot: 只说明名片发到了，不是录用。', '', 'foot'],
  ])('自己的话：%s', (_title, from, to, why) => {
    expect(load(from, to, 'services/job-apply.yaml')).toMatch(
      new RegExp(`^services/job-apply\\.yaml:\\d+: .*${why}`),
    );
  });

  test('行号正好是那一行', () => {
    expect(load('office: township', 'office: nobody')).toMatch(`${FILE}:${lineOf('office: township')}: `);
    expect(load('id: has_relatives', 'id: wish')).toMatch(`${FILE}:${lineOf('id: has_relatives')}: `);
  });

  test('同一个名字记的不是同一样东西', () => {
    const message = load('remember: bank_account', 'remember: phone', 'services/yulu.yaml');
    expect(message).toMatch(/^services\/.+\.yaml:\d+: phone is /);
  });

  test('引的话不在原文里', () => {
    policy.change('services/favouritism.yaml', '优亲厚友、拖欠补贴等现象', '优亲厚友和拖欠补贴等现象');
    const problems = checkQuotes(loadPolicyBook(policy.root));
    expect(problems).toEqual([
      { file: 'services/favouritism.yaml', why: expect.stringContaining('not in the document') },
    ]);
  });
});

describe('一件事写坏了的', () => {
  const policy = temporaryPolicy();
  const FILE = 'services/startup.yaml';
  const source = readFileSync(path.join(POLICY_ROOT, FILE), 'utf8');
  test.each([
    ['等的是后面的步骤', 'after: [site]', 'after: [loan]', 'loan is no earlier step'],
    ['两步同名', '    - id: tax\n', '    - id: site\n', 'site is used twice'],
    ['没有这道题', 'asks: [county, trade, name, phone]', 'asks: [county, nothing]', 'no question nothing'],
    ['没有这份材料', 'papers: [premises_proof, permit]', 'papers: [gold]', 'no paper gold'],
    ['没有这个办事机构', 'office: market', 'office: nobody', 'no office nobody'],
    ['引的话原文没有', 'quote: 探索集成创业培训', 'quote: 保证集成创业培训', 'not in （八）'],
    [
      '样例里的充作原文',
      '"500000": { office: market }',
      '"500000": { office: market, item: （八）, quote: 创业 }',
      'item and quote belong to what the document says',
    ],
    ['没有的选项', 'in: [certificate] }', 'in: [medal] }', 'no option medal'],
    ['多写了一个键', 'tells_licence: true', 'colour: red', 'colour'],
  ])('%s', (_title, from, to, says) => {
    policy.change(FILE, from, to);
    let message = '';
    try {
      loadPolicyBook(policy.root);
    } catch (error) {
      message = (error as Error).message;
    }
    policy.write(FILE, source);
    expect(message).toContain('startup.yaml');
    expect(message).toContain(says);
  });
});

describe('讨薪的写坏了的', () => {
  const policy = temporaryPolicy();
  const FILE = 'services/wage-complaint.yaml';
  const source = readFileSync(path.join(POLICY_ROOT, FILE), 'utf8');
  test.each([
    [
      '没有这道共用的题',
      '{ shared: danger }',
      '{ shared: dangers }',
      'law/questions.yaml has no such question',
    ],
    ['共用的题改了不许改的', '{ shared: danger }', '{ shared: danger, kind: text }', 'Unrecognized key'],
    ['没有这一行期限', 'rule: w-insp-accept', 'rule: w-insp-soon', 'law/deadlines.yaml has no such row'],
    ['期限又写天数', '{ rule: w-insp-accept }', '{ rule: w-insp-accept, work_days: 5 }', 'work_days'],
    ['没有这个优先的项目', 'green: cq-arrears-priority', 'green: cq-nothing', 'no benefit cq-nothing'],
    ['没有这种提交', 'filing: complaint', 'filing: petition', 'filing'],
    ['两步进展同名', '- id: docketed', '- id: received', 'received is used twice'],
    ['没有这个时刻', 'moment: complaint_filed', 'moment: complaint_sent', 'moment'],
    ['没有这个状态', 'from: [accepted, review]', 'from: [accepted, sleeping]', 'from'],
  ])('%s', (_title, from, to, says) => {
    policy.change(FILE, from, to);
    let message = '';
    try {
      loadPolicyBook(policy.root);
    } catch (error) {
      message = (error as Error).message;
    }
    policy.write(FILE, source);
    expect(message).toContain('wage-complaint.yaml');
    expect(message).toContain(says);
  });
});
