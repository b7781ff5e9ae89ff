/** Photos, papers and sound kept on this phone as proofs: as they were picked, with their hash; nothing is sent. */
import Taro from '@tarojs/taro';
import { FILE_ENDS, isFileType, MAX_FILE, typeOfHead } from '@/domain/files';
import { sha256 } from '@/domain/files/sha256';
import type { FileRef } from '@/domain/wages/diary';
import { CallError, type CallErrorName } from './call';
import { errorCopy } from './error-copy';
import { asked, forgetBytes, keepBytes, piece, readBytes, type Source } from './file-bytes';
import { newId } from './new-id';
import type { Picked } from './pick';
import { redraw } from './pictures';
import { isRecord, keptMany } from './storage';

const h5 = process.env.TARO_ENV === 'h5';

interface Thumb {
  readonly thumb: string;
}
const isThumb = (value: unknown): value is Thumb => isRecord(value) && typeof value.thumb === 'string';
const keptThumbs = keptMany('proof-thumb', 1, isThumb);

export const thumbOf = (file: string): string | null => keptThumbs.read(file)?.thumb ?? null;

const STEP = 256 * 1024;
const HEAD = 32;

export type KeptFile =
  | { readonly ok: true; readonly file: FileRef }
  | { readonly ok: false; readonly problem: string };

/** The content is not touched: its hash says later that it is the same. Refused: what could not be handed in later. */
export async function keepFile(picked: Picked): Promise<KeptFile> {
  try {
    const file = await taken(picked);
    return file ? { ok: true, file } : { ok: false, problem: FULL };
  } catch (thrown) {
    const { title, wayOn } = errorCopy(thrown instanceof CallError ? thrown : new CallError('FileBroken'));
    return { ok: false, problem: `${title}。${wayOn}` };
  }
}

const FULL = '手机存满了，这一份没有存上。删掉一些不用的照片或者小程序，再加一次。';

/** @returns null when the phone has no room. @throws CallError */
async function taken(picked: Picked): Promise<FileRef | null> {
  const head = await piece(picked, 0, HEAD);
  if (!head || head.length === 0) throw new CallError('FileBroken');
  const said = typeOfHead(head);
  const drawn = said.startsWith('audio/') || said === 'application/pdf' ? null : await redraw(picked);
  // Safari hands over HEIC and draws it as JPEG; nobody else could look at the original
  const redrawn = isFileType(said) ? null : drawn;
  const content = redrawn ? { ...redrawn.source, bytes: redrawn.bytes } : picked;
  const type = redrawn ? 'image/jpeg' : said;
  if (!isFileType(type)) throw new CallError(type satisfies CallErrorName);
  if (content.bytes > MAX_FILE) throw new CallError('FileTooBig');
  const file = newId();
  const ref: FileRef = {
    ...{ file, name: picked.name, type, bytes: content.bytes },
    sha256: await digestOf(content),
    added_at: new Date().toISOString(),
  };
  if (!(await keepBytes(file, content))) {
    forgetBytes(file);
    return null;
  }
  if (drawn?.thumb) keptThumbs.write(file, { thumb: drawn.thumb });
  return ref;
}

async function digestOf(content: Source & { readonly bytes: number }): Promise<string> {
  const digest = sha256();
  for (let at = 0; at < content.bytes; ) {
    const part = await piece(content, at, Math.min(STEP, content.bytes - at));
    if (!part || part.length === 0) throw new CallError('FileBroken');
    digest.add(part);
    at += part.length;
  }
  return digest.end();
}

/** Is the content still the one whose hash was written down? null: it is not on this phone any more. */
export async function isSame({ file, bytes, sha256: known }: FileRef): Promise<boolean | null> {
  const digest = sha256();
  for (let at = 0; at < bytes; ) {
    const part = await readBytes(file, at, Math.min(STEP, bytes - at));
    if (!part || part.length === 0) return at === 0 ? null : false;
    digest.add(part);
    at += part.length;
  }
  return digest.end() === known;
}

/** The whole content as something to hand in, to look at or to listen to; null: not on this phone any more. */
export async function contentOf({ file, name, type, bytes }: FileRef): Promise<Picked | null> {
  if (!h5) {
    const path = `${Taro.env.USER_DATA_PATH}/bangfu-${file}`;
    return (await readBytes(file, 0, 1)) ? { path, name, type, bytes } : null;
  }
  const parts: Uint8Array<ArrayBuffer>[] = [];
  for (let at = 0; at < bytes; ) {
    const part = await readBytes(file, at, Math.min(STEP, bytes - at));
    if (!part || part.length === 0) return null;
    parts.push(Uint8Array.from(part));
    at += part.length;
  }
  return { blob: new Blob(parts, { type }), name, type, bytes };
}

export const endOf = (type: string): string => (isFileType(type) ? FILE_ENDS[type] : 'bin');

/** What an image or a sound is given as its address: written out in the browser, a file with the right end on WeChat. */
export async function addressOf(ref: FileRef): Promise<string | null> {
  const content = await contentOf(ref);
  if (!content) return null;
  if (content.blob) return dataAddress(content.blob);
  const destPath = `${Taro.env.USER_DATA_PATH}/shown.${endOf(ref.type)}`;
  try {
    await asked((callbacks) =>
      Taro.getFileSystemManager().copyFile({ srcPath: content.path ?? '', destPath, ...callbacks }),
    );
    return destPath;
  } catch {
    return null;
  }
}

const dataAddress = (blob: Blob): Promise<string> =>
  new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result));
    reader.onerror = () => reject(reader.error);
    reader.readAsDataURL(blob);
  });

export function forgetFiles(files: readonly string[]): void {
  for (const file of files) {
    keptThumbs.remove(file);
    forgetBytes(file);
  }
}
