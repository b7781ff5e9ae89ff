import type { RefObject } from 'react';

/** After Taro's components have moved what they hold into place. */
const SETTLED_MS = 50;

/**
 * Takes whoever reads with a screen reader or the keyboard to a new heading. In the browser it is moved once more right
 * after it was drawn, and what is moved loses the focus: it is given back, unless the person has gone on.
 */
export function takeReader(heading: RefObject<HTMLElement | null>): void {
  if (process.env.TARO_ENV !== 'h5') return;
  const focus = () => heading.current?.focus({ preventScroll: true });
  focus();
  setTimeout(() => {
    if (document.activeElement === document.body) focus();
  }, SETTLED_MS);
}
