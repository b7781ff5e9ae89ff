/** A paper of a case, in full: nothing of it stays on the officer's device once it was looked at. */
import Taro from '@tarojs/taro';
import { call } from '@/client/call';
import { savePdf } from '@/client/save-file';
import { onPersonChange } from '@/client/session';
import { FILE_ENDS, isFileType } from '@/domain/files/limits';

const h5 = process.env.TARO_ENV === 'h5';

export interface OpenPaper {
  readonly type: string;
  readonly name: string;
  /** what an image shows: a data address in the browser, a file of ours on WeChat */
  readonly address: string;
}

/**
 * Reads it piece by piece.
 * @param onPart how much is here, 0–1
 * @param wanted false: closed meanwhile, no more is read
 * @throws CallError; on WeChat also when the phone has no room
 */
export async function readPaper(
  id: string,
  bytes: number,
  onPart: (share: number) => void,
  wanted: () => boolean,
): Promise<OpenPaper | null> {
  const parts: ArrayBuffer[] = [];
  let read = 0;
  let offset = 0;
  for (;;) {
    const { type, name, base64, next } = await call('files.read', { id, offset });
    if (!wanted()) return null;
    const part = bytesOf(base64);
    parts.push(part);
    read += part.byteLength;
    onPart(bytes > 0 ? Math.min(1, read / bytes) : 1);
    if (next === null) return { type, name, address: await addressOf(parts, type) };
    offset = next;
  }
}

const bytesOf = (base64: string): ArrayBuffer =>
  h5 ? Uint8Array.from(atob(base64), (one) => one.charCodeAt(0)).buffer : Taro.base64ToArrayBuffer(base64);

function addressOf(parts: readonly ArrayBuffer[], type: string): Promise<string> | string {
  return h5 ? dataAddress(new Blob([...parts], { type })) : written(parts, type);
}

/** The page's own rules let it show pictures that are written out, not those it made up addresses for. */
const dataAddress = (blob: Blob): Promise<string> =>
  new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result));
    reader.onerror = () => reject(reader.error);
    reader.readAsDataURL(blob);
  });

const pathOf = (end: string) => `${Taro.env.USER_DATA_PATH}/desk-paper.${end}`;
const paths = () => Object.values(FILE_ENDS).map(pathOf);

function written(parts: readonly ArrayBuffer[], type: string): string {
  forgetPaper();
  const path = pathOf(isFileType(type) ? FILE_ENDS[type] : 'jpg');
  const files = Taro.getFileSystemManager();
  files.writeFileSync(path, parts[0] ?? new ArrayBuffer(0));
  for (const part of parts.slice(1)) files.appendFileSync(path, part);
  return path;
}

/** Also what an app that was ended in between left behind. */
export function forgetPaper(): void {
  if (h5) return;
  const files = Taro.getFileSystemManager?.();
  for (const filePath of paths()) files?.unlink({ filePath, fail: () => undefined });
}
onPersonChange(forgetPaper);

/** A PDF is downloaded in the browser, and shown by WeChat. @returns whether it was downloaded */
export async function showPdf({ name, address }: OpenPaper): Promise<boolean> {
  if (h5) {
    await savePdf(name, address.slice(address.indexOf(',') + 1));
    return true;
  }
  await Taro.openDocument({ filePath: address, fileType: 'pdf' });
  return false;
}

/** WeChat's own viewer, where two fingers enlarge; a browser does that on the page itself. */
export const canEnlarge = !h5;
export const enlarge = ({ address }: OpenPaper): void =>
  void Taro.previewImage({ urls: [address] }).catch(() => undefined);

/** The small picture as an address; null when there is none. */
export async function thumbOf(id: string): Promise<string | null> {
  try {
    const { base64 } = await call('files.read', { id, thumb: true });
    return base64 ? `data:image/jpeg;base64,${base64}` : null;
  } catch {
    // the paper itself can still be opened
    return null;
  }
}
