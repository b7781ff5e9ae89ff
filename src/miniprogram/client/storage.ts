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

/** Values of one kind, each kept for itself: a broken one takes no other along, and two tabs do not undo each other. */
export interface KeptMany<T> {
  all(): T[];
  read(id: string): T | null;
  write(id: string, value: T): boolean;
  remove(id: string): void;
  /** browser: another tab wrote or removed one */
  onOtherTab(listener: (id: string) => void): void;
}

export function keptMany<T>(
  name: string,
  version: number,
  isShape: (value: unknown) => value is T,
): KeptMany<T> {
  const one = (id: string) => kept(`${name}:${id}`, version, isShape);
  const idOf = (key: string): string | null => {
    const [app, kind, id, last] = key.split(':');
    return app === 'bangfu' && kind === name && last === `${version}` ? (id ?? null) : null;
  };
  return {
    all() {
      try {
        const ids = Taro.getStorageInfoSync().keys.map(idOf);
        return ids.flatMap((id) => (id === null ? null : one(id).read()) ?? []);
      } catch {
        return [];
      }
    },
    read: (id) => one(id).read(),
    write: (id, value) => one(id).write(value),
    remove: (id) => one(id).remove(),
    onOtherTab(listener) {
      if (process.env.TARO_ENV !== 'h5') return;
      window.addEventListener('storage', ({ key }) => {
        const id = key === null ? null : idOf(key);
        if (id !== null) listener(id);
      });
    },
  };
}

export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Removes what stands under an owner who is gone, also of pages that were not opened since the app was. */
export function sweepKept(gone: (owned: Record<string, unknown>) => boolean): void {
  const isGone = (key: string): boolean => {
    const value: unknown = JSON.parse(Taro.getStorageSync(key));
    return isRecord(value) && 'account' in value && 'acting' in value && gone(value);
  };
  for (const key of keysKept()) {
    try {
      if (isGone(key)) Taro.removeStorageSync(key);
    } catch {
      // broken: dropped when it is read
    }
  }
}

function keysKept(): string[] {
  try {
    return Taro.getStorageInfoSync().keys.filter((key) => key.startsWith('bangfu:'));
  } catch {
    return [];
  }
}
