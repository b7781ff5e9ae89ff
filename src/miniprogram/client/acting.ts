import Taro from '@tarojs/taro';
import type { MandateService } from '@/domain/mandate/services';
import { routes } from './routes';
import { actFor, currentSession, personalStore, useSession } from './session';
import { useStore } from './store';

// said once more after one is oneself again
const endedElsewhere = personalStore(false);

/** Every open page goes: nothing that was drawn, typed or asked for one person is there for the other. */
function startAgain(): void {
  void Taro.reLaunch({ url: routes.home() }).catch(() => undefined);
}

/** From now on everything is seen and done for the holder of this mandate. */
export function beginActing(mandate: string): void {
  actFor(mandate);
  startAgain();
}

export function endActing(): void {
  actFor(null);
  startAgain();
}

const enders: ((mandate: string) => void)[] = [];

/** For what is kept on the phone of somebody one acted for. */
export function onMandateOver(end: (mandate: string) => void): void {
  enders.push(end);
}

/** The server refuses: it was taken back, or its last day is over. */
export function mandateIsOver(mandate: string): void {
  for (const end of enders) end(mandate);
  if (currentSession().signed?.acting !== mandate) return;
  actFor(null);
  endedElsewhere.set(true);
  startAgain();
}

export interface Acting {
  /** masked; null until the server said */
  readonly name: string | null;
  /** what the holder allowed; null until the server said */
  readonly services: readonly MandateService[] | null;
}

/** For whom this phone acts; null: for whoever is signed in. */
export function useActing(): Acting | null {
  const { signed, me } = useSession();
  if (!signed?.acting) return null;
  return { name: me?.acting?.other ?? null, services: me?.acting?.services ?? null };
}

/** Whether acting was ended from elsewhere and that has not been read yet. */
export const useActingEnded = (): { ended: boolean; read: () => void } => ({
  ended: useStore(endedElsewhere),
  read: () => endedElsewhere.set(false),
});
