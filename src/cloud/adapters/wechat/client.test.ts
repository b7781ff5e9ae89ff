import type { ServerResponse } from 'node:http';
import { type Asked, type Loopback, loopback, sendJson } from '../../../../test/loopback';
import { createWechat, type WechatOptions } from './client';
import { WechatError } from './errors';

const SECRET = 'a-secret-nobody-may-see';
const PNG = Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), Buffer.alloc(40)]);
const CODE = { scene: 'cq9Xw4Rt', page: 'pages/home/index' };

let platform: Loopback | undefined;
let clock = 0;
afterEach(async () => {
  await platform?.close();
  platform = undefined;
});

async function wechat(
  answer: (asked: Asked, response: ServerResponse, before: number) => void,
  options: Partial<WechatOptions> = {},
) {
  platform = await loopback(answer);
  clock = 1_000_000;
  return createWechat({
    appId: 'wx0123456789abcdef',
    secret: SECRET,
    baseUrl: platform.url,
    pausesMs: [1, 1],
    now: () => clock,
    ...options,
  });
}
const asked = () => (platform as Loopback).asked;

async function failure(promise: Promise<unknown>): Promise<WechatError> {
  const error = await promise.then(
    () => null,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof WechatError)) throw new Error(`不是 WechatError：${String(error)}`);
  for (const text of [error.message, error.stack ?? '', JSON.stringify(error)])
    expect(text).not.toContain(SECRET);
  return error;
}

describe('微信登录', () => {
  test('照文档的样子问，只拿走 openid 和 unionid', async () => {
    const client = await wechat((_, response) =>
      sendJson(response, { openid: 'OPENID', session_key: 'KEY==', unionid: 'UNION' }, 'text/plain'),
    );
    expect(await client.code2session('the-code')).toEqual({ openId: 'OPENID', unionId: 'UNION' });
    expect(asked()).toHaveLength(1);
    expect(asked()[0]).toMatchObject({ method: 'GET', path: '/sns/jscode2session' });
    expect(Object.fromEntries(asked()[0]?.query ?? [])).toEqual({
      appid: 'wx0123456789abcdef',
      secret: SECRET,
      js_code: 'the-code',
      grant_type: 'authorization_code',
    });
  });

  test('没有 unionid', async () => {
    const client = await wechat((_, response) => sendJson(response, { openid: 'O', session_key: 'K' }));
    expect(await client.code2session('c')).toEqual({ openId: 'O', unionId: null });
  });

  test('系统繁忙再试两次，第三次成了', async () => {
    const client = await wechat((_, response, before) =>
      sendJson(response, before < 2 ? { errcode: -1, errmsg: 'system error' } : { openid: 'O' }),
    );
    expect((await client.code2session('c')).openId).toBe('O');
    expect(asked()).toHaveLength(3);
  });

  test.each([
    [-1, 'Busy', 3],
    [40029, 'CodeInvalid', 1],
    [40163, 'CodeInvalid', 1],
    [45011, 'RateLimited', 1],
    [40226, 'HighRiskUser', 1],
    [40013, 'WrongCredentials', 1],
    [40125, 'WrongCredentials', 1],
    [40164, 'AddressNotAllowed', 1],
    [99999, 'Unexpected', 1],
  ])('%i 是 %s，一共问 %i 次', async (errcode, name, times) => {
    const client = await wechat((_, response) =>
      sendJson(response, { errcode, errmsg: 'said so, rid: 1-2-3' }),
    );
    expect(await failure(client.code2session('c'))).toMatchObject({ name, errcode });
    expect(asked()).toHaveLength(times);
  });

  test('错误码写成文字也认', async () => {
    const client = await wechat((_, response) => sendJson(response, { errcode: '40029' }));
    expect((await failure(client.code2session('c'))).name).toBe('CodeInvalid');
  });

  test.each([
    ['没有回答', () => undefined, 'Unreachable'],
    ['断线', (response: ServerResponse) => response.destroy(), 'Unreachable'],
    ['网关出错', (response: ServerResponse) => response.writeHead(502).end('bad gateway'), 'Unreachable'],
    [
      '转到别处',
      (response: ServerResponse) => response.writeHead(302, { location: '/x' }).end(),
      'Unreachable',
    ],
    ['不是 JSON', (response: ServerResponse) => response.end('<html>'), 'Unexpected'],
    ['没有 openid', (response: ServerResponse) => sendJson(response, { errcode: 0 }), 'Unexpected'],
    [
      '一张图',
      (response: ServerResponse) => response.writeHead(200, { 'content-type': 'image/png' }).end(PNG),
      'Unexpected',
    ],
  ])('%s', async (_, answer, name) => {
    const client = await wechat((_asked, response) => void answer(response), { timeoutMs: 200 });
    expect((await failure(client.code2session('c'))).name).toBe(name);
    expect(asked()).toHaveLength(1);
  });

  test('连不上', async () => {
    const client = createWechat({ appId: 'a', secret: SECRET, baseUrl: 'http://127.0.0.1:1' });
    expect((await failure(client.code2session('c'))).name).toBe('Unreachable');
  });
});

/** Tokens are T1, T2 …; `token` decides what the code's own address answers. */
const withTokens =
  (code: (token: string, response: ServerResponse) => void) =>
  ({ path, query }: Asked, response: ServerResponse, before: number) => {
    if (path === '/cgi-bin/stable_token')
      return sendJson(response, { access_token: `T${before + 1}`, expires_in: 7200 });
    code(query.get('access_token') ?? '', response);
  };
const image = (_: string, response: ServerResponse) =>
  void response.writeHead(200, { 'content-type': 'image/png' }).end(PNG);
const tokens = () => asked().filter(({ path }) => path === '/cgi-bin/stable_token');

describe('墙上的小程序码', () => {
  test('先要凭据，再要图；凭据快到期才换', async () => {
    const client = await wechat(withTokens(image));
    expect(await client.getUnlimitedQRCode(CODE)).toEqual(PNG);
    expect(tokens()[0]?.body).toEqual({
      grant_type: 'client_credential',
      appid: 'wx0123456789abcdef',
      secret: SECRET,
    });
    expect(asked()[1]).toMatchObject({ method: 'POST', path: '/wxa/getwxacodeunlimit' });
    expect(asked()[1]?.body).toMatchObject({
      scene: 'cq9Xw4Rt',
      page: 'pages/home/index',
      env_version: 'release',
      check_path: true,
    });

    clock += 6899_000;
    await client.getUnlimitedQRCode(CODE);
    expect(tokens()).toHaveLength(1);
    clock += 2_000;
    await client.getUnlimitedQRCode(CODE);
    expect(tokens()).toHaveLength(2);
  });

  test('同时要好几张，凭据只要一次', async () => {
    const client = await wechat(withTokens(image));
    await Promise.all([1, 2, 3].map(() => client.getUnlimitedQRCode(CODE)));
    expect(tokens()).toHaveLength(1);
  });

  test('凭据被别人换掉了：换一次再要', async () => {
    const client = await wechat(
      withTokens((token, response) =>
        token === 'T1' ? sendJson(response, { errcode: 42001, errmsg: 'expired' }) : image(token, response),
      ),
    );
    expect(await client.getUnlimitedQRCode(CODE)).toEqual(PNG);
    expect(tokens()).toHaveLength(2);
  });

  test('换了还不行，就是凭据不对，不再换', async () => {
    const client = await wechat(withTokens((_, response) => sendJson(response, { errcode: 40001 })));
    expect((await failure(client.getUnlimitedQRCode(CODE))).name).toBe('WrongCredentials');
    expect(tokens()).toHaveLength(2);
  });

  test('要不到凭据，下一次重新要', async () => {
    const client = await wechat((given, response, before) =>
      before === 0 && given.path === '/cgi-bin/stable_token'
        ? sendJson(response, { errcode: 40125, errmsg: 'invalid appsecret' })
        : withTokens(image)(given, response, before),
    );
    expect((await failure(client.getUnlimitedQRCode(CODE))).name).toBe('WrongCredentials');
    expect(await client.getUnlimitedQRCode(CODE)).toEqual(PNG);
  });

  test.each([
    [41030, 'WrongPage'],
    [40169, 'WrongScene'],
    [45009, 'RateLimited'],
  ])('%i 是 %s', async (errcode, name) => {
    const client = await wechat(withTokens((_, response) => sendJson(response, { errcode })));
    expect((await failure(client.getUnlimitedQRCode(CODE))).name).toBe(name);
  });

  test.each(['', '样例', 'a b', 'x'.repeat(33), 'a%20b'])('场景值 %j 不合规，不用问', async (scene) => {
    const client = await wechat(withTokens(image));
    expect((await failure(client.getUnlimitedQRCode({ ...CODE, scene }))).name).toBe('WrongScene');
    expect(asked()).toHaveLength(0);
  });

  test('说是图，其实不是', async () => {
    const client = await wechat(
      withTokens((_, response) => response.writeHead(200, { 'content-type': 'image/png' }).end('oops')),
    );
    expect((await failure(client.getUnlimitedQRCode(CODE))).name).toBe('Unexpected');
  });
});
