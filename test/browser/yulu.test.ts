/** Journey 5: 雨露计划, semester by semester, for a student or a parent. */
import { PHONE, STUDENT, YONGXIU, YOUYANG } from './phone';
import { onEveryPhone, openPortal } from './portal';
import type { Visit } from './visit';

const portal = openPortal();
const DAY = '2023-05-20';

async function opensPlan(visit: Visit): Promise<void> {
  await visit.tap(/^补贴/);
  await visit.isOn('我的补贴和服务');
  await visit.fills('看哪一天', DAY);
  await visit.sees(/^按.*看$/);
  await visit.back();
  await visit.isOn('就业帮扶码');
  await visit.tap(/^雨露计划/);
  await visit.isOn('雨露计划');
}

/** The cells as they are read out, in order. */
const cells = (visit: Visit) =>
  visit.page
    .getByRole('group', { name: '一个学期一格，点一下就选上' })
    .getByRole('button')
    .evaluateAll((buttons) => buttons.map((button) => button.getAttribute('aria-label')));

onEveryPhone('under 14 nothing is shown or asked without the guardian', async (phone) => {
  const visit = await portal.open(phone, { place: YONGXIU, answers: STUDENT });
  await visit.tap(/^雨露计划/);
  await visit.sees('学生满 14 周岁了吗？');
  await visit.looksRight();
  await visit.tap('还没有满');
  await visit.sees('我是孩子的监护人，由我来查');
  await visit.looksRight();
  await visit.seesNot('春季学期');
  await visit.seesNot('学生在读什么学校？');
  await visit.tap('我是孩子的监护人，由我来查');
  await visit.sees('学生在读什么学校？', '2021年春季学期开始纳入');
  // today the document has ended: the cells speak of then
  await visit.sees('已到期', '当时在范围');
  await visit.looksRight();
  // a child's age is kept nowhere
  expect(await visit.page.evaluate(() => JSON.stringify({ ...localStorage, ...sessionStorage }))).not.toMatch(
    /asker|minor|guardian/,
  );
  await visit.page.reload();
  await visit.sees('学生满 14 周岁了吗？');
});

onEveryPhone('from which semester the family is in, when it stops, and why', async (phone) => {
  const visit = await portal.open(phone, { place: YONGXIU, answers: STUDENT });
  await opensPlan(visit);
  await visit.tap('满了');
  await visit.sees('按2023年5月20日（周六）看', '2023年春季学期，在范围内');
  expect(await cells(visit)).toEqual([
    '2020年春季学期，还没开始',
    '2020年秋季学期，还没开始',
    '2021年春季学期，在范围内',
    '2021年秋季学期，在范围内',
    '2022年春季学期，在范围内',
    '2022年秋季学期，在范围内',
    '2023年春季学期，在范围内',
    '2023年秋季学期，停发',
  ]);
  await visit.sees(
    '2021年春季学期开始纳入',
    '2023年春季学期风险消除，下一学期起停',
    '风险消除后从下一学期起停止发放补助',
  );
  await visit.looksRight();

  await visit.tap('2023年秋季学期，停发');
  await visit.sees('暂不符合');
  await visit.looksRight();
  await visit.tap('2020年秋季学期，还没开始');
  await visit.sees('暂不符合');
  await visit.tap('2022年春季学期，在范围内');
  await visit.sees('2022年春季学期，在范围内', '在范围内·金额以当地为准');

  // neither text has a figure, so the page has none
  expect(await visit.page.locator('main').filter({ visible: true }).innerText()).not.toMatch(/\d\s*元/);
  await visit.sees('两份文件都没有写发多少钱，以当地为准。');
  await visit.tap('看要带什么');
  await visit.isOn('雨露计划补助（监测户）');
  await visit.sees('带什么', '文件没有写金额，以当地为准');
  await visit.looksRight();
});

onEveryPhone('the kind of school decides, and 不清楚 is an answer', async (phone) => {
  const visit = await portal.open(phone, { place: YONGXIU, answers: STUDENT });
  await opensPlan(visit);
  await visit.tap('满了');
  await visit.tap('别的学校，或没有在读书');
  await visit.sees('暂不符合');
  expect(new Set((await cells(visit)).map((cell) => cell?.split('，')[1]))).toEqual(
    new Set(['还没开始', '不在范围']),
  );
  await visit.tap('不清楚');
  await visit.sees('待补信息');
  await visit.looksRight();
});

test('what the picture still needs is a button to exactly that question', async () => {
  const { elimination_semester: _, ...answers } = STUDENT;
  const visit = await portal.open(PHONE, { place: YONGXIU, answers });
  await opensPlan(visit);
  await visit.tap('满了');
  await visit.sees('先回答这几题，才能算出来');
  await visit.looksRight();
  await visit.page.getByRole('link', { name: /消除/ }).filter({ visible: true }).first().tap();
  await visit.isOn('改一个回答');
  await visit.sees('你家的风险是哪个学期消除的？');
  await visit.tap('还没有消除');
  await visit.tap('保存');
  await visit.isOn('雨露计划');
  await visit.sees('还没有消除风险的，每个学期都在范围内');
  expect(await cells(visit)).toContain('2023年秋季学期，在范围内');
});

test('where the document names no semesters, none are drawn', async () => {
  const visit = await portal.open(PHONE, { place: YOUYANG });
  await visit.tap(/^雨露计划/);
  await visit.tap('满了');
  await visit.sees('这份文件没有写从哪个学期开始');
  expect(await visit.page.getByRole('group', { name: '一个学期一格' }).count()).toBe(0);
  await visit.looksRight();
});
