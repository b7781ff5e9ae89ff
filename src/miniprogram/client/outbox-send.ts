/**
 * Sends what waits, once and only once, as soon as there is a signal: what waited in order, and what is about
 * one case always in order. What is sent off now goes at once: it does not wait for others that cannot get through.
 */
import type { InputOf, Path } from '@/contract/api';
import { CallError, call } from './call';
import { forms, removeForm } from './form-store';
import { draftedFiles } from './kept-drafts';
import { callError, canWait, nothingGetsThrough } from './kept-error';
import { changeItem, filesOf, itemOf, type OwnItem, outbox } from './outbox-store';
import { canSend, isOf, watchOwner } from './owner';
import { isRecord } from './storage';
import { sendFile } from './upload-send';
import { changeUpload, forgetUploads, uploadOf, uploads } from './upload-store';
import { keepTrying, whenAwake } from './waking';

/** Without a name it goes whoever is signed in, and without saying who that is. */
const isNameless = ({ kind }: OwnItem) => kind === 'report';
const isWaiting = (item: OwnItem): boolean => item.state === 'waiting' && (isNameless(item) || canSend(item));
export const isDue = (item: OwnItem): boolean => isWaiting(item) && Date.now() >= item.notBefore;

/** The case it is about. */
const caseOf = ({ input }: OwnItem): unknown => (isRecord(input) ? input.id : undefined);

const earlier = (item: OwnItem): readonly OwnItem[] => {
  const all = outbox.get();
  const at = all.findIndex(({ id }) => id === item.id);
  return all.slice(0, at).filter((other) => isOf(other, item));
};

/** One about the same case goes first. */
const isBehind = (item: OwnItem): boolean =>
  earlier(item).some(
    (other) => ['waiting', 'sending'].includes(other.state) && caseOf(other) === caseOf(item),
  );

/** One of the same kind was asked to wait: so does this one. */
const pauseBefore = (item: OwnItem): OwnItem | undefined =>
  earlier(item).find(({ path, state, notBefore }) => {
    return path === item.path && state === 'waiting' && notBefore > Date.now();
  });

const underWay = new Map<string, Promise<void>>();

/** Tries one; what came of it stands in its state. Never rejects. */
export function attempt(id: string): Promise<void> {
  const going = underWay.get(id) ?? deliver(id).then(() => done(id));
  underWay.set(id, going);
  return going;
}

function done(id: string): void {
  underWay.delete(id);
  const item = itemOf(id);
  // what stood behind it can go; where it waits for better times, so does the rest
  if (item?.state !== 'waiting' || (item.error === null && isDue(item) && !isBehind(item))) void sendAll();
}

async function deliver(id: string): Promise<void> {
  const item = itemOf(id);
  if (!item || !isDue(item) || isBehind(item)) return;
  const pause = pauseBefore(item);
  if (pause) return changeItem(id, { error: pause.error, notBefore: pause.notBefore });
  changeItem(id, { state: 'sending', error: null });
  const problem = await filesProblem(item);
  if (problem) return settle(item, problem);
  // somebody else may have come while the files were on their way
  if (!isNameless(item) && !canSend(item)) return settle(item, new CallError('PersonChanged'));
  try {
    const as = isNameless(item) ? 'nobody' : { acting: item.acting };
    const result = await call(item.path, item.input as InputOf<Path>, { once: true, as });
    changeItem(id, { state: 'delivered', result });
  } catch (thrown) {
    return settle(item, callError(thrown));
  }
  arrived(item);
}

/** A file of an earlier case, or begun on another device, is not among the uploads: the server knows it. */
const missing = (item: OwnItem): string[] =>
  filesOf(item).filter((file) => (uploadOf(file)?.state ?? 'ready') !== 'ready');

/** Sends the files that are not there yet. @returns why one is not; null when all are */
async function filesProblem(item: OwnItem): Promise<CallError | null> {
  for (const file of missing(item)) {
    await sendFile(file);
    const upload = uploadOf(file);
    if (upload && upload.state !== 'ready') return upload.error ?? new CallError('PersonChanged');
  }
  return null;
}

function settle(item: OwnItem, error: CallError): void {
  const { id } = item;
  if (error.name === 'InvalidInput' && !item.filesAgain && sendFilesAgain(item)) {
    changeItem(id, { state: 'waiting', filesAgain: true });
    return;
  }
  const wait = canWait(error);
  const notBefore = error.retryAfter ? Date.now() + error.retryAfter * 1000 : 0;
  const told = error.name === 'PersonChanged' ? null : error;
  changeItem(id, { state: wait ? 'waiting' : 'refused', error: told, notBefore });
  if (wait) keepTrying();
  // filed before: there is no form any more
  if (error.name === 'AlreadyFiled') arrived(item);
}

/** The server keeps files without a case for a week only: what the phone still has is sent once more. */
function sendFilesAgain(item: OwnItem): boolean {
  const here = filesOf(item).filter((file) => uploadOf(file)?.sha256);
  for (const file of here) changeUpload(file, { state: 'waiting' });
  return here.length > 0;
}

/** The server has it: the form is no form any more, its files lie with the case. */
function arrived(item: OwnItem): void {
  removeForm(item.id, 'keep');
  forgetUploads(filesOf(item));
}

let running = false;

/** Everything that waits, in order; what is refused, and what waits for its photos, does not hold up the rest. */
export async function sendAll(): Promise<void> {
  if (running) return;
  running = true;
  const tried = new Set<string>();
  for (;;) {
    const next = outbox.get().find((item) => isDue(item) && !tried.has(item.id) && !isBehind(item));
    if (!next) break;
    tried.add(next.id);
    const going = attempt(next.id);
    if (missing(next).length === 0) await going;
    const error = itemOf(next.id)?.error;
    if (error && nothingGetsThrough(error)) break;
  }
  running = false;
}

const DAY_MS = 24 * 3600_000;

/** Files that no form and nothing in the outbox knows: the app was closed in the middle of something. */
function tidy(): void {
  const known = new Set([
    ...forms.get().all.flatMap(({ papers }) => papers.map(({ file }) => file)),
    ...outbox.get().flatMap(filesOf),
    ...draftedFiles(),
  ]);
  const old = uploads.get().filter(({ file, at }) => !known.has(file) && Date.now() - at > DAY_MS);
  forgetUploads(old.map(({ file }) => file));
}

whenAwake({ wake: () => void sendAll(), needed: () => outbox.get().some(isWaiting) });
// whoever sent it off is here again
watchOwner(() => void sendAll());
setTimeout(() => {
  tidy();
  void sendAll();
}, 0);
