/** Applications and spells of the person on the screen: asked once, and again after each change. */
import { useEffect } from 'react';
import { useMe } from '@/client/me';
import { createStore, useStore } from '@/client/store';
import { type UseCall, useCall } from '@/client/use-call';
import type { ApplicationView, SpellView } from '@/contract/work';

const changes = createStore(0);
export const refreshWork = (): void => changes.set(changes.get() + 1);

function useAgain({ reload }: Pick<UseCall<unknown>, 'reload'>, wanted: boolean): void {
  const change = useStore(changes);
  useEffect(() => {
    if (change > 0 && wanted) void reload();
  }, [change, wanted, reload]);
}

export function useApplications(): UseCall<readonly ApplicationView[]> {
  const { signed } = useMe();
  const found = useCall('work.applications', {}, Boolean(signed));
  useAgain(found, Boolean(signed));
  return found;
}

/** Where one works is one's own answer: nothing for whoever acts for somebody. */
export function useSpells(own: boolean): UseCall<readonly SpellView[]> {
  const found = useCall('work.spells', {}, own);
  useAgain(found, own);
  return found;
}
