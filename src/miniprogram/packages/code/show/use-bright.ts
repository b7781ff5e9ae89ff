import Taro from '@tarojs/taro';
import { useEffect } from 'react';

/** While somebody looks: as bright as it goes and never dark, for a scanner in the sun. Afterwards as it was. */
export function useBright(visible: boolean): void {
  useEffect(() => {
    if (!visible) return;
    if (process.env.TARO_ENV === 'h5') return stayAwake();
    let before: number | null = null;
    let over = false;
    // an old WeChat may not have all of these, and a phone may refuse: the code is shown all the same
    const set = (value: number) => Taro.setScreenBrightness?.({ value })?.catch(() => undefined);
    const awake = (keepScreenOn: boolean) => Taro.setKeepScreenOn?.({ keepScreenOn })?.catch(() => undefined);
    Taro.getScreenBrightness?.()
      ?.then(({ value }) => {
        before = value;
        if (!over) void set(1);
      })
      .catch(() => undefined);
    void awake(true);
    return () => {
      over = true;
      if (before !== null) void set(before);
      void awake(false);
    };
  }, [visible]);
}

/** A browser cannot be made brighter by a page; where it can, it is asked not to go dark. */
function stayAwake(): (() => void) | undefined {
  if (!('wakeLock' in navigator)) return;
  const lock = navigator.wakeLock.request('screen').catch(() => null);
  return () => void lock.then((held) => held?.release()).catch(() => undefined);
}
