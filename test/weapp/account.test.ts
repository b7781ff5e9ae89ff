/** @jest-environment-options {"customExportConditions": ["node"]} */
import './node-globals';
import { WechatError } from '@/cloud/adapters/wechat';
import { PEOPLE } from '@/cloud/demo/samples';
import { sampleNumber } from '@/cloud/demo/seed';
import { phoneOf, withPeople } from './people';
import { closeAll, IN_YOUYANG, keep, keptBy, openApp } from './phone';
import { type Call, dataOf, type Simulator } from './simulator';
import { answer, type WxOptions } from './simulator/wx';

/** WeChat behind the server: says who a login code belongs to. */
const people = withPeople({
  code2session: async (code) => {
    if (code === 'high-risk') throw new WechatError('HighRiskUser', 40226, 'high-risk');
    return { openId: `openid of ${code}`, unionId: null };
  },
});
afterEach(closeAll);

const SIGN_IN = '/packages/account/signin/index';
const BIND = '/packages/account/bind/index';
const ME = '/pages/me/index';

const loginGives =
  (code: string | null): Call =>
  (options) =>
    answer('login', options as WxOptions, code !== null, code === null ? {} : { code });

const inYouyang = () => {
  const storage = new Map<string, string>();
  keep(storage, 'place', IN_YOUYANG);
  return storage;
};

describe('微信登录', () => {
  test('一个按钮，回到来的地方；除了登录凭证和设备的叫法，什么也不送出去', async () => {
    const network = people.network();
    const app = await openApp({
      network,
      storage: inYouyang(),
      url: ME,
      handlers: { login: loginGives('one') },
    });
    await app.tap('登录');
    await app.at('account/signin');
    await app.see('不登录，政策照样全部能看。', '不要您的头像、昵称和手机号。');
    expect(app.all('wx-input')).toHaveLength(0);
    await app.tap('微信登录');
    await app.at('pages/me');
    await app.see('已登录', '去核对身份');
    const sent = network.sent.filter(({ path }) => path === 'session.wechat');
    expect(sent).toEqual([{ path: 'session.wechat', input: { code: 'one', device: '安卓手机 · 微信' } }]);
    expect(keptBy(app.storage, 'session')).toMatchObject({ acting: null });
  });

  test('没成功：说清楚，再点一次就好', async () => {
    let login = loginGives(null);
    const handlers = { login: (options: unknown) => login(options) };
    const app = await openApp({ network: people.network(), storage: inYouyang(), url: SIGN_IN, handlers });
    await app.tap('微信登录');
    await app.see('微信登录没有成功', '请再点一次登录。');
    login = loginGives('two');
    await app.tap('微信登录');
    await app.at('pages/home');
  });

  test('微信不让登录：改用手机号', async () => {
    const app = await openApp({
      network: people.network(),
      storage: inYouyang(),
      url: SIGN_IN,
      handlers: { login: loginGives('high-risk') },
    });
    await app.tap('微信登录');
    await app.see('微信不让这个账号登录');
    await app.tap('改用手机号登录');
    await app.type('手机号', '139 1234 5678');
    await app.tap('获取验证码');
    await app.see('短信里的验证码是多少？', '139****5678');
    const code = /验证码是 (\d{6})/.exec(app.text)?.[1] ?? '';
    await app.type('验证码', code);
    await app.tap('登录');
    await app.at('pages/home');
    await app.see('还差一步就有帮扶码');
  });

  test('演示里用样例身份登录，每一页都写着演示；退出以后一点不留', async () => {
    const app = await openApp({ network: people.network(), storage: inYouyang(), url: ME });
    await app.tap('登录');
    await app.tap('样例陈继续');
    await app.at('pages/me');
    await app.see('演示', '样例**', '已实名');
    await app.visit('/pages/home/index');
    await app.until(() => keptBy(app.storage, 'codes') !== null, 'a code kept for when there is no network');
    await app.visit(ME);
    await app.tap('退出登录');
    await app.see('退出登录？');
    await tapIn(app, '.ui-sheet', '退出登录');
    await app.see('不用一题一题答');
    expect(app.text).not.toContain('样例**');
    expect([keptBy(app.storage, 'session'), keptBy(app.storage, 'codes')]).toEqual([null, null]);
  });

  test('登录被别处结束了：回到没登录，政策照样能看', async () => {
    const session = await people.signIn('pension');
    await people.call('session.end', { session: 'everywhere' }, session);
    const app = await openApp({ network: people.network(), storage: phoneOf(session) });
    await app.see('登录后有您的帮扶码', '补贴');
    expect(keptBy(app.storage, 'session')).toBeNull();
  });
});

/** Presses the control of that name inside a part of the page, when the page behind has one of the same name. */
async function tapIn(app: Simulator, part: string, name: string): Promise<void> {
  const others = app.controls(name).filter((one) => one.closest(part) === null);
  for (const other of others) other.remove();
  await app.tap(name);
}

describe('核对身份', () => {
  const grandmother = PEOPLE.find(({ name }) => name === '样例周奶奶');
  if (!grandmother) throw new Error('the sample without an account is gone');

  test('一样一样同意，不打勾不算；号码在手机上先查；工作人员扫码以后自己会变', async () => {
    const session = await people.signInWithWechat('grandmother');
    const network = people.network();
    const app = await openApp({ network, storage: phoneOf(session), url: BIND });
    await app.see('用姓名和身份证号找到我的台账', '不同意会怎样');
    expect(app.isOn('我看明白了，同意')).toBe(false);
    await app.tap('同意，下一步');
    await app.see('请先在上面打勾');
    await app.tap('我看明白了，同意');
    await app.until(() => app.isOn('我看明白了，同意'), 'the tick');
    await app.tap('同意，下一步');
    await app.see('读取台账里的帮扶身份');
    expect(app.isOn('我看明白了，同意')).toBe(false);
    await app.tap('不同意，跳过');
    await app.see('读取和健康有关的登记');
    await app.tap('不同意，跳过');

    const number = sampleNumber(grandmother);
    await app.type('姓名', grandmother.name);
    await app.type('身份证号', `${number.slice(0, 10)}13${number.slice(12)}`);
    await app.tap('核对');
    await app.see('第7到14位是出生日期');
    expect(network.sent.map(({ path }) => path)).not.toContain('identity.bind');
    const label = app.all('wx-input')[1];
    expect(label).toBeDefined();
    await app.type(`身份证号，${/第7到14位[^核]+没有这一天/.exec(app.text)?.[0] ?? ''}`, number);
    await app.tap('核对');
    await app.see('请工作人员当面确认', '不管台账里有没有，看到的都一样');
    expect(network.sent.filter(({ path }) => path === 'consent.give').map(({ input }) => input)).toEqual([
      { kind: 'identity', version: 1 },
    ]);

    // the worker scans what the phone shows; asking for it again would change it
    const { confirm } = await people.call('identity.status', {}, session);
    const worker = await people.signIn('staff-youyang');
    const desk = await openApp({
      network: people.network(),
      storage: phoneOf(worker),
      url: '/packages/desk/confirm/index',
      handlers: {
        scanCode: (options) => answer('scanCode', options as WxOptions, true, { result: confirm?.text }),
      },
    });
    await desk.tap('扫一扫');
    await desk.see('和身份证对一下', grandmother.name, number.slice(-4), '在本区县的台账里');
    await desk.tap('人证一致，确认');
    await desk.see('已经确认');
    await app.until(() => app.text.includes('身份已经核对'), 'the phone to notice', 15_000);
  });
});

test.each([
  [SIGN_IN, null, '微信登录'],
  [ME, 'staff-youyang', '帮人核对身份'],
  ['/packages/account/devices/index', 'continued', '正在用的这台'],
  [BIND, 'continued', '身份已经核对'],
  ['/packages/code/show/index', 'parent', '秒后换新码'],
  ['/packages/code/verify/index', null, '扫对方的码'],
  ['/packages/desk/confirm/index', 'staff-youyang', '扫对方的确认码'],
  ['/packages/desk/requests/index', 'staff-youyang', '没有等答复的'],
])('%s：能按的都有名字，读屏念得出来', async (url, sample, words) => {
  const storage = sample ? phoneOf(await people.signIn(sample)) : inYouyang();
  const app = await openApp({ network: people.network(), storage, url });
  await app.see(words);
  const nameless = app.controls().filter((one) => !dataOf(one).ariaLabel);
  expect(nameless.map(({ outerHTML }) => outerHTML.slice(0, 120))).toEqual([]);
});
