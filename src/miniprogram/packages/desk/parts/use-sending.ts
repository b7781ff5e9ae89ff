import { useState } from 'react';
import type { CallError } from '@/client/call';

/** What is wrong, by field. */
export type Wrong<K extends string> = Readonly<Partial<Record<K, string>>>;

interface Sending<K extends string> {
  /** what the page and the server say, each at its field; the page only once it was tried */
  readonly wrong: Wrong<K>;
  readonly error: CallError | null;
  readonly sending: boolean;
  /** something was typed: what the server said of the form is of before */
  edited(): void;
  /** one at a time, and only what is in order */
  send<T>(work: () => Promise<T>, done: (answer: T) => void): void;
}

/**
 * @param found what is wrong with what is written at this moment
 * @param fieldOf the form's field for the server's
 */
export function useSending<K extends string>(
  found: () => Wrong<K>,
  fieldOf: (path: string) => string,
): Sending<K> {
  const [reminded, setReminded] = useState(false);
  const [server, setServer] = useState({} as Wrong<K>);
  const [error, setError] = useState<CallError | null>(null);
  const [sending, setSending] = useState(false);
  return {
    wrong: { ...server, ...(reminded && found()) },
    error,
    sending,
    edited: () => setServer({} as Wrong<K>),
    send(work, done) {
      setReminded(true);
      if (sending || Object.keys(found()).length > 0) return;
      setSending(true);
      setError(null);
      work().then(done, (thrown: CallError) => {
        setSending(false);
        setError(thrown);
        const said = thrown.fields.map(({ path, message }) => [fieldOf(path), message]);
        setServer(Object.fromEntries(said) as Wrong<K>);
      });
    },
  };
}
