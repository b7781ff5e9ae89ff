/** @jest-environment-options {"customExportConditions": ["node"]} */
import { closeAll, IN_YONGXIU, openApp, phoneWith, WORKER, YONGXIU, YOUYANG } from './phone';

afterEach(closeAll);
const say = (s: string) => process.stdout.write(s + '\n\n');
test('x', async () => {
  const app = await openApp({ scene: YOUYANG });
  await app.see('酉阳');
  say(app.text);
  await app.tap('开始，看看我能享受什么');
  await app.at('check');
  for (let i = 0; i < 14; i++) {
    say(
      app.text +
        ' ### ' +
        app
          .all('*')
          .filter((e) => app.dataOf(e).ariaRole === 'radio')
          .map((e) => app.dataOf(e).ariaLabel)
          .join('|'),
    );
    if (app.text.includes('问题都答完了')) break;
    const radio = app.all('*').filter((e) => app.dataOf(e).ariaRole === 'radio');
    const names = radio.map((e) => String(app.dataOf(e).ariaLabel));
    const before = app.text;
    await app.tap(names[0] ?? '');
    await app.tap('下一题');
    await app.until(() => app.text !== before && !app.isOn(names[0] ?? ''));
    await new Promise((r) => setTimeout(r, 60));
  }
});
test('y', async () => {
  const app = await openApp({ storage: phoneWith(WORKER, IN_YONGXIU), url: '/packages/benefits/list/index' });
  await app.see('已到期');
  say(app.text);
  await app.pickDay('2023-04-20');
  await app.see('2023年4月20日');
  say(app.text);
  await app.tap('外出务工交通补助');
  await app.at('detail');
  await app.see('你可以领');
  say(app.text);
  await app.back();
  await app.pickDay('2023-03-18');
  await app.see('2023年3月18日');
  await app.tap('暂不符合');
  await app.see('还差 23 天');
  say(app.text);
  await app.tap('外出务工交通补助');
  await app.at('detail');
  await app.see('23 天');
  say(app.text);
});
test('z', async () => {
  const app = await openApp({ storage: phoneWith({}, IN_YONGXIU), url: '/packages/students/yulu/index' });
  await app.see('14 周岁');
  say(app.text);
  await app.tap('满了');
  await app.see('2020');
  say(app.text);
  say(
    app
      .all('.yulu-cell')
      .map((e) => app.dataOf(e).ariaLabel)
      .join('|'),
  );
});
