import { useCallback, useEffect, useState } from 'react';
import { type CallError, call } from '@/client/call';
import type { DeskCase } from '@/contract/desk';

export interface OpenCase {
  readonly view: DeskCase | null;
  readonly error: CallError | null;
  readonly reload: () => Promise<void>;
  /** as it stands after a step */
  readonly put: (view: DeskCase) => void;
}

/** One case, looked at once: every look is on record, so it is not asked for again without need. */
export function useCase(id: string): OpenCase {
  const [view, setView] = useState<DeskCase | null>(null);
  const [error, setError] = useState<CallError | null>(null);
  const put = useCallback((next: DeskCase) => {
    setView(next);
    setError(null);
  }, []);
  const reload = useCallback(() => call('desk.show', { id }).then(put, setError), [id, put]);
  useEffect(() => void reload(), [reload]);
  return { view, error, reload, put };
}
