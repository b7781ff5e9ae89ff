import { useEffect } from 'react';
import { noteOver } from '@/client/saved-jobs';
import { useCall } from '@/client/use-call';
import type { OutputOf } from '@/contract/api';
import { copy } from './copy';

type Now = OutputOf<'jobs.states'>[number];
const MOST = 100;

/**
 * How they stand today, for as many as may be asked: kept with them, for the next time without a network.
 * @returns false while that is not known
 */
export function useStates(ids: readonly string[]): boolean | null {
  const { data, error } = useCall('jobs.states', { ids: ids.slice(0, MOST) }, ids.length > 0);
  useEffect(() => {
    for (const now of data ?? []) noteOver(now.id, overText(now));
  }, [data]);
  return data ? true : error ? false : null;
}

/** It has ended since, or nobody may see it now. */
function overText({ state, reason }: Now): string | undefined {
  if (state === 'ended') return copy.over(reason ?? '');
  if (state === 'checking') return copy.checking;
  return state === 'gone' ? copy.gone : undefined;
}
