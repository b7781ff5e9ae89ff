import Taro from '@tarojs/taro';

/** One kept value. Reading and writing never throw: what is broken or full counts as nothing kept. */
export interface Kept<T> {
  read(): T | null;
  /** false when the phone would not keep it */
  write(value: T): boolean;
  remove(): void;
}

/**
 * @param version raise it when the shape changes: older values are dropped
 * @param isShape whether a value read back can be trusted
 */
export function kept<T>(name: string, version: number, isShape: (value: unknown) => value is T): Kept<T> {
  const key = `bangfu:${name}:${version}`;
  return {
    read() {
      try {
        const text: unknown = Taro.getStorageSync(key);
        if (typeof text !== 'string' || text === '') return null;
        const value: unknown = JSON.parse(text);
        if (isShape(value)) return value;
        Taro.removeStorageSync(key);
        return null;
      } catch {
        return null;
      }
    },
    write(value) {
      try {
        Taro.setStorageSync(key, JSON.stringify(value));
        return true;
      } catch {
        return false;
      }
    },
    remove() {
      try {
        Taro.removeStorageSync(key);
      } catch {
        // nothing kept, nothing to remove
      }
    },
  };
}

export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
