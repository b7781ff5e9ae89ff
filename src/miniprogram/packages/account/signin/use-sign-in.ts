import { useState } from 'react';
import type { CallError } from '@/client/call';
import { back } from '@/client/routes';
import { signedIn } from '@/client/session';
import type { SignedIn } from '@/contract/session';

/** One way of signing in: runs it, and goes back to where one came from. */
export function useSignIn(): {
  readonly busy: boolean;
  readonly error: CallError | null;
  readonly run: (way: () => Promise<SignedIn>) => void;
} {
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<CallError | null>(null);
  const run = (way: () => Promise<SignedIn>) => {
    if (busy) return;
    setBusy(true);
    setError(null);
    way()
      .then(({ token, expires_at }) => {
        signedIn(token, expires_at);
        back();
      })
      .catch((thrown: CallError) => setError(thrown))
      .then(() => setBusy(false));
  };
  return { busy, error, run };
}
