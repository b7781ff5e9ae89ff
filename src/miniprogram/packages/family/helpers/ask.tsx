import { View } from '@tarojs/components';
import { useState } from 'react';
import { type CallError, call } from '@/client/call';
import { today } from '@/client/clock';
import type { OutputOf } from '@/contract/api';
import type { MandateView } from '@/contract/session';
import { Button, Field, Notice, Problem, StepHead } from '@/ui';
import { copy } from './copy';
import { newDraft } from './draft';
import { UntilStep, Ways, WhatStep, WhoStep } from './steps';

interface AskProps {
  onDone: (mandate: MandateView) => void;
  onCancel: () => void;
}

/** By telephone: an SMS says what is asked for, the person reads its code out. */
export function Ask({ onDone, onCancel }: AskProps) {
  const [draft, setDraft] = useState(() => newDraft(today()));
  const [phone, setPhone] = useState('');
  const [empty, setEmpty] = useState(false);
  const [at, setAt] = useState(1);
  const [asked, setAsked] = useState<OutputOf<'mandate.ask'> | null>(null);
  const [error, setError] = useState<CallError | null>(null);
  if (asked)
    return <ConfirmCode id={asked.id} demoCode={asked.demo_code} onDone={onDone} onCancel={onCancel} />;
  const wrongPhone = error?.fields.find(({ path }) => path === 'phone')?.message;
  const send = () => {
    setError(null);
    const { label, services, until } = draft;
    call('mandate.ask', { phone, label: label.trim(), services: [...services], until }, { once: true }).then(
      setAsked,
      (thrown: CallError) => {
        setError(thrown);
        if (thrown.fields.some(({ path }) => path === 'phone')) setAt(2);
      },
    );
  };
  const step = { draft, onChange: setDraft, count: copy.step(at, 4), kind: 'ask' as const };
  if (at === 1) return <WhoStep key={at} {...step} onNext={() => setAt(2)} onBack={onCancel} />;
  if (at === 3) return <WhatStep key={at} {...step} onNext={() => setAt(4)} onBack={() => setAt(2)} />;
  if (at === 4) {
    return (
      <UntilStep key={at} {...step} onNext={send} onBack={() => setAt(3)}>
        <Problem error={error} line={error?.fields[0]?.message} />
      </UntilStep>
    );
  }
  const next = () => (phone.trim() === '' ? setEmpty(true) : setAt(3));
  return (
    <>
      <View className="helpers-count">{step.count}</View>
      <StepHead key={at} title={copy.phone.title(draft.label.trim())} line={copy.phone.line} />
      <Field
        label={copy.phone.label}
        kind="phone"
        value={phone}
        maxLength={32}
        error={empty && phone.trim() === '' ? copy.phone.empty : wrongPhone}
        onChange={(typed) => {
          setPhone(typed);
          setError(null);
        }}
        onSubmit={next}
      />
      <Ways onBack={() => setAt(1)}>
        <Button block onPress={next}>
          {copy.next}
        </Button>
      </Ways>
    </>
  );
}

interface ConfirmCodeProps extends AskProps {
  id: string;
  demoCode?: string | null;
}

export function ConfirmCode({ id, demoCode, onDone, onCancel }: ConfirmCodeProps) {
  const [code, setCode] = useState('');
  const [empty, setEmpty] = useState(false);
  const [error, setError] = useState<CallError | null>(null);
  const submit = () => {
    const digits = code.replace(/\s/g, '');
    setEmpty(digits === '');
    setError(null);
    if (digits !== '') call('mandate.confirm', { id, code: digits }, { once: true }).then(onDone, setError);
  };
  return (
    <>
      <StepHead title={copy.confirm.title} line={copy.confirm.line} />
      {demoCode && (
        <Notice tone="ask" icon="flag" inset live>
          {copy.confirm.demo(demoCode)}
        </Notice>
      )}
      <Field
        label={copy.confirm.label}
        kind="number"
        value={code}
        maxLength={12}
        error={empty ? copy.confirm.empty : undefined}
        onChange={setCode}
        onSubmit={submit}
      />
      <Problem error={error} />
      <Ways onBack={onCancel} backWord={copy.cancel}>
        <Button block onPress={submit}>
          {copy.confirm.submit}
        </Button>
      </Ways>
    </>
  );
}
