import { useState } from 'react';
import { type CallError, call } from '@/client/call';
import { heardOfMe } from '@/client/session';
import type { MeView } from '@/contract/session';
import { Check, Problem } from '@/ui';
import { copy } from './copy';

/** Whether whoever verifies sees the masked name; off unless the holder turns it on. */
export function NameSwitch({ me }: { me: MeView }) {
  const [error, setError] = useState<CallError | null>(null);
  const change = (shown: boolean) => {
    setError(null);
    heardOfMe({ ...me, shows_name: shown });
    call('code.show_name', { shown }, { once: true }).catch((thrown: CallError) => {
      if (thrown.name === 'PersonChanged') return;
      heardOfMe({ ...me, shows_name: !shown });
      setError(thrown);
    });
  };
  return (
    <>
      <Check
        kind="switch"
        title={copy.showName}
        line={copy.showNameLine}
        checked={me.shows_name}
        onChange={change}
      />
      <Problem error={error} />
    </>
  );
}
