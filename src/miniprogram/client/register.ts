import { useEffect, useMemo } from 'react';
import type { FactsView } from '@/contract/resident';
import type { FactId, Facts, FactValue } from '@/domain/eligibility';
import { type Merged, mergeFacts } from '@/domain/register/merge';
import { useAnswers } from './answers';
import { useAsOf } from './as-of';
import { CallError, call } from './call';
import { useMe } from './me';
import { personalStore } from './session';
import { useStore } from './store';

interface Entry {
  readonly member: string | undefined;
  readonly day: string | undefined;
  /** null: being read, or never read */
  readonly view: FactsView | null;
  readonly error: CallError | null;
}

// in memory only: what the register says of a person is not kept on a phone
const entries = personalStore<Readonly<Record<string, Entry>>>({});
const put = (key: string, entry: Entry) => entries.set({ ...entries.get(), [key]: entry });

/** Counts the times everything was forgotten: an answer asked for before is one of the old consents. */
let epoch = 0;

async function load(key: string, member: string | undefined, day: string | undefined): Promise<void> {
  const asked = { member, day };
  const asking = epoch;
  put(key, { ...asked, view: entries.get()[key]?.view ?? null, error: null });
  try {
    const view = await call('facts.mine', { ...(member && { member }), ...(day && { as_of: day }) });
    if (asking === epoch) put(key, { ...asked, view, error: null });
  } catch (thrown) {
    const error = thrown instanceof CallError ? thrown : new CallError('Internal', String(thrown));
    // the store was emptied with the person it belonged to
    if (error.name !== 'PersonChanged' && asking === epoch)
      put(key, { ...asked, view: entries.get()[key]?.view ?? null, error });
  }
}

/** A consent was given or taken back: nothing read under the old ones stays on the screen. */
export function forgetRegister(): void {
  epoch++;
  entries.set({});
}

export interface UseRegister {
  /** null: not signed in, not matched, or not read yet */
  readonly view: FactsView | null;
  readonly error: CallError | null;
  /** it is being asked for; the questions it answers should not be asked meanwhile */
  readonly loading: boolean;
  readonly reload: () => void;
}

/** What the register says of the person on the screen, or of a member of the household, on the day looked at. */
export function useRegister(member?: string): UseRegister {
  const { signed, me, error: noMe } = useMe();
  const { asOf, isToday } = useAsOf();
  const day = isToday ? undefined : asOf;
  const key = `${member ?? ''} ${day ?? ''}`;
  const entry = useStore(entries)[key];
  const wanted = signed && me?.bound === true;
  useEffect(() => {
    if (wanted && !entry) void load(key, member, day);
  }, [wanted, entry, key, member, day]);
  const asking = wanted ? !entry || (!entry.view && !entry.error) : signed && me === null && noMe === null;
  return {
    view: wanted ? (entry?.view ?? null) : null,
    error: entry?.error ?? (signed && me === null ? noMe : null),
    loading: asking,
    reload: () => void load(key, member, day),
  };
}

const NO_ANSWERS: Facts = {};

/** The facts used for deciding, and where each comes from. Answers are the person's own: a member has none here. */
export function useKnown(member?: string): Merged {
  const { view } = useRegister(member);
  const answers = useAnswers().facts;
  const own = member ? NO_ANSWERS : answers;
  return useMemo(
    () => mergeFacts({ register: view?.register ?? [], own, disputed: view?.disputed ?? [] }),
    [view, own],
  );
}

/** 这不对: asks the office to correct a fact. @param spell of work that says it @throws CallError */
export async function dispute(
  fact: FactId,
  said: FactValue | null,
  note: string,
  spell?: string,
): Promise<void> {
  await call('facts.dispute', { fact, said, ...(note && { note }), ...(spell && { spell }) }, { once: true });
  const known = Object.entries(entries.get());
  await Promise.all(known.map(([key, { member, day }]) => load(key, member, day)));
}
