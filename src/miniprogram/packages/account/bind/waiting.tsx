import { View } from '@tarojs/components';
import { useEffect, useState } from 'react';
import { type CallError, call } from '@/client/call';
import { momentText } from '@/client/clock';
import { refreshMe, useMe } from '@/client/me';
import { useVisible } from '@/client/visible';
import type { BindingView } from '@/contract/identity';
import { Button, Card, Problem, QrImage, Row, StepHead } from '@/ui';
import { copy } from './copy';

interface WaitingProps {
  confirm: BindingView['confirm'];
  onStatus: (status: BindingView) => void;
  onRetype: () => void;
  onAsk: () => void;
}

const LOOK_MS = 6000;
/** a phone whose clock is ahead must not change the code while it is being scanned */
const LEAST_MS = 60_000;

/** The same page whoever was typed in: a code for the village worker, what to do, and when it changes. */
export function Waiting({ confirm, onStatus, onRetype, onAsk }: WaitingProps) {
  const visible = useVisible();
  const { me } = useMe();
  const [error, setError] = useState<CallError | null>(null);
  const renew = () => {
    setError(null);
    call('identity.status', {}).then(onStatus, setError);
  };
  const until = confirm ? Date.parse(confirm.until) : null;
  // a new code when this one ends
  useEffect(() => {
    if (!visible || until === null) return;
    const timer = setTimeout(renew, Math.max(LEAST_MS, until - Date.now()));
    return () => clearTimeout(timer);
  });
  // the worker confirmed on another phone
  useEffect(() => {
    if (!visible) return;
    const timer = setInterval(() => void refreshMe(), LOOK_MS);
    return () => clearInterval(timer);
  }, [visible]);
  useEffect(() => {
    if (me?.bound) onStatus({ state: 'bound', confirm: null });
  }, [me?.bound, onStatus]);
  return (
    <>
      <StepHead title={copy.waiting.title} line={copy.waiting.line} more={copy.waiting.steps} />
      <Card pad>
        <View className="bind-qr">
          {confirm && <QrImage text={confirm.text} label={copy.waiting.label} />}
        </View>
        <View className="bind-until">
          {until === null ? copy.waiting.lost : copy.waiting.until(momentText(until))}
        </View>
        <Problem error={error} />
        <Button kind="secondary" small block onPress={renew}>
          {copy.waiting.renew}
        </Button>
      </Card>
      <Card pad>
        {copy.waiting.steps.map((step, index) => (
          <View key={step} className="bind-step">
            <View className="bind-step__number">{index + 1}</View>
            <View className="bind-step__words">{step}</View>
          </View>
        ))}
        <View className="bind-quiet">{copy.waiting.same}</View>
      </Card>
      <Card>
        <Row icon="tasks" title={copy.waiting.ask} line={copy.waiting.askLine} dense onPress={onAsk} />
        <Row icon="user" title={copy.waiting.retype} dense onPress={onRetype} />
      </Card>
    </>
  );
}
