/** The service files themselves: what they rest on, what they ask, how they are found. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { loadPolicyBook } from '@/cloud/policy-book/book';
import { serviceBookOf } from '@/cloud/policy-book/services';
import {
  type Answer,
  answerOfFact,
  answersToKeep,
  factsSaid,
  filingProblems,
  findServices,
  type Service,
  type ServiceQuestion,
} from '@/domain/cases';
import { compile, derive, explain, type Facts } from '@/domain/eligibility';
import { SKILLS } from '@/domain/jobs';
import { STARTS } from '@/domain/jobs/card';
import { book, POLICY_ROOT } from './book';

const CQ = '500000';
const YX = '360425';
const { services } = book;
const each = services.map((service): [string, Service] => [service.id, service]);
const serviceOf = (id: string) => services.find((service) => service.id === id) as Service;

/** Everything a service shows, but for what another rule says under its own name. */
const wordsOf = (service: Service): string => {
  const { bundle, regions, ...rest } = service;
  const others = serviceOf('startup').bundle?.steps.flatMap((step) => step.others ?? []) ?? [];
  const own = Object.values(regions).map(({ notes = [], ...region }) => ({
    ...region,
    notes: notes.filter((note) => !others.some(({ text }) => note.includes(text))),
  }));
  const steps = bundle?.steps.map(({ others: _others, loan: _loan, ...step }) => step);
  return JSON.stringify({ ...rest, regions: own, steps: [service.steps, steps], id: '' });
};

describe('每个县都有的事项', () => {
  const BOTH = `find-work job-apply training-signup general-request hard-to-employ point-to-point public-post public-post-exit yulu workshop-subsidy
    startup favouritism not-in-register refusal-review register-correction unit-binding wage-complaint wage-arbitration`;
  test.each([
    [
      CQ,
      `${BOTH} cq-transport-claim cq-si-flexible cq-si-unit cq-graduate-jobseek cq-graduate-help cq-pension-check
      cq-outstation-help craftsman labour-agent`,
    ],
    [YX, `${BOTH} yx-transport-claim yx-train-by-work training-allowance`],
  ])('%s', (region, names) => {
    const ids = serviceBookOf(book, region).services.map(({ id }) => id);
    const whole = ids.filter((id) => !serviceOf(id).step_of);
    expect([...whole].sort()).toEqual(names.split(/\s+/).sort());
  });
});

describe.each(each)('%s', (_id, service) => {
  test('引的条款、项目、机构都在', () => {
    for (const [id, { document, items, benefits = [], office }] of Object.entries(service.regions)) {
      const region = book.regions.find((one) => one.region.id === id);
      const keys = book.documents.find((one) => one.id === document)?.items.map(({ key }) => key);
      expect(keys).toEqual(expect.arrayContaining([...items]));
      expect(region?.benefits.map((benefit) => benefit.id)).toEqual(expect.arrayContaining([...benefits]));
      expect(region?.region.offices.map((one) => one.id)).toContain(office);
    }
  });

  test('不说文件没有写的钱数', () => {
    const percents = service.id === 'cq-pension-check' ? ['70%', '70%'] : [];
    expect(wordsOf(service).match(/\d+\s*[%％]/g) ?? []).toEqual(percents);
    expect(wordsOf(service)).not.toMatch(/[\d〇一二三四五六七八九十百千万]+\s*元/);
  });

  test('应聘会的几样，就是名片上的那几样；单位看不到帮扶类别', () => {
    if (service.about === undefined) return;
    const { questions } = service;
    const skills = questions.find(({ id }) => id === 'skills')?.options;
    expect(Object.fromEntries((skills ?? []).map(({ value, label }) => [value, label]))).toEqual(SKILLS);
    const start = questions.find(({ id }) => id === 'start')?.options;
    expect(Object.fromEntries((start ?? []).map(({ value, label }) => [value, label]))).toEqual(STARTS);
    expect(questions.map(({ id }) => id).sort()).toEqual(
      'certificates county employer job name phone posting skills start words'.split(' '),
    );
  });

  test('不问收入，不要身份证照片', () => {
    const asked = service.questions.map(({ title, label }) => title + label).join('\n');
    expect(asked).not.toMatch(/收入|存款|家产/);
    expect(service.evidence.map(({ title }) => title).join('\n')).not.toMatch(/身份证|户口/);
  });

  test('钱不给本人的，第一眼就说', () => {
    const paidTo = Object.values(service.regions).flatMap(({ benefits = [] }) =>
      book.rules.benefits
        .filter(({ id, kind }) => benefits.includes(id) && kind === 'money')
        .map((one) => one.paid_to),
    );
    if (paidTo.some((to) => to === 'employer' || to === 'provider'))
      expect(service.plain).toMatch(/钱发给.+，不发给/);
  });

  test('时限没有文件作依据的，说是经办机构自己定的', () => {
    for (const { basis, note } of Object.values(service.workflow.limits))
      if (basis === 'office') expect(note).toContain('经办机构自己定');
  });

  test('最多问8题（讨薪要写法律要的那些，创业一张表是好几件事），全部填完就能提交', () => {
    for (const answers of filled(service)) {
      const known = { answers, facts: {} };
      const kept = answersToKeep(service, known);
      expect(Object.keys(kept).length).toBeLessThanOrEqual(mostOf(service));
      const files = Object.fromEntries(service.evidence.map(({ id, min }) => [id, min]));
      expect(filingProblems(service, known, files, '2026-11-22')).toEqual([]);
    }
  });
});

const MOST: Readonly<Partial<Record<Service['area'], number>>> = { arrears: 50, startup: 20 };

/** An application asks nothing: it is the card, and which posting. */
const mostOf = ({ about, area }: Service): number => (about ? 10 : (MOST[area] ?? 8));

const SAMPLE: Readonly<Record<string, Answer>> = {
  text: '样例',
  long_text: '样例',
  number: 2,
  money: 100,
  date: '2026-11-22',
  month: '2021-10',
  semester: '2026A',
  county: '500242',
  phone: '13800000001',
  name: '样例张三',
  id_number: '500242198804129993',
  bank_account: '6222020000000000000',
  credit_code: '9144030071526726XG',
  list: ['样例李四'],
};

/** A service filled in: once for every way its choices can lead. */
function filled({ questions }: Service): Record<string, Answer>[] {
  const choices = ({ kind, options = [] }: ServiceQuestion): Answer[] => {
    if (kind === 'yes_no') return [true, false];
    if (kind === 'choice') return options.map(({ value }) => value);
    if (kind === 'many') return options.map(({ value }) => [value]);
    return [SAMPLE[kind] as Answer];
  };
  const leading = questions.filter(({ id }) => JSON.stringify(questions).includes(`{"answer":"${id}"`));
  return leading.reduce<Record<string, Answer>[]>(
    (all, question) =>
      all.flatMap((one) => choices(question).map((answer) => ({ ...one, [question.id]: answer }))),
    [Object.fromEntries(questions.map((question) => [question.id, choices(question)[0] as Answer]))],
  );
}

describe('用平常的话找得到', () => {
  test.each([
    [CQ, '找活干', 'find-work'],
    [CQ, '没活干了', 'find-work'],
    [CQ, '娃儿上学', 'yulu'],
    [CQ, '孩子读中专有钱没得', 'yulu'],
    [CQ, '车票钱', 'cq-transport-claim'],
    [YX, '车票钱', 'yx-transport-claim'],
    [YX, '外省打工 路费', 'yx-transport-claim'],
    [CQ, '学手艺', 'training-signup'],
    [YX, '培训生活费', 'training-allowance'],
    [CQ, '村里扫地的活', 'public-post'],
    [CQ, '公益岗', 'public-post'],
    [CQ, '自己交社保', 'cq-si-flexible'],
    [CQ, '养老保险代缴', 'cq-pension-check'],
    [CQ, '大学生毕业补贴', 'cq-graduate-jobseek'],
    [CQ, '就业见习', 'cq-graduate-help'],
    [YX, '年纪大了没人要', 'hard-to-employ'],
    [CQ, '包车', 'point-to-point'],
    [CQ, '带徒弟', 'craftsman'],
    [CQ, '劳务公司', 'labour-agent'],
    [CQ, '租房', 'cq-outstation-help'],
    [YX, '台账写错了', 'register-correction'],
    [YX, '名单上没有我', 'not-in-register'],
    [CQ, '不给办凭什么', 'refusal-review'],
    [YX, '走后门', 'favouritism'],
    [CQ, '补贴拖着不发', 'favouritism'],
    [YX, '车间 补助', 'workshop-subsidy'],
    [CQ, '单位 社保补贴', 'cq-si-unit'],
    [YX, '以工代训', 'yx-train-by-work'],
    [CQ, '营业执照', 'unit-binding'],
    [YX, '有困难想问一问', 'general-request'],
    [CQ, '讨薪', 'wage-complaint'],
    [YX, '欠薪', 'wage-complaint'],
    [CQ, '老板不给钱', 'wage-complaint'],
    [YX, '老板跑了', 'wage-complaint'],
    [CQ, '工钱拿不到', 'wage-complaint'],
    [CQ, '劳动仲裁', 'wage-arbitration'],
    [YX, '告老板', 'wage-arbitration'],
    [CQ, '想开个小店', 'startup'],
    [CQ, '创业贷款', 'startup'],
    [YX, '返乡创业', 'startup'],
  ])('%s %s', (region, query, first) => {
    expect(findServices(serviceBookOf(book, region).services, query)[0]?.id).toBe(first);
  });
});

/** What the register says of somebody on the list. */
const LISTED: Readonly<Record<string, Facts>> = {
  [CQ]: { home_county: '500242', fpzp: true, exit_completed: false },
  [YX]: { home_county: YX, poverty_alleviated: true, household_monitored_ever: false },
};

describe('问的正好够判断', () => {
  const decide = (id: string, region: string, day: string, answers: Record<string, Answer>, facts: Facts) => {
    const service = serviceOf(id);
    const known = { ...LISTED[region], ...facts, ...factsSaid(service, answers) };
    const decisions = explain(compile(book.rules, day), derive(known, day));
    return (service.regions[region]?.benefits ?? []).map((benefit) => {
      const decision = decisions.find((one) => one.benefit === benefit);
      return [decision?.reason ?? decision?.status, decision?.amount?.fen ?? null];
    });
  };
  const away = { work_county: '330203', since: '2023-01-05', paid_this_year: false };

  test.each<[string, string, string, string, Record<string, Answer>, Facts, unknown[]]>([
    ['永修交通补助，执行期内', 'yx-transport-claim', YX, '2023-04-20', away, {}, [['eligible', 50000]]],
    ['永修交通补助，今天', 'yx-transport-claim', YX, '2026-11-22', away, {}, [['expired', null]]],
    [
      '重庆交通补助，没有钱数',
      'cq-transport-claim',
      CQ,
      '2026-11-22',
      { work_county: '500101' },
      {},
      [['in_scope', null]],
    ],
    ['培训补贴', 'training-allowance', YX, '2023-04-20', { in_training: true }, {}, [['in_scope', null]]],
    [
      '灵活就业社保',
      'cq-si-flexible',
      CQ,
      '2026-11-22',
      { work_form: 'self' },
      { hard_to_employ: true },
      [['in_scope', null]],
    ],
    [
      '上班的人不算灵活就业',
      'cq-si-flexible',
      CQ,
      '2026-11-22',
      { work_form: 'unit' },
      { hard_to_employ: true },
      [['condition', null]],
    ],
    [
      '公益性岗位',
      'public-post',
      CQ,
      '2026-11-22',
      { labour_capacity: true, employed: false },
      {},
      [['in_scope', null]],
    ],
    [
      '在单位上班的',
      'public-post',
      CQ,
      '2026-11-22',
      { labour_capacity: true, employed: true, work_form: 'unit' },
      {},
      [['condition', null]],
    ],
    ['求职补贴', 'cq-graduate-jobseek', CQ, '2026-11-22', {}, {}, [['in_scope', null]]],
    ['点对点', 'point-to-point', CQ, '2026-11-22', { labour_capacity: true }, {}, [['eligible', null]]],
    ['永修点对点', 'point-to-point', YX, '2023-04-20', {}, {}, [['eligible', null]]],
    ['重庆雨露计划', 'yulu', CQ, '2026-11-22', { level: 'technical' }, {}, [['in_scope', null]]],
    ['读普通高中的', 'yulu', CQ, '2026-11-22', { level: 'general' }, {}, [['condition', null]]],
    [
      '永修雨露计划，脱贫户',
      'yulu',
      YX,
      '2023-04-20',
      { level: 'secondary', semester: '2023S' },
      {},
      [
        ['condition', null],
        ['in_scope', null],
      ],
    ],
    ['劳务经纪人', 'labour-agent', CQ, '2026-11-22', {}, {}, [['in_scope', null]]],
    [
      '单位交职工养老的',
      'cq-pension-check',
      CQ,
      '2026-11-22',
      { insurance: 'employee' },
      { tekun: true, dibao: false, severe_disabled: false },
      [
        ['condition', null],
        ['condition', null],
        ['condition', null],
      ],
    ],
  ])('%s', (_title, id, region, day, answers, facts, expected) => {
    expect(decide(id, region, day, answers, facts)).toEqual(expected);
  });
});

test.each<[string, string, string | boolean, Answer | undefined]>([
  ['public-post', 'employed', false, false],
  ['public-post', 'work_form', 'workshop', 'workshop'],
  ['public-post', 'work_form', 'student', undefined],
  ['yx-transport-claim', 'work_county', '330203', '330203'],
  ['cq-pension-check', 'insurance', false, 'employee'],
  ['cq-pension-check', 'insurance', true, undefined],
  ['yulu', 'level', true, undefined],
])('台账里知道的，只有一种意思才替人填好：%s %s %s', (id, question, value, answer) => {
  const asked = serviceOf(id).questions.find((one) => one.id === question) as ServiceQuestion;
  expect(answerOfFact(asked, value)).toBe(answer);
});

test('讨薪：进展说的阶段、期限都在法律的表里；没说算正式的地方按预申请，说的话也是预申请', () => {
  const stages = book.law.stages.map(({ id }) => id);
  for (const id of ['wage-complaint', 'wage-arbitration']) {
    const { workflow } = serviceOf(id);
    for (const { stage } of workflow.milestones ?? []) if (stage) expect(stages).toContain(stage);
    for (const limit of Object.values(workflow.limits)) {
      expect(limit.span).toMatch(/\d+(个工作日|天)/);
      expect(limit.item).toMatch(/\d/);
    }
    for (const region of [CQ, YX]) {
      const service = serviceBookOf(book, region).services.find((one) => one.id === id);
      expect(service?.effect).toMatchObject({
        kind: 'pre_application',
        text: expect.stringContaining('预申请'),
      });
      const formal = {
        ...book,
        regions: book.regions.map((one) => ({
          ...one,
          region: {
            ...one.region,
            wages: { ...one.region.wages, complaint: 'formal', arbitration: 'formal' },
          },
        })),
      } as typeof book;
      expect(serviceBookOf(formal, region).services.find((one) => one.id === id)?.effect.kind).toBe('claim');
    }
  }
});

describe('发给手机的', () => {
  test('只有这个地方的，这个地方的说明在前面', () => {
    const yulu = serviceBookOf(book, YX).services.find(({ id }) => id === 'yulu');
    expect(Object.keys(yulu?.regions ?? {})).toEqual([YX]);
    expect(yulu?.notes?.[0]).toContain('可视风险类别');
    expect(yulu?.notes).toEqual([
      ...(serviceOf('yulu').regions[YX]?.notes ?? []),
      ...(serviceOf('yulu').notes ?? []),
    ]);
    expect(JSON.stringify(serviceBookOf(book, YX))).not.toContain(CQ);
  });

  test('内容一样，指纹就一样，嵌进云函数也一样', () => {
    const embedded = JSON.parse(JSON.stringify(book)) as typeof book;
    for (const region of [CQ, YX])
      expect(serviceBookOf(embedded, region).hash).toBe(
        serviceBookOf(loadPolicyBook(POLICY_ROOT), region).hash,
      );
    expect(serviceBookOf(book, CQ).hash).not.toBe(serviceBookOf(book, YX).hash);
  });
});

test('docs/services.md 的表和文件一致', () => {
  const rows = readFileSync(path.join(__dirname, '../docs/services.md'), 'utf8')
    .split('\n')
    .filter((line) => line.startsWith('| `'));
  const office = (service: Service) =>
    Object.entries(service.regions).map(
      ([region, { items }]) => `${region === CQ ? '重庆' : '永修'}${items.join('')}`,
    );
  expect(rows).toEqual(
    services.map(
      (service) =>
        `| \`${service.id}\` | ${service.title} | ${service.applicant} | ${office(service).join('；')} |`,
    ),
  );
});
