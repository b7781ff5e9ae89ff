import type { Call } from './logic';

/** Options of an asynchronous wx function. */
export interface WxOptions {
  readonly success?: (result: object) => void;
  readonly fail?: (result: object) => void;
  readonly complete?: (result: object) => void;
  readonly [name: string]: unknown;
}

export interface WxStub {
  readonly wx: Readonly<Record<string, unknown>>;
  /** every call, in order */
  readonly calls: readonly { readonly name: string; readonly args: readonly unknown[] }[];
}

export interface WxParts {
  /** what the phone keeps: key → JSON; hand the same map to a second app to reopen it */
  readonly storage: Map<string, string>;
  /** how the app was opened, last */
  readonly opened: { readonly query: Readonly<Record<string, string>> };
  readonly navigate: (name: string, options: WxOptions) => Promise<void>;
  /** own answers for single functions; read at every call, so they can be changed later */
  readonly handlers: Record<string, Call>;
}

/** Answers an asynchronous call the way WeChat does, after the caller has gone on. */
export function answer(name: string, options: WxOptions, ok: boolean, result: object = {}): void {
  const said = { errMsg: `${name}:${ok ? 'ok' : 'fail'}`, ...result };
  void Promise.resolve().then(() => {
    (ok ? options.success : options.fail)?.(said);
    options.complete?.(said);
  });
}

const PHONE = {
  ...{ SDKVersion: '3.8.0', version: '8.0.50', platform: 'android', brand: 'sample', model: 'sample' },
  ...{ system: 'Android 10', language: 'zh_CN', pixelRatio: 3, windowWidth: 375, windowHeight: 724 },
  ...{ screenWidth: 375, screenHeight: 812, statusBarHeight: 44, fontSizeSetting: 17 },
  safeArea: { top: 44, left: 0, right: 375, bottom: 778, width: 375, height: 734 },
};

const NAVIGATION = ['navigateTo', 'redirectTo', 'switchTab', 'reLaunch', 'navigateBack'];
/** asynchronous functions that simply succeed */
const PLAIN = [
  'setNavigationBarTitle',
  'pageScrollTo',
  'makePhoneCall',
  'stopPullDownRefresh',
  'showToast',
  'hideToast',
  'setTabBarBadge',
  'removeTabBarBadge',
];
/** listeners nobody calls unless a test does */
const LISTENERS = [
  'onNetworkStatusChange',
  'onAppShow',
  'onAppHide',
  'onWindowResize',
  'onError',
  'onUnhandledRejection',
];

/**
 * The wx object: in memory, every call recorded. A name that is not here is `undefined`,
 * as on a phone whose WeChat is too old for it.
 */
export function createWx({ storage, opened, navigate, handlers }: WxParts): WxStub {
  const calls: { name: string; args: unknown[] }[] = [];
  const how = () => ({ path: '', query: opened.query, scene: 1047, referrerInfo: {} });
  const base: Record<string, Call> = {
    getSystemInfoSync: () => PHONE,
    getWindowInfo: () => PHONE,
    getDeviceInfo: () => PHONE,
    getAppBaseInfo: () => PHONE,
    getAccountInfoSync: () => ({
      miniProgram: { appId: 'touristappid', envVersion: 'release', version: '' },
    }),
    getLaunchOptionsSync: () => how(),
    getEnterOptionsSync: () => how(),
    canIUse: () => true,
    nextTick: (run) => void Promise.resolve().then(run as () => void),
    getStorageSync: (key) => JSON.parse(storage.get(String(key)) ?? '""'),
    setStorageSync: (key, value) => void storage.set(String(key), JSON.stringify(value)),
    removeStorageSync: (key) => void storage.delete(String(key)),
    getStorageInfoSync: () => ({ keys: [...storage.keys()] }),
    request: (options) => answer('request', options as WxOptions, false),
    createSelectorQuery,
  };
  for (const name of PLAIN) base[name] = (options) => answer(name, (options ?? {}) as WxOptions, true);
  for (const name of LISTENERS) base[name] = () => undefined;
  for (const name of NAVIGATION) {
    base[name] = (given) => {
      const options = (given ?? {}) as WxOptions;
      navigate(name, options).then(
        () => answer(name, options, true),
        (error: Error) => answer(name, options, false, { errMsg: `${name}:fail ${error.message}` }),
      );
    };
  }
  const wx: Record<string, unknown> = { env: { USER_DATA_PATH: 'wxfile://usr' } };
  for (const name of Object.keys({ ...base, ...handlers })) {
    wx[name] = (...args: unknown[]) => {
      calls.push({ name, args });
      return (handlers[name] ?? base[name])?.(...args);
    };
  }
  return { wx, calls };
}

/** There is no layout here: every question about sizes is answered with null. */
function createSelectorQuery(): object {
  const query: Record<string, Call> = {
    exec: (done) => void Promise.resolve().then(() => (done as Call | undefined)?.([null])),
  };
  for (const name of [
    'in',
    'select',
    'selectAll',
    'selectViewport',
    'boundingClientRect',
    'fields',
    'scrollOffset',
  ]) {
    query[name] = () => query;
  }
  return query;
}
