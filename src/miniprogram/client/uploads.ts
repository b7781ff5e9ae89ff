/** Files: picked, made smaller, kept on the phone, sent, and known by their id from then on. */
import { type FileType, typeOfHead } from '@/domain/files';
import { MAX_FILE } from '@/domain/files/limits';
import { sha256 } from '@/domain/files/sha256';
import { CallError, type CallErrorName, call } from './call';
import { keepBytes, piece, type Source } from './file-bytes';
import { newId } from './new-id';
import { currentOwner } from './owner';
import type { Picked } from './pick';
import { redraw } from './pictures';
import { sendFiles } from './upload-send';
import { addUpload, changeUpload, forgetUploads, type OwnUpload, preparing, uploadOf } from './upload-store';

export { type Picked, type PickKind, pick } from './pick';
export type { Upload } from './upload-store';

/** Takes a picked file: it shows at once, is made ready, kept and sent. @returns its id */
export function takeFile(picked: Picked): string {
  const { name, type, bytes } = picked;
  const file = newId();
  addUpload({
    ...{ file, name: tidyName(name), type, bytes, thumb: null, sha256: null, ...currentOwner() },
    ...{ state: 'waiting', progress: 0, error: null, kept: true, begun: false, at: Date.now() },
  });
  preparing.set(
    file,
    makeReady(file, picked).then(() => {
      preparing.delete(file);
      void sendFiles();
    }),
  );
  return file;
}

/** What the server takes for a name. */
const tidyName = (name: string): string =>
  name
    .replace(/[^\P{Cc}]/gu, '')
    .trim()
    .slice(-100) || '文件';

async function makeReady(file: string, picked: Picked): Promise<void> {
  try {
    const { type, source, bytes, thumb } = await madeReady(picked);
    const digest = await digestOf(source, bytes);
    const kept = await keepBytes(file, source);
    // thrown away meanwhile
    if (!uploadOf(file)) return forgetUploads([file]);
    changeUpload(file, { type, bytes, thumb, sha256: digest, kept });
  } catch (thrown) {
    const error = thrown instanceof CallError ? thrown : new CallError('FileBroken', String(thrown));
    changeUpload(file, { state: 'failed', error });
  }
}

interface Ready {
  readonly type: FileType;
  readonly source: Source;
  readonly bytes: number;
  readonly thumb: string | null;
}

/** @throws CallError for what the server would refuse */
async function madeReady(picked: Picked): Promise<Ready> {
  const head = await piece(picked, 0, 16);
  if (!head || head.length === 0) throw new CallError('FileBroken');
  const type = typeOfHead(head);
  const isFile = (said: typeof type): said is FileType => said.includes('/');
  const whole = picked.asIs || type === 'application/pdf' || type.startsWith('audio/');
  const redrawn = whole ? null : await redraw(picked);
  // Safari draws a HEIC photo, and what is drawn is a JPEG
  if (redrawn) return { ...redrawn, type: 'image/jpeg' };
  if (!isFile(type)) throw new CallError(type satisfies CallErrorName);
  if (picked.bytes > MAX_FILE) throw new CallError('FileTooBig');
  return { type, source: picked, bytes: picked.bytes, thumb: null };
}

const STEP = 256 * 1024;

async function digestOf(source: Source, bytes: number): Promise<string> {
  const digest = sha256();
  for (let at = 0; at < bytes; ) {
    const part = await piece(source, at, Math.min(STEP, bytes - at));
    if (!part || part.length === 0) throw new CallError('FileBroken');
    digest.add(part);
    at += part.length;
  }
  return digest.end();
}

/** Once more, after it failed. */
export function retryFile(file: string): void {
  const upload = uploadOf(file);
  if (upload?.state !== 'failed' || upload.sha256 === null) return;
  changeUpload(file, { state: 'waiting', error: null });
  void sendFiles();
}

/** A file begun on another device: the server knows what it is called and how it looks. */
export async function learnOf(file: string): Promise<void> {
  if (uploadOf(file)) return;
  const known: OwnUpload = {
    ...{ file, name: '已经传好的文件', type: '', bytes: 0, thumb: null, sha256: null, ...currentOwner() },
    ...{ state: 'ready', progress: 1, error: null, kept: true, begun: true, at: Date.now() },
  };
  addUpload(known);
  try {
    const { name, type, base64 } = await call('files.read', { id: file, thumb: true });
    changeUpload(file, { name, type, thumb: `data:${type};base64,${base64}` });
  } catch {
    // it has no small picture, or cannot be asked for now: it is there all the same
  }
}
