import { useState } from 'react';
import { beginActing } from '@/client/acting';
import { type CallError, call } from '@/client/call';
import type { MandateView } from '@/contract/session';
import { Button, Card, Empty, Field, Problem, Row, StepHead } from '@/ui';
import { copy } from './copy';
import { Ways } from './steps';

interface GiveProps {
  onCode: () => void;
  onPhone: () => void;
  onCancel: () => void;
}

/** Two ways to be allowed. */
export function Give({ onCode, onPhone, onCancel }: GiveProps) {
  const { title, line, code, codeLine, phone, phoneLine } = copy.give;
  return (
    <>
      <StepHead title={title} line={line} more={[code, codeLine, phone, phoneLine]} />
      <Card>
        <Row icon="user" title={code} line={codeLine} onPress={onCode} />
        <Row icon="phone" title={phone} line={phoneLine} onPress={onPhone} />
      </Card>
      <Button kind="secondary" block onPress={onCancel}>
        {copy.cancel}
      </Button>
    </>
  );
}

interface AcceptProps {
  onDone: (mandate: MandateView) => void;
  onCancel: () => void;
}

/** The eight digits of the holder's phone. */
export function Accept({ onDone, onCancel }: AcceptProps) {
  const [code, setCode] = useState('');
  const [empty, setEmpty] = useState(false);
  const [error, setError] = useState<CallError | null>(null);
  const submit = () => {
    const digits = code.replace(/\D/g, '');
    setEmpty(digits === '');
    setError(null);
    if (digits !== '') call('mandate.accept', { code: digits }, { once: true }).then(onDone, setError);
  };
  const field = error?.fields.find(({ path }) => path === 'code')?.message;
  return (
    <>
      <StepHead title={copy.accept.title} line={copy.accept.line} />
      <Field
        label={copy.accept.label}
        kind="code"
        value={code}
        maxLength={12}
        error={empty ? copy.accept.empty : field}
        onChange={setCode}
        onSubmit={submit}
      />
      <Problem error={field ? null : error} />
      <Ways onBack={onCancel} backWord={copy.cancel}>
        <Button block onPress={submit}>
          {copy.accept.submit}
        </Button>
      </Ways>
    </>
  );
}

/** Allowed: at once, or later from the list. */
export function MayAct({ mandate, onLater }: { mandate: MandateView; onLater: () => void }) {
  return (
    <Empty icon="status-ok" title={copy.done.title(mandate.other)} line={copy.done.line}>
      <Button block onPress={() => beginActing(mandate.id)}>
        {copy.done.act(mandate.other)}
      </Button>
      <Button kind="secondary" block onPress={onLater}>
        {copy.done.later}
      </Button>
    </Empty>
  );
}
