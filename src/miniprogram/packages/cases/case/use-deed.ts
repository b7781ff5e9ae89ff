import { useRef, useState } from 'react';
import type { CallError } from '@/client/call';
import { newId } from '@/client/new-id';
import { forget, send } from '@/client/outbox';
import type { InputOf } from '@/contract/api';
import type { CaseView } from '@/contract/cases';
import { copy, type Deed } from './copy';

type Act = InputOf<'cases.act'>;

export interface UseDeed {
  readonly busy: boolean;
  readonly error: CallError | null;
  readonly send: (input: Act, deed: Deed) => void;
}

/** The envelope of an action: the case as it was on the screen, and an id that makes it happen once. */
export const seen = ({ id, version }: CaseView) => ({ id, version, event: newId() });

/** Hands an action over. Refused, what was written stays, and the case is read again when it had moved on. */
export function useDeed(view: CaseView, reload: () => Promise<void>, onDone: () => void): UseDeed {
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<CallError | null>(null);
  const sending = useRef(false);
  return {
    busy,
    error,
    send: (input, deed) => {
      if (sending.current) return;
      sending.current = true;
      setBusy(true);
      setError(null);
      const title = `${view.title}：${copy.deed[deed]}`;
      void send({ id: input.event, kind: 'act', path: 'cases.act', input, title }).then(async (item) => {
        sending.current = false;
        setBusy(false);
        if (item.state === 'refused') {
          setError(item.error);
          forget(item.id);
          if (item.error?.name === 'CaseChanged' || item.error?.name === 'ActionNotAllowed') await reload();
          return;
        }
        // delivered it is shown by the case itself; waiting, by the page's line on what is on its way
        if (item.state === 'delivered') {
          forget(item.id);
          await reload();
        }
        onDone();
      });
    },
  };
}
