/** Journey 7: after one visit the app opens and works without any network, and says from when its policies are. */
import { MIGRANT, PHONE, STUDENT, YONGXIU } from './phone';
import { onEveryPhone, openPortal } from './portal';
import type { Visit } from './visit';

const portal = openPortal({ whole: true });
const OFFLINE = /^离线 · 更新于 \d\d:\d\d$/;

/** The worker has installed itself, every built file with it, and the policies lie on the phone. */
async function fullyLoaded(visit: Visit): Promise<void> {
  await visit.isOn('就业帮扶码');
  const inPlace = () =>
    visit.page.evaluate(async () => {
      const documents = Object.keys(localStorage).filter((key) => key.startsWith('bangfu:document:'));
      const worker = await navigator.serviceWorker.getRegistration();
      return worker?.active?.state === 'activated' && documents.length === 2;
    });
  await visit.until(inPlace, 'the offline worker is not registered or the documents are not on the phone');
}

async function reloadsOffline(visit: Visit): Promise<void> {
  await visit.cutNetwork();
  await visit.page.reload();
  await visit.sees(OFFLINE);
}

onEveryPhone('opened without a network: questions, list, benefit and document', async (phone) => {
  const { transport_paid_this_year: _, ...answers } = MIGRANT;
  const visit = await portal.open(phone, { place: YONGXIU, answers, worker: true });
  await fullyLoaded(visit);
  await reloadsOffline(visit);
  await visit.sees(/永修县人力资源和社会保障局/, '文件2025年12月31日已到期');
  await visit.looksRight();

  await visit.tap(/^补贴/);
  await visit.isOn('我的补贴和服务');
  await visit.sees(OFFLINE, '全部 35');
  await visit.fills('看哪一天', '2023-04-20');
  await visit.sees('待补信息');
  await visit.looksRight();
  await visit.fills('搜一搜', '路费');
  await visit.tap(/^外出务工交通补助/);
  await visit.isOn('外出务工交通补助');
  await visit.tap(/^去回答：今年还没领过/);
  await visit.sees('今年领过外出务工交通补助吗？', OFFLINE);
  await visit.tap('没领过');
  await visit.tap('保存');
  await visit.page.getByRole('heading', { name: '你可以领 500 元' }).waitFor();
  await visit.looksRight();
  await visit.tap('看整条');
  await visit.isOn('文件原文');
  await visit.sees('补助标准为500元/人', OFFLINE);
  await visit.page.locator('.ui-mark').first().waitFor();
  await visit.looksRight();

  // closed and opened again, still without a network: the answer is there
  await visit.page.goto(`${portal.url}/#/pages/me/index`);
  await visit.page.reload();
  await visit.isOn('我的');
  await visit.sees('没领过', OFFLINE);
});

test('the quick check, the list as of a day, 雨露计划 and the library, network cut in the middle', async () => {
  const { elimination_semester: _, ...answers } = STUDENT;
  const visit = await portal.open(PHONE, { place: YONGXIU, answers, worker: true });
  await fullyLoaded(visit);
  await visit.tap(/^补贴/);
  await visit.fills('看哪一天', '2023-05-20');
  await visit.tap(/^接着答/);
  await visit.sees(/^第 1 题/);

  await visit.cutNetwork();
  for (let at = 2; at <= 4; at++) {
    await visit.tap('不清楚');
    await visit.tap('下一题');
    await visit.sees(new RegExp(`^第 ${at} 题`));
  }
  await visit.tap('上一题');
  expect(await visit.chosen('不清楚')).toBe(true);
  await visit.back();
  await visit.back();

  // pages never opened before come from the worker
  await visit.tap(/^雨露计划/);
  await visit.tap('满了');
  await visit.sees('先回答这几题，才能算出来', '2021年春季学期开始纳入');
  await visit.back();
  await visit.tap('办事');
  await visit.tap(/^政策宣传/);
  await visit.isOn('政策宣传');
  await visit.fills('在文件里搜', '雨露计划');
  await visit.tap(/^（十四）/);
  await visit.sees('风险消除后从下一学期起停止发放补助');
  await visit.back();
  await visit.fills('在文件里搜', '');
  await visit.tap(/^重庆市建立常态化/);
  await visit.sees('渝人社规〔2026〕6号');
});

test('the network comes back: the policies are asked for again and the strip goes', async () => {
  const visit = await portal.open(PHONE, { place: YONGXIU, worker: true });
  await fullyLoaded(visit);
  await reloadsOffline(visit);
  await visit.restoreNetwork();
  await visit.seesNot(OFFLINE);
  await visit.sees(/永修县人力资源和社会保障局/);
});

test('a place without its policies on the phone: what happened, that nothing is lost, whom to call', async () => {
  const visit = await portal.open(PHONE, { answers: MIGRANT, worker: true });
  await visit.isOn('选地方');
  await visit.sees('永修县');
  await visit.until(
    () =>
      visit.page.evaluate(
        async () => (await navigator.serviceWorker.getRegistration())?.active?.state === 'activated',
      ),
    'the offline worker is not registered',
  );
  await visit.cutNetwork();
  await visit.tap('永修县');
  await visit.isOn('就业帮扶码');
  await visit.sees('连不上网', '您答过的都还在这台手机上，没有丢。', '再试一次', '12333');
  await visit.looksRight();
  // as soon as there is a network again, without a tap
  await visit.restoreNetwork();
  await visit.sees(/永修县人力资源和社会保障局/);
});
