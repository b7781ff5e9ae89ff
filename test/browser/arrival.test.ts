/** Journey 1: scan the notice board, or choose the place oneself, and stand on the home page. */
import { ELDER, PHONE, YOUYANG } from './phone';
import { onEveryPhone, openPortal } from './portal';
import type { Visit } from './visit';

const portal = openPortal();
const SERVICES = ['补贴', '培训', '创业一件事', '岗位', '讨薪', '雨露计划'];

onEveryPhone('a scanned code opens the home page of its place', async (phone) => {
  const visit = await portal.open(phone, { address: '/?scene=cq9Xw4Rt' });
  await visit.isOn('就业帮扶码');
  await visit.sees(/重庆市人力资源和社会保障局/, /酉阳.*样例镇便民服务站/, '答案只存在这台手机上');
  for (const service of SERVICES) await visit.sees(service);
  expect(await visit.control(/12333/).getAttribute('href')).toBe('tel:12333');
  // reloading later must not undo another choice
  expect(visit.page.url()).not.toContain('scene');
  await visit.looksRight();
});

onEveryPhone('no door is dead: every tile and tab opens a page that says what to do', async (phone) => {
  // there is no database behind this portal
  const visit = await portal.open(phone, { place: YOUYANG, expected: /status of 503/ });
  await visit.tap(/^岗位/);
  await visit.isOn('附近的活');
  await visit.sees('再试一次', '登记找活');
  await visit.looksRight();
  await visit.tap(/^找活的政策/);
  await visit.isOn('岗位');
  await visit.sees('文件怎么说', '找谁办', '12348');
  await visit.looksRight();
  await visit.back();
  await visit.back();
  await visit.isOn('就业帮扶码');
  await visit.tap('办事');
  await visit.isOn('办事');
  await visit.sees(/^共 \d+ 项/, '政策宣传');
  await visit.looksRight();
  await visit.tap('消息');
  await visit.isOn('消息');
  await visit.sees('还没有给您的消息', '文件通知');
  await visit.looksRight();
  await visit.tap('我的');
  await visit.isOn('我的');
  await visit.sees('还没有答过题', '酉阳土家族苗族自治县', '不会发出去');
  await visit.looksRight();
});

onEveryPhone('an unknown code says so and lets one choose', async (phone) => {
  const visit = await portal.open(phone, { address: '/?scene=nobody-knows-it', expected: /404/ });
  // the answer may come before the home page is shown or after it: the chooser by itself, or its button
  await visit.sees('扫的这个码没有认出来');
  await visit.looksRight();
  await visit.until(async () => {
    if (await visit.text('看哪个区县的政策？').isVisible()) return true;
    await visit
      .control('选地方')
      .tap({ timeout: 500 })
      .catch(() => undefined);
    return false;
  }, 'there is no way to the chooser');
  await visit.sees('扫的这个码没有认出来');
  await visit.looksRight();
  await visit.tap('永修县');
  await visit.isOn('就业帮扶码');
  await visit.sees(/永修县人力资源和社会保障局/);
});

onEveryPhone('without a code one finds the county by name, pinyin or initials', async (phone) => {
  const visit = await portal.open(phone);
  await visit.isOn('选地方');
  await visit.looksRight();
  for (const typed of ['酉阳', 'youyang', 'yy']) {
    await visit.fills('搜区县', typed);
    await visit.seesNot('涪陵区');
    await visit.sees('酉阳土家族苗族自治县');
  }
  await visit.looksRight();
  await visit.fills('搜区县', '航天城');
  await visit.sees('还没有收录“航天城”的政策，可以问 12333。');
  await visit.looksRight();
  await visit.tap('清空');
  await visit.sees('涪陵区');
  await visit.tap('酉阳土家族苗族自治县');
  await visit.isOn('就业帮扶码');
  await visit.sees(/重庆市人力资源和社会保障局/);
  await visit.page.reload();
  await visit.sees(/重庆市人力资源和社会保障局/);
});

test('whoever goes back from the chooser finds its button, not an empty page', async () => {
  const visit = await portal.open(PHONE);
  await visit.isOn('选地方');
  await visit.back();
  await visit.isOn('就业帮扶码');
  await visit.sees('先选一下您家在哪个区县');
  await visit.looksRight();
  await visit.tap('选地方');
  await visit.isOn('选地方');
});

describe('大字版', () => {
  /** Left edges of the six tiles: one column has one. */
  const columns = async (visit: Visit) => {
    const boxes = await Promise.all(
      SERVICES.map((service) => visit.control(new RegExp(`^${service}`)).boundingBox()),
    );
    return new Set(boxes.map((box) => Math.round(box?.x ?? -1))).size;
  };
  const textSize = (visit: Visit) =>
    visit
      .text('补贴')
      .first()
      .evaluate((element) => Number.parseFloat(getComputedStyle(element).fontSize));

  test('one tap on the home page, kept when the app is closed, and one tap back', async () => {
    const visit = await portal.open({ ...ELDER, scale: 1 }, { place: YOUYANG });
    await visit.isOn('就业帮扶码');
    expect(await columns(visit)).toBe(3);
    const before = await textSize(visit);
    await visit.tap('大字版');
    await visit.sees('标准版');
    expect(await columns(visit)).toBe(1);
    expect(await textSize(visit)).toBeGreaterThanOrEqual(before * 1.4);
    await visit.looksRight();
    await visit.page.reload();
    await visit.tap('标准版');
    await visit.sees('大字版');
    expect(await columns(visit)).toBe(3);
  });

  test('every size on 我的 fits, with targets to match', async () => {
    const visit = await portal.open(ELDER, { place: YOUYANG });
    await visit.tap('我的');
    for (const [size, height] of [
      ['标准', 48],
      ['大', 48],
      ['更大', 56],
      ['最大', 60],
    ] as const) {
      await visit.page.getByRole('button', { name: size, exact: true }).tap();
      await visit.looksRight();
      const box = await visit.control('看看我能享受什么').boundingBox();
      expect(box?.height).toBeGreaterThanOrEqual(height);
    }
    await visit.tap('首页');
    await visit.isOn('就业帮扶码');
    await visit.looksRight();
  });
});
