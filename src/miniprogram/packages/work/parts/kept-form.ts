/** 我上班了 · 我不干了 as it was filled in: on this phone until it was sent, for nobody but whoever wrote it. */
import { useRef, useState } from 'react';
import type { CallError } from '@/client/call';
import { currentOwner, isOf, type Owner } from '@/client/owner';
import { isRecord, keptMany } from '@/client/storage';

type Written = Readonly<Record<string, string | null>>;
interface OwnForm extends Owner {
  readonly written: Written;
}

const isWritten = (value: unknown): value is Written =>
  isRecord(value) && Object.values(value).every((one) => one === null || typeof one === 'string');
const isForm = (value: unknown): value is OwnForm =>
  isRecord(value) && 'account' in value && isWritten(value.written);
// goes with the account: whatever is kept under an owner does
const keptForms = keptMany('work-form', 1, isForm);

const keyOf = (what: string): string => `${what}.${currentOwner().account}`;

/** Empty: nothing was filled in on this phone. */
export function formOnPhone(what: string): Written {
  const owner = currentOwner();
  const found = owner.account === null ? null : keptForms.read(keyOf(what));
  return found && isOf(found, owner) ? found.written : {};
}

/** @returns false when the phone would not keep it */
export function keepForm(what: string, written: Written): boolean {
  const owner = currentOwner();
  return owner.account !== null && keptForms.write(keyOf(what), { ...owner, written });
}

export const dropForm = (what: string): void => keptForms.remove(keyOf(what));

const AWAY: readonly string[] = ['NetworkError', 'Timeout', 'NotReady'];

export interface KeptForm<T> {
  readonly written: T;
  readonly write: (patch: Partial<T>) => void;
  /** it is there: the phone need not keep it any more */
  readonly sent: () => void;
  /** it could not be sent, and nothing of it is lost */
  readonly waits: (error: CallError | null) => boolean;
}

/**
 * @param what which of the forms
 * @param blank as it begins; its keys are the ones kept
 */
export function useKeptForm<T extends Written>(what: string, blank: () => T): KeptForm<T> {
  const [written, setWritten] = useState<T>(() => {
    const first = blank();
    const kept = formOnPhone(what);
    const again = Object.keys(first).map((name) => [
      name,
      kept[name] === undefined ? first[name] : kept[name],
    ]);
    return Object.fromEntries(again) as T;
  });
  const [safe, setSafe] = useState(true);
  // two quick taps, and the second comes before the first is drawn
  const last = useRef(written);
  const write = (patch: Partial<T>) => {
    last.current = { ...last.current, ...patch };
    setWritten(last.current);
    setSafe(keepForm(what, last.current));
  };
  const waits = (error: CallError | null) => safe && error !== null && AWAY.includes(error.name);
  return { written, write, sent: () => dropForm(what), waits };
}
