/** Forms on the server, so that another device can go on. What was written on two at once waits for a choice. */
import type { DraftView } from '@/contract/cases';
import type { CallError } from './call';
import { call } from './call';
import { deviceName } from './device';
import { formOf, forms, formsOf, type OwnForm, type Paper, putForm, removeForm } from './form-store';
import { callError, canWait } from './kept-error';
import { itemOf } from './outbox-store';
import { canSend, currentOwner, isOf, onForgotten, watchOwner } from './owner';
import { personalStore } from './session';
import { isRecord, kept } from './storage';
import { uploadOf, uploads } from './upload-store';
import { keepTrying, whenAwake, whenHidden } from './waking';

const PAUSE_MS = 1200;

interface Sync {
  /** form id → why the server does not have the last change */
  readonly late: Readonly<Record<string, CallError>>;
  /** form id → what another device wrote */
  readonly conflicts: Readonly<Record<string, DraftView>>;
}
export const sync = personalStore<Sync>({ late: {}, conflicts: {} });

const without = <T>(all: Readonly<Record<string, T>>, id: string): Readonly<Record<string, T>> =>
  Object.fromEntries(Object.entries(all).filter(([key]) => key !== id));

function setLate(id: string, error: CallError | null): void {
  const { late, conflicts } = sync.get();
  if (error === null && !(id in late)) return;
  sync.set({ late: error ? { ...late, [id]: error } : without(late, id), conflicts });
}

export function setConflict(id: string, theirs: DraftView | null): void {
  const { late, conflicts } = sync.get();
  if (theirs === null && !(id in conflicts)) return;
  sync.set({ late, conflicts: theirs ? { ...conflicts, [id]: theirs } : without(conflicts, id) });
}

/** Files the server does not have yet are not named: it would not know them. */
const content = ({ answers, papers }: OwnForm) => ({
  answers,
  files: papers
    .filter(({ file }) => uploadOf(file)?.state === 'ready')
    .map(({ file, evidence }) => ({ file, evidence })),
});

/** In an order of its own, so that the same content is the same text. */
const textOf = ({ answers, files }: Pick<DraftView, 'answers' | 'files'>): string =>
  JSON.stringify([
    Object.keys(answers)
      .sort()
      .map((id) => [id, answers[id]]),
    files.map(({ file, evidence }) => `${evidence} ${file}`).sort(),
  ]);

/** Sent off: the whole of it is on its way to where a draft is of no use any more. */
const isSentOff = (id: string): boolean => ['waiting', 'sending'].includes(itemOf(id)?.state ?? '');

const mayPush = (form: OwnForm): boolean =>
  !isSentOff(form.id) &&
  form.unsent &&
  form.service !== null &&
  !form.phoneOnly &&
  canSend(form) &&
  !(form.id in sync.get().conflicts);

/** What was sent and perhaps arrived, though no answer did. */
const unanswered = new Map<string, readonly string[]>();
const pushing = new Set<string>();

async function push(id: string): Promise<void> {
  const form = formOf(id);
  if (!form || !mayPush(form) || pushing.has(id)) return;
  const { service, version: service_version, rev, acting } = form;
  const sent = content(form);
  pushing.add(id);
  const before = unanswered.get(id) ?? [];
  unanswered.set(id, [...before, textOf(sent)]);
  try {
    const input = { id, service: service ?? '', service_version, rev, device: deviceName(), ...sent };
    const saved = await call('cases.save_draft', input, { once: true, as: { acting } });
    pushing.delete(id);
    settle(id, saved.rev, textOf(sent));
  } catch (thrown) {
    const error = callError(thrown);
    pushing.delete(id);
    if (!canWait(error)) unanswered.set(id, before);
    await refused(form, error);
  }
  // thrown away while it was on its way
  void dropAll();
}

/** The server has this content under this number; what was changed meanwhile goes next. */
function settle(id: string, rev: number, text: string): void {
  const now = formOf(id);
  setLate(id, null);
  unanswered.delete(id);
  if (!now) return;
  const unsent = textOf(content(now)) !== text;
  putForm({ ...now, rev, unsent });
  if (unsent) pushSoon();
}

async function refused(form: OwnForm, error: CallError): Promise<void> {
  if (error.name === 'PersonChanged') return;
  // it was filed, here or on another device
  if (error.name === 'AlreadyFiled') return removeForm(form.id, 'drop');
  if (error.name === 'DraftConflict') return isOf(form, currentOwner()) ? pull() : undefined;
  setLate(form.id, error);
  if (canWait(error)) keepTrying();
}

let timer: ReturnType<typeof setTimeout> | null = null;

export function pushSoon(): void {
  if (timer) clearTimeout(timer);
  timer = setTimeout(pushNow, PAUSE_MS);
}

export function pushNow(): void {
  if (timer) clearTimeout(timer);
  timer = null;
  for (const form of forms.get().all) if (mayPush(form)) void push(form.id);
  void dropAll();
}

// thrown away while there was no network: the server hears of it later, and does not bring them back
interface Dropped {
  readonly id: string;
  readonly account: string;
  readonly acting: string | null;
}
const isDropped = (value: unknown): value is readonly Dropped[] =>
  Array.isArray(value) && value.every((one) => isRecord(one) && typeof one.id === 'string');
const keptDropped = kept('dropped', 1, isDropped);
let dropped: readonly Dropped[] = keptDropped.read() ?? [];

function setDropped(next: readonly Dropped[]): void {
  dropped = next;
  keptDropped.write(next);
}

onForgotten((gone) => setDropped(dropped.filter((one) => !gone(one))));

export function dropOnServer({ id, account, acting, rev }: OwnForm): void {
  if (account === null || (rev === 0 && !unanswered.has(id))) return;
  setDropped([...dropped, { id, account, acting }]);
  void dropAll();
}

async function dropAll(): Promise<void> {
  for (const one of dropped.filter(canSend)) {
    if (pushing.has(one.id)) continue;
    try {
      await call('cases.drop_draft', { id: one.id }, { once: true, as: { acting: one.acting } });
    } catch (thrown) {
      // refused for good (a mandate that is over): the server has its own ways to end it
      if (canWait(callError(thrown))) return keepTrying();
    }
    setDropped(dropped.filter(({ id }) => id !== one.id));
  }
}

const FRESH_MS = 30_000;
let pulledAt = 0;
watchOwner(() => {
  pulledAt = 0;
  pushNow();
});

/** Asks what other devices wrote, when that is not known. */
export function pullIfOld(): void {
  if (Date.now() - pulledAt > FRESH_MS && canSend(currentOwner())) void pull();
}

async function pull(): Promise<void> {
  const owner = currentOwner();
  const before = new Map(formsOf(owner).map((form) => [form.id, form]));
  pulledAt = Date.now();
  try {
    const drafts = await call('cases.drafts', {});
    for (const theirs of drafts) merge(theirs);
    for (const form of before.values()) {
      const known = form.rev > 0 && !form.unsent && formOf(form.id) === form;
      // filed or thrown away on another device
      if (known && !drafts.some(({ id }) => id === form.id)) removeForm(form.id, 'drop');
    }
    pushNow();
  } catch {
    // not known now; asked again when a page opens
    pulledAt = 0;
  }
}

function merge(theirs: DraftView): void {
  // thrown away here, or filed, while the answer was on its way
  if (dropped.some(({ id }) => id === theirs.id) || itemOf(theirs.id)?.state === 'delivered') return;
  const mine = formOf(theirs.id);
  if (mine && !isOf(mine, currentOwner())) return;
  if (mine && mine.rev >= theirs.rev) return;
  if (!mine?.unsent) {
    // photos that wait for a signal are in no saving yet
    const waiting = mine?.papers.filter(({ file }) => uploadOf(file)?.state !== 'ready') ?? [];
    take(theirs, waiting);
    return;
  }
  const text = textOf(theirs);
  // one's own saving, the answer to which was lost
  const own = unanswered.get(theirs.id)?.includes(text) || text === textOf(content(mine));
  if (own) settle(theirs.id, theirs.rev, text);
  else setConflict(theirs.id, theirs);
}

/** Theirs instead of what is here. */
export function take(theirs: DraftView, besides: readonly Paper[] = []): void {
  const { id, service, service_version: version, rev, answers, files } = theirs;
  const papers = [...files, ...besides.filter((one) => !files.some(({ file }) => file === one.file))];
  const rest = { about: null, unsent: false, phoneOnly: false, gone: [] };
  const savedAt = Date.parse(theirs.saved_at);
  putForm({ ...rest, ...currentOwner(), id, service, version, rev, answers, papers, savedAt });
  setConflict(id, null);
}

// a file that has arrived belongs to what the server should know
const notReady = (): ReadonlySet<string> =>
  new Set(uploads.get().flatMap(({ file, state }) => (state === 'ready' ? [] : [file])));
let waitedBefore = notReady();
uploads.subscribe(() => {
  const waited = waitedBefore;
  waitedBefore = notReady();
  const arrived = ({ file }: Paper) => waited.has(file) && uploadOf(file)?.state === 'ready';
  const changed = forms.get().all.filter(({ papers }) => papers.some(arrived));
  for (const form of changed) putForm({ ...form, unsent: true });
  if (changed.length > 0) pushSoon();
});

whenAwake({ wake: pushNow, needed: () => dropped.some(canSend) || forms.get().all.some(mayPush) });
whenHidden(pushNow);
