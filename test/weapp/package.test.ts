/** @jest-environment node */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { weappSizes, weappText } from '../bench/sizes';
import { book } from '../book';
import { filesOf, readAppJson, routesOf } from './simulator/pages';

const WEAPP = process.env.WEAPP_DIST ?? path.join(__dirname, '../../dist/weapp');
const KB = 1024;
const app = readAppJson(WEAPP);
const has = (file: string) => existsSync(path.join(WEAPP, file));

/** The built JavaScript with Chinese as Chinese: the minifier writes it as \uXXXX. */
const code = weappText(WEAPP).replace(/\\u([0-9a-f]{4})/gi, (_, hex: string) =>
  String.fromCharCode(parseInt(hex, 16)),
);

test('app.json 里写的每一页、每个图标、每个分包都在', () => {
  const routes = routesOf(app);
  expect(routes.length).toBeGreaterThan(10);
  expect(routes.flatMap(filesOf).filter((file) => !has(file))).toEqual([]);
  const tabs = app.tabBar?.list ?? [];
  expect(tabs).toHaveLength(4);
  expect(tabs.filter(({ pagePath }) => !app.pages.includes(pagePath))).toEqual([]);
  expect(tabs.flatMap((tab) => [tab.iconPath, tab.selectedIconPath]).filter((icon) => !has(icon))).toEqual(
    [],
  );
});

test('按需注入、预下载；只声明用到的：位置只要大概的，说明为什么', () => {
  const roots = (app.subPackages ?? []).map(({ root }) => root);
  expect(app.lazyCodeLoading).toBe('requiredComponents');
  expect(app.preloadRule?.['pages/home/index']?.packages).toContain('packages/benefits');
  const preloaded = Object.values(app.preloadRule ?? {}).flatMap(({ packages }) => packages);
  expect(preloaded.filter((name) => !roots.includes(name))).toEqual([]);
  // biome-ignore lint/complexity/useLiteralKeys: WeChat's own name
  expect(app['__usePrivacyCheck__']).toBe(true);
  expect(app).toMatchObject({ requiredPrivateInfos: ['getFuzzyLocation'] });
  const { permission } = app as { permission?: Record<string, { desc: string }> };
  expect(Object.keys(permission ?? {})).toEqual(['scope.userFuzzyLocation']);
  // WeChat shows thirty characters
  expect(permission?.['scope.userFuzzyLocation']?.desc).toMatch(/^.{5,30}$/);
});

test('编译以后无障碍属性还在', () => {
  const wxml = readFileSync(path.join(WEAPP, 'base.wxml'), 'utf8');
  const tags = [...wxml.matchAll(/<(view|input|picker)\s[^>]*>/g)].map(([tag]) => tag);
  expect(tags.length).toBeGreaterThan(4);
  // the one template without them is for views that carry nothing but a tap
  const pressable = tags.filter((tag) => tag.startsWith('<view hover-class') && tag.includes('bindtap'));
  for (const name of ['role', 'label', 'checked', 'selected', 'expanded', 'disabled', 'live']) {
    expect(pressable.length).toBeGreaterThan(0);
    expect(pressable.filter((tag) => !tag.includes(`aria-${name}="{{`))).toEqual([]);
  }
  for (const tag of tags.filter((one) => one.startsWith('<input'))) expect(tag).toContain('aria-label="{{');
});

test('主包不超过 600 KB，整个包不超过 3 MB', () => {
  const { main, whole } = weappSizes(WEAPP);
  expect(main).toBeGreaterThan(100 * KB);
  expect(main).toBeLessThanOrEqual(600 * KB);
  expect(whole).toBeGreaterThan(main);
  expect(whole).toBeLessThanOrEqual(3072 * KB);
});

test('浏览器的地图不进微信的包，地图上的图钉在', () => {
  expect(/leaflet|supercluster|gcoord/i.exec(code)?.[0]).toBeUndefined();
  expect(has('packages/jobs/assets/pin.png')).toBe(true);
});

test('包里没有 zod', () => {
  expect(/ZodError|_zod\b|\$ZodType|invalid_union/.exec(code)?.[0]).toBeUndefined();
});

test('包里没有政策：没有文号，没有原文，没有一项补贴的话', () => {
  // the search itself works: the app's own words are found
  for (const own of ['不清楚', '先跳过，以后可以再答']) expect(code.includes(own)).toBe(true);

  const law = book.documents.flatMap(({ number, items }) => [
    number,
    number.slice(0, 4),
    ...items.flatMap(({ text }) => text.split(/[\n。；]/).filter((sentence) => sentence.length >= 10)),
  ]);
  const words = book.regions.flatMap(({ benefits }) =>
    benefits.flatMap(({ plain, clauses }) => [plain, JSON.stringify(clauses)]),
  );
  const quotes = [...words.join('\n').matchAll(/"quote":"([^"]{7,})"/g)].map(([, quote]) => quote ?? '');
  expect(law.length).toBeGreaterThan(150);
  expect(quotes.length).toBeGreaterThan(50);
  expect(quotes).toContain('稳定就业三个月的');
  const found = [...law, ...quotes, ...words].filter((text) => text !== '[]' && code.includes(text));
  expect(found).toEqual([]);
});

test('不在手机上拼代码运行：微信不许', () => {
  expect(/\beval\(/.exec(code)?.[0]).toBeUndefined();
  // webpack's way to find the global object; on WeChat `globalThis` is found before it is reached
  const own = code.replace('try{return this||new Function("return this")()}catch', '');
  expect(/\bnew Function\(/.exec(own)?.[0]).toBeUndefined();
});
