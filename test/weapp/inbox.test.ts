/** @jest-environment-options {"customExportConditions": ["node"]} */
/** The inbox in the built package: the tab and its badge, days and cases, what WeChat answers when asked, without a network. */
import './node-globals';
import { randomUUID } from 'node:crypto';
import type { SignedIn } from '@/contract/session';
import { phoneOf, withPeople } from './people';
import { closeAll, keptBy, openApp } from './phone';
import type { Call, Simulator } from './simulator';
import { answer, type WxOptions } from './simulator/wx';

const TEMPLATES = {
  task: { id: 'T-TASK', places: ['thing1', 'thing2', 'time3'] },
  progress: { id: 'T-PROGRESS', places: ['thing1', 'thing2', 'time3'] },
} as const;
const people = withPeople({
  code2session: async (code) => ({ openId: `openid of ${code}`, unionId: null }),
  templates: TEMPLATES,
});
afterEach(closeAll);

const filing = () => ({
  id: randomUUID(),
  service: 'cq-transport-claim',
  service_version: 1,
  answers: { work_county: '500102', since: '2026-03', account: '6217000010001234567' },
  files: [],
  agreed: true as const,
});
async function step(id: string, action: Record<string, unknown>): Promise<void> {
  const officer = await people.signIn('staff-youyang');
  const { case: seen } = await people.call('desk.show', { id }, officer);
  await people.call(
    'desk.act',
    { id, version: seen.version, event: randomUUID(), ...action } as never,
    officer,
  );
}
async function toldTwice(session: SignedIn): Promise<string> {
  const { id } = await people.call('cases.file', filing(), session);
  await step(id, { action: 'accept' });
  const asked = { text: '请补样例证明', evidence: [], until: '2026-12-09' };
  await step(id, { action: 'ask_supplement', ...asked });
  return id;
}
const badge = (app: Simulator) => app.callsOf('setTabBarBadge').at(-1)?.[0] as { text?: string } | undefined;

test('标签上有几条没看；点开一条，打开那件事，少一条；别的手机上看过的，这里也是看过', async () => {
  const session = await people.signIn('exited');
  const id = await toldTwice(session);
  const app = await openApp({
    network: people.network(),
    storage: phoneOf(session),
    url: '/pages/messages/index',
  });
  await app.see('给您的消息（2 条没看）', '跨区域交通补助', '没看');
  await app.until(() => badge(app)?.text === '2', 'the badge');
  await app.tap('跨区域交通补助，样例板溪镇便民服务站：请在12月9日前补材料');
  await app.at('cases/case');
  await app.visit('/packages/inbox/list/index');
  await app.see('今天', '请在2026年12月9日前补材料', '说明：请补样例证明', '最晚12月9日（周三）', '没看');
  await soon(async () => (await people.call('messages.count', {}, session)).unread === 1);
  await app.tap('按事项');
  await app.see('2 条 · 1 条没看');
  await app.tap('按日子');
  await app.tap('全部看过');
  await soon(async () => (await people.call('messages.count', {}, session)).unread === 0);
  await app.unsee('没看');
  await app.visit(`/packages/inbox/list/index?case=${id}`);
  await app.see('看全部消息');
});

test('没有信号：看得到上一次的，写明是什么时候的；换了人，一条也看不到', async () => {
  const session = await people.signIn('pension');
  await toldTwice(session);
  const storage = phoneOf(session);
  const first = await openApp({ network: people.network(), storage, url: '/pages/messages/index' });
  await first.see('给您的消息（2 条没看）');
  await first.until(() => keptBy(storage, 'inbox') !== null, 'kept');
  first.close();
  const away = await openApp({ storage, url: '/packages/inbox/list/index' });
  await away.see('没有连上网，这是', '请补样例证明');
  away.close();
  const other = await people.signIn('lifted-only');
  for (const [key, value] of phoneOf(other)) storage.set(key, value);
  const next = await openApp({ network: people.network(), storage, url: '/pages/messages/index' });
  await next.see('还没有给您的消息');
  await next.unsee('请补样例证明');
});

/** WeChat's sheet, with what the person chose. */
const sheet =
  (said: Record<string, string>): Call =>
  (options) =>
    answer('requestSubscribeMessage', options as WxOptions, true, said);
const login: Call = (options) => answer('login', options as WxOptions, true, { code: 'this phone' });

async function afterFiling(handler: Call): Promise<{ app: Simulator; session: SignedIn; id: string }> {
  const session = await people.signIn('continued');
  const { id } = await people.call('cases.file', filing(), session);
  const app = await openApp({
    network: people.network(),
    storage: phoneOf(session),
    url: `/packages/apply/filed/index?id=${id}`,
    handlers: { requestSubscribeMessage: handler, login, openSetting: login },
  });
  await app.see('已送达', '微信通知');
  return { app, session, id };
}

test('刚交上去：点一下，微信问一次；同意了就记上，再打开不再问', async () => {
  const { app, session, id } = await afterFiling(
    sheet({ 'T-TASK': 'accept', 'T-PROGRESS': 'acceptWithAudio' }),
  );
  await app.tap('有进展用微信告诉我');
  await app.see('好了，有进展会用微信告诉您。');
  expect(app.callsOf('requestSubscribeMessage')[0]?.[0]).toMatchObject({ tmplIds: ['T-TASK', 'T-PROGRESS'] });
  const told = () => people.call('messages.settings', {}, session);
  await soon(async () => (await told()).wechat);
  expect((await told()).templates.map(({ left }) => left)).toEqual([1, 1]);
  await app.visit('/pages/home/index');
  await app.visit(`/packages/apply/filed/index?id=${id}`);
  await app.see('已送达', '问谁');
  await app.unsee('微信通知');
});

test.each([
  [{ 'T-TASK': 'reject', 'T-PROGRESS': 'reject' }, '您这次没有同意，不要紧', true],
  [{ 'T-TASK': 'ban', 'T-PROGRESS': 'ban' }, '这种通知被微信停用了，不是您的原因', false],
  [{ 'T-TASK': 'filter', 'T-PROGRESS': 'filter' }, '微信把重复的通知挡住了，不是您的原因', false],
])('%j：说清楚，有路可走', async (said, words, way) => {
  const { app, session } = await afterFiling(sheet(said));
  await app.tap('有进展用微信告诉我');
  await app.see(words);
  expect(app.controls('去打开通知').length > 0).toBe(way);
  const kept = async () => (await people.call('messages.settings', {}, session)).templates;
  const answers = Object.values(said);
  await soon(async () => (await kept()).every((one, n) => one.answer === answers[n]));
});

test('20004：全部关掉了，说在哪里打开；微信没有问成的，过一会儿再点', async () => {
  let fails: object = { errCode: 20004 };
  const { app } = await afterFiling((options) =>
    answer('requestSubscribeMessage', options as WxOptions, false, fails),
  );
  await app.tap('有进展用微信告诉我');
  await app.see('您在微信里关掉了这个小程序的全部通知');
  await app.tap('去打开通知');
  expect(app.callsOf('openSetting')).toHaveLength(1);
  fails = { errCode: 10002 };
  await app.tap('再同意一次');
  await app.see('微信没有问成，请过一会儿再点');
});

test('消息设置：开关马上生效，不打扰的钟点选得了', async () => {
  const session = await people.signIn('blank');
  const app = await openApp({
    network: people.network(),
    storage: phoneOf(session),
    url: '/packages/inbox/settings/index',
  });
  await app.see('每周汇总', '不打扰的时间', '21 点', '8 点', '现在没有同意过');
  await app.tap('每周汇总，不急的事不打扰，一周最多在微信里提醒一次');
  await app.see('存好了');
  expect((await people.call('messages.settings', {}, session)).digest).toBe(false);
});

/** What the server learns a moment later. */
async function soon(holds: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; !(await holds()); tries++) {
    if (tries === 100) throw new Error('waited in vain for the server');
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
