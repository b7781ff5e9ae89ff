/** Sends files in pieces, as small as the signal needs them; what was cut off goes on where it ended. */
import type { InputOf, OutputOf, Path } from '@/contract/api';
import { MAX_THUMB } from '@/domain/files/limits';
import { CallError, call } from './call';
import { base64Of, readBytes } from './file-bytes';
import { callError, canWait, nothingGetsThrough } from './kept-error';
import { isNeeded } from './outbox-store';
import { canSend, watchOwner } from './owner';
import { changeUpload, forgetUploads, type OwnUpload, preparing, uploadOf, uploads } from './upload-store';
import { keepTrying, whenAwake } from './waking';

// a cloud function takes no more than 100 KB of text a call, and a piece goes as text
const PIECE = process.env.TARO_ENV === 'weapp' && TRANSPORT === 'cloud' ? 64 * 1024 : 192 * 1024;
/** At one bar of signal eight seconds carry no more. */
const SMALLEST = 24 * 1024;
let size = PIECE;

const underWay = new Map<string, Promise<void>>();

/** Tries to send one file now; what came of it stands in its state. Never rejects. */
export function sendFile(file: string): Promise<void> {
  const sending = underWay.get(file) ?? attempt(file).then(() => void underWay.delete(file));
  underWay.set(file, sending);
  return sending;
}

/** The server asked to be left alone until then. */
const later = new Map<string, number>();

const waits = (upload: OwnUpload | null): boolean =>
  upload?.state === 'waiting' && upload.sha256 !== null && canSend(upload);
const canGo = (upload: OwnUpload | null): upload is OwnUpload =>
  waits(upload) && Date.now() >= (later.get(upload?.file ?? '') ?? 0);

async function attempt(file: string): Promise<void> {
  await preparing.get(file);
  const upload = uploadOf(file);
  if (!canGo(upload)) return;
  changeUpload(file, { state: 'sending', error: null });
  try {
    await transfer(upload).catch((thrown: unknown) => {
      // the server has lost it, or holds pieces that do not fit: once more from the start
      const { name } = callError(thrown);
      return name === 'FileBroken' || name === 'NotFound' ? transfer(upload) : Promise.reject(thrown);
    });
    changeUpload(file, { state: 'ready', progress: 1 });
  } catch (thrown) {
    const error = callError(thrown);
    const wait = canWait(error);
    if (wait) keepTrying();
    if (error.retryAfter) later.set(file, Date.now() + error.retryAfter * 1000);
    changeUpload(file, {
      state: wait ? 'waiting' : 'failed',
      error: error.name === 'PersonChanged' ? null : error,
    });
  }
}

async function transfer({ file, name, type, bytes, sha256, thumb, ...owner }: OwnUpload): Promise<void> {
  const say = <P extends Path>(path: P, input: InputOf<P>): Promise<OutputOf<P>> => {
    // it may have been thrown away, or somebody else may have come, while a piece was on its way
    if (!uploadOf(file) || !canSend(owner)) throw new CallError('PersonChanged');
    return call(path, input, { once: true, as: { acting: owner.acting } });
  };
  let { received } = await say('files.begin', { id: file, name, bytes, type });
  changeUpload(file, { begun: true, progress: received / bytes });
  while (received < bytes) {
    const piece = await readBytes(file, received, size);
    if (!piece || piece.length === 0) throw new CallError('FileBroken');
    try {
      const answer = await say('files.put', { id: file, offset: received, base64: base64Of(piece) });
      if (answer.received === received) throw new CallError('Internal', 'the file does not grow');
      received = answer.received;
      size = Math.min(size * 2, PIECE);
    } catch (thrown) {
      if (callError(thrown).name !== 'Timeout' || size === SMALLEST) throw thrown;
      size = Math.max(size / 2, SMALLEST);
      // the piece may have arrived all the same
      received = (await say('files.begin', { id: file, name, bytes, type })).received;
    }
    changeUpload(file, { progress: Math.min(received / bytes, 1) });
  }
  await say('files.finish', { id: file, sha256: sha256 ?? '', ...thumbIn(thumb) });
}

/** Of a `data:` picture what the server keeps; a bigger one is left out. */
function thumbIn(thumb: string | null): { thumb?: string } {
  const base64 = /^data:image\/jpeg;base64,(.+)$/.exec(thumb ?? '')?.[1];
  return base64 && base64.length <= (MAX_THUMB / 3) * 4 ? { thumb: base64 } : {};
}

let running = false;

/** One after another, the oldest first; a file nobody can send does not hold up the next. */
export async function sendFiles(): Promise<void> {
  if (running) return;
  running = true;
  const tried = new Set<string>();
  for (;;) {
    const next = uploads.get().find((one) => canGo(one) && !tried.has(one.file));
    if (!next) break;
    tried.add(next.file);
    await sendFile(next.file);
    const { state, error } = uploadOf(next.file) ?? {};
    // the person changed in the middle of it
    if (state === 'waiting' && !error) tried.delete(next.file);
    if (error && nothingGetsThrough(error)) break;
  }
  running = false;
}

/** Nothing of them stays, neither here nor on the server: unless a case has them, or will have. */
export function dropFiles(files: readonly string[]): void {
  const free = files.filter((file) => !isNeeded(file));
  for (const file of free) {
    const upload = uploadOf(file);
    // whom nobody tells the server removes by itself, after a week
    if (upload?.begun && canSend(upload))
      call('files.drop', { id: file }, { once: true, as: { acting: upload.acting } }).catch(() => undefined);
  }
  forgetUploads(free);
}

whenAwake({ wake: () => void sendFiles(), needed: () => uploads.get().some(waits) });
// whoever made them is here again
watchOwner(() => void sendFiles());
// what was left when the app was closed
setTimeout(() => void sendFiles(), 0);
