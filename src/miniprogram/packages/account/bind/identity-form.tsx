import { View } from '@tarojs/components';
import { useState } from 'react';
import { type CallError, call } from '@/client/call';
import { today } from '@/client/clock';
import { usePack } from '@/client/pack';
import type { BindingView } from '@/contract/identity';
import { checkIdNumber } from '@/domain/identity';
import { Button, Field, PhoneLink, Problem, StepHead } from '@/ui';
import { copy } from './copy';

interface IdentityFormProps {
  onAnswer: (status: BindingView) => void;
  /** matched already, or a consent is missing: look again */
  onStale: () => void;
}

/** Name and number as on the card. The number is checked here first, so that a slip costs none of the five tries. */
export function IdentityForm({ onAnswer, onStale }: IdentityFormProps) {
  const [name, setName] = useState('');
  const [number, setNumber] = useState('');
  const [wrong, setWrong] = useState<{ name?: string; number?: string }>({});
  const [error, setError] = useState<CallError | null>(null);
  const [busy, setBusy] = useState(false);
  const { pack } = usePack();
  const office = pack?.region.offices.find(({ phone }) => phone !== null)?.phone;

  const submit = () => {
    const checked = checkIdNumber(number, today());
    const missing = name.trim() === '' ? copy.form.nameEmpty : undefined;
    setError(null);
    setWrong({ name: missing, number: checked.ok ? undefined : checked.problem.message });
    if (missing || !checked.ok || busy) return;
    setBusy(true);
    call('identity.bind', { name: name.trim(), id_number: checked.number }, { once: true })
      .then(onAnswer, (thrown: CallError) => {
        const at = (path: string) => thrown.fields.find((field) => field.path === path)?.message;
        const fields = { name: at('name'), number: at('id_number') };
        if (thrown.name === 'AlreadyBound' || thrown.name === 'ConsentNeeded') onStale();
        else if (fields.name || fields.number) setWrong(fields);
        else setError(thrown);
      })
      .then(() => setBusy(false));
  };
  return (
    <>
      <StepHead title={copy.form.question} line={copy.form.line} />
      <Field
        label={copy.form.name}
        hint={copy.form.nameHint}
        kind="name"
        value={name}
        error={wrong.name}
        maxLength={40}
        onChange={setName}
      />
      <Field
        label={copy.form.number}
        hint={copy.form.numberHint}
        kind="id"
        value={number}
        error={wrong.number}
        maxLength={24}
        onChange={setNumber}
        onSubmit={submit}
      />
      <Problem error={error} />
      {error?.name === 'TooManyTries' && (
        <PhoneLink number={office ?? '12333'} block>
          {copy.form.callOffice}
        </PhoneLink>
      )}
      <Button block onPress={submit}>
        {copy.form.submit}
      </Button>
      <View className="bind-quiet">{copy.form.once}</View>
    </>
  );
}
