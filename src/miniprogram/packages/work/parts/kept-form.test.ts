import { Phone, pass } from '../../../../../test/client-phone';

const load = () => ({
  ...(require('./kept-form') as typeof import('./kept-form')),
  ...(require('../../../client/session') as typeof import('../../../client/session')),
  ...(require('../../../client/owner') as typeof import('../../../client/owner')),
});

let phone: Phone;
let app: ReturnType<typeof load>;
const reopen = () => {
  app = phone.open(load);
};

async function signIn(token: string, account: string): Promise<void> {
  app.signedIn(token, `${token} 2027-01-01T00:00:00Z`);
  app.heardOfMe({ account, acting: null } as never);
  await pass();
}

const WRITTEN = { id: 's1', employer: '样例电子厂', form: 'unit', where: null, on: '2026-11-20' };

beforeEach(async () => {
  jest.useFakeTimers({ now: Date.parse('2026-11-22T09:00:00+08:00') });
  phone = new Phone();
  reopen();
  await signIn('t1', 'a');
});

afterEach(() => jest.useRealTimers());

test('填了没送出去，关了再开还在；送到了就不留', () => {
  expect(app.keepForm('start.', WRITTEN)).toBe(true);
  reopen();
  expect(app.formOnPhone('start.')).toEqual(WRITTEN);
  expect(app.formOnPhone('leave.s1')).toEqual({});
  app.dropForm('start.');
  reopen();
  expect(app.formOnPhone('start.')).toEqual({});
});

test('退出了看不见，别人登录看不见，本人回来还在', async () => {
  app.keepForm('start.', WRITTEN);
  app.signedOut();
  await pass();
  expect(app.formOnPhone('start.')).toEqual({});
  expect(app.keepForm('start.', { ...WRITTEN, employer: '没人的' })).toBe(false);
  await signIn('t2', 'b');
  expect(app.formOnPhone('start.')).toEqual({});
  app.keepForm('start.', { ...WRITTEN, employer: '样例砖厂' });
  await signIn('t3', 'a');
  expect(app.formOnPhone('start.')).toEqual(WRITTEN);
});

test('账号删了，这台手机上一点不留，别人的还在', async () => {
  app.keepForm('start.', WRITTEN);
  await signIn('t2', 'b');
  app.keepForm('leave.s9', { on: '2026-11-21', paid: 'no' });
  await signIn('t3', 'a');
  app.forgetAccount();
  expect([...phone.storage].filter(([, text]) => text.includes('样例电子厂'))).toEqual([]);
  await signIn('t4', 'b');
  expect(app.formOnPhone('leave.s9')).toEqual({ on: '2026-11-21', paid: 'no' });
});

test('手机满了就说没存上；存坏了的当没有', () => {
  phone.full = true;
  expect(app.keepForm('start.', WRITTEN)).toBe(false);
  phone.full = false;
  app.keepForm('start.', WRITTEN);
  const [key] = [...phone.storage].find(([, text]) => text.includes('样例电子厂')) ?? [''];
  phone.storage.set(key, (phone.storage.get(key) ?? '').replace('"unit"', '7'));
  expect(app.formOnPhone('start.')).toEqual({});
});
