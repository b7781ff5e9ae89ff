/** Journeys 3 and 4: what it all means for me, and one benefit with its reasons. */
import { MIGRANT, PHONE, YONGXIU } from './phone';
import { onEveryPhone, openPortal } from './portal';
import type { Visit } from './visit';

const portal = openPortal();
const SUBSIDY = '外出务工交通补助';

async function opensList(visit: Visit, day: string): Promise<void> {
  await visit.tap(/^补贴/);
  await visit.isOn('我的补贴和服务');
  await visit.fills('看哪一天', day);
  await visit.sees(/^按.*看$/);
}

async function opensSubsidy(visit: Visit, day: string): Promise<void> {
  await opensList(visit, day);
  await visit.fills('搜一搜', SUBSIDY);
  await visit.tap(new RegExp(`^${SUBSIDY}`));
  await visit.isOn(SUBSIDY);
}

/** The quoted passage that is highlighted, and whether it stands on the screen without scrolling. */
async function marked(visit: Visit): Promise<string> {
  const mark = visit.page.locator('.ui-mark').filter({ visible: true }).first();
  await mark.waitFor();
  const height = visit.page.viewportSize()?.height ?? 0;
  await visit.until(async () => {
    const box = await mark.boundingBox();
    return box !== null && box.y > 0 && box.y < height;
  }, 'the highlighted sentence is off the screen');
  return (await mark.textContent()) ?? '';
}

onEveryPhone('the list: groups in order, search, filter, another day', async (phone) => {
  const visit = await portal.open(phone, { address: '/?scene=yx7Kq2mP', answers: MIGRANT });
  await visit.sees('文件2025年12月31日已到期');
  await visit.looksRight();
  await visit.tap(/^补贴/);
  await visit.isOn('我的补贴和服务');
  // today the document has ended: all of it can be read, none of it can be had
  await visit.sees('这里的文件已于2025年12月31日到期', '全部 35', '已到期 35');
  await visit.seesNot(/^符合/);
  await visit.looksRight();

  await visit.fills('看哪一天', '2023-04-20');
  await visit.sees('按2023年4月20日（周四）看', '回到今天', '接着答');
  const groups = await visit.page
    .getByRole('heading', { level: 2 })
    .filter({ visible: true })
    .allInnerTexts();
  expect(groups).toEqual(['符合', '待补信息', '已到期']);
  await visit.looksRight();

  await visit.fills('搜一搜', '路费');
  await visit.sees('全部 1', SUBSIDY);
  await visit.seesNot('每月回访');
  await visit.looksRight();
  await visit.fills('搜一搜', '登月');
  await visit.sees('没有找到“登月”', '也可以打 12333 问');
  await visit.looksRight();
  await visit.tap('清空');

  await visit.tap(/^待补 \d+/);
  await visit.seesNot(SUBSIDY);
  await visit.seesNot(/^符合$/);
  await visit.sees(/^还缺 1 项：/);
  await visit.looksRight();
  await visit.tap('回到今天');
  await visit.tap(/^全部 35/);
  await visit.sees('这里的文件已于2025年12月31日到期');
});

onEveryPhone('500 yuan: why, to whom, who handles it, and the law one tap away', async (phone) => {
  const visit = await portal.open(phone, { place: YONGXIU, answers: MIGRANT });
  await opensSubsidy(visit, '2023-04-20');
  await visit.sees('按2023年4月20日（周四）看', '为什么符合：4 条都够', /^要满 3 个月，你 ?3 个月零 10 天$/);
  expect(await visit.page.getByRole('heading', { name: '你可以领 500 元' }).isVisible()).toBe(true);
  await visit.sees('500 元，每人每年', '发给你本人', '永修县就业创业服务中心', '居民身份证或社会保障卡');
  // how an open passage is read
  await visit.sees('这里读作：脱贫人口和监测对象都算', '参考结果，以主管部门审核为准。');
  expect(await visit.control(/^打电话 打 12333/).getAttribute('href')).toBe('tel:12333');
  await visit.looksRight();

  await visit.tap('看整条');
  await visit.isOn('文件原文');
  await visit.sees('（三）推进劳务输出', '永人社字〔2021〕75号', '补助标准为500元/人');
  // the sentence the condition rests on, not the whole item
  expect(await marked(visit)).toMatch(
    /^从衔接推进乡村振兴补助资金中列支.*脱贫人口，特别是防止返贫监测对象.*500元\/人。$/,
  );
  await visit.looksRight();
  await visit.back();
  await visit.isOn(SUBSIDY);
});

onEveryPhone('23 days short: how far, from when, and a way on', async (phone) => {
  const visit = await portal.open(phone, { place: YONGXIU, answers: MIGRANT });
  await opensSubsidy(visit, '2023-03-18');
  await visit.sees(
    '还差 23 天',
    '再稳定就业 23 天，2023年4月10日（周一）起就能申领。',
    /^要满 3 个月，你 ?2 个月零 8 天$/,
  );
  await visit.sees('1月10日开始干', '4月10日满 3 个月', '现在可以用的', '江西就业帮扶码');
  await visit.seesNot('你可以领');
  await visit.looksRight();
  await visit.tap('另外 3 条都符合');
  await visit.sees('今年还没领过');
  await visit.looksRight();

  await visit.tap(/^改回答：稳定就业满3个月/);
  await visit.sees('你从哪天起在省外一直干到现在？');
  await visit.fills('选日期', '2022-12-18');
  await visit.tap('保存');
  await visit.isOn(SUBSIDY);
  await visit.sees('为什么符合：4 条都够');
});

test('the day before and the day', async () => {
  for (const [day, heading] of [
    ['2023-04-09', '还差 1 天'],
    ['2023-04-10', '你可以领 500 元'],
  ] as const) {
    const visit = await portal.open(PHONE, { place: YONGXIU, answers: MIGRANT });
    await opensSubsidy(visit, day);
    await visit.page.getByRole('heading', { name: heading, exact: true }).waitFor();
  }
});

onEveryPhone('a missing fact is a button to exactly that question', async (phone) => {
  const { transport_paid_this_year: _, ...answers } = MIGRANT;
  const visit = await portal.open(phone, { place: YONGXIU, answers });
  await opensSubsidy(visit, '2023-04-20');
  await visit.sees('待补信息', '还要弄清楚的', '还不知道');
  await visit.seesNot('你可以领');
  await visit.looksRight();
  await visit.tap(/^去回答：今年还没领过/);
  await visit.isOn('改一个回答');
  await visit.sees('今年领过外出务工交通补助吗？');
  await visit.tap('没领过');
  await visit.tap('保存');
  await visit.isOn(SUBSIDY);
  await visit.page.getByRole('heading', { name: '你可以领 500 元' }).waitFor();
});

test('an address of a benefit that is not there says so', async () => {
  const visit = await portal.open(PHONE, {
    place: YONGXIU,
    address: '/#/packages/benefits/detail/index?id=no-such',
  });
  await visit.sees('没有找到这一项');
  await visit.looksRight();
  await visit.tap('看全部政策');
  await visit.isOn('我的补贴和服务');
});
