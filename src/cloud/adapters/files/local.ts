/** A folder: `<first two letters>/<id>`, and beside it `<id>.<offset>` for the pieces. */
import { randomUUID } from 'node:crypto';
import { mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import { access, type FileHandle, mkdir, open, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { checkedKey, type FileStore, FileStoreError } from './store';

const DAY_MS = 24 * 3_600_000;
/** Files on their way; they come to their place whole, or never. */
const ON_THE_WAY = 'new';

/**
 * Makes the folder when it is not there. Later it must be: a disk that is not mounted is no empty store.
 * @throws FileStoreError
 */
export function createLocalFiles(folder: string): FileStore {
  const beside = path.join(folder, ON_THE_WAY);
  try {
    mkdirSync(beside, { recursive: true, mode: 0o700 });
    removeLeftovers(beside);
  } catch (error) {
    throw asFileStoreError(error);
  }
  const placeOf = (key: string) => {
    const name = checkedKey(key).replace('/', '.');
    return path.join(folder, name.slice(0, 2), name);
  };

  return {
    put: (key, bytes) =>
      guarded(async () => {
        const place = placeOf(key);
        const temporary = path.join(beside, randomUUID());
        try {
          await writeThrough(temporary, bytes);
          await mkdir(path.dirname(place), { mode: 0o700 }).catch(unless('EEXIST'));
          await rename(temporary, place);
        } catch (error) {
          await rm(temporary, { force: true });
          throw error;
        }
        await syncFolder(path.dirname(place));
      }),
    get: (key, part) =>
      guarded(async () => {
        const file = await open(placeOf(key), 'r').catch(unless('ENOENT'));
        if (!file) {
          await access(beside);
          return null;
        }
        try {
          return part ? await readPart(file, part.start, part.length) : await file.readFile();
        } finally {
          await file.close();
        }
      }),
    remove: (key) =>
      guarded(async () => {
        await access(beside);
        await rm(placeOf(key), { force: true });
      }),
  };
}

async function writeThrough(file: string, bytes: Uint8Array): Promise<void> {
  const opened = await open(file, 'wx', 0o600);
  try {
    await opened.writeFile(bytes);
    await opened.sync();
  } finally {
    await opened.close();
  }
}

/** So that the new name survives a power cut too; Windows has no such thing. */
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const opened = await open(folder, 'r');
  try {
    await opened.sync();
  } finally {
    await opened.close();
  }
}

async function readPart(file: FileHandle, start: number, length: number): Promise<Buffer> {
  const bytes = Buffer.alloc(length);
  let read = 0;
  while (read < length) {
    const { bytesRead } = await file.read(bytes, read, length - read, start + read);
    if (bytesRead === 0) break;
    read += bytesRead;
  }
  return bytes.subarray(0, read);
}

/** Of a process that was killed in the middle. */
function removeLeftovers(folder: string): void {
  for (const name of readdirSync(folder)) {
    const file = path.join(folder, name);
    const { mtimeMs } = statSync(file, { throwIfNoEntry: false }) ?? { mtimeMs: 0 };
    if (Date.now() - mtimeMs > DAY_MS) rmSync(file, { force: true });
  }
}

const unless = (code: string) => (error: NodeJS.ErrnoException) => {
  if (error.code !== code) throw error;
  return undefined;
};

async function guarded<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw asFileStoreError(error);
  }
}

function asFileStoreError(error: unknown): unknown {
  const { code } = (error ?? {}) as NodeJS.ErrnoException;
  if (typeof code !== 'string') return error;
  if (code === 'ENOSPC' || code === 'EDQUOT')
    return new FileStoreError('Away', '磁盘满了，请在 FILES_DIR 腾出地方');
  if (code === 'ENOENT')
    return new FileStoreError('Away', 'FILES_DIR 的文件夹不见了，请看磁盘挂上了没有，再重新启动');
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS')
    return new FileStoreError('Misconfigured', 'FILES_DIR 的文件夹不能读写，请改权限');
  return new FileStoreError('Away', `FILES_DIR 读写出错（${code}）`);
}
