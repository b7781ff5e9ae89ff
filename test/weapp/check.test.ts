/** @jest-environment-options {"customExportConditions": ["node"]} */

import { closeAll, keptBy, Network, openApp, YONGXIU, YOUYANG } from './phone';
import type { Simulator } from './simulator';

afterEach(closeAll);

const UNCLEAR = '不清楚，先跳过，以后可以再答';

/** Chooses an answer and goes on until the question changes. */
async function answer(app: Simulator, question: string, choice: string): Promise<void> {
  await app.see(question);
  await app.tap(choice);
  await app.until(() => app.isOn(choice), `“${choice}” chosen`);
  await app.tap('下一题');
  await app.unsee(question);
}

async function begin(network?: Network): Promise<Simulator> {
  const app = await openApp({ scene: YOUYANG, ...(network && { network }) });
  await app.tap('开始，看看我能享受什么');
  await app.at('benefits/check');
  return app;
}

const factsOf = (app: Simulator) => (keptBy(app.storage, 'answers') as { facts: object } | null)?.facts;

test('一题一屏：为什么问、还剩几题、不选会提醒、可以不清楚', async () => {
  const app = await begin();
  await app.see('你家的帮扶名单在哪里？', '为什么问：', '不清楚', '只存在这台手机上');
  expect(app.text).toMatch(/第 1 题 \/ 约 \d+ 题/);
  await app.tap('下一题');
  await app.see('先选一个答案；拿不准，就选“不清楚”。', '你家的帮扶名单在哪里？');
  await answer(app, '你家的帮扶名单在哪里？', '就在酉阳土家族苗族自治县');
  await app.see('第 2 题');
  await answer(app, '你家在（或以前在）下面哪个名单上？', UNCLEAR);
  await app.see('第 3 题');
  expect(factsOf(app)).toEqual({ home_county: '500242' });
  expect(keptBy(app.storage, 'answers')).toMatchObject({ skipped: ['fpzp', 'continued'] });
});

test('回到上一题，答过的都在；改了以后照新的算', async () => {
  const app = await begin();
  await answer(app, '你家的帮扶名单在哪里？', '就在酉阳土家族苗族自治县');
  await answer(app, '下面哪个名单上？', '防止返贫致贫对象');
  await app.see('第 3 题');
  await app.tap('上一题');
  await app.see('第 2 题', '下面哪个名单上？');
  expect(app.isOn('防止返贫致贫对象')).toBe(true);
  await app.tap('都没有');
  await app.until(() => app.isOn('都没有'), 'the new answer');
  expect(app.isOn('防止返贫致贫对象')).toBe(false);
  await app.tap('上一题');
  await app.see('第 1 题');
  expect(app.isOn('就在酉阳土家族苗族自治县')).toBe(true);
  expect(factsOf(app)).toEqual({ home_county: '500242', fpzp: false, continued: false });
  await app.tap('下一题');
  await app.see('第 2 题');
  expect(factsOf(app)).toEqual({ home_county: '500242', fpzp: false, continued: false });
});

test('随时可以停：先看已经能确定的', async () => {
  const app = await begin();
  await answer(app, '你家的帮扶名单在哪里？', '就在酉阳土家族苗族自治县');
  await answer(app, '下面哪个名单上？', '防止返贫致贫对象');
  await answer(app, '已经办手续退出了吗？', '没有退出');
  const row = await app.until(() => /先看已经能确定的 \d+ 项/.exec(app.text)?.[0], 'what is certain');
  await app.tap(row);
  await app.at('benefits/list');
  await app.see('待补信息', '接着答，大约还有');
  await app.back();
  await app.see('第 4 题');
});

test('一路答到底：首页说符合几项，什么也没有发出去', async () => {
  const network = new Network();
  const app = await begin(network);
  await answer(app, '你家的帮扶名单在哪里？', '就在酉阳土家族苗族自治县');
  await answer(app, '下面哪个名单上？', '继续帮扶对象（原建档立卡脱贫户）');
  for (let asked = 3; asked < 30 && !app.text.includes('问题都答完了'); asked++) {
    await app.see(`第 ${asked} 题`);
    const { text } = app;
    const choice = ['没有退出', '都没有', '没有别的了', '不是', '没有', '不想', '在单位、企业上班'].find(
      (name) => app.controls(name).length > 0,
    );
    await app.tap(choice ?? UNCLEAR);
    await app.until(() => app.isOn(choice ?? UNCLEAR), 'the answer chosen');
    await app.tap('下一题');
    await app.until(
      () => !app.text.includes(text.slice(0, 8)) || app.text.includes('问题都答完了'),
      'the next question',
    );
  }
  await app.see('问题都答完了', '符合');
  await app.tap('看结果');
  await app.at('benefits/list');
  expect(app.text).not.toContain('接着答');
  await app.back();
  await app.back();
  await app.see('你现在符合');
  const paths = network.sent.map(({ path }) => path);
  expect(paths).toContain('policy.pack');
  expect(paths.filter((path) => !path.startsWith('policy.'))).toEqual([]);
  expect(JSON.stringify(network.sent)).not.toMatch(/fpzp|continued|employ|home_county|500242/);
});

test('关掉再打开，答案还在；在“我的”里一次删光', async () => {
  const first = await begin();
  await answer(first, '你家的帮扶名单在哪里？', '就在酉阳土家族苗族自治县');
  await answer(first, '下面哪个名单上？', '防止返贫致贫对象');
  first.close();

  const app = await openApp({ storage: first.storage });
  await app.see('酉阳', '接着答');
  await app.visit('/pages/me/index');
  await app.see('你家的帮扶名单在哪里？', '防止返贫致贫对象', '酉阳土家族苗族自治县');
  await app.tap('全部删掉');
  await app.see('把答过的全部删掉？');
  await app.tap('不了');
  await app.unsee('把答过的全部删掉？');
  expect(factsOf(app)).toMatchObject({ fpzp: true });
  await app.tap('全部删掉');
  await app.tap('删掉');
  await app.see('已经全部删掉了', '还没有答过题');
  expect(keptBy(app.storage, 'answers')).toBeNull();
  await app.visit('/pages/home/index');
  await app.see('开始');
});

test('文件已经到期的地方：不白问', async () => {
  const app = await openApp({ scene: YONGXIU });
  await app.see('文件2025年12月31日已到期');
  await app.tap('开始，看看我能享受什么');
  await app.see('这里的文件已经到期', '看原来的规定');
});
