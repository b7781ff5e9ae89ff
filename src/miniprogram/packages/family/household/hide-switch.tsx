import { useState } from 'react';
import { type CallError, call } from '@/client/call';
import { heardOfMe } from '@/client/session';
import type { MeView } from '@/contract/session';
import { Check, Problem } from '@/ui';
import { copy } from './copy';

/** Whether the household sees more of me than my name. */
export function HideSwitch({ me }: { me: MeView }) {
  const [error, setError] = useState<CallError | null>(null);
  const change = (hidden: boolean) => {
    setError(null);
    heardOfMe({ ...me, hides_details: hidden });
    call('household.hide', { hidden }, { once: true }).catch((thrown: CallError) => {
      if (thrown.name === 'PersonChanged') return;
      heardOfMe({ ...me, hides_details: !hidden });
      setError(thrown);
    });
  };
  return (
    <>
      <Check
        kind="switch"
        title={copy.hide}
        line={copy.hideLine}
        checked={me.hides_details}
        onChange={change}
      />
      <Problem error={error} />
    </>
  );
}
