import { useCallback, useEffect, useState } from 'react';
import { type CallError, call } from '@/client/call';
import { refreshMe } from '@/client/me';
import type { OutputOf } from '@/contract/api';
import type { BindingView } from '@/contract/identity';
import { CONSENTS, type ConsentKind } from '@/domain/privacy/consents';

type Given = OutputOf<'consent.list'>;

export interface Binding {
  readonly status: BindingView | null;
  /** what was decided before, in any version */
  readonly consents: Given;
  readonly error: CallError | null;
  readonly reload: () => void;
  readonly set: (status: BindingView) => void;
}

/** How far the matching is and what was agreed to. */
export function useBinding(): Binding {
  const [status, setStatus] = useState<BindingView | null>(null);
  const [consents, setConsents] = useState<Given>([]);
  const [error, setError] = useState<CallError | null>(null);
  const set = useCallback((next: BindingView) => {
    setStatus(next);
    setError(null);
    if (next.state === 'bound') void refreshMe();
  }, []);
  const reload = useCallback(() => {
    setError(null);
    Promise.all([call('consent.list', {}), call('identity.status', {})]).then(
      ([given, found]) => {
        setConsents(given);
        set(found);
      },
      (thrown: CallError) => setError(thrown),
    );
  }, [set]);
  useEffect(reload, [reload]);
  return { status, consents, error, reload, set };
}

/** Whether this kind was agreed to, in the words that stand now, and not taken back. */
export const agreed = (given: Given, kind: ConsentKind): boolean =>
  given.some(
    (one) => one.kind === kind && one.version === CONSENTS[kind].version && one.withdrawn_at === null,
  );

/** Whoever took a consent back is not asked again here. */
export const undecided = (given: Given, kind: ConsentKind): boolean =>
  !given.some((one) => one.kind === kind && one.version === CONSENTS[kind].version);
