import { useDidShow } from '@tarojs/taro';
import { useCallback, useEffect, useRef, useState } from 'react';
import { type CallError, call } from '@/client/call';
import { useVisible } from '@/client/visible';
import type { InputOf, OutputOf } from '@/contract/api';

type Answer = OutputOf<'desk.queue'>;
export type QueueLine = Answer['cases'][number];
export type Show = NonNullable<InputOf<'desk.queue'>['show']>;

export interface Filter {
  readonly show: Show;
  /** '' = every one */
  readonly service: string;
  readonly town: string;
  readonly number: string;
}

export interface Queue {
  /** null until the first answer to this filter */
  readonly cases: readonly QueueLine[] | null;
  /** counts, services, townships and colleagues: those of the last answer while another is under way */
  readonly around: Omit<Answer, 'cases' | 'next'> | null;
  readonly error: CallError | null;
  /** the next page; null at the end */
  readonly more: (() => void) | null;
  readonly loading: boolean;
  readonly reload: () => Promise<void>;
}

interface Loaded {
  readonly asked: string;
  readonly cases: readonly QueueLine[];
  readonly next: string | null;
  readonly pages: number;
}

const inputOf = ({ show, service, town, number }: Filter, cursor?: string): InputOf<'desk.queue'> => ({
  ...(number ? { number } : { show, ...(service && { service }), ...(town && { town }) }),
  ...(cursor && { cursor }),
});

/** The queue as far as it was read. Asked anew whenever the page is looked at again: others work on it too. */
export function useQueue(filter: Filter): Queue {
  const asked = JSON.stringify(filter);
  const [loaded, setLoaded] = useState<Loaded | null>(null);
  const [around, setAround] = useState<Queue['around']>(null);
  const [error, setError] = useState<CallError | null>(null);
  const [loading, setLoading] = useState(false);
  const latest = useRef(asked);
  latest.current = asked;
  const pages = loaded?.asked === asked ? loaded.pages : 1;

  const read = useCallback(
    async (from: Loaded | null, upTo: number) => {
      setLoading(true);
      let at = from;
      try {
        do {
          const { cases, next, ...rest } = await call('desk.queue', inputOf(filter, at?.next ?? undefined));
          if (latest.current !== asked) return;
          at = { asked, cases: [...(at?.cases ?? []), ...cases], next, pages: (at?.pages ?? 0) + 1 };
          setAround(rest);
        } while (at.next !== null && at.pages < upTo);
        setLoaded(at);
        setError(null);
      } catch (thrown) {
        if (latest.current === asked) setError(thrown as CallError);
      } finally {
        if (latest.current === asked) setLoading(false);
      }
    },
    [asked, filter],
  );
  const reload = useCallback(() => read(null, pages), [read, pages]);
  const newest = useRef(reload);
  newest.current = reload;
  useEffect(() => void newest.current(), [asked]);
  useAgain(() => void newest.current());

  const mine = loaded?.asked === asked ? loaded : null;
  return {
    cases: mine?.cases ?? null,
    around,
    error,
    more: mine?.next ? () => void read(mine, mine.pages + 1) : null,
    loading,
    reload,
  };
}

/** Whenever the page comes back to the front; not the first time, which is read anyway. */
function useAgain(read: () => void): void {
  const first = useRef(true);
  const visible = useVisible();
  const was = useRef(true);
  useEffect(() => {
    if (visible && !was.current) read();
    was.current = visible;
  });
  useDidShow(() => {
    if (!first.current && was.current) read();
    first.current = false;
  });
}
