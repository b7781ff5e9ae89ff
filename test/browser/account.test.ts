/** Signing in, matching the identity, signed-in devices: the resident on one phone, the village worker on another. */
import { PEOPLE } from '@/cloud/demo/samples';
import { sampleNumber } from '@/cloud/demo/seed';
import type { SignedIn } from '@/contract/session';
import { idCheckDigit } from '@/domain/identity';
import { PHONE, type Phone, YOUYANG } from './phone';
import { onEveryPhone, openPortal } from './portal';
import { readQr } from './qr';
import type { Visit } from './visit';

const portal = openPortal({ people: true });

const ME = '/#/pages/me/index';
const SIGN_IN = '/#/packages/account/signin/index';
const BIND = '/#/packages/account/bind/index';
const DEVICES = '/#/packages/account/devices/index';
/** asked for on purpose: the browser writes every refusal to its console */
const REFUSED = /status of 4\d\d/;

/** In the register, and nobody has signed in as her yet. */
const grandmother = PEOPLE.find(({ name }) => name === '样例周奶奶');
if (!grandmother) throw new Error('the sample without an account is gone');
const REGISTERED = { name: grandmother.name, number: sampleNumber(grandmother) };
const first17 = '50024219880412997';
const NOBODY = { name: '样例查无', number: first17 + idCheckDigit(first17) };

let phones = 13_900_000_000;
const newNumber = () => `${++phones}`;

beforeEach(() => portal.floor.services.store.pool.query('delete from rate_limit'));

/** Signed in with a phone number, matched with nobody. */
async function somebody(): Promise<SignedIn> {
  const phone = newNumber();
  const { demo_code } = await portal.call('session.send_code', { phone });
  return portal.call('session.phone', { phone, code: demo_code ?? '' });
}

describe('signing in', () => {
  onEveryPhone('with a phone number and the code of the SMS, one question a screen', async (phone) => {
    const visit = await portal.open(phone, { place: YOUYANG, address: ME, expected: REFUSED });
    await visit.tap('登录');
    await visit.isOn('登录');
    await visit.sees('不登录，政策照样全部能看。', '出示帮扶码，没网也能用', '手机号是多少？');
    await visit.looksRight();
    await visit.fills('手机号', '1391234');
    await visit.tap('获取验证码');
    await visit.sees('手机号是11位，这里有7位，少了4位');
    await visit.looksRight();

    const number = newNumber();
    await visit.fills('手机号', number);
    await visit.tap('获取验证码');
    await visit.sees('短信里的验证码是多少？', /^已经发到 139\*\*\*\*\d{4}/, /秒后可以重新获取/);
    await visit.seesNot('手机号是多少？');
    const code = /\d{6}/.exec(await visit.text(/演示里没有短信/).innerText())?.[0] ?? '';
    await visit.tap('登录');
    await visit.sees('请填写短信里的数字');
    await visit.fills('验证码', code === '000000' ? '000001' : '000000');
    await visit.tap('登录');
    await visit.sees('验证码不对');
    await visit.looksRight();
    await visit.fills('验证码', code);
    await visit.tap('登录');

    await visit.isOn('我的');
    await visit.sees(`139****${number.slice(-4)}`, '去核对身份', '演示 · 人和数据都是编的');
    await visit.looksRight();
    await visit.page.reload();
    await visit.sees(`139****${number.slice(-4)}`);
  });

  test('as a sample resident with one tap; every page says 演示; signing out leaves nothing of the person', async () => {
    const visit = await portal.open(PHONE, { place: YOUYANG, address: SIGN_IN });
    await visit.sees('用样例身份登录', /监护人：替在读职校的孩子看/, '这里是演示');
    await visit.looksRight();
    await visit.tap(/^样例周家长/);
    await visit.isOn('就业帮扶码');
    await visit.sees('演示 · 人和数据都是编的', '样例** 的帮扶码');
    await visit.tap('我的');
    await visit.sees('样例**', '已实名');
    await visit.tap('退出登录');
    await visit.page.getByRole('dialog').getByRole('button', { name: '退出登录' }).tap();
    await visit.sees('登录后有您的帮扶码，也不用一题一题答。不登录，政策照样全部能看。');
    await visit.seesNot('样例**');
    const kept = await visit.page.evaluate(() => JSON.stringify(localStorage));
    expect(kept).not.toMatch(/bangfu:(session|codes)/);
    await visit.tap('首页');
    await visit.sees('登录后有您的帮扶码');
    await visit.seesNot('样例** 的帮扶码');
  });

  test('too many tries: when again, and nothing typed is lost', async () => {
    const number = newNumber();
    await portal.call('session.send_code', { phone: number });
    const visit = await portal.open(PHONE, { place: YOUYANG, address: SIGN_IN, expected: REFUSED });
    await visit.fills('手机号', number);
    await visit.tap('获取验证码');
    await visit.sees('试得太多了', /后可以再试/);
    expect(await visit.page.getByLabel('手机号').inputValue()).toBe(number);
    await visit.looksRight();
  });
});

/** From the first consent to the page that waits for the worker. */
async function untilWaiting(visit: Visit, { name, number }: typeof REGISTERED): Promise<void> {
  for (const [title, answer] of [
    ['用姓名和身份证号找到我的台账', '同意，下一步'],
    ['读取台账里的帮扶身份', '同意，下一步'],
    ['读取和健康有关的登记', '不同意，跳过'],
  ] as const) {
    await visit.sees(title);
    expect(await visit.page.getByRole('checkbox', { name: '我看明白了，同意' }).isChecked()).toBe(false);
    if (answer === '同意，下一步') await visit.page.getByText('我看明白了，同意').tap();
    await visit.tap(answer);
  }
  await visit.sees('您的姓名和身份证号');
  await visit.fills('姓名', name);
  await visit.fills('身份证号', number);
  await visit.tap('核对');
  await visit.sees('请工作人员当面确认');
}

describe('matching the identity', () => {
  onEveryPhone('three consents apart, a slip of the pen, the code, the worker confirms', async (phone) => {
    const session = await somebody();
    const visit = await portal.open(phone, { place: YOUYANG, address: BIND, session, expected: REFUSED });
    await visit.sees('用姓名和身份证号找到我的台账', '不同意会怎样');
    await visit.looksRight();
    // nothing is agreed to by going on
    await visit.tap('同意，下一步');
    await visit.sees(/请先在上面打勾/);
    expect(await portal.call('consent.list', {}, session)).toEqual([]);
    await visit.looksRight();
    await untilWaiting(visit, { name: REGISTERED.name, number: ` ${REGISTERED.number.toLowerCase()} ` });
    await visit.looksRight();
    const given = (await portal.call('consent.list', {}, session)).map(({ kind }) => kind);
    expect(given.sort()).toEqual(['identity', 'register']);

    const text = await readQr(visit, '给工作人员扫的确认码');
    const worker = await portal.signIn('staff-youyang');
    const desk = await portal.open(phone, {
      place: YOUYANG,
      address: ME,
      session: worker,
      expected: REFUSED,
    });
    await desk.tap('帮人核对身份');
    await desk.sees('扫对方的确认码');
    await desk.looksRight();
    await desk.fills('确认码里的文字', 'BANGFU-CONFIRM:nothing');
    await desk.tap('下一步');
    await desk.sees('这个确认码没有用了');
    await desk.looksRight();
    await desk.fills('确认码里的文字', text);
    await desk.tap('下一步');
    await desk.sees('和身份证对一下', REGISTERED.name, REGISTERED.number.slice(-4), '在本区县的台账里');
    await desk.looksRight();
    await desk.tap('人证一致，确认');
    await desk.sees('已经确认');
    await desk.looksRight();

    // the resident's phone notices by itself
    await visit.sees('身份已经核对', '看我的帮扶码');
    await visit.looksRight();
  });

  test('a slip says which digits cannot be, and costs no try', async () => {
    const session = await somebody();
    await portal.call('consent.give', { kind: 'identity', version: 1 }, session);
    const visit = await portal.open(PHONE, { place: YOUYANG, address: BIND, session });
    await visit.tap('不同意，跳过');
    await visit.tap('不同意，跳过');
    const before = visit.requests.length;
    await visit.fills('身份证号', '500242198802311234');
    await visit.tap('核对');
    await visit.sees('请填写姓名', '第7到14位是出生日期，1988-02-31 没有这一天');
    await visit.looksRight();
    await visit.fills('身份证号', '50024219880412');
    await visit.tap('核对');
    await visit.sees('身份证号是18位，这里有14位，少了4位');
    expect(visit.requests.length).toBe(before);
  });

  test('registered or not: the same words until somebody has seen the card', async () => {
    const pages: string[] = [];
    for (const person of [REGISTERED, NOBODY]) {
      const visit = await portal.open(PHONE, { place: YOUYANG, address: BIND, session: await somebody() });
      await untilWaiting(visit, person);
      const text = await visit.page.locator('main').filter({ visible: true }).innerText();
      pages.push(text.replace(/\d\d:\d\d/g, 'hh:mm'));
    }
    expect(pages[1]).toBe(pages[0]);
    expect(pages[0]).not.toContain(REGISTERED.name);
  });

  test('not in the register: the worker sees so, the office answers', async () => {
    const session = await somebody();
    const visit = await portal.open(PHONE, { place: YOUYANG, address: BIND, session });
    await untilWaiting(visit, NOBODY);
    const worker = await portal.signIn('staff-youyang');
    const desk = await portal.open(PHONE, {
      place: YOUYANG,
      address: '/#/packages/desk/confirm/index',
      session: worker,
    });
    await desk.fills('确认码里的文字', await readQr(visit, '给工作人员扫的确认码'));
    await desk.tap('下一步');
    await desk.sees('本区县的台账里对不上');
    expect(await desk.control('人证一致，确认').count()).toBe(0);
    await desk.looksRight();

    await visit.tap(/^不在台账/);
    await visit.sees('酉阳土家族苗族自治县');
    await visit.fills('想说明的（可以不填）', '住样例村，户主是样例查父');
    await visit.looksRight();
    await visit.tap('提出核实');
    await visit.sees('已经提出');
    await visit.looksRight();

    await desk.back();
    await desk.tap('我的');
    await desk.tap('居民提的事');
    await desk.sees('等答复的 1 件', '姓名：样例查无', '说明：住样例村，户主是样例查父');
    await desk.looksRight();
    await desk.tap(/^答复/);
    await desk.tap('送出答复');
    await desk.sees('请选一个结果', '请写上答复的话');
    await desk.looksRight();
    await desk.tap('核实不了');
    await desk.fills('答复的话', '台账里没有，请带户口本到便民服务站');
    await desk.tap('送出答复');
    await desk.sees('答复已经送出', '没有等答复的', '没有办');
    await desk.looksRight();
    const [mine] = await portal.call('requests.mine', {}, session);
    expect(mine).toMatchObject({ outcome: 'declined', answer: '台账里没有，请带户口本到便民服务站' });
  });

  test('the sixth try of a day: when again, and whom to call', async () => {
    const session = await somebody();
    await portal.call('consent.give', { kind: 'identity', version: 1 }, session);
    for (let tries = 0; tries < 5; tries++)
      await portal.call('identity.bind', { name: '样例甲', id_number: NOBODY.number }, session);
    const visit = await portal.open(PHONE, { place: YOUYANG, address: BIND, session, expected: REFUSED });
    await visit.tap(/^填错了/);
    await visit.tap('不同意，跳过');
    await visit.tap('不同意，跳过');
    await visit.fills('姓名', NOBODY.name);
    await visit.fills('身份证号', NOBODY.number);
    await visit.tap('核对');
    await visit.sees('试得太多了', /后可以再试/, '打电话问经办的地方');
    expect(await visit.control(/^打电话问经办的地方/).getAttribute('href')).toBe('tel:12333');
    await visit.looksRight();
  });

  test('the desk is for staff only', async () => {
    for (const page of ['confirm', 'requests']) {
      const visit = await portal.open(PHONE, {
        place: YOUYANG,
        address: `/#/packages/desk/${page}/index`,
        session: await portal.signIn('parent'),
      });
      await visit.sees('这里只给工作人员用');
      await visit.looksRight();
    }
  });
});

onEveryPhone('signed-in devices: one ended from another, then all', async (phone: Phone) => {
  const [here, there] = [await portal.signIn('continued'), await portal.signIn('continued')];
  const mine = await portal.open(phone, { place: YOUYANG, address: DEVICES, session: here });
  const other = await portal.open(phone, { place: YOUYANG, address: ME, session: there, expected: REFUSED });
  await other.sees('已实名');
  await mine.sees('正在用的这台');
  await mine.looksRight();
  await mine.tap(/^让它退出/);
  await mine.sees('让这台设备退出登录？');
  await mine.looksRight();
  await mine.page.getByRole('dialog').getByRole('button', { name: '退出', exact: true }).tap();
  await mine.sees('已经退出');
  await other.page.reload();
  await other.sees('登录后有您的帮扶码，也不用一题一题答。不登录，政策照样全部能看。');
  await mine.tap('全部退出');
  await mine.page.getByRole('dialog').getByRole('button', { name: '退出', exact: true }).tap();
  await mine.isOn('就业帮扶码');
  await mine.sees('登录后有您的帮扶码');
  await expect(portal.call('session.me', {}, here)).rejects.toThrow('SessionEnded');
});
