/** When to try again what could not be sent. */
import Taro from '@tarojs/taro';

const TICK_MS = 30_000;

interface Waiting {
  readonly wake: () => void;
  /** whether anything waits: only then the clock ticks */
  readonly needed: () => boolean;
}

const all: Waiting[] = [];
let timer: ReturnType<typeof setInterval> | null = null;

function wakeAll(): void {
  for (const { wake, needed } of all) if (needed()) wake();
  if (timer && !all.some(({ needed }) => needed())) {
    clearInterval(timer);
    timer = null;
  }
}

/** Something waits: it is tried every half minute from now on. */
export function keepTrying(): void {
  timer ??= setInterval(wakeAll, TICK_MS);
}

/** Also when the network is back and when the app is shown again. */
export function whenAwake(waiting: Waiting): void {
  all.push(waiting);
  if (all.length > 1) return;
  if (process.env.TARO_ENV === 'h5') {
    window.addEventListener('online', wakeAll);
    document.addEventListener('visibilitychange', () => {
      if (!document.hidden) wakeAll();
    });
    return;
  }
  Taro.onNetworkStatusChange?.(({ isConnected }) => {
    if (isConnected) wakeAll();
  });
  Taro.onAppShow?.(wakeAll);
}

/** The app leaves the screen: the last moment to do something. */
export function whenHidden(run: () => void): void {
  if (process.env.TARO_ENV !== 'h5') {
    Taro.onAppHide?.(run);
    return;
  }
  document.addEventListener('visibilitychange', () => {
    if (document.hidden) run();
  });
  // the only word of it on an iPhone
  window.addEventListener('pagehide', run);
}
