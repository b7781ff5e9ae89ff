/** A phone for tests of the client: what Taro offers on WeChat, in memory; it can be closed and opened again. */
import type { CallErrorName } from '@/client/call';

export interface Who {
  /** the token sent along; null: nobody's */
  readonly token: string | null;
  readonly acting: string | null;
}

/** What the server answers; it refuses with a `Refusal`. */
export type Answerer = (input: never, who: Who) => unknown;

export class Refusal extends Error {
  constructor(
    override readonly name: CallErrorName,
    readonly more: { readonly retryAfter?: number; readonly fields?: readonly object[] } = {},
  ) {
    super(name);
  }
}

interface Sent extends Who {
  readonly path: string;
  readonly input: Record<string, unknown>;
}

interface RequestOptions {
  readonly header: Readonly<Record<string, string>>;
  readonly data: { readonly path: string; readonly input: Record<string, unknown> };
}

interface FileOptions {
  readonly srcPath: string;
  readonly destPath: string;
  readonly filePath: string;
  readonly position?: number;
  readonly length: number;
  readonly encoding?: 'base64';
  readonly success?: (result: object) => void;
  readonly fail?: (reason: object) => void;
}

type Listener = (event: object) => void;

const never = () => new Promise<never>(() => undefined);

export class Phone {
  readonly storage = new Map<string, string>();
  readonly files = new Map<string, Uint8Array>();
  readonly sent: Sent[] = [];
  /** no room for anything new */
  full = false;
  online = true;
  /** so many answers are lost on the way: the server has done it all the same */
  loseAnswers = 0;
  server: Record<string, Answerer> = {};
  /** null: a WeChat too old to have random numbers */
  random: ((bytes: Uint8Array) => Uint8Array) | null = null;
  /** other functions of WeChat, as a test needs them */
  more: Record<string, unknown> = {};
  private listeners: Record<string, Listener[]> = {};
  private life = 0;

  /** What modules import as `@tarojs/taro`. Of an app that was closed nothing reaches the phone any more. */
  private taro(): object {
    const life = this.life;
    const alive = () => life === this.life;
    const listen = (name: string) => (listener: Listener) => {
      this.listeners[name] = [...(this.listeners[name] ?? []), listener];
    };
    return {
      env: { USER_DATA_PATH: 'wxfile://usr' },
      getStorageSync: (key: string) => this.storage.get(key) ?? '',
      setStorageSync: (key: string, value: string) => {
        if (this.full) throw new Error('exceed storage max size');
        if (alive()) this.storage.set(key, value);
      },
      removeStorageSync: (key: string) => alive() && this.storage.delete(key),
      // in no order that anybody may count on
      getStorageInfoSync: () => ({ keys: [...this.storage.keys()].reverse() }),
      getSystemInfoSync: () => ({ platform: 'android' }),
      reLaunch: async () => undefined,
      request: (options: RequestOptions) =>
        alive() ? this.request(options).then((answer) => (alive() ? answer : never())) : never(),
      onNetworkStatusChange: listen('network'),
      onAppShow: listen('show'),
      onAppHide: listen('hide'),
      getFileSystemManager: () => this.fileSystem,
      ...(this.random && {
        getRandomValues: ({ length, success }: { length: number; success: (result: object) => void }) =>
          success({ randomValues: this.random?.(new Uint8Array(length)).buffer }),
      }),
      ...this.more,
    };
  }

  readonly fileSystem = {
    copyFile: ({ srcPath, destPath, success, fail }: FileOptions) => {
      const bytes = this.files.get(srcPath);
      if (!bytes || this.full) return fail?.({ errMsg: 'copyFile:fail' });
      this.files.set(destPath, bytes);
      success?.({});
    },
    readFile: ({ filePath, position = 0, length, encoding, success, fail }: FileOptions) => {
      const bytes = this.files.get(filePath);
      if (!bytes) return fail?.({ errMsg: 'readFile:fail' });
      if (encoding === 'base64') return success?.({ data: Buffer.from(bytes).toString('base64') });
      success?.({ data: Uint8Array.from(bytes.subarray(position, position + length)).buffer });
    },
    getFileInfo: ({ filePath, success, fail }: FileOptions) => {
      const bytes = this.files.get(filePath);
      if (bytes) success?.({ size: bytes.length });
      else fail?.({ errMsg: 'getFileInfo:fail' });
    },
    unlink: ({ filePath }: FileOptions) => void this.files.delete(filePath),
  };

  private async request({ header, data }: RequestOptions): Promise<object> {
    await Promise.resolve();
    if (!this.online) throw { errMsg: 'request:fail net::ERR_INTERNET_DISCONNECTED' };
    const input = JSON.parse(JSON.stringify(data.input)) as Record<string, unknown>;
    const who: Who = {
      token: header.authorization?.replace('Bearer ', '') ?? null,
      acting: header['x-acting-for'] ?? null,
    };
    this.sent.push({ path: data.path, input, ...who });
    try {
      const answer = this.server[data.path];
      if (!answer) throw new Refusal('UnknownProcedure');
      const result: unknown = await answer(input as never, who);
      if (this.loseAnswers > 0) {
        this.loseAnswers--;
        throw { errMsg: 'request:fail timeout' };
      }
      return { statusCode: 200, data: { ok: true, data: JSON.parse(JSON.stringify(result)) } };
    } catch (thrown) {
      if (!(thrown instanceof Refusal)) throw thrown;
      const { name, message, more } = thrown;
      return { statusCode: 400, data: { ok: false, error: { name, message, requestId: 'r', ...more } } };
    }
  }

  sentTo = (path: string): Sent[] => this.sent.filter((one) => one.path === path);

  private tell(name: string, event: object = {}): void {
    for (const listener of this.listeners[name] ?? []) listener(event);
  }
  networkIsBack(): void {
    this.online = true;
    this.tell('network', { isConnected: true });
  }
  hide = (): void => this.tell('hide');
  show = (): void => this.tell('show');

  /** The app is closed, whatever it was doing, and opened again: only what was kept is still there. */
  open<T>(load: () => T): T {
    this.life++;
    this.listeners = {};
    const now = Date.now();
    jest.clearAllTimers();
    jest.setSystemTime(now);
    jest.resetModules();
    const hook = () => undefined;
    const taro = { __esModule: true, default: this.taro(), useDidShow: hook, useDidHide: hook };
    jest.doMock('@tarojs/taro', () => taro);
    Object.assign(globalThis, { API_BASE: '', TRANSPORT: 'http', CLOUD_ENV: '' });
    return load();
  }
}

/** Lets everything go on that needs no more than `ms`. */
export const pass = (ms = 0): Promise<void> => jest.advanceTimersByTimeAsync(ms);
