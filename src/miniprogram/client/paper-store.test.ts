/** @jest-environment jsdom */

import { Phone } from '../../../test/client-phone';
import { type Mounted, mountHook } from '../../../test/hook';
import type { UsePaper } from './paper-store';

const load = () => ({
  ...(require('./paper-store') as typeof import('./paper-store')),
  ...(require('./session') as typeof import('./session')),
  ...(require('./owner') as typeof import('./owner')),
});

let phone: Phone;
let app: ReturnType<typeof load>;
let page: Mounted<UsePaper>;

const me = (account: string, acting: object | null = null) => ({ account, acting }) as never;
const SIGNED = { png: 'AAAA', on: '2026-11-22', of: 'digest' };

function open(template = 'complaint', form: string | null = 'f1'): void {
  app = phone.open(load);
  page = mountHook(() => app.usePaper(template, form));
}
function signIn(account: string): void {
  app.signedIn(account, `${account} 2027-01-01T00:00:00Z`);
  app.heardOfMe(me(account));
}

beforeEach(() => {
  jest.useFakeTimers({ now: Date.parse('2026-11-22T09:00:00+08:00') });
  phone = new Phone();
  open();
});
afterEach(() => {
  page.close();
  jest.useRealTimers();
});

test('改一个字就留下，关了再开还在；用回原来的，别的不动', () => {
  page.does(({ write }) => write('occupation', '木'));
  page.does(({ write }) => write('occupation', '木工'));
  page.does(({ write }) => write('demanded', '要过三次'));
  page.does(({ sign }) => sign(SIGNED));
  open();
  expect(page.now()).toMatchObject({
    edits: { occupation: '木工', demanded: '要过三次' },
    signed: SIGNED,
    kept: true,
  });
  page.does(({ write }) => write('occupation', null));
  expect(page.now().edits).toEqual({ demanded: '要过三次' });
  expect(phone.sent).toEqual([]);
});

test('每份表、每种文书各有各的', () => {
  page.does(({ write }) => write('occupation', '木工'));
  for (const [template, form] of [
    ['arbitration', 'f1'],
    ['complaint', 'f2'],
    ['complaint', null],
  ] as const) {
    open(template, form);
    expect(page.now().edits).toEqual({});
  }
});

test('没登录写的跟先登录的人走；换个人看不到；注销就没有了', () => {
  page.does(({ write }) => write('occupation', '木工'));
  signIn('a');
  expect(page.now().edits).toEqual({ occupation: '木工' });
  app.signedOut();
  signIn('b');
  expect(page.now().edits).toEqual({});
  page.does(({ write }) => write('occupation', '瓦工'));
  app.signedOut();
  signIn('a');
  expect(page.now().edits).toEqual({ occupation: '木工' });
  // of a page that was not opened since the app was, and what is nobody's
  phone.storage.set(
    'bangfu:joined:a.null:1',
    JSON.stringify({ account: 'a', acting: null, work: '样例木工活' }),
  );
  phone.storage.set('bangfu:demo:1', 'true');
  phone.storage.set('bangfu:broken:1', '{');
  app.forgetAccount();
  expect([...phone.storage.values()].join()).not.toContain('木工');
  expect([...phone.storage.values()].join()).toContain('瓦工');
  expect([...phone.storage.keys()]).toEqual(expect.arrayContaining(['bangfu:demo:1', 'bangfu:broken:1']));
});

test('手机存不下，关掉以前还在，说得出没有留住', () => {
  phone.full = true;
  page.does(({ write }) => write('occupation', '木工'));
  expect(page.now()).toMatchObject({ edits: { occupation: '木工' }, kept: false });
  phone.full = false;
  page.does(({ write }) => write('occupation', '木工师傅'));
  expect(page.now().kept).toBe(true);
});
