/** @jest-environment-options {"customExportConditions": ["node"]} */
import type { Facts } from '@/domain/eligibility';
import { closeAll, IN_YONGXIU, IN_YOUYANG, openApp, phoneWith, WORKER } from './phone';
import type { Simulator } from './simulator';

afterEach(closeAll);

const LIST = '/packages/benefits/list/index';
const TRANSPORT = '/packages/benefits/detail/index?id=yx-transport-500';

/** One benefit on a day chosen in the list. */
async function detailOn(day: string, facts: Facts = WORKER, url = TRANSPORT): Promise<Simulator> {
  const app = await openApp({ storage: phoneWith(facts, IN_YONGXIU), url: LIST });
  await app.see('已到期');
  await app.pickDay(day);
  await app.see('回到今天');
  await app.visit(url);
  await app.see('原文怎么写', '参考结果，以主管部门审核为准。');
  return app;
}

const marks = (app: Simulator) => app.all('.ui-mark').map(({ textContent }) => textContent);

test('满三个月：先说能领多少，再逐条说为什么，给谁、找谁、带什么', async () => {
  const app = await detailOn('2023-04-20');
  await app.see('符合', '外出务工交通补助', '你可以领 500 元', '为什么符合：4 条都够');
  await app.see('符合：脱贫人口或监测对象', '脱贫人口：是', '符合：跨省干活', '符合：今年还没领过');
  await app.see('符合：稳定就业满3个月', '要满 3 个月，你3 个月零 10 天');
  await app.see('发给本人', '一年领一次', '永修县就业创业服务中心', '文件写明由他们经办', '居民身份证');
  await app.see('这里按自然年（1月1日到12月31日）算', '一个人一年最多领一次');
  await app.tap('打电话 打 12333 问怎么办');
  expect(app.callsOf('makePhoneCall')).toHaveLength(1);
});

test('3月18日：还差 23 天，4月10日起就能申领；别的几条都符合', async () => {
  const app = await detailOn('2023-03-18');
  await app.see('暂不符合', '还差 23 天', '再稳定就业 23 天', '2023年4月10日（周一）起就能申领');
  await app.see('不符合：稳定就业满3个月', '要满 3 个月，你2 个月零 8 天');
  expect(app.text).not.toContain('你可以领');
  await app.tap('另外 3 条都符合');
  await app.see('符合：跨省干活', '符合：今年还没领过');
});

test('原文一句一句引，点一下看整条，那句话标出来', async () => {
  const app = await detailOn('2023-03-18');
  expect(marks(app)).toContain('稳定就业三个月的');
  await app.see('永人社字〔2021〕75号（三）');
  await app.tap('看整条，永人社字〔2021〕75号（三）');
  await app.at('policy/document');
  await app.see('（三）推进劳务输出', '遵循市场化原则，建立健全劳务输出需求较大地区');
  const [mark, ...others] = marks(app);
  expect(others).toEqual([]);
  // the whole sentence the conditions stand in
  for (const quote of ['对跨省就业的', '脱贫人口，特别是防止返贫监测对象', '稳定就业三个月的'])
    expect(mark).toContain(quote);
  expect(mark).not.toContain('遵循市场化原则');
  // the way back up: what rests on this item
  await app.see('按这一条算的', '外出务工交通补助');
});

test('还缺的一项：按钮就问那一题，答完回来就有结果', async () => {
  const { transport_paid_this_year: _, ...facts } = WORKER;
  const app = await detailOn('2023-04-20', facts);
  await app.see('还缺 1 个回答', '还不知道：今年还没领过', '另外 3 条都符合');
  await app.tap('去回答：今年还没领过');
  await app.at('benefits/check');
  await app.see('今年领过外出务工交通补助吗？');
  expect(app.text).not.toContain('第 1 题');
  await app.tap('没领过');
  await app.until(() => app.isOn('没领过'), 'the answer chosen');
  await app.tap('保存');
  await app.at('benefits/detail');
  await app.see('你可以领 500 元', '今年还没领过');
});

test('底下的大按钮也问还缺的那一题', async () => {
  const app = await detailOn('2023-04-20', { ...WORKER, stable_since: null });
  await app.tap('回答还缺的 1 题');
  await app.see('你从哪天起在省外一直干到现在？');
  await app.pickDay('2023-01-10');
  await app.see('2023年1月10日');
  await app.tap('保存');
  await app.see('你可以领 500 元');
});

test('今天：已到期，可以看，不能再申领，不另编新文件', async () => {
  const app = await openApp({ storage: phoneWith(WORKER, IN_YONGXIU), url: TRANSPORT });
  await app.see(
    '已到期',
    '已于2025年12月31日到期',
    '可以看，不能再申领。没有收录新文件。',
    '你在文件到期前就够条件',
  );
  expect(app.text).not.toContain('你可以领');
});

test('被更高的一项替代：说明白，不再推荐', async () => {
  const facts: Facts = {
    home_county: '500242',
    fpzp: true,
    exit_completed: false,
    tekun: true,
    dibao: true,
    resident_pension_payer: true,
  };
  const storage = phoneWith(facts, IN_YOUYANG);
  const app = await openApp({ storage, url: '/packages/benefits/detail/index?id=cq-pension-dibao' });
  await app.see('不用再看这一项', '比这一项多，两项不加在一起', '现在可以用的');
});

test('重点帮扶县的特别说明，只在写到它的条目出现', async () => {
  const storage = phoneWith({ home_county: '500242' }, IN_YOUYANG);
  const app = await openApp({ storage, url: '/packages/benefits/detail/index?id=cq-household-one-job' });
  await app.see('酉阳土家族苗族自治县在国家乡村振兴重点帮扶县名单（2021年）里');
  await app.visit('/packages/benefits/detail/index?id=cq-pension-full');
  await app.see('原文怎么写', '参考结果');
  expect(app.text).not.toContain('重点帮扶县');
});

test('没有这一项：说清楚，给一条路', async () => {
  const app = await openApp({
    storage: phoneWith({}, IN_YOUYANG),
    url: '/packages/benefits/detail/index?id=nothing',
  });
  await app.see('没有找到这一项');
  await app.tap('看全部政策');
  await app.at('benefits/list');
});
