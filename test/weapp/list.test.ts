/** @jest-environment-options {"customExportConditions": ["node"]} */

import { closeAll, IN_YONGXIU, Network, openApp, phoneWith, WORKER, YONGXIU } from './phone';
import type { Simulator } from './simulator';

afterEach(closeAll);

const LIST = '/packages/benefits/list/index';

async function listOn(day: string | null, network?: Network): Promise<Simulator> {
  const app = await openApp({
    storage: phoneWith(WORKER, IN_YONGXIU),
    url: LIST,
    ...(network && { network }),
  });
  await app.see('已到期');
  if (day === null) return app;
  await app.pickDay(day);
  await app.see('回到今天');
  return app;
}

test('今天：文件到期，一项也不说“符合”，说清楚可以看、不能申领', async () => {
  const app = await listOn(null);
  await app.see(
    '这里的文件已于2025年12月31日到期',
    '可以看原来的规定，不能再申领。没有收录新文件。',
    '全部 35',
    '已到期 35',
  );
  expect(app.text).not.toMatch(/符合 ?\d/);
  expect(app.text).not.toContain('接着答');
});

test('选 2023年4月20日：按那天分组，外出务工交通补助 500 元', async () => {
  const app = await openApp({ scene: YONGXIU, storage: phoneWith(WORKER) });
  await app.see('永修');
  await app.tap('补贴');
  await app.at('benefits/list');
  await app.see('2026年11月21日');
  await app.pickDay('2023-04-20');
  await app.see('按2023年4月20日（周四）看', '外出务工交通补助', '500元，发给你本人');
  const order = [
    '符合',
    '外出务工交通补助',
    '待补信息',
    '已到期1 项',
    '以工代训补贴（发给单位）',
    '只执行到2021年12月31日',
  ];
  const groups = app.text.slice(app.text.indexOf('接着答'));
  const places = order.map((word) => groups.indexOf(word));
  expect(places).not.toContain(-1);
  expect(places).toEqual([...places].sort((a, b) => a - b));
  await app.tap('回到今天');
  await app.see('已到期 35');
});

test('筛选：只看一组，数目对得上', async () => {
  const app = await listOn('2023-04-20');
  const [, eligible] = await app.until(() => /符合 (\d+)待补/.exec(app.text), 'the filters');
  await app.tap(`符合 ${eligible}`);
  await app.unsee('还缺');
  expect(app.isOn(`符合 ${eligible}`)).toBe(true);
  expect(app.all('.ui-row__title')).toHaveLength(Number(eligible));
  expect(app.text).toContain('外出务工交通补助');
  await app.tap('全部 35');
  await app.see('还缺');
});

test('搜索：用平常的话也搜得到，搜不到说怎么办', async () => {
  const app = await listOn('2023-04-20');
  await app.type('搜一搜', '路费');
  await app.see('全部 1');
  expect(app.all('.ui-row__title').map(({ textContent }) => textContent)).toEqual(['外出务工交通补助']);
  await app.type('搜一搜', '宇宙飞船');
  await app.see('没有找到“宇宙飞船”', '12333');
  await app.tap('清空');
  await app.see('全部 35');
});

test('下拉刷新：问一次服务器，没有变化也收起来，答案和日子还在', async () => {
  const network = new Network();
  const app = await listOn('2023-04-20', network);
  await app.until(() => app.storage.has('bangfu:document:yongxiu-2021-75:2'), 'the document kept');
  const before = network.sent.length;
  app.tell('onPullDownRefresh');
  await app.until(() => app.callsOf('stopPullDownRefresh').length === 1, 'the refresh to end');
  const hash: unknown = expect.stringMatching(/^[0-9a-f]{8,}/);
  expect(network.sent[before]).toEqual({ path: 'policy.pack', input: { region: '360425', hash } });
  await app.see('按2023年4月20日（周四）看', '外出务工交通补助');
});

test('名单在别的地方：说清楚，给一条路', async () => {
  const elsewhere = { ...WORKER, home_county: '330000' };
  const app = await openApp({ storage: phoneWith(elsewhere, IN_YONGXIU), url: LIST });
  await app.pickDay('2023-04-20');
  await app.see('你说家里的名单不在永修县', '12333');
  await app.tap('改回答');
  await app.at('benefits/check');
});
