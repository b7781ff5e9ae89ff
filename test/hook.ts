/** One hook of the client, run in React as a page would, without a page. Needs jsdom. */
import type { ReactElement } from 'react';

export interface Mounted<T> {
  /** what the hook returns */
  now(): T;
  /** does something and draws again */
  does(what: (now: T) => void): void;
  close(): void;
}

/** What is used of react-dom. */
interface ReactDom {
  flushSync(run: () => void): void;
}
interface ReactDomClient {
  createRoot(element: Element): { render(element: ReactElement): void; unmount(): void };
}

/** Modules are fresh after `Phone.open`: React must be the one the hook was loaded with. */
export function mountHook<T>(useIt: () => T): Mounted<T> {
  const { createElement } = require('react') as typeof import('react');
  const { flushSync } = require('react-dom') as ReactDom;
  const { createRoot } = require('react-dom/client') as ReactDomClient;
  let last: { readonly value: T } | null = null;
  function Host() {
    last = { value: useIt() };
    return null;
  }
  const root = createRoot(document.createElement('div'));
  const now = () => {
    flushSync(() => root.render(createElement(Host)));
    return (last as unknown as { readonly value: T }).value;
  };
  now();
  return { now, does: (what) => flushSync(() => what(now())), close: () => root.unmount() };
}
