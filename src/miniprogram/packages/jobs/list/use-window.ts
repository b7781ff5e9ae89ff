/** Which parts of a long list are drawn: whichever crosses the middle of the screen, and its neighbours. */
import Taro from '@tarojs/taro';
import { useEffect, useRef, useState } from 'react';
import { useSize } from '@/client/size';

/** lines of a part; three parts are drawn */
export const CHUNK = 20;
/** until it was measured: a line of a posting at the usual text size */
const LINE_PX = 132;

type OnMiddle = (chunk: number, height: number) => void;

interface Window {
  readonly isDrawn: (chunk: number) => boolean;
  /** pixels that a part takes which is not drawn */
  readonly roomOf: (chunk: number) => number;
}

/** @param id the parts are called `id-0`, `id-1` … */
export function useWindow(id: string, count: number, onEnd: (() => void) | undefined): Window {
  const { k } = useSize();
  const [middle, setMiddle] = useState(0);
  // an old WeChat does not tell: then all of them are drawn
  const [blind, setBlind] = useState(false);
  const rooms = useRef<Record<number, number>>({});
  const end = useRef(onEnd);
  end.current = onEnd;
  // other sizes of text, other heights
  useEffect(() => {
    rooms.current = {};
  }, [k]);
  useEffect(() => {
    if (count === 0) return;
    const stop = watchMiddle(id, count, (chunk, height) => {
      // what is not drawn has the height it was given
      setMiddle((before) => {
        if (Math.abs(before - chunk) <= 1 && height > 0) rooms.current[chunk] = height;
        return chunk;
      });
      if (chunk === count - 1) end.current?.();
    });
    setBlind(stop === null);
    return stop ?? undefined;
  }, [id, count]);
  const at = Math.min(middle, count - 1);
  return {
    isDrawn: (chunk) => blind || Math.abs(chunk - at) <= 1,
    roomOf: (chunk) => rooms.current[chunk] ?? CHUNK * LINE_PX * k,
  };
}

const HALF = 2;

/** null: nobody tells */
function watchMiddle(id: string, count: number, onMiddle: OnMiddle): (() => void) | null {
  return process.env.TARO_ENV === 'h5'
    ? watchInBrowser(id, count, onMiddle)
    : watchOnWechat(id, count, onMiddle);
}

function watchInBrowser(id: string, count: number, onMiddle: OnMiddle): () => void {
  const observer = new IntersectionObserver(
    (entries) => {
      for (const { isIntersecting, target, boundingClientRect } of entries)
        if (isIntersecting) onMiddle(Number(target.id.slice(id.length + 1)), boundingClientRect.height);
    },
    // a line across the middle of the screen
    { rootMargin: '-50% 0px -49.9% 0px' },
  );
  for (let chunk = 0; chunk < count; chunk++) {
    const part = document.getElementById(`${id}-${chunk}`);
    if (part) observer.observe(part);
  }
  return () => observer.disconnect();
}

function watchOnWechat(id: string, count: number, onMiddle: OnMiddle): (() => void) | null {
  const { page } = Taro.getCurrentInstance();
  if (!page) return null;
  const observers: Taro.IntersectionObserver[] = [];
  try {
    const half = Math.floor(Taro.getWindowInfo().windowHeight / HALF) - 1;
    for (let chunk = 0; chunk < count; chunk++) {
      const observer = Taro.createIntersectionObserver(page);
      observers.push(observer);
      observer
        .relativeToViewport({ top: -half, bottom: -half })
        .observe(`#${id}-${chunk}`, ({ intersectionRatio = 0, boundingClientRect }) => {
          if (intersectionRatio > 0) onMiddle(chunk, boundingClientRect?.height ?? 0);
        });
    }
  } catch {
    return null;
  }
  return () => {
    for (const observer of observers) observer.disconnect();
  };
}
