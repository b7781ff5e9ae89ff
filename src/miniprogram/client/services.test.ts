/** @jest-environment jsdom */
import { Phone, pass, Refusal } from '../../../test/client-phone';
import { type Mounted, mountHook } from '../../../test/hook';
import type { UseServices } from './services';

const load = () => ({
  ...(require('./services') as typeof import('./services')),
  ...(require('./place') as typeof import('./place')),
});

const BOOK = { hash: 'h1', region: '360425', services: [{ id: 'transport' }] };

let phone: Phone;
let app: ReturnType<typeof load>;
let page: Mounted<UseServices>;

function open(): void {
  app = phone.open(load);
  page = mountHook(() => app.useServices());
}

beforeEach(() => {
  jest.useFakeTimers({ now: Date.parse('2026-11-22T09:00:00+08:00') });
  phone = new Phone();
  phone.server['policy.services'] = ({ hash }: { hash?: string }) =>
    hash === BOOK.hash ? { unchanged: true } : BOOK;
  open();
});

afterEach(() => {
  page.close();
  jest.useRealTimers();
});

const choose = () => app.choosePlace({ region: '360425', unit: '360425' });

test('没选地方、正在取、取到了；一项一项都找得到', async () => {
  expect(page.now().state).toBe('noplace');
  choose();
  expect(page.now()).toMatchObject({ state: 'loading', services: null });
  await pass();
  expect(page.now()).toMatchObject({ state: 'ready', services: BOOK.services, error: null });
  const one = mountHook(() => app.useService('transport'));
  expect(one.now().service?.id).toBe('transport');
  one.close();
  const none = mountHook(() => app.useService('nothing'));
  expect(none.now()).toMatchObject({ service: null, state: 'ready' });
  none.close();
});

test('来过一次，没网也能看；有网只问改了没有', async () => {
  choose();
  await pass();
  phone.online = false;
  open();
  expect(page.now()).toMatchObject({ state: 'ready', services: BOOK.services });
  await pass(5000);
  expect(page.now()).toMatchObject({ state: 'ready', error: { name: 'NetworkError' } });
  phone.online = true;
  void page.now().refresh();
  await pass();
  expect(page.now().error).toBeNull();
  expect(phone.sent.at(-1)?.input).toEqual({ region: '360425', hash: 'h1' });
});

test('第一次就取不到：说明为什么；再试能取到；手机存不下也能看', async () => {
  phone.server['policy.services'] = () => {
    throw new Refusal('RegionWithoutPack');
  };
  choose();
  await pass();
  expect(page.now()).toMatchObject({ state: 'error', error: { name: 'RegionWithoutPack' } });
  phone.server['policy.services'] = () => BOOK;
  phone.full = true;
  void page.now().refresh();
  await pass();
  expect(page.now()).toMatchObject({ state: 'ready', error: null });
});
