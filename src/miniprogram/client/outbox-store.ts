/** What left the person's hands but perhaps not yet the phone: kept each for itself, until it is taken off the list. */
import type { Path } from '@/contract/api';
import { CallError } from './call';
import { errorAgain, keptError } from './kept-error';
import { type Owner, onForgotten, onInherited } from './owner';
import { isRecord, keptMany } from './storage';
import { createStore } from './store';

/** `file` and `act` of a resident, `report` without a name, `visit` of staff, `mark` of a trainer. */
export type OutboxKind = 'file' | 'act' | 'report' | 'visit' | 'mark';

export interface OutboxItem {
  readonly id: string;
  readonly kind: OutboxKind;
  readonly title: string;
  readonly state: 'waiting' | 'sending' | 'delivered' | 'refused';
  /** when it was sent off, ms */
  readonly at: number;
  /** why it still waits, or was refused */
  readonly error: CallError | null;
  readonly path: Path;
  /** as it was sent off: a refused one is opened again as a form */
  readonly input: unknown;
  /** what the server answered; null before */
  readonly result: unknown;
  /** false: this phone would not store it; it lasts until the app is closed */
  readonly kept: boolean;
}

export interface OwnItem extends OutboxItem, Owner {
  /** which came first: the clock of a phone may be set back */
  readonly seq: number;
  /** not before, ms: the server asked to be left alone */
  readonly notBefore: number;
  /** its files were sent once more, because the server did not have them */
  readonly filesAgain: boolean;
}

type Kept = Omit<OwnItem, 'error' | 'kept'> & { readonly error: unknown };

const isKept = (value: unknown): value is Kept =>
  isRecord(value) &&
  ['id', 'kind', 'title', 'state', 'path'].every((field) => typeof value[field] === 'string') &&
  typeof value.at === 'number' &&
  typeof value.seq === 'number';
const keptItems = keptMany('outbox', 1, isKept);

const again = (from: Kept): OwnItem => ({
  ...from,
  state: from.state === 'sending' ? 'waiting' : from.state,
  error: errorAgain(from.error),
  kept: true,
});

const WEEK_MS = 7 * 24 * 3600_000;

/** What arrived long ago stands in the list of cases; the key to a report stands nowhere else. */
function isOld({ state, kind, at, id }: OwnItem): boolean {
  const old = state === 'delivered' && kind !== 'report' && Date.now() - at > WEEK_MS;
  if (old) keptItems.remove(id);
  return old;
}

const inOrder = (items: readonly OwnItem[]): readonly OwnItem[] =>
  [...items].sort((one, other) => one.seq - other.seq);

export const nextSeq = (): number => Math.max(0, ...outbox.get().map(({ seq }) => seq)) + 1;

export const outbox = createStore<readonly OwnItem[]>(
  inOrder(
    keptItems
      .all()
      .map(again)
      .filter((item) => !isOld(item)),
  ),
);

keptItems.onOtherTab((id) => {
  const theirs = keptItems.read(id);
  const others = outbox.get().filter((one) => one.id !== id);
  if (itemOf(id)?.state !== 'sending') outbox.set(inOrder(theirs ? [...others, again(theirs)] : others));
});

export const itemOf = (id: string): OwnItem | null => outbox.get().find((one) => one.id === id) ?? null;

const write = ({ error, kept: _, ...rest }: OwnItem): boolean =>
  keptItems.write(rest.id, { ...rest, error: keptError(error) });

/** Puts it where the one of the same id was, or at the end. */
export function putItem(item: OwnItem): void {
  const next = { ...item, kept: write(item) };
  const all = outbox.get();
  outbox.set(itemOf(item.id) ? all.map((one) => (one.id === item.id ? next : one)) : [...all, next]);
}

export function changeItem(id: string, to: Partial<OwnItem>): void {
  const item = itemOf(id);
  if (item) putItem({ ...item, ...to });
}

export function removeItem(id: string): void {
  keptItems.remove(id);
  outbox.set(outbox.get().filter((one) => one.id !== id));
}

export const filesOf = ({ input }: OwnItem): string[] => {
  const files = isRecord(input) && Array.isArray(input.files) ? input.files : [];
  return files.flatMap((one) => (isRecord(one) && typeof one.file === 'string' ? [one.file] : []));
};

/** Whether something that has not arrived yet needs this file. */
export const isNeeded = (file: string): boolean =>
  outbox.get().some((item) => item.state !== 'delivered' && filesOf(item).includes(file));

onInherited((account) => {
  for (const one of outbox.get()) if (one.account === null) changeItem(one.id, { account });
});

onForgotten((gone) => {
  for (const one of outbox.get().filter(gone)) {
    const undelivered = one.state === 'waiting' || one.state === 'sending';
    // a helper learns that it never arrived, and keeps nothing of what it said
    if (one.acting === null || !undelivered) removeItem(one.id);
    else {
      const error = new CallError('MandateEnded');
      putItem({ ...one, acting: null, state: 'refused', input: null, error });
    }
  }
});
