import { useCallback, useEffect, useState } from 'react';
import type { InputOf, OutputOf, Path } from '@/contract/api';
import { type CallError, call } from './call';
import { personGeneration, useSession } from './session';

interface Answer<T> {
  readonly asked: string;
  readonly data: T | null;
  readonly error: CallError | null;
}

export interface UseCall<T> {
  readonly data: T | null;
  readonly error: CallError | null;
  /** ask again; what is shown stays until the answer */
  readonly reload: () => Promise<void>;
}

/** What a procedure answers, for one page. Another person on the screen, or another input: nothing of the old one stays. */
export function useCall<P extends Path>(path: P, input: InputOf<P>, wanted = true): UseCall<OutputOf<P>> {
  useSession();
  const asked = `${personGeneration()} ${JSON.stringify(input)}`;
  const [answer, setAnswer] = useState<Answer<OutputOf<P>> | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `asked` says what the input says
  const reload = useCallback(async () => {
    try {
      setAnswer({ asked, data: await call(path, input), error: null });
    } catch (thrown) {
      const error = thrown as CallError;
      if (error.name !== 'PersonChanged')
        setAnswer((last) => ({ asked, data: last?.asked === asked ? last.data : null, error }));
    }
  }, [path, asked]);
  useEffect(() => {
    if (wanted) void reload();
  }, [wanted, reload]);
  const mine = answer?.asked === asked ? answer : null;
  return { data: mine?.data ?? null, error: mine?.error ?? null, reload };
}
