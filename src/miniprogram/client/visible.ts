import { useDidHide, useDidShow } from '@tarojs/taro';
import { useEffect, useState } from 'react';

/** Whether somebody looks at this page: it is the top one, and the app or tab is in front. */
export function useVisible(): boolean {
  const [shown, setShown] = useState(true);
  const [front, setFront] = useState(true);
  useDidShow(() => setShown(true));
  useDidHide(() => setShown(false));
  useEffect(() => {
    if (process.env.TARO_ENV !== 'h5') return;
    const look = () => setFront(!document.hidden);
    document.addEventListener('visibilitychange', look);
    return () => document.removeEventListener('visibilitychange', look);
  }, []);
  return shown && front;
}
