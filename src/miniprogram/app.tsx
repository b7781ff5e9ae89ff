import Taro, { useDidShow, useLaunch } from '@tarojs/taro';
import type { ReactNode } from 'react';
import { warmUp, watchNetwork } from './client/pack';
import { sceneOf, takeScene } from './client/place';
import { readPhoneSize } from './client/size';
import './app.scss';

export default function App({ children }: { children?: ReactNode }) {
  useLaunch((options) => {
    if (process.env.TARO_ENV === 'weapp' && TRANSPORT === 'cloud') Taro.cloud.init({ env: CLOUD_ENV });
    const address = process.env.TARO_ENV === 'h5' ? window.location.href : '';
    const scene = sceneOf(options?.query, address);
    if (scene) void takeScene(scene);
    readPhoneSize();
    warmUp();
    watchNetwork();
  });
  useDidShow(readPhoneSize);
  return children;
}
