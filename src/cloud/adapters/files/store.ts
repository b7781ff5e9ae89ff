/** Where the contents of residents' files lie. They come sealed: whoever runs the store reads nothing. */
export interface FileStore {
  /** Replaces what is there, all of it or nothing; when it returns, the bytes are there to stay. @throws FileStoreError */
  put(key: string, bytes: Uint8Array): Promise<void>;
  /**
   * @param part some of it; short when it ends before
   * @returns null when there is none
   * @throws FileStoreError
   */
  get(key: string, part?: Part): Promise<Buffer | null>;
  /** It is no mistake when there is none. @throws FileStoreError */
  remove(key: string): Promise<void>;
}

export interface Part {
  readonly start: number;
  readonly length: number;
}

export type FileStoreErrorName =
  /** no answer in time, no room, trouble over there: later it will do */
  | 'Away'
  /** account, bucket, rights: the operator has to act */
  | 'Misconfigured';

export class FileStoreError extends Error {
  override readonly name: FileStoreErrorName;

  /** @param detail for the operator, in words; no key of a file, no secret */
  constructor(name: FileStoreErrorName, detail: string) {
    super(`文件存储${name === 'Away' ? '暂时用不了' : '配置不对'}：${detail}`);
    this.name = name;
  }
}

/** `<id>` or `<id>/<number>`: nothing that could lead out of a folder. @throws TypeError */
export function checkedKey(key: string): string {
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}(\/\d{1,8})?$/.test(key)) throw new TypeError('not a key');
  return key;
}
