import { useRef, useState } from 'react';

/** Fields to change; as a function of what is written now where one builds on the other. */
export type Patch<T> = Partial<T> | ((now: T) => Partial<T>);

/** What is written; how it is changed; what is written at the moment of sending. */
export type FormState<T> = readonly [shown: T, change: (patch: Patch<T>) => void, latest: () => T];

/** What is written in a form. Two changes before it is drawn again are both kept. @param keep called with each */
export function useFormState<T>(first: () => T, keep: (next: T) => void): FormState<T> {
  const [shown, setShown] = useState(first);
  const now = useRef(shown);
  const change = (patch: Patch<T>) => {
    now.current = { ...now.current, ...(typeof patch === 'function' ? patch(now.current) : patch) };
    setShown(now.current);
    keep(now.current);
  };
  return [shown, change, () => now.current];
}
