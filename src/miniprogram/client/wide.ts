import { useEffect, useState } from 'react';
import { useSize } from './size';

const h5 = process.env.TARO_ENV === 'h5';
/** pixels of the window, and of it at the usual text size: enlarged words need the room themselves */
const WINDOW = 1024;
const ROOM = 820;

/** Whether there is room for two panes side by side: a desk's screen, in the browser only. */
export function useWide(): boolean {
  const { k } = useSize();
  const [width, setWidth] = useState(h5 ? window.innerWidth : 0);
  useEffect(() => {
    if (!h5) return;
    const measure = () => setWidth(window.innerWidth);
    window.addEventListener('resize', measure);
    return () => window.removeEventListener('resize', measure);
  }, []);
  return width >= WINDOW && width / k >= ROOM;
}
