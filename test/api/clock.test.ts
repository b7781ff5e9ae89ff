/** What time does: sessions, codes, keys. And what a restart does not. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createWechat } from '@/cloud/adapters/wechat';
import { SAMPLES } from '@/cloud/demo/samples';
import { createLimits } from '@/cloud/store/limits';
import { openStore } from '@/cloud/store/store';
import { type TestServices, testServices } from '../services';
import { type Entry, httpEntry } from './entries';
import { Resident, sampleResident } from './resident';

let house: TestServices;
let entry: Entry;
let now = new Date('2026-11-22T02:00:00Z');
const at = (text: string) => {
  now = new Date(text);
};

beforeAll(async () => {
  house = await testServices();
  entry = await httpEntry(house, () => now);
}, 60_000);
afterAll(async () => {
  await entry.close();
  await house.drop();
});
beforeEach(() => at('2026-11-22T02:00:00Z'));

test('登录一个月不用就失效；用着就一直在', async () => {
  const resident = await sampleResident(entry, 'blank');
  at('2026-12-20T02:00:00Z');
  await resident.do('session.me');
  at('2027-01-15T02:00:00Z');
  await resident.do('session.me');
  at('2027-02-20T02:00:00Z');
  expect((await resident.refused('session.me')).name).toBe('SessionEnded');
});

test('服务器重启，登录还在，码还认得', async () => {
  const resident = await sampleResident(entry, 'continued');
  const { token } = await resident.do('code.issue');
  const store = openStore(house.url, house.keys);
  const services = { ...house.services, store, limits: createLimits(store.pool, store.cipher) };
  const restarted = await httpEntry({ services }, () => now);
  await new Resident(restarted, resident.as).do('session.me');
  expect(await new Resident(restarted, {}).do('code.verify', { token })).toMatchObject({ result: 'genuine' });
  await restarted.close();
  await store.close();
});

test('码到当天结束为止：断网时的旧码、昨天拍的、时钟不准的', async () => {
  const resident = await sampleResident(entry, 'continued');
  const stranger = new Resident(entry, {});
  const { token, expires_at } = await resident.do('code.issue');
  expect(expires_at).toBe('2026-11-22T16:00:00.000Z');
  at('2026-11-22T02:01:20Z');
  expect(await stranger.do('code.verify', { token })).toMatchObject({ result: 'genuine', fresh: true });
  at('2026-11-22T02:02:00Z');
  expect(await stranger.do('code.verify', { token })).toMatchObject({ result: 'genuine', fresh: false });
  at('2026-11-22T16:00:00Z');
  expect(await stranger.do('code.verify', { token })).toMatchObject({ result: 'expired', target: null });
  at('2026-11-22T01:00:00Z');
  expect(await stranger.do('code.verify', { token })).toMatchObject({ result: 'not_yet' });
});

test('签名的钥匙一个月一换，换了以后旧码当天还认', async () => {
  const resident = await sampleResident(entry, 'continued');
  const stranger = new Resident(entry, {});
  at('2026-12-22T01:58:00Z');
  const again = await sampleResident(entry, 'continued');
  const before = await again.do('code.issue');
  const { keys: old } = await stranger.do('code.keys');
  at('2026-12-23T15:00:00Z');
  const late = await again.do('code.issue');
  const { keys } = await stranger.do('code.keys');
  expect(keys.length).toBe(old.length + 1);
  expect(await stranger.do('code.verify', { token: late.token })).toMatchObject({ result: 'genuine' });
  at('2026-12-22T15:00:00Z');
  expect(await stranger.do('code.verify', { token: before.token })).toMatchObject({ result: 'genuine' });
  expect(JSON.stringify(keys)).not.toContain('"d"');
  expect(resident).toBeDefined();
});

test('演示短信和样例身份只在演示里有', async () => {
  const services = { ...house.services, demo: null, sms: null };
  const plain = await httpEntry({ services });
  const stranger = new Resident(plain, {});
  expect(await stranger.do('session.samples')).toEqual({ demo: false, samples: [] });
  expect((await stranger.refused('session.sample', { id: SAMPLES[0]?.id })).name).toBe('DemoOnly');
  expect((await stranger.refused('session.send_code', { phone: '13900000001' })).name).toBe('NotReady');
  await plain.close();
});

test('没有数据库，公开的都在，登录的说暂时用不了', async () => {
  const plain = await httpEntry();
  const stranger = new Resident(plain, { session: 'x'.repeat(43) });
  await stranger.do('policy.regions');
  expect((await stranger.refused('session.me')).name).toBe('NotReady');
  await plain.close();
  const store = openStore('postgres://nobody:x@127.0.0.1:9/none', house.keys);
  const gone = await httpEntry({ services: { ...house.services, store } });
  const stderr = jest.spyOn(process.stderr, 'write').mockReturnValue(true);
  expect((await new Resident(gone, stranger.as).refused('session.me')).name).toBe('NotReady');
  stderr.mockRestore();
  await gone.close();
  await store.close();
});

describe('微信登录：wx.login → code2session', () => {
  const answers: Record<string, object> = {
    good: { openid: 'sample-openid-1', session_key: 'x' },
    other: { openid: 'sample-openid-2', session_key: 'x' },
    busy: { errcode: -1, errmsg: 'system error' },
    used: { errcode: 40029, errmsg: 'invalid code' },
    often: { errcode: 45011, errmsg: 'api minute-quota reach limit' },
    risky: { errcode: 40226, errmsg: 'code blocked' },
  };
  const platform = createServer((request, response) => {
    const code = new URL(request.url ?? '/', 'http://x').searchParams.get('js_code') ?? '';
    response.setHeader('content-type', 'application/json').end(JSON.stringify(answers[code]));
  });
  let wechatEntry: Entry;
  beforeAll(async () => {
    await new Promise<void>((resolve) => platform.listen(0, '127.0.0.1', resolve));
    const { port } = platform.address() as AddressInfo;
    const wechat = createWechat({
      appId: 'wx-sample',
      secret: 'sample',
      baseUrl: `http://127.0.0.1:${port}`,
      pausesMs: [1, 1],
    });
    wechatEntry = await httpEntry({ services: { ...house.services, wechat } });
  });
  afterAll(async () => {
    await wechatEntry.close();
    platform.closeAllConnections();
    await new Promise((resolve) => platform.close(resolve));
  });

  test('同一个微信是同一个人，别的微信是别人', async () => {
    const by = async (code: string) => {
      const { token } = await new Resident(wechatEntry, {}).do('session.wechat', { code });
      return new Resident(wechatEntry, { session: token });
    };
    const first = await by('good');
    await first.do('consent.give', { kind: 'identity', version: 1 });
    expect(await (await by('good')).do('consent.list')).toHaveLength(1);
    expect(await (await by('other')).do('consent.list')).toHaveLength(0);
  });

  test.each([
    ['busy', 'PlatformBusy'],
    ['used', 'SignInCodeInvalid'],
    ['often', 'TooManyTries'],
    ['risky', 'PlatformRefused'],
  ])('%s → %s', async (code, name) => {
    expect((await new Resident(wechatEntry, {}).refused('session.wechat', { code })).name).toBe(name);
  });
});
