/**
 * What somebody is writing at the desk, kept on this phone until it is sent. Here and not in the desk's own package,
 * because it has to go with its account, and its files have to stay, also when that package is not opened.
 */
import { currentOwner, isOf, type Owner, onForgotten } from './owner';
import { isRecord, keptMany } from './storage';

interface OwnDraft extends Owner {
  readonly id: string;
  readonly written: Readonly<Record<string, unknown>>;
  /** picked for it */
  readonly files: readonly string[];
}

const isOwned = (value: unknown): value is Owner & { readonly id: string } =>
  isRecord(value) && typeof value.id === 'string' && 'account' in value;
const isDraft = (value: unknown): value is OwnDraft =>
  isOwned(value) &&
  'written' in value &&
  isRecord(value.written) &&
  'files' in value &&
  Array.isArray(value.files);
const drafts = keptMany('draft', 1, isDraft);
/** the plan of a shop: its package may not be open either */
const plans = keptMany('plan', 1, isOwned);

const idOf = (what: string, account: string): string => `${what}-${account}`;

export const draftedFiles = (): readonly string[] => drafts.all().flatMap(({ files }) => files);

/** What whoever is signed in has written; null: nothing. */
export function draftOnPhone(what: string): Readonly<Record<string, unknown>> | null {
  const owner = currentOwner();
  const found = owner.account === null ? null : drafts.read(idOf(what, owner.account));
  return found && isOf(found, owner) ? found.written : null;
}

/** @param written null: it was sent, or is not wanted. @returns false when the phone would not keep it */
export function keepDraft(
  what: string,
  written: Readonly<Record<string, unknown>> | null,
  files: readonly string[] = [],
): boolean {
  const owner = currentOwner();
  if (owner.account === null) return false;
  const id = idOf(what, owner.account);
  if (written !== null) return drafts.write(id, { ...owner, id, written, files });
  drafts.remove(id);
  return true;
}

onForgotten((gone) => {
  for (const kind of [drafts, plans]) for (const one of kind.all()) if (gone(one)) kind.remove(one.id);
});
