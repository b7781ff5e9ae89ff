/** @jest-environment-options {"customExportConditions": ["node"]} */
import { closeAll, IN_YOUYANG, keptBy, Network, openApp, phoneWith, WORKER, YONGXIU, YOUYANG } from './phone';
import type { Call, Simulator } from './simulator';

afterEach(closeAll);

const LIST = '/packages/benefits/list/index';
const DOCUMENT = 'bangfu:document:yongxiu-2021-75:2';

/** The phone of someone who scanned the code and looked once, with a network. */
async function visited(): Promise<Map<string, string>> {
  const app = await openApp({ scene: YONGXIU, storage: phoneWith(WORKER) });
  await app.see('永修县人力资源和社会保障局的文件');
  await app.until(() => app.storage.has(DOCUMENT), 'the document kept');
  app.close();
  return app.storage;
}

function noNetwork(): Network {
  const network = new Network();
  network.up = false;
  return network;
}

/** Opens the app without a network on a later day of the same morning. */
const openOffline = (storage: Map<string, string>, url?: string) =>
  openApp({ storage, network: noNetwork(), now: '2026-11-21T15:05:00', ...(url && { url }) });

const OFFLINE = /离线 · 更新于 10:32/;
const banner = (app: Simulator) => app.until(() => OFFLINE.test(app.text), 'the offline banner');

test('来过一次，断了网：首页、列表、一项、原文都还能看，写明是什么时候的', async () => {
  const storage = await visited();
  const app = await openOffline(storage);
  await app.see('永修县人力资源和社会保障局的文件', '雨露计划');
  await banner(app);
  await app.tap('补贴');
  await app.at('benefits/list');
  await app.pickDay('2023-04-20');
  await app.see('外出务工交通补助', '符合');
  await banner(app);
  await app.tap('外出务工交通补助');
  await app.see('你可以领 500 元', '补助标准为500元/人');
  await app.tap('看整条，永人社字〔2021〕75号（三）');
  await app.see('（三）推进劳务输出', '遵循市场化原则');
  await banner(app);
});

test('断了网：答题、雨露计划、政策宣传照样用', async () => {
  const storage = await visited();
  const app = await openOffline(storage, LIST);
  await app.see('已到期');
  await app.pickDay('2023-04-20');
  await app.see('接着答');
  await app.visit('/packages/benefits/check/index?fact=employment_form');
  await app.tap('打零工、接散活');
  await app.until(() => app.isOn('打零工、接散活'), 'the answer chosen');
  expect(keptBy(storage, 'answers')).toMatchObject({ facts: { employment_form: 'flexible' } });
  await app.visit('/packages/students/yulu/index');
  await app.tap('满了');
  await app.see('2021年春季学期开始纳入');
  await app.visit('/packages/policy/library/index');
  await app.see('关于加强就业帮扶巩固拓展脱贫攻坚成果助力乡村振兴的实施意见', '（二十三）持续跟踪问效');
  await banner(app);
});

test('答到一半断网：这一题、答过的都在，接着能答', async () => {
  const network = new Network();
  const app = await openApp({ scene: YOUYANG, network });
  await app.tap('开始，看看我能享受什么');
  await app.see('你家的帮扶名单在哪里？');
  await app.tap('就在酉阳土家族苗族自治县');
  await app.tap('下一题');
  await app.see('第 2 题');
  network.up = false;
  const sent = network.sent.length;
  await app.tap('防止返贫致贫对象');
  await app.until(() => app.isOn('防止返贫致贫对象'), 'the answer chosen');
  await app.tap('下一题');
  await app.see('第 3 题');
  await app.tap('上一题');
  await app.see('第 2 题');
  expect(app.isOn('防止返贫致贫对象')).toBe(true);
  expect(keptBy(app.storage, 'answers')).toMatchObject({ facts: { home_county: '500242', fpzp: true } });
  expect(network.sent).toHaveLength(sent);
});

test('网回来了：横幅自己收掉', async () => {
  const storage = await visited();
  const network = noNetwork();
  const listeners: Call[] = [];
  const onNetworkStatusChange: Call = (listener) => listeners.push(listener as Call);
  const app = await openApp({ storage, network, handlers: { onNetworkStatusChange } });
  await banner(app);
  network.up = true;
  for (const tell of listeners) tell({ isConnected: true, networkType: '4g' });
  await app.unsee('离线');
  expect(network.sent[0]?.path).toBe('policy.pack');
});

test('第一次来就没有网：说清楚，答案不丢，有网再试就好', async () => {
  const network = noNetwork();
  const storage = phoneWith({ home_county: '500242', fpzp: true }, IN_YOUYANG);
  const app = await openApp({ storage, network });
  await app.see('连不上网', '您答过的都还在这台手机上，没有丢。', '12333');
  network.up = true;
  await app.tap('再试一次');
  await app.see('重庆市人力资源和社会保障局的文件', '接着答');
  expect(app.text).not.toContain('连不上网');
});

test('扫码时没有网：先可以自己选，不说码是错的', async () => {
  const app = await openApp({ scene: YOUYANG, network: noNetwork() });
  await app.see('没连上网，扫的码还没查到。');
  expect(app.text).not.toContain('没有认出来');
});

test('没有网时下拉刷新：收得起来，内容还在', async () => {
  const storage = await visited();
  const app = await openOffline(storage, LIST);
  await app.see('外出务工交通补助');
  app.tell('onPullDownRefresh');
  await app.until(() => app.callsOf('stopPullDownRefresh').length === 1, 'the refresh to end');
  await app.see('外出务工交通补助');
  await banner(app);
});
