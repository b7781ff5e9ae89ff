/** @jest-environment-options {"customExportConditions": ["node"]} */
import type { Facts } from '@/domain/eligibility';
import { closeAll, IN_YONGXIU, openApp, phoneWith, WORKER, YOUYANG } from './phone';
import { dataOf, type Simulator } from './simulator';

afterEach(closeAll);

const PAGES = [
  '/packages/benefits/list/index',
  '/packages/benefits/detail/index?id=yx-transport-500',
  '/packages/benefits/check/index?fact=employment_form',
  '/packages/policy/library/index',
  '/packages/policy/document/index?id=yongxiu-2021-75&item=%EF%BC%88%E4%B8%89%EF%BC%89',
  '/packages/places/choose/index',
  '/packages/areas/area/index?area=arrears',
  '/pages/me/index',
  '/pages/services/index',
];

/** Answers whose values would be recognised anywhere. */
const PRIVATE: Facts = { ...WORKER, dibao: true, severe_disabled: true, ill_or_carer_at_home: true };

describe('转发', () => {
  test('一项政策的卡片：名字和地址，没有一点个人的东西', async () => {
    const app = await openApp({ storage: phoneWith(PRIVATE, IN_YONGXIU), url: PAGES[1] });
    await app.see('外出务工交通补助', '参考结果');
    expect(app.tell('onShareAppMessage', { from: 'menu' })).toEqual({
      title: '外出务工交通补助：看看你能不能享受',
      path: '/packages/benefits/detail/index?id=yx-transport-500',
    });
  });

  test('哪一页转发出去都不带答案、地方和日子', async () => {
    const app = await openApp({ storage: phoneWith(PRIVATE, IN_YONGXIU) });
    await app.see('永修');
    for (const url of PAGES) {
      await app.visit(url);
      await app.until(() => app.text.length > 30, 'the page');
      const card = app.tell('onShareAppMessage', { from: 'menu' }) as { title: string; path: string };
      expect(Object.keys(card).sort()).toEqual(['path', 'title']);
      const said = decodeURIComponent(JSON.stringify(card));
      expect(said).not.toMatch(
        /360425|2023|other_province|dibao|disabled|home_county|低保|残疾|answers|scene|fact=/,
      );
    }
  });

  test('别人点开卡片：看得到是什么，先选地方', async () => {
    const app = await openApp({ url: '/packages/benefits/detail/index?id=yx-transport-500' });
    await app.see('先选一下您家在哪个区县');
    await app.tap('选地方');
    await app.tap('永修县');
    await app.at('benefits/detail');
    await app.see('外出务工交通补助');
  });
});

describe('字大小', () => {
  const scale = (app: Simulator) => {
    const [meta] = app.all('wx-page-meta');
    return meta && /--k:([\d.]+)/.exec(String(dataOf(meta).pageStyle))?.[1];
  };

  test.each([
    [{ fontSizeSetting: 17 }, '1'],
    [{ fontSizeSetting: 20 }, '1.25'],
    [{ fontSizeSetting: 24 }, '1.4'],
    [{ fontSizeSetting: 17, fontSizeScaleFactor: 1.8 }, '1.9'],
  ])('跟着手机的字号走：%j', async (info, k) => {
    const app = await openApp({ scene: YOUYANG, handlers: { getAppBaseInfo: () => info } });
    await app.see('酉阳', '补贴');
    await app.until(() => scale(app) === k, `--k:${k}`);
    await app.visit('/packages/policy/library/index');
    await app.until(() => scale(app) === k, `--k:${k} on the next page`);
  });

  test('大字版一点就换，关掉再开还在，也换得回来', async () => {
    const first = await openApp({ scene: YOUYANG });
    await first.see('酉阳');
    await first.tap('大字版');
    await first.until(() => scale(first) === '1.4', '--k:1.4');
    first.close();
    const app = await openApp({ storage: first.storage });
    await app.see('标准版', '酉阳');
    expect(scale(app)).toBe('1.4');
    await app.visit('/pages/me/index');
    await app.tap('最大');
    await app.until(() => scale(app) === '1.9', '--k:1.9');
    await app.visit('/pages/home/index');
    await app.tap('标准版');
    await app.until(() => scale(app) === '1', '--k:1');
  });

  test('手机字号在半路上改了，回来就跟上', async () => {
    const info = { fontSizeSetting: 17 };
    const app = await openApp({ scene: YOUYANG, handlers: { getAppBaseInfo: () => info } });
    await app.see('酉阳');
    info.fontSizeSetting = 24;
    app.resume();
    await app.until(() => scale(app) === '1.4', '--k:1.4');
  });
});

test('每一页上能按的都有名字，读屏念得出来', async () => {
  const app = await openApp({ storage: phoneWith(WORKER, IN_YONGXIU) });
  await app.see('永修');
  for (const url of PAGES) {
    await app.visit(url);
    await app.until(() => app.controls().length > 0, 'something to press');
    const nameless = app.controls().filter((one) => !dataOf(one).ariaLabel);
    expect({ url, nameless: nameless.map(({ outerHTML }) => outerHTML.slice(0, 120)) }).toEqual({
      url,
      nameless: [],
    });
  }
});

test('手抖连点两下，只开一页', async () => {
  const app = await openApp({ scene: YOUYANG });
  await app.see('酉阳');
  await Promise.all([app.tap('补贴'), app.tap('补贴')]);
  await app.at('benefits/list');
  await app.see('全部 40');
  expect(app.routes).toEqual(['pages/home/index', 'packages/benefits/list/index']);
});
