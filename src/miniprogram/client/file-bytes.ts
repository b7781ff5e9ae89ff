/** The content of files that wait: kept on the phone until a case has them, read piece by piece. */
import Taro from '@tarojs/taro';
import { del, get, createStore as idbStore, set } from 'idb-keyval';
import { encodeBase64url } from '@/domain/code/base64url';

/** Where the phone has a file. */
export interface Source {
  /** WeChat: a path, temporary or ours */
  readonly path?: string;
  /** browser */
  readonly blob?: Blob;
}

/** In memory for as long as the app is open; all there is where the phone keeps nothing. */
const sources = new Map<string, Source>();

let database: ReturnType<typeof idbStore> | null = null;
const idb = () => {
  database ??= idbStore('bangfu-files', 'bytes');
  return database;
};

const ownPath = (file: string): string => `${Taro.env.USER_DATA_PATH}/bangfu-${file}`;

interface Callbacks<T> {
  readonly success: (result: T) => void;
  readonly fail: (reason: unknown) => void;
}

/** A function of WeChat that answers by callbacks. */
export const asked = <T>(run: (callbacks: Callbacks<T>) => unknown): Promise<T> =>
  new Promise((resolve, reject) => {
    const promise = run({ success: resolve, fail: reject });
    // where it gives a promise besides, that one fails too
    if (promise instanceof Promise) promise.catch(reject);
  });

/** @returns false when the phone would not keep it: then it lasts until the app is closed */
export async function keepBytes(file: string, source: Source): Promise<boolean> {
  sources.set(file, source);
  try {
    if (process.env.TARO_ENV === 'h5') {
      await set(file, source.blob, idb());
      return true;
    }
    const { path: srcPath = '' } = source;
    const destPath = ownPath(file);
    await asked((callbacks) => Taro.getFileSystemManager().copyFile({ srcPath, destPath, ...callbacks }));
    sources.set(file, { path: destPath });
    return true;
  } catch {
    return false;
  }
}

async function find(file: string): Promise<Source> {
  const known = sources.get(file);
  if (known) return known;
  const blob = process.env.TARO_ENV === 'h5' ? await get<Blob>(file, idb()) : undefined;
  const source = process.env.TARO_ENV === 'h5' ? { ...(blob && { blob }) } : { path: ownPath(file) };
  sources.set(file, source);
  return source;
}

/** @returns null when the phone does not have it any more */
export async function readBytes(file: string, from: number, length: number): Promise<Uint8Array | null> {
  try {
    return await piece(await find(file), from, length);
  } catch {
    return null;
  }
}

export async function piece(
  { blob, path }: Source,
  from: number,
  length: number,
): Promise<Uint8Array | null> {
  if (blob) return new Uint8Array(await new Response(blob.slice(from, from + length)).arrayBuffer());
  if (process.env.TARO_ENV === 'h5' || path === undefined) return null;
  const { data } = await asked<{ data: string | ArrayBuffer }>((callbacks) =>
    Taro.getFileSystemManager().readFile({ filePath: path, position: from, length, ...callbacks }),
  );
  return typeof data === 'string' ? null : new Uint8Array(data);
}

export function forgetBytes(file: string): void {
  sources.delete(file);
  if (process.env.TARO_ENV === 'h5') {
    del(file, idb()).catch(() => undefined);
    return;
  }
  asked((callbacks) => Taro.getFileSystemManager().unlink({ filePath: ownPath(file), ...callbacks })).catch(
    () => undefined,
  );
}

export function base64Of(bytes: Uint8Array): string {
  const text = encodeBase64url(bytes).replace(/-/g, '+').replace(/_/g, '/');
  return text + '==='.slice((text.length + 3) % 4);
}
