/** @jest-environment-options {"customExportConditions": ["node"]} */
import './node-globals';
import type { MyCode } from '@/client/my-code';
import { phoneOf, withPeople } from './people';
import { closeAll, keep, keptBy, type Network, openApp } from './phone';
import type { Call, Simulator } from './simulator';
import { answer, type WxOptions } from './simulator/wx';

const people = withPeople();
afterEach(() => {
  jest.restoreAllMocks();
  closeAll();
});

const CODE = '/packages/code/show/index';
const VERIFY = '/packages/code/verify/index';

const ok =
  (name: string, result: object = {}): Call =>
  (options) =>
    answer(name, (options ?? {}) as WxOptions, true, result);

/** A phone whose screen is half bright. */
const screen = (): Record<string, Call> => ({
  getScreenBrightness: ok('getScreenBrightness', { value: 0.5 }),
  setScreenBrightness: ok('setScreenBrightness'),
  setKeepScreenOn: ok('setKeepScreenOn'),
});

/** The code on the phone, as it is kept. */
const codeOf = (app: Simulator): MyCode | undefined =>
  (keptBy(app.storage, 'codes') as Record<string, MyCode> | null)?.self;

async function issued(app: Simulator): Promise<MyCode> {
  await app.until(() => codeOf(app), 'a code');
  return codeOf(app) as MyCode;
}

const asked = (network: Network) => network.sent.filter(({ path }) => path === 'code.issue').length;

/** What WeChat's image draws: another text is another picture. */
const picture = (app: Simulator) => String(app.all('wx-image')[0]?.getAttribute('src') ?? '');

describe('帮扶码', () => {
  test('从首页点开：脱敏的名字、区县、帮扶对象，码是真的；屏幕调亮，离开就还原', async () => {
    const session = await people.signIn('parent');
    const app = await openApp({ network: people.network(), storage: phoneOf(session), handlers: screen() });
    await app.see('样例** 的帮扶码', '点开给工作人员看');
    const { code } = await issued(app);
    await app.tap('样例** 的帮扶码');
    await app.at('code/show');
    await app.see('样例**', '重庆 · 酉阳', '帮扶对象', '秒后换新码', '码里没有姓名和证件号');
    expect(await people.call('code.verify', { token: code.token })).toMatchObject({
      result: 'genuine',
      target: true,
      name: null,
    });
    const bright = () =>
      app.callsOf('setScreenBrightness').map(([options]) => (options as { value: number }).value);
    await app.until(() => bright().includes(1), 'the screen as bright as it goes');
    expect(app.callsOf('setKeepScreenOn')[0]?.[0]).toMatchObject({ keepScreenOn: true });
    await app.back();
    await app.until(() => bright().length === 2, 'the brightness put back');
    expect(bright()).toEqual([1, 0.5]);
    expect(app.callsOf('setKeepScreenOn').slice(-1)[0]?.[0]).toMatchObject({ keepScreenOn: false });
  });

  test('一分钟后自己换新的，没到一分钟不换', async () => {
    const session = await people.signIn('parent');
    const network = people.network();
    const [realNow, realTimeout] = [Date.now, setTimeout];
    let ahead = 0;
    jest.spyOn(Date, 'now').mockImplementation(() => realNow() + ahead);
    // the page's minute is not waited for, only asked about
    jest
      .spyOn(globalThis, 'setTimeout')
      .mockImplementation(((run: () => void, ms = 0) => realTimeout(run, ms > 9000 ? 20 : ms)) as never);
    const app = await openApp({ network, storage: phoneOf(session), url: CODE, handlers: screen() });
    const first = await issued(app);
    await app.see('秒后换新码');
    ahead += 50_000;
    await new Promise((resolve) => realTimeout(resolve, 300));
    expect(asked(network)).toBe(1);
    ahead += 11_000;
    await app.until(() => codeOf(app)?.code.token !== first.code.token, 'a new code');
    expect(asked(network)).toBe(2);
  });

  test('没有网：今天最后一个码还在，写明几点生成的；过了今天的不给看', async () => {
    const session = await people.signIn('parent');
    const network = people.network();
    const first = await openApp({ network, storage: phoneOf(session), handlers: screen() });
    const mine = await issued(first);
    first.close();

    const age = (change: Partial<MyCode>) =>
      keep(first.storage, 'codes', { self: { ...mine, at: mine.at - 300_000, ...change } });
    network.up = false;
    age({});
    const app = await openApp({ network, storage: first.storage, url: CODE, handlers: screen() });
    await app.see('生成，离线', '这是今天最后一个码', '样例**', '帮扶对象');
    expect(app.text).toMatch(/10:3\d 生成，离线/);
    app.close();

    const over = new Date(Date.parse(mine.code.issued_at) - 3_600_000).toISOString();
    age({ code: { ...mine.code, expires_at: over } });
    const tomorrow = await openApp({ network, storage: first.storage, url: CODE, handlers: screen() });
    await tomorrow.see('连不上网');
    expect(tomorrow.text).not.toContain('样例**');
    expect(picture(tomorrow)).toBe('');
  });

  test('停用：问过才停，旧的作废，马上有新的', async () => {
    const session = await people.signIn('parent');
    const app = await openApp({
      network: people.network(),
      storage: phoneOf(session),
      url: CODE,
      handlers: screen(),
    });
    const { code } = await issued(app);
    await app.tap('停用这个码');
    await app.see('停用这个码？');
    await app.tap('不了');
    expect((await people.call('code.verify', { token: code.token })).result).toBe('genuine');
    await app.tap('停用这个码');
    await app.tap('停用，换新的');
    await app.see('旧码已经作废，这是新的。');
    expect((await people.call('code.verify', { token: code.token })).result).toBe('revoked');
    await app.until(() => codeOf(app) && codeOf(app)?.code.token !== code.token, 'a new code');
  });

  test('同意撤回了就没有码：说为什么、去哪里看', async () => {
    const session = await people.signIn('pension');
    await people.call('consent.withdraw', { kind: 'register' }, session);
    const app = await openApp({ network: people.network(), storage: phoneOf(session), url: CODE });
    await app.see('要先同意读取帮扶身份', '不同意就没有码，别的照样能用。');
    expect(codeOf(app)).toBeUndefined();
  });

  test('换了人：上一个人的码一点不留', async () => {
    const session = await people.signIn('parent');
    const app = await openApp({ network: people.network(), storage: phoneOf(session), handlers: screen() });
    const { code } = await issued(app);
    await people.call('session.end', { session: 'everywhere' }, session);
    await app.visit('/packages/account/devices/index');
    await app.see('要先登录');
    expect(JSON.stringify([...app.storage])).not.toContain(code.token);
  });
});

describe('核验', () => {
  const scanning = (text: string): Record<string, Call> => ({ scanCode: ok('scanCode', { result: text }) });

  test('没登录也能扫：真的、停用的、改过的、别的码，各说各的', async () => {
    const session = await people.signIn('continued');
    const { token } = await people.call('code.issue', {}, session);
    let text = `https://bangfu.example.gov.cn/#/packages/code/verify/index?t=${token}`;
    const app = await openApp({
      network: people.network(),
      url: VERIFY,
      handlers: { scanCode: (options) => scanning(text).scanCode?.(options) },
    });
    await app.see('不用登录。');
    await app.tap('扫对方的码');
    await app.see('码是真的，是帮扶对象', '刚刚生成的。', '重庆 · 酉阳');
    text = `${token.slice(0, -8)}AAAAAAAA`;
    await app.tap('再核一个');
    await app.see('这个码被改动过，是假的', '不要按帮扶对象办');
    expect(app.text).not.toContain('重庆 · 酉阳');
    text = 'https://example.org/';
    await app.tap('再核一个');
    await app.see('这不是就业帮扶码');
    await people.call('code.revoke', { lost_phone: false }, session);
    text = token;
    await app.tap('再核一个');
    await app.see('这个码已经停用', '请对方打开新的码');
  });

  test('没有网：验得了签名，说明没查吊销；改过的照样认出来', async () => {
    const session = await people.signIn('continued');
    const { token } = await people.call('code.issue', {}, session);
    let text = token;
    const network = people.network();
    const app = await openApp({
      network,
      url: VERIFY,
      handlers: { scanCode: (options) => scanning(text).scanCode?.(options) },
    });
    await app.until(() => keptBy(app.storage, 'code-keys') !== null, 'the keys kept');
    network.up = false;
    await app.tap('扫对方的码');
    await app.see('签名是真的，是帮扶对象', '未查吊销');
    text = `${token.slice(0, -8)}AAAAAAAA`;
    await app.tap('再核一个');
    await app.see('这个码被改动过，是假的');
  });

  test('没有网，也从来没有过钥匙：不说真假，说怎么办', async () => {
    const { token } = await people.call('code.issue', {}, await people.signIn('continued'));
    const network = people.network();
    network.up = false;
    const app = await openApp({ network, url: VERIFY, handlers: scanning(token) });
    await app.tap('扫对方的码');
    await app.see('连不上网', '还没有核验用的钥匙');
    network.up = true;
    await app.tap('再试一次');
    await app.see('码是真的，是帮扶对象');
  });

  test('没扫成：还可以贴上文字', async () => {
    const { token } = await people.call('code.issue', {}, await people.signIn('continued'));
    const handlers = { scanCode: (options: unknown) => answer('scanCode', options as WxOptions, false) };
    const app = await openApp({ network: people.network(), url: VERIFY, handlers });
    await app.tap('扫对方的码');
    await app.tap('核验');
    await app.see('还没有贴上文字');
    await app.type('码里的文字，还没有贴上文字', token);
    await app.tap('核验');
    await app.see('码是真的');
  });
});
