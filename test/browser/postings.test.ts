/** Postings at the desk and at an employer: verified, held back, doubted, published; who applied, and the answer. */
import { randomUUID } from 'node:crypto';
import { seedPostings } from '@/cloud/demo/postings';
import { dayNumber, isoOf } from '@/domain/calendar/days';
import { creditCode } from '../api/employers';
import { TODAY } from './clock';
import { PHONE, type Phone, phoneName, YOUYANG } from './phone';
import { onEveryPhone, openPortal } from './portal';

const portal = openPortal({ people: true });
const page = (path: string, query = '') => `/#/packages/${path}/index${query}`;
const SCREEN: Phone = { width: 1280, height: 800, scale: 1 };
const DESKS = [SCREEN, PHONE];
const inDays = (days: number) => isoOf(dayNumber(TODAY) + days);

beforeEach(async () => {
  const { store } = portal.floor.services;
  await store.pool.query(
    'truncate rate_limit, job_posting, posting_event, posting_report, employer_record, work_application',
  );
  await seedPostings(portal.floor.services, new Date(`${TODAY}T09:00:00+08:00`));
});

describe.each(DESKS.map((phone) => [phoneName(phone), phone] as const))('工作台：%s', (_, phone) => {
  test('核实一个，放开一个扣下的，核实一个说不实的', async () => {
    const session = await portal.signIn('staff-youyang');
    const visit = await portal.open(phone, { place: YOUYANG, session, address: page('desk/postings') });
    await visit.sees('等核实 1', '说不实 1', '扣下的 1', '样例缝纫工 · 样例板溪制衣厂');
    await visit.looksRight();
    await visit.tap('筛选');
    await visit.looksRight();
    await visit.tap(/^样例缝纫工 · /);
    await visit.sees('等区县核实', '92500242MA5U90022W', /每月3000到4500元/, '交给区县核实');
    await visit.looksRight();
    await visit.tap('核实了，大家看得到');
    await visit.sees('办好了', '在招', '核实了');
    await visit.page.goBack();
    await visit.sees('没有等着核实的');
    await visit.tap(/^扣下的/);
    await visit.tap(/^样例包装工 · /);
    await visit.sees(/限女性/, /劳动法第十三条/);
    await visit.tap('放开');
    await visit.sees('大家又看得到了。');
    await visit.tap('就这样办');
    await visit.sees('请写为什么');
    await visit.looksRight();
    await visit.fills('为什么', '单位改了说法，打电话问过');
    await visit.tap('就这样办');
    await visit.sees('办好了', '放开了');
    await visit.page.goBack();
    await visit.tap(/^说不实/);
    await visit.tap(/^样例锁边工 · /);
    await visit.sees('给的钱和写的不一样', /到手2400/, '不显示是谁说的');
    await visit.looksRight();
    await visit.tap('属实，一直隐藏');
    await visit.fills('为什么', '核对了工资条');
    await visit.tap('就这样办');
    await visit.sees('隐藏了', '核实属实');
  });

  test('发布一个；不该提的要求先扣下；数字', async () => {
    const session = await portal.signIn('staff-youyang');
    const visit = await portal.open(phone, { place: YOUYANG, session, address: page('desk/posting') });
    await visit.sees('招什么人', '给多少钱', '在哪里干');
    await visit.tap('发布');
    await visit.sees('请写招什么工', '请写哪个单位招人', '请选招到哪天');
    await visit.looksRight();
    await visit.fills('招什么工', '样例保洁员');
    await visit.fills('招几个人（可以不写）', '4');
    await visit.fills('干什么活（可以不写）', '打扫办公楼，年龄45岁以下');
    await visit.fills('最少多少元', '2600');
    await visit.fills('哪个乡镇（可以不写）', '样例板溪镇');
    await visit.fills('招到哪天', inDays(20));
    await visit.fills('哪个单位招人', '样例物业公司');
    await visit.tap('再说几样，大家更好找（可以不填）');
    await visit.looksRight();
    await visit.tap('发布');
    await visit.sees('先扣下了，没有发布', /45岁以下/);
    await visit.looksRight();
    await visit.tap('去改');
    await visit.fills('干什么活（可以不写）', '打扫办公楼');
    await visit.tap('改好了');
    await visit.sees('发布了，大家看得到');
    await visit.tap('看这个岗位');
    await visit.sees('样例保洁员', '在招', '改了内容');
    const numbers = await portal.open(phone, { place: YOUYANG, session, address: page('desk/openings') });
    await numbers.sees('在招岗位', '要招的人', '样例板溪镇');
    await numbers.looksRight();
    await numbers.tap('按种类');
    await numbers.sees('企业和园区');
  });

  test('欠薪公布：登记一条，撤回', async () => {
    const session = await portal.signIn('staff-youyang');
    const visit = await portal.open(phone, { place: YOUYANG, session, address: page('desk/records') });
    await visit.sees('还没有登记过', /正在办、没有定的投诉，不能写在这里/);
    await visit.tap('登记一条');
    await visit.tap('登记');
    await visit.sees('请写单位名称', '请写哪个部门公布的', /请写公布的文号/);
    await visit.looksRight();
    await visit.fills('单位名称', '样例建筑公司');
    await visit.fills('统一社会信用代码', creditCode('0007'));
    await visit.fills('哪个部门公布的', '样例人社局');
    await visit.fills('哪天公布的', inDays(-3));
    await visit.fills('公布的文号', '样例公字〔2026〕1号');
    await visit.tap('登记');
    await visit.sees('登记好了', /样例人社局，.*样例公字〔2026〕1号。公布时未写期限/);
    await visit.looksRight();
    await visit.tap('撤回：样例建筑公司');
    await visit.sees('不撤回');
    await visit.looksRight();
    await visit.fills('为什么撤回', '登记错了');
    await visit.page.getByRole('dialog').getByRole('button', { name: '撤回', exact: true }).click();
    await visit.sees(/撤回了，大家看不到/);
  });
});

onEveryPhone('单位：看自己的岗位，发布，停招，没写完的还在', async (phone) => {
  const session = await portal.signIn('employer-youyang');
  const visit = await portal.open(phone, { place: YOUYANG, session, address: page('employer/home') });
  await visit.sees('样例板溪制衣厂 · 酉阳土家族苗族自治县', /区县打电话核实过/, '等区县核实', '扣下了');
  await visit.looksRight();
  await visit.tap('发布一个岗位');
  await visit.fills('招什么工', '样例裁剪工');
  await visit.looksRight();
  await visit.page.reload();
  await visit.sees('招什么人');
  expect(await visit.page.getByLabel('招什么工').inputValue()).toBe('样例裁剪工');
  await visit.fills('最少多少元', '3500');
  await visit.fills('招到哪天', inDays(20));
  await visit.tap('交上去');
  await visit.sees('交给区县了，核实以后大家就看得到');
  await visit.looksRight();
  const again = await portal.open(phone, { place: YOUYANG, session, address: page('employer/home') });
  await again.sees('样例裁剪工');
  await again.tap('停招：样例裁剪工');
  await again.sees('停招这个岗位');
  await again.page.getByRole('dialog').getByRole('button', { name: '停招' }).click();
  await again.sees('停招了');
  await again.tap('停了的');
  await again.sees('样例裁剪工');
  await again.tap('改日期，再招：样例裁剪工');
  await again.sees('招什么人');
  expect(await again.page.getByLabel('招什么工').inputValue()).toBe('样例裁剪工');
});

onEveryPhone('单位改在招的：改了工钱先说清楚要再核实，没有改的不说；写到一半还在', async (phone) => {
  const posting = '00000000-0000-4000-8022-000000000003';
  const session = await portal.signIn('employer-youyang');
  const address = page('desk/posting', `?id=${posting}`);
  const visit = await portal.open(phone, { place: YOUYANG, session, address });
  await visit.sees('改岗位', '改好了');
  await visit.fills('招几个人（可以不写）', '1');
  await visit.sees('改好了');
  await visit.fills('最少多少元', '2600');
  await visit.fills('打哪个电话问（可以不写）', '02300000001');
  await visit.sees('交上去以后，先不给大家看', /您改了工钱、电话。区县重新核实过/, '交上去');
  await visit.looksRight();
  await visit.page.reload();
  await visit.sees('交上去以后，先不给大家看');
  expect(await visit.page.getByLabel('最少多少元').inputValue()).toBe('2600');
  await visit.tap('交上去');
  await visit.sees('交给区县了，核实以后大家就看得到');
  const desk = await portal.open(phone, {
    ...{ place: YOUYANG, session: await portal.signIn('staff-youyang') },
    address: page('desk/offer', `?id=${posting}`),
  });
  await desk.sees('等区县核实', /改了工钱、电话/);
  await desk.looksRight();
});

onEveryPhone('单位：看谁应聘，请来面试', async (phone) => {
  const posting = '00000000-0000-4000-8022-000000000003';
  const resident = await portal.signIn('cross-region');
  const answers = { posting, county: '500242', name: '样例张跨区', phone: '13800000001' };
  const form = { id: randomUUID(), service: 'job-apply', service_version: 1, answers, files: [] };
  await portal.call('cases.file', { ...form, agreed: true }, resident);
  const session = await portal.signIn('employer-youyang');
  const visit = await portal.open(phone, { place: YOUYANG, session, address: page('employer/home') });
  await visit.sees('看谁应聘，1人等答复');
  await visit.tap('看谁应聘，1人等答复');
  await visit.sees('样例张跨区', '没有答复', '您看过谁，对方看得到。');
  await visit.looksRight();
  await visit.tap('请来面试：样例张跨区');
  await visit.tap('发给对方');
  await visit.sees('请选哪天', '请写在哪里');
  await visit.looksRight();
  await visit.fills('哪天', inDays(3));
  await visit.fills('在哪里', '样例路3号');
  await visit.tap('发给对方');
  await visit.sees('已经告诉样例张跨区', '叫来面试', /面试：/);
});

test('不是单位的人', async () => {
  const session = await portal.signIn('continued');
  const visit = await portal.open(PHONE, {
    ...{ place: YOUYANG, session, address: page('employer/home') },
    expected: /status of 403/,
  });
  await visit.sees('这里给招人的单位用', '去绑定单位');
  await visit.looksRight();
});
