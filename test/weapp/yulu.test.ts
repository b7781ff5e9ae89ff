/** @jest-environment-options {"customExportConditions": ["node"]} */
import type { Facts } from '@/domain/eligibility';
import { closeAll, IN_YONGXIU, keptBy, openApp, phoneWith } from './phone';
import { dataOf, type Simulator } from './simulator';

afterEach(closeAll);

const YULU = '/packages/students/yulu/index';
const MONITORED: Facts = {
  home_county: '360425',
  household_monitored_ever: true,
  vocational_student: true,
  elimination_semester: '2023S',
};

/** The page as of a day: the day is chosen in the list, as a person does. */
async function yuluOn(day: string, facts: Facts): Promise<Simulator> {
  const app = await openApp({ storage: phoneWith(facts, IN_YONGXIU), url: '/packages/benefits/list/index' });
  await app.see('已到期');
  await app.pickDay(day);
  await app.see('回到今天');
  await app.visit(YULU);
  await app.tap('满了');
  await app.see('2021年春季学期开始纳入');
  return app;
}

/** Every cell of the picture as it is read out: 2021年春季学期，在范围内 */
const cells = (app: Simulator): Record<string, string> => {
  const names = app.controls().map((control) => String(dataOf(control).ariaLabel));
  const found = names.map((name) => /^(\d{4}年.季)学期，(.+)$/.exec(name)).filter((match) => match !== null);
  return Object.fromEntries(found.map(([, semester = '', word = '']) => [semester, word]));
};

test('没有满 14 周岁：要监护人确认才往下走，年龄不留下', async () => {
  const app = await openApp({ storage: phoneWith({}, IN_YONGXIU), url: YULU });
  await app.see('学生满 14 周岁了吗？');
  expect(app.text).not.toContain('学期');
  await app.tap('还没有满，没有满 14 周岁的，要由监护人（父母等）来查。');
  await app.see('我是孩子的监护人，由我来查');
  expect(app.text).not.toContain('学期');
  // public books say nothing of anybody
  const personal = () => [...app.storage.keys()].filter((key) => !/:(pack|services|document)/.test(key));
  const before = personal();
  await app.tap('我是孩子的监护人，由我来查');
  await app.see('春季学期', '秋季学期');
  expect(personal()).toEqual(before);
  expect(keptBy(app.storage, 'answers')).toEqual({ facts: {}, skipped: [], history: [] });
});

test('图上看得出：2021年春季开始，2023年春季消除风险，下一学期起停', async () => {
  const app = await yuluOn('2023-10-15', MONITORED);
  await app.see('2021年春季学期开始纳入', '2023年春季学期风险消除，下一学期起停');
  expect(cells(app)).toEqual({
    ...{
      '2020年春季': '还没开始',
      '2020年秋季': '还没开始',
      '2021年春季': '在范围内',
      '2021年秋季': '在范围内',
    },
    ...{ '2022年春季': '在范围内', '2022年秋季': '在范围内', '2023年春季': '在范围内', '2023年秋季': '停发' },
  });
});

test('点一个学期：上面说这个学期在不在', async () => {
  const app = await yuluOn('2023-10-15', MONITORED);
  await app.tap('2023年春季学期，在范围内');
  await app.see('2023年春季学期，在范围内');
  await app.until(() => app.isOn('2023年春季学期，在范围内'), 'the semester chosen');
  await app.tap('2023年秋季学期，停发');
  await app.see('暂不符合');
  expect(keptBy(app.storage, 'answers')).toMatchObject({ facts: { benefit_semester: '2023A' } });
});

test('风险没有消除：一直在范围；学校不是职业学校：都不在', async () => {
  const app = await yuluOn('2023-10-15', { ...MONITORED, elimination_semester: 'none' });
  await app.see('还没有消除风险的，每个学期都在范围内');
  expect(cells(app)['2023年秋季']).toBe('在范围内');
  await app.tap('别的学校，或没有在读书');
  await app.until(() => cells(app)['2023年秋季'] === '不在范围', 'the picture to change');
});

test('不说多少钱；要带什么、原文都在', async () => {
  const app = await yuluOn('2023-10-15', MONITORED);
  await app.see('两份文件都没有写发多少钱，以当地为准。', '从2021年春季学期开始纳入“雨露计划”政策补助范围');
  expect(app.text).not.toMatch(/\d\s*元/);
  await app.tap('看要带什么');
  await app.at('benefits/detail');
  await app.see('带什么', '去之前先打电话问清楚');
  expect(app.text).not.toMatch(/\d\s*元/);
});

test('缺的回答是按钮：正好问那一题', async () => {
  const app = await yuluOn('2023-10-15', { home_county: '360425', vocational_student: true });
  expect(cells(app)['2022年春季']).toBe('待补信息');
  await app.tap('曾为监测户');
  await app.at('benefits/check');
  await app.see('你家曾经是监测户吗？');
});

test('今天文件到期：图说的是当时', async () => {
  const app = await openApp({ storage: phoneWith(MONITORED, IN_YONGXIU), url: YULU });
  await app.tap('满了');
  await app.see('已于2025年12月31日到期');
  expect(cells(app)).toMatchObject({ '2021年春季': '当时在范围', '2023年秋季': '停发' });
});
