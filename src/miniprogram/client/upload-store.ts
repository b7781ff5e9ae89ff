/** The files on their way, as the phone keeps them. Their content lies in `file-bytes`. */
import { CallError } from './call';
import { forgetBytes } from './file-bytes';
import { errorAgain, keptError } from './kept-error';
import { type Owner, onForgotten, onInherited } from './owner';
import { isRecord, keptMany } from './storage';
import { createStore } from './store';

/** A file on its way. */
export interface Upload {
  /** uuid */
  readonly file: string;
  readonly name: string;
  readonly type: string;
  readonly bytes: number;
  /** `data:` or a local path; null: none made */
  readonly thumb: string | null;
  /** `waiting` with an error: it is tried again by itself */
  readonly state: 'waiting' | 'sending' | 'ready' | 'failed';
  /** 0–1 */
  readonly progress: number;
  readonly error: CallError | null;
  /** false: this phone would not store it; it lasts until the app is closed */
  readonly kept: boolean;
}

export interface OwnUpload extends Upload, Owner {
  /** of its content; null while it is being made smaller */
  readonly sha256: string | null;
  /** begun at the server */
  readonly begun: boolean;
  /** when it was picked, ms */
  readonly at: number;
}

/** Files that are being made smaller. */
export const preparing = new Map<string, Promise<void>>();

type Kept = Omit<OwnUpload, 'error' | 'progress' | 'kept'> & { readonly error: unknown };

const isKept = (value: unknown): value is Kept =>
  isRecord(value) &&
  ['file', 'name', 'type', 'state'].every((field) => typeof value[field] === 'string') &&
  typeof value.bytes === 'number';
const keptUploads = keptMany('upload', 1, isKept);

/** What was being sent when the app was closed waits again; what was not yet kept then is lost, and says so. */
function again(from: Kept): OwnUpload {
  const lost = from.state !== 'ready' && from.sha256 === null;
  return {
    ...from,
    state: lost ? 'failed' : from.state === 'sending' ? 'waiting' : from.state,
    progress: from.state === 'ready' ? 1 : 0,
    error: errorAgain(from.error) ?? (lost ? new CallError('FileBroken') : null),
    kept: true,
  };
}

export const uploads = createStore<readonly OwnUpload[]>(keptUploads.all().map(again));

keptUploads.onOtherTab((file) => {
  const theirs = keptUploads.read(file);
  const others = uploads.get().filter((one) => one.file !== file);
  const mine = uploads.get().find((one) => one.file === file);
  // what this tab is sending it knows better
  if (mine?.state !== 'sending') uploads.set(theirs ? [...others, again(theirs)] : others);
});

export const uploadOf = (file: string): OwnUpload | null =>
  uploads.get().find((one) => one.file === file) ?? null;

function write({ progress: _, kept, error, ...rest }: OwnUpload): boolean {
  const value = { ...rest, error: keptError(error) };
  // a phone that is nearly full may still have room without the picture
  return (
    kept && (keptUploads.write(rest.file, value) || keptUploads.write(rest.file, { ...value, thumb: null }))
  );
}

export function addUpload(upload: OwnUpload): void {
  uploads.set([...uploads.get(), { ...upload, kept: write(upload) }]);
}

/** Progress alone is not written down: the server says at the next beginning how much it has. */
export function changeUpload(file: string, to: Partial<OwnUpload>): void {
  const all = uploads.get().map((one) => {
    if (one.file !== file) return one;
    const next = { ...one, ...to };
    const told = Object.keys(to).some((key) => key !== 'progress');
    return told ? { ...next, kept: write(next) } : next;
  });
  uploads.set(all);
}

/** Nothing of these files stays on the phone. */
export function forgetUploads(files: readonly string[]): void {
  if (files.length === 0) return;
  for (const file of files) {
    keptUploads.remove(file);
    forgetBytes(file);
  }
  uploads.set(uploads.get().filter(({ file }) => !files.includes(file)));
}

onInherited((account) => {
  for (const one of uploads.get()) if (one.account === null) changeUpload(one.file, { account });
});

onForgotten((gone) =>
  forgetUploads(
    uploads
      .get()
      .filter(gone)
      .map(({ file }) => file),
  ),
);
