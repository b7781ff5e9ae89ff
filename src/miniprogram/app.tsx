import './polyfill';
import './client/saved';
import './client/village';
import './client/form-sync';
import './client/outbox-send';
import Taro, { useDidShow, useLaunch } from '@tarojs/taro';
import type { ReactNode } from 'react';
import { warmUp, watchNetwork } from './client/pack';
import { sceneOf, takeScene } from './client/place';
import { readPhoneSize } from './client/size';
import './app.scss';

let taken: string | null = null;

/** A scanned notice board: at the start, and when the app was open already and comes back with another code. */
function lookForScene(): void {
  const h5 = process.env.TARO_ENV === 'h5';
  const scene = h5 ? sceneOf(undefined, window.location.href) : sceneOf(Taro.getEnterOptionsSync().query);
  if (!scene || scene === taken) return;
  taken = scene;
  void takeScene(scene);
  // reloading the page later must not undo another choice
  if (h5 && window.location.search.includes('scene=')) {
    window.history.replaceState(window.history.state, '', window.location.pathname + window.location.hash);
  }
}

/** The browser keeps the built files, so that the portal opens without a network (https or localhost only). */
function keepOffline(): void {
  if (process.env.TARO_ENV !== 'h5' || !('serviceWorker' in navigator)) return;
  // a browser that refuses still shows the portal; it only needs the network to open it
  navigator.serviceWorker.register('/sw.js').catch(() => undefined);
}

export default function App({ children }: { children?: ReactNode }) {
  useLaunch(() => {
    if (process.env.TARO_ENV === 'weapp' && TRANSPORT === 'cloud') Taro.cloud.init({ env: CLOUD_ENV });
    keepOffline();
    lookForScene();
    readPhoneSize();
    warmUp();
    watchNetwork();
  });
  useDidShow(() => {
    lookForScene();
    readPhoneSize();
  });
  return children;
}
