/** Something being written at the desk: there again when the app is opened again, for whoever wrote it. */
import { draftOnPhone, keepDraft } from '@/client/kept-drafts';
import { personalStore } from '@/client/session';
import { fitted } from './fitted';

export interface KeptDraft<T> {
  /** `empty` itself when nothing was written */
  get(): T;
  set(next: T): void;
}

/** @param filesOf the files picked for it */
export function keptDraft<T extends object>(
  what: string,
  empty: T,
  filesOf: (draft: T) => readonly string[] = () => [],
): KeptDraft<T> {
  // also where the phone is full
  const open = personalStore<T>(empty);
  return {
    get() {
      if (open.get() !== empty) return open.get();
      const found = draftOnPhone(what);
      return found ? fitted(empty, found) : empty;
    },
    set(next) {
      open.set(next);
      keepDraft(what, next === empty ? null : Object.fromEntries(Object.entries(next)), filesOf(next));
    },
  };
}
