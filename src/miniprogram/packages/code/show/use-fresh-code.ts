import { useEffect, useState } from 'react';
import type { CallError } from '@/client/call';
import { currentCodes, issueCode, lastCode, type MyCode, useCodes } from '@/client/my-code';

const RENEW_MS = 60_000;
const RETRY_MS = 10_000;

export interface FreshCode {
  /** the last valid one, at once; then each new one */
  readonly mine: MyCode | null;
  /** why there is no newer one */
  readonly error: CallError | null;
  /** ms until the next, by this phone's clock */
  readonly renewAt: number;
  readonly again: () => void;
}

/** A code that is never older than a minute while somebody looks and there is a network. */
export function useFreshCode(whose: string, visible: boolean): FreshCode {
  const codes = useCodes();
  const [error, setError] = useState<CallError | null>(null);
  const [turn, setTurn] = useState(0);
  useEffect(() => {
    if (!visible) return;
    let over = false;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const later = (ms: number) => {
      timer = setTimeout(step, ms);
    };
    const step = () => {
      const last = lastCode(currentCodes(), whose);
      const age = last ? Date.now() - last.at : RENEW_MS;
      if (age >= 0 && age < RENEW_MS) {
        setError(null);
        return later(RENEW_MS - age);
      }
      issueCode(whose).then(
        () => {
          if (over) return;
          setError(null);
          later(RENEW_MS);
        },
        (thrown: CallError) => {
          if (over || thrown.name === 'PersonChanged') return;
          setError(thrown);
          later(Math.max(RETRY_MS, (thrown.retryAfter ?? 0) * 1000));
        },
      );
    };
    step();
    return () => {
      over = true;
      clearTimeout(timer);
    };
  }, [whose, visible, turn]);
  const mine = lastCode(codes, whose);
  return { mine, error, renewAt: mine ? mine.at + RENEW_MS : 0, again: () => setTurn(turn + 1) };
}
