/** @jest-environment-options {"customExportConditions": ["node"]} */
/** What is known of me: who looked, all of it to take along, deleting, complaining. */
import './node-globals';
import { phoneOf, withPeople } from './people';
import { closeAll, keep, openApp } from './phone';
import type { Call, Simulator } from './simulator';
import { answer, type WxOptions } from './simulator/wx';

const people = withPeople();
afterEach(closeAll);

async function open(sample: string, url: string, handlers: Record<string, Call> = {}): Promise<Simulator> {
  const session = await people.signIn(sample);
  const storage = phoneOf(session);
  keep(storage, 'answers', { facts: { in_training: true }, skipped: [], history: ['in_training'] });
  return openApp({ network: people.network(), storage, url, handlers });
}

test('谁看过：没有人看过也说；家人看过、工作人员看过，按天列出来', async () => {
  const app = await open('hidden', '/packages/privacy/looks/index');
  await app.see('还没有人看过');
  await people.call('household.hide', { hidden: false }, await people.signIn('hidden'));
  const other = await people.signIn('cross-region');
  const member = (await people.call('household.mine', {}, other)).find(({ self }) => !self);
  await people.call('facts.mine', { member: member?.id }, other);
  await people.call('facts.mine', { member: member?.id }, other);
  const again = await open('hidden', '/packages/privacy/looks/index');
  await again.see('2026年11月21日（周六）', '看了您能享受什么', '家人', '连着 2 次', '改不了，也删不掉');
  await again.tap('有不认识的？向平台投诉');
  await again.at('privacy/complain');
});

describe('导出', () => {
  const disk = new Map<string, string>();
  const files = {
    writeFileSync: (name: string, text: string) => void disk.set(name, text),
    unlink: ({ filePath }: { filePath: string }) => void disk.delete(filePath),
  };
  const handlers: Record<string, Call> = {
    getFileSystemManager: () => files,
    setClipboardData: (options) => answer('setClipboardData', options as WxOptions, true),
  };

  test('列出来看；存成文件发给自己，发完不留；也能复制', async () => {
    let seen = '';
    const app = await open('parent', '/packages/privacy/data/index', {
      ...handlers,
      shareFileMessage: (options) => {
        const { filePath } = options as { filePath: string };
        seen = disk.get(filePath) ?? '';
        answer('shareFileMessage', options as WxOptions, true);
      },
    });
    await app.see('平台存了我什么');
    expect(app.text).not.toContain('样例周家长');
    await app.tap('列出来看');
    await app.tap('帮扶台账里的登记，1 条');
    await app.see('样例周家长', '居民身份证');
    await app.tap('存成文件（JSON）');
    await app.see('已经存成文件');
    expect(JSON.parse(seen).sections.length).toBeGreaterThan(5);
    expect(disk.size).toBe(0);
    await app.tap('复制全部');
    await app.see('已经复制');
    const [copied] = app.callsOf('setClipboardData')[0] as [{ data: string }];
    expect(copied.data).toContain('样例周家长');
  });

  test('微信太旧，发不了文件：说存不下来，可以复制，文件不留', async () => {
    const app = await open('exited', '/packages/privacy/data/index', handlers);
    await app.tap('列出来看');
    await app.tap('存成文件（JSON）');
    await app.see('存不下来，可以用“复制全部”');
    expect(disk.size).toBe(0);
  });
});

test('注销：先说清楚删什么、法律留什么，再问一次；完了这部手机上也没有', async () => {
  const app = await open('lifted-only', '/packages/privacy/data/index');
  await app.see('法律要求留下的', '帮扶台账不是平台的');
  await app.tap('我要注销');
  await app.see('真的要注销？');
  await app.tap('不了');
  await app.tap('我要注销');
  await app.tap('注销，全部删掉');
  await app.see('账号已经注销', '法律要求留存备查');
  expect(JSON.stringify([...app.storage])).not.toMatch(/in_training|bangfu:session/);
  await app.tap('回首页');
  await app.at('pages/home');
  await app.see('看看我能享受什么');
});

test('投诉：不用登录，少填了会说，编号能复制', async () => {
  const storage = new Map<string, string>();
  keep(storage, 'place', { region: '500000', unit: '500242' });
  const app = await openApp({
    network: people.network(),
    storage,
    url: '/packages/privacy/complain/index',
    handlers: { setClipboardData: (options) => answer('setClipboardData', options as WxOptions, true) },
  });
  await app.see('这个平台哪里不好？', '酉阳土家族苗族自治县');
  await app.tap('送出投诉');
  await app.see('请写一写是什么事');
  await app.type('请说清楚，请写一写是什么事', '有人乱看我的信息');
  await app.tap('送出投诉');
  await app.see('已经收到');
  const number = /编号 ([0-9A-F]{8})/.exec(app.text)?.[1];
  expect(number).toBeDefined();
  await app.tap('复制编号');
  await app.see('已经复制');
  expect(app.callsOf('setClipboardData')[0]?.[0]).toMatchObject({ data: number });
  const office = await people.signIn('staff-youyang');
  expect(JSON.stringify(await people.call('requests.list', {}, office))).toContain('有人乱看我的信息');
});

test('没登录：每一页都说登录了有什么用，给一条路', async () => {
  const storage = new Map<string, string>();
  keep(storage, 'place', { region: '500000', unit: '500242' });
  const app = await openApp({ network: people.network(), storage });
  await app.see('酉阳');
  for (const page of ['consents', 'looks', 'data', 'requests']) {
    await app.visit(`/packages/privacy/${page}/index`);
    await app.see('要先登录', '登录以后');
    expect(app.controls('去登录')).toHaveLength(1);
  }
});
