/** To start a business: the road, the form that files every step, the progress, the loan and the plan. */
import { readFile } from 'node:fs/promises';
import type { SignedIn } from '@/contract/session';
import { creditCheckDigit } from '@/domain/identity';
import { PHONE, YONGXIU, YOUYANG } from './phone';
import { onEveryPhone, openPortal } from './portal';
import type { Visit } from './visit';

const portal = openPortal({ people: true });
const BODY = '92500242MA5U0000X';
const LICENCE = BODY + creditCheckDigit(BODY);
const page = (name: string) => `/#/packages/startup/${name}/index`;

let session: SignedIn;
beforeEach(async () => {
  const { pool } = portal.floor.services.store;
  await pool.query('delete from session');
  await pool.query('truncate rate_limit, draft, case_file, case_event, service_case, attachment');
  session = await portal.signIn('cross-region');
});

const ticks = (visit: Visit, name: string) =>
  visit.page.locator('label.ui-check', { hasText: name }).filter({ visible: true }).first().tap();

onEveryPhone('三样一答，路就画出来；一张表一起报；每一步看得到', async (phone) => {
  const visit = await portal.open(phone, { place: YOUYANG, session, address: page('home') });
  await visit.isOn('创业一件事');
  await visit.sees('您的路', '没有在哪个区县核实过', '文件怎么说', '贷款算一算');
  await visit.looksRight();
  await visit.tap('还没有');
  await visit.tap('个体工商户');
  await ticks(visit, '创业担保贷款');
  await ticks(visit, '就业创业证');
  await visit.sees('要等“办营业执照”办好', '2025年规定', '渝人社规〔2025〕11号', '说一遍就够的');
  await visit.seesNot('“渝创渝新”大赛（');
  // what another year's rule says stands behind a press, with its name and whom to ask
  await visit.seesNot('个人最高50万元');
  await visit.tap(/^创业担保贷款意向.*2025年规定/);
  await visit.sees('个人最高50万元', '不是本年这份文件写的', '打12333问现在是不是这样');
  await visit.looksRight();
  await visit.tap('接着上次的填');

  let screens = 0;
  const next = async (...words: string[]) => {
    await visit.sees(...words);
    if (screens < 3) await visit.looksRight();
    screens++;
    await visit.tap('下一题');
  };
  await visit.sees('店开在哪个区县？');
  await visit.tap('酉阳');
  await next('店开在哪个区县？');
  await visit.fills('做什么', '样例小面馆');
  await next('您想做什么生意？', '店名想好了吗？');
  await visit.tap('做吃的');
  await next('是哪一行？');
  await next('营业执照有了吗？');
  await visit.page.locator('label.ui-choice', { hasText: '不是' }).filter({ visible: true }).first().tap();
  await next('做个体户，还是办企业？', '请人干活吗？');
  await visit.tap('租的');
  await visit.fills('店面地址', '样例镇样例街1号');
  await next('店面有了吗？', '店面在哪里？');
  await next('哪些想一起办？');
  await visit.fills('想贷', '100000');
  await visit.fills('用途', '装修、买灶台');
  await next('想贷多少？');
  await visit.fills('联系电话', '13800000001');
  await next('您叫什么名字？', '打哪个电话找您？');
  await visit.sees('手里有什么材料？', '行业许可');
  await visit.looksRight();
  screens++;
  await visit.tap('看一遍');
  await visit.sees('样例小面馆', '100000 元');
  screens++;
  // the question counted: twenty screens at most, the last one included
  process.stdout.write(`start-up form: ${screens} screens\n`);
  expect(screens).toBeLessThanOrEqual(20);
  await visit.tap('提交');
  await visit.isOn('开店办厂，一张表办');
  await visit.sees('编号');
  await visit.tap('看办到哪了');
  await visit.sees('这一件事的各步', '5 步里办好了 0 步', '等您去办', '等前一步');
  await visit.looksRight();

  await visit.tap('看这一步：办营业执照');
  await visit.sees('这一步要您去办', '样例小面馆', '全部复制');
  await visit.looksRight();
  await visit.tap('说已经办好了');
  await visit.fills('统一社会信用代码', `${LICENCE.slice(0, 17)}${LICENCE[17] === '0' ? '1' : '0'}`);
  await visit.tap(/^办好了$/);
  await visit.sees('代码有一位不对');
  await visit.looksRight();
  await visit.fills('统一社会信用代码', LICENCE);
  await visit.tap(/^办好了$/);
  await visit.sees('5 步里办好了 1 步', '您在别处办好了这一步');
  const { cases } = await portal.call('cases.mine', {}, session);
  expect(cases).toHaveLength(1);
  const loan = cases[0]?.bundle?.steps.find(({ step }) => step === 'loan');
  expect(loan?.standing).toBe('filed');

  await visit.page.goto(`${portal.url}/#/packages/cases/list/index`);
  await visit.isOn('我的办件');
  await visit.sees('5 步里办好了 1 步', '去办“纳税人信息确认”，办好了回来说一声');
  await visit.seesNot('创业担保贷款意向');
  await visit.tap('5 步里办好了 1 步');
  await visit.sees('创业担保贷款意向', '办营业执照');
  await visit.looksRight();
});

onEveryPhone('贷款算得出来，每一步怎么算的都写着', async (phone) => {
  const visit = await portal.open(phone, { place: YOUYANG, address: page('loan') });
  await visit.isOn('贷款算一算');
  await visit.fills('想贷多少（元）', '一万');
  await visit.sees('写数字，比如 100000');
  await visit.fills('想贷多少（元）', '100000');
  await visit.fills('几个月还清', '36');
  await visit.fills('年利率（%）', '3.5');
  await visit.sees(
    '2,930.21 元',
    '第1个月利息：100,000 × 3.5% ÷ 12 = 291.67 元',
    '渝人社规〔2025〕11号',
    '2025年规定怎么写的',
  );
  await visit.tap('每月先还利息');
  await visit.sees('291.67 元', '利息 10,500.12 元 × 50% = 5,250.06 元');
  await visit.looksRight();
  await visit.fills('年利率（%）', '6');
  await visit.sees(/比规定写的1.75%高/);
  await visit.looksRight();
});

onEveryPhone('一页计划：存在手机上，做成PDF和Word', async (phone) => {
  const visit = await portal.open(phone, { place: YOUYANG, address: page('plan') });
  await visit.isOn('一页计划');
  await visit.sees('写了 0 题，共 10 题');
  await visit.looksRight();
  await visit.fills('1. 您想开什么？', '样例小面馆');
  await visit.fills('10. 怕什么？真来了怎么办？', '没人来就送外卖');
  await visit.sees('写了 2 题，共 10 题');
  for (const [name, kind, starts] of [
    ['存成PDF', 'pdf', '%PDF'],
    ['存成Word，还能改', 'docx', 'PK'],
  ] as const) {
    const [download] = await Promise.all([visit.page.waitForEvent('download'), visit.tap(name)]);
    expect(download.suggestedFilename()).toBe(`开店计划.${kind}`);
    const bytes = await readFile(await download.path());
    expect(bytes.subarray(0, starts.length).toString('latin1')).toBe(starts);
    await visit.sees('已经存到手机的下载里');
  }
  await visit.page.reload();
  await visit.sees('写了 2 题，共 10 题');
  await visit.tap('清空重写');
  await visit.tap(/^清空$/);
  await visit.sees('写了 0 题，共 10 题');
});

onEveryPhone('没有收录的园区说没有收录', async (phone) => {
  const visit = await portal.open(phone, { place: YOUYANG, address: page('near') });
  await visit.isOn('附近帮得上的');
  await visit.sees('这里还没有收录导师和园区', '12333');
  await visit.looksRight();
});

test('计划是谁的就是谁的', async () => {
  const visit = await portal.open(PHONE, { place: YOUYANG, session, address: page('plan') });
  await visit.page.waitForFunction(() => localStorage.getItem('bangfu:account:1') !== null);
  await visit.fills('1. 您想开什么？', '样例小面馆');
  await visit.sees('写了 1 题，共 10 题');
  await visit.page.evaluate(() => localStorage.removeItem('bangfu:session:1'));
  await visit.page.reload();
  await visit.sees('写了 0 题，共 10 题');
});

test('永修：文件到期了，路是以前的，不收新的', async () => {
  const visit = await portal.open(PHONE, { place: YONGXIU, address: page('home') });
  await visit.isOn('创业一件事');
  await visit.sees(
    '这里的文件到期了，不收新的申请',
    '2025年12月31日',
    '创业没成，帮你找工作',
    '永人社字〔2021〕75号（九）',
    '找活干',
  );
  await visit.sees('下面是文件写的几样支持');
  for (const absent of ['渝人社规', '探索', '渝快办', '济南', '“渝创渝新”大赛', '营业执照有了吗？'])
    await visit.seesNot(absent);
  await visit.looksRight();
});
