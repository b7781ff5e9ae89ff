/** Something being written at the desk: there again when the app is opened again, for whoever wrote it. */
import { draftOnPhone, keepDraft } from '@/client/kept-drafts';
import { personalStore } from '@/client/session';
import { fitted } from './fitted';

export interface KeptDraft<T> {
  /** `empty` itself when nothing was written */
  get(): T;
  set(next: T): void;
  /** it was sent */
  clear(): void;
}

type FilesOf<T> = (draft: T) => readonly string[];
const NONE = () => [];

/** @param filesOf the files picked for it */
export function phoneDraft<T extends object>(
  what: string,
  empty: T,
  filesOf: FilesOf<T> = NONE,
): KeptDraft<T> {
  return {
    get() {
      const found = draftOnPhone(what);
      return found ? fitted(empty, found) : empty;
    },
    set: (next) => void keepDraft(what, Object.fromEntries(Object.entries(next)), filesOf(next)),
    clear: () => void keepDraft(what, null),
  };
}

/** The same, and as long as the app is open also where the phone is full. */
export function keptDraft<T extends object>(what: string, empty: T, filesOf?: FilesOf<T>): KeptDraft<T> {
  const open = personalStore<T>(empty);
  const phone = phoneDraft(what, empty, filesOf);
  return {
    get: () => (open.get() === empty ? phone.get() : open.get()),
    set(next) {
      open.set(next);
      phone.set(next);
    },
    clear() {
      open.set(empty);
      phone.clear();
    },
  };
}
