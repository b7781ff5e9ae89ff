/** Journey 2: the quick check, one question a screen, computed on the phone. */
import { keptFacts, PHONE, YONGXIU, YOUYANG } from './phone';
import { onEveryPhone, openPortal } from './portal';
import type { Visit } from './visit';

const portal = openPortal();
const HERE = '就在酉阳土家族苗族自治县';

async function answers(visit: Visit, answer: string): Promise<void> {
  await visit.tap(answer);
  expect(await visit.chosen(answer)).toBe(true);
  await visit.tap('下一题');
}

onEveryPhone('answers one by one, goes back without losing any, stops and sees', async (phone) => {
  const visit = await portal.open(phone, { address: '/?scene=cq9Xw4Rt' });
  await visit.tap(/^开始/);
  await visit.isOn('看看我能享受什么');
  await visit.sees(
    /^第 1 题 \/ 约 \d+ 题$/,
    '你家的帮扶名单在哪里？',
    '为什么问：',
    '不清楚',
    '先看有哪些政策',
  );
  await visit.looksRight();

  // nothing chosen: said in words, and nothing is lost
  await visit.tap('下一题');
  await visit.sees('先选一个答案；拿不准，就选“不清楚”。');
  await visit.looksRight();
  await answers(visit, HERE);
  await visit.sees(/^第 2 题/, '你家在（或以前在）下面哪个名单上？');
  await answers(visit, '不清楚');
  await visit.sees(/^第 3 题/);
  const third = await visit.page.getByRole('heading', { level: 2 }).filter({ visible: true }).innerText();
  await visit.looksRight();

  await visit.tap('上一题');
  await visit.sees(/^第 2 题/);
  expect(await visit.chosen('不清楚')).toBe(true);
  await visit.tap('上一题');
  await visit.sees(/^第 1 题/);
  expect(await visit.chosen(HERE)).toBe(true);
  // forward again: the same questions in their order, as they were left
  await visit.tap('下一题');
  await visit.sees(/^第 2 题/);
  expect(await visit.chosen('不清楚')).toBe(true);
  await visit.tap('下一题');
  await visit.sees(third);
  expect(await keptFacts(visit.page)).toEqual({ home_county: '500242' });

  await visit.tap(/^先看已经能确定的 \d+ 项/);
  await visit.isOn('我的补贴和服务');
  await visit.sees('符合', '村里的就业服务点', '待补信息');
  await visit.back();
  await visit.sees(third);

  // a reload keeps all of it, the last answer too although 下一题 was not tapped, and goes on with the next
  const [last] = await visit.page.locator('label.ui-choice').filter({ visible: true }).allInnerTexts();
  await visit.tap(last ?? '');
  const before = await keptFacts(visit.page);
  expect(Object.keys(before ?? {}).length).toBeGreaterThan(1);
  await visit.page.reload();
  await visit.sees(/^第 1 题/);
  await visit.seesNot(third);
  expect(await keptFacts(visit.page)).toEqual(before);
});

onEveryPhone('to the end: every question can be left with 不清楚', async (phone) => {
  const visit = await portal.open(phone, { place: YOUYANG, answers: { home_county: '500242', fpzp: true } });
  await visit.sees('再答');
  await visit.tap('接着答');
  const done = visit.text('问题都答完了');
  for (let asked = 0; asked < 40; asked++) {
    await visit.sees(/^第 \d+ 题|^问题都答完了/);
    if (await done.isVisible()) break;
    await answers(visit, '不清楚');
  }
  await visit.sees('问题都答完了', /符合 \d+ 项/, /还有 \d+ 项要问清楚才知道/);
  await visit.looksRight();
  await visit.tap('上一题');
  expect(await visit.chosen('不清楚')).toBe(true);
  await visit.tap('下一题');
  await visit.tap('看结果');
  await visit.isOn('我的补贴和服务');
  expect(await keptFacts(visit.page)).toEqual({ home_county: '500242', fpzp: true });
});

onEveryPhone('every kind of question fits the screen', async (phone) => {
  const visit = await portal.open(phone, { place: YONGXIU });
  await visit.isOn('就业帮扶码');
  const kinds: readonly [fact: string, title: string][] = [
    ['stable_months', '你从哪天起在省外一直干到现在？'],
    ['post_contract_months', '你的公益性岗位合同，一次签了几个月？'],
    ['elimination_semester', '你家的风险是哪个学期消除的？'],
    ['employment_form', '你现在做什么？'],
    ['tekun', '你是特困人员吗？'],
    ['home_county', '你家的帮扶名单在哪里？'],
  ];
  for (const [fact, title] of kinds) {
    await visit.page.goto(`${portal.url}/#/packages/benefits/check/index?fact=${fact}`);
    await visit.isOn('改一个回答');
    await visit.sees(title, '不清楚', '保存');
    await visit.looksRight();
  }
  await visit.tap('在别的省');
  await visit.sees('是哪一个？');
  await visit.tap('浙江');
  await visit.looksRight();
});

test('a number or a day that cannot be is not taken, in words', async () => {
  const visit = await portal.open(PHONE, {
    place: YONGXIU,
    address: '/#/packages/benefits/check/index?fact=post_contract_months',
  });
  const number = visit.page.getByRole('textbox');
  for (const [typed, kept] of [
    ['12', 12],
    ['1201', undefined],
    ['abc', undefined],
    ['6', 6],
  ] as const) {
    await number.fill(typed);
    if (kept === undefined) await visit.sees('填');
    expect((await keptFacts(visit.page))?.post_contract_months).toBe(kept);
  }
});
