import { useState } from 'react';
import { type CallError, call } from '@/client/call';
import { today } from '@/client/clock';
import { routes } from '@/client/routes';
import type { OutputOf } from '@/contract/api';
import { Button, Empty, Problem } from '@/ui';
import { CodeToTell } from './code-to-tell';
import { copy } from './copy';
import { newDraft } from './draft';
import { UntilStep, WhatStep, WhoStep } from './steps';

/** The holder allows somebody: who, what, until when, then eight digits to tell. */
export function Offer({ bound, onDone }: { bound: boolean; onDone: () => void }) {
  const [draft, setDraft] = useState(() => newDraft(today()));
  const [at, setAt] = useState(1);
  const [offered, setOffered] = useState<OutputOf<'mandate.offer'> | null>(null);
  const [error, setError] = useState<CallError | null>(null);
  if (!bound) {
    return (
      <Empty icon="shield" title={copy.bind.title} line={copy.bind.line}>
        <Button to={routes.bind()} block>
          {copy.bind.button}
        </Button>
        <Button kind="secondary" block onPress={onDone}>
          {copy.cancel}
        </Button>
      </Empty>
    );
  }
  if (offered) {
    return (
      <CodeToTell
        offered={offered}
        name={draft.label.trim()}
        onDone={onDone}
        onAgain={() => {
          setOffered(null);
          setAt(3);
        }}
      />
    );
  }
  const send = () => {
    setError(null);
    const { label, services, until } = draft;
    call('mandate.offer', { label: label.trim(), services: [...services], until }, { once: true }).then(
      setOffered,
      setError,
    );
  };
  const step = { draft, onChange: setDraft, count: copy.step(at, 3), kind: 'offer' as const };
  if (at === 1) return <WhoStep key={at} {...step} onNext={() => setAt(2)} onBack={onDone} />;
  if (at === 2) return <WhatStep key={at} {...step} onNext={() => setAt(3)} onBack={() => setAt(1)} />;
  return (
    <UntilStep key={at} {...step} onNext={send} onBack={() => setAt(2)}>
      <Problem error={error} line={error?.fields[0]?.message} />
    </UntilStep>
  );
}
