/** What the person on the screen is enrolled in: asked once, and again after each change. */
import { useEffect } from 'react';
import { useMe } from '@/client/me';
import { createStore, useStore } from '@/client/store';
import { type UseCall, useCall } from '@/client/use-call';
import type { EnrolmentView } from '@/contract/training';

const changes = createStore(0);

export const refreshTrainings = (): void => changes.set(changes.get() + 1);

/** No data: nobody is signed in, or it is not known yet. */
export function useTrainings(): UseCall<readonly EnrolmentView[]> {
  const { signed } = useMe();
  const change = useStore(changes);
  const mine = useCall('training.mine', {}, Boolean(signed));
  const { reload } = mine;
  useEffect(() => {
    if (change > 0 && signed) void reload();
  }, [change, signed, reload]);
  return mine;
}
