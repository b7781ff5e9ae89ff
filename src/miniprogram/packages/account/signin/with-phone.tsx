import { View } from '@tarojs/components';
import { useEffect, useState } from 'react';
import { type CallError, call } from '@/client/call';
import { deviceName } from '@/client/device';
import { checkPhoneNumber, maskPhone } from '@/domain/identity';
import { Button, Field, Notice, Problem, StepHead } from '@/ui';
import { copy } from './copy';
import { useSignIn } from './use-sign-in';

interface Sent {
  readonly phone: string;
  readonly demoCode: string | null;
  /** when another SMS may be asked for, ms */
  readonly resendAt: number;
  readonly again: boolean;
}

/** Two questions, one a screen: the number, then the code of the SMS. */
export function WithPhone({ onStep }: { onStep: (asking: 'phone' | 'code') => void }) {
  const [phone, setPhone] = useState('');
  const [sent, setSent] = useState<Sent | null>(null);
  const [wrong, setWrong] = useState('');
  const [error, setError] = useState<CallError | null>(null);
  const [busy, setBusy] = useState(false);
  const [opened, setOpened] = useState(true);

  const send = () => {
    const checked = checkPhoneNumber(phone);
    setError(null);
    setWrong(checked.ok ? '' : checked.problem.message);
    if (!checked.ok || busy) return;
    setBusy(true);
    call('session.send_code', { phone: checked.number }, { once: true })
      .then(({ resend_after, demo_code }) => {
        const resendAt = Date.now() + resend_after * 1000;
        setSent({ phone: checked.number, demoCode: demo_code, resendAt, again: sent !== null });
        setOpened(false);
        onStep('code');
      })
      .catch((thrown: CallError) => {
        const field = thrown.fields.find(({ path }) => path === 'phone');
        if (field) setWrong(field.message);
        else setError(thrown);
      })
      .then(() => setBusy(false));
  };

  if (sent) {
    const other = () => {
      setSent(null);
      onStep('phone');
    };
    return <AskCode key={sent.resendAt} sent={sent} problem={error} onAgain={send} onOther={other} />;
  }
  return (
    <>
      <StepHead title={copy.phone.question} line={copy.phone.line} first={opened} />
      <Field
        label={copy.phone.label}
        kind="phone"
        value={phone}
        error={wrong}
        maxLength={32}
        onChange={(typed) => {
          setPhone(typed);
          setWrong('');
        }}
        onSubmit={send}
      />
      <Problem error={error} />
      <Button block onPress={send}>
        {copy.phone.send}
      </Button>
    </>
  );
}

interface AskCodeProps {
  sent: Sent;
  problem: CallError | null;
  onAgain: () => void;
  onOther: () => void;
}

function AskCode({ sent, problem, onAgain, onOther }: AskCodeProps) {
  const [code, setCode] = useState('');
  const [empty, setEmpty] = useState(false);
  const { error, run } = useSignIn();
  const left = useSecondsUntil(sent.resendAt);
  const submit = () => {
    const digits = code.replace(/\s/g, '');
    setEmpty(digits === '');
    if (digits !== '')
      run(() =>
        call('session.phone', { phone: sent.phone, code: digits, device: deviceName() }, { once: true }),
      );
  };
  return (
    <>
      <StepHead title={copy.code.question} line={copy.code.line(maskPhone(sent.phone))} />
      {sent.demoCode && (
        <Notice tone="ask" icon="flag" inset live>
          {copy.demoCode(sent.demoCode)}
        </Notice>
      )}
      {sent.again && (
        <Notice tone="half" icon="message" inset live>
          {copy.code.sentAgain}
        </Notice>
      )}
      <Field
        label={copy.code.label}
        kind="code"
        value={code}
        error={empty ? copy.code.empty : undefined}
        maxLength={12}
        onChange={setCode}
        onSubmit={submit}
      />
      <Problem error={error ?? problem} />
      <Button block onPress={submit}>
        {copy.code.signIn}
      </Button>
      <View className="signin__more">
        <Button
          kind="secondary"
          block
          disabledReason={left > 0 ? copy.code.wait(left) : undefined}
          onPress={onAgain}
        >
          {copy.code.again}
        </Button>
        <Button kind="secondary" block onPress={onOther}>
          {copy.code.otherPhone}
        </Button>
      </View>
    </>
  );
}

function useSecondsUntil(moment: number): number {
  const [now, setNow] = useState(Date.now);
  const left = Math.max(0, Math.ceil((moment - now) / 1000));
  useEffect(() => {
    if (left === 0) return;
    const timer = setTimeout(() => setNow(Date.now()), 1000);
    return () => clearTimeout(timer);
  }, [left]);
  return left;
}
