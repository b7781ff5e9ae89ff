import { useCall } from '@/client/use-call';
import type { OutputOf } from '@/contract/api';

export type Now = OutputOf<'jobs.states'>[number];
const MOST = 100;

/** How they stand today, for as many as may be asked; without a network nobody knows, and `known` says so. */
export function useStates(ids: readonly string[]): {
  readonly of: (id: string) => Now | undefined;
  readonly known: boolean | null;
} {
  const { data, error } = useCall('jobs.states', { ids: ids.slice(0, MOST) }, ids.length > 0);
  return {
    of: (id) => data?.find((one) => one.id === id),
    known: data ? true : error ? false : null,
  };
}
