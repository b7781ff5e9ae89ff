/** @jest-environment-options {"customExportConditions": ["node"]} */
/** Letting somebody help, helping somebody, by code and by telephone; what they did; ending it from both sides. */
import './node-globals';
import { PEOPLE } from '@/cloud/demo/samples';
import { sampleNumber } from '@/cloud/demo/seed';
import type { SignedIn } from '@/contract/session';
import { CONSENTS } from '@/domain/privacy/consents';
import { phoneOf, withPeople } from './people';
import { closeAll, keptBy, openApp } from './phone';
import type { Simulator } from './simulator';

const people = withPeople();
afterEach(closeAll);

const HELPERS = '/packages/family/helpers/index';

async function pick(app: Simulator, name: string): Promise<void> {
  await app.tap(name);
  await app.until(() => app.isOn(name), `“${name}” chosen`);
}

async function open(sample: string): Promise<Simulator> {
  const storage = phoneOf(await people.signIn(sample));
  const app = await openApp({ network: people.network(), storage, url: HELPERS });
  await app.see('帮我的人', '我帮的人');
  return app;
}

test('让人帮我办：一屏一问，八位数字；对方输入以后自己会变；办了什么都看得到，马上能结束', async () => {
  const app = await open('parent');
  await app.see('现在没有人替您办。', '您现在没有替谁办。');
  await app.tap('让人帮我办');
  await app.see('第 1 步 / 共 3 步', '让谁帮您办？');
  await app.tap('下一步');
  await app.see('请写一个称呼');
  await app.type('怎么叫他，请写一个称呼', '大儿子');
  await app.tap('下一步');
  await app.see('让大儿子办什么？', '能看到台账里的情况和结果');
  for (const service of ['看能享受什么', '出示帮扶码', '提更正和核实']) expect(app.isOn(service)).toBe(false);
  await app.tap('下一步');
  await app.see('至少勾一样');
  await pick(app, '看能享受什么');
  await app.tap('下一步');
  await app.see('办到哪一天？', '到2026年12月21日');
  expect(app.isOn('一个月')).toBe(true);
  await app.tap('上一步');
  await app.until(() => app.isOn('看能享受什么'), 'the earlier answer');
  await app.tap('下一步');
  await pick(app, '一个星期');
  await app.see('大儿子可以“看能享受什么”，到2026年11月28日。');
  await app.tap('同意，生成数字');
  await app.see('把这 8 位数字告诉大儿子', '用一次就作废', '对方输入以后，这里会变。');
  const code = app
    .all('.helpers-code__digits')
    .map(({ textContent }) => textContent)
    .join('');
  expect(code).toMatch(/^\d{8}$/);

  const helper = await people.signIn('continued');
  const { id } = await people.call('mandate.accept', { code }, helper);
  await app.see('大儿子可以替您办了');
  await app.tap('好了');
  await app.see('大儿子', '正在代办', '到2026年11月28日');
  await people.call('facts.mine', {}, helper, id);
  await app.tap('看做了什么：大儿子');
  await app.see('大儿子替您做的', '看了您在台账里的情况');
  await app.tap('回到代办');
  await app.tap('结束代办：大儿子');
  await app.see('马上结束，对方从这一刻起什么也看不到、办不了。');
  await app.tap('马上结束');
  await app.see('已经结束', '现在没有人替您办。', '以前的 1 个');
  await expect(people.call('facts.mine', {}, helper, id)).rejects.toThrow('MandateEnded');
});

test('我帮别人办：输入数字；自己的数字不能自己用；不对的说不对', async () => {
  const holder = await people.signIn('pension');
  const offered = await people.call(
    'mandate.offer',
    { services: ['code'], until: '2026-12-01', label: '侄子' },
    holder,
  );
  const app = await open('exited');
  await app.tap('我帮别人办');
  await app.tap('对方手机上有 8 位数字');
  await app.tap('确定');
  await app.see('请输入 8 位数字');
  await app.type('8 位数字，请输入 8 位数字', offered.code === '00000000' ? '00000001' : '00000000');
  await app.tap('确定');
  await app.see('验证码不对');
  await app.type('8 位数字', `${offered.code.slice(0, 4)} ${offered.code.slice(4)}`);
  await app.tap('确定');
  await app.see('可以替 样例** 办理了');
  await app.tap('以后再办');
  await app.see('正在代办', '出示帮扶码');
  await app.tap('结束代办：样例**');
  await app.tap('马上结束');
  await app.see('您现在没有替谁办。');
});

/** The village worker has seen grandmother's card. */
async function match(session: SignedIn): Promise<void> {
  const grandmother = PEOPLE.find(({ name }) => name === '样例周奶奶');
  if (!grandmother) throw new Error('the sample without an account is gone');
  await people.call('consent.give', { kind: 'identity', version: CONSENTS.identity.version }, session);
  const given = { name: grandmother.name, id_number: sampleNumber(grandmother) };
  const { confirm } = await people.call('identity.bind', given, session);
  const worker = await people.signIn('staff-youyang');
  await people.call('identity.confirm', { confirm: confirm?.text ?? '' }, worker);
}

test('打电话：短信写明办什么，对方念验证码', async () => {
  // a holder with a phone number, matched with the register
  const phone = '13800009999';
  const { demo_code } = await people.call('session.send_code', { phone });
  const holder = await people.call('session.phone', { phone, code: demo_code ?? '' });
  await match(holder);

  const app = await open('exited');
  await app.tap('我帮别人办');
  await app.tap('对方不会用，打电话');
  await app.type('怎么叫他', '妈妈');
  await app.tap('下一步');
  await app.see('妈妈的手机号是多少？', '第 2 步 / 共 4 步');
  await app.type('手机号', '1380000');
  await app.tap('下一步');
  await pick(app, '看能享受什么');
  await app.tap('下一步');
  await app.tap('发短信给对方');
  await app.see('妈妈的手机号是多少？', '少了4位');
  await app.type('手机号，手机号是11位，这里有7位，少了4位', phone);
  await app.tap('下一步');
  await app.until(() => app.isOn('看能享受什么'), 'the earlier answer');
  await app.tap('下一步');
  await app.tap('发短信给对方');
  await app.see('请对方念短信里的验证码');
  const code = /验证码是\s*(\d{6})/.exec(app.text)?.[1] ?? '';
  await app.type('验证码', code === '000000' ? '111111' : '000000');
  await app.tap('确定');
  await app.see('验证码不对');
  await app.type('验证码', code);
  await app.tap('确定');
  await app.see('可以替 样例** 办理了');
  await app.tap('现在就替 样例** 办理');
  await app.at('pages/home');
  await app.see('正在替 样例** 办理');
  expect(keptBy(app.storage, 'session')).toMatchObject({ acting: null });
});

test('没有核对身份的，先去核对', async () => {
  const { demo_code } = await people.call('session.send_code', { phone: '13800008888' });
  const session = await people.call('session.phone', { phone: '13800008888', code: demo_code ?? '' });
  const app = await openApp({ network: people.network(), storage: phoneOf(session), url: HELPERS });
  await app.tap('让人帮我办');
  await app.see('先核对您的身份');
  await app.tap('去核对身份');
  await app.at('account/bind');
});
