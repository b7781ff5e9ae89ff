import { View } from '@tarojs/components';
import { useState } from 'react';
import { type CallError, call } from '@/client/call';
import { CONSENTS, type ConsentKind } from '@/domain/privacy/consents';
import { Button, Card, Check, Problem, StepHead } from '@/ui';
import { copy } from './copy';

interface ConsentStepProps {
  kind: ConsentKind;
  /** what can be refused and still go on says 跳过 */
  refusable: boolean;
  onAgreed: () => void;
  onRefused: () => void;
}

/** One kind of data, its words, a tick nobody made beforehand, and a refusal as easy as the consent. */
export function ConsentStep({ kind, refusable, onAgreed, onRefused }: ConsentStepProps) {
  const { title, what, why, effect, refuse, version } = CONSENTS[kind];
  const [ticked, setTicked] = useState(false);
  const [reminded, setReminded] = useState(false);
  const [error, setError] = useState<CallError | null>(null);
  const lines = [
    [copy.consent.what, what],
    [copy.consent.why, why],
    [copy.consent.effect, effect],
    [copy.consent.refuse, refuse],
  ] as const;
  const agree = () => {
    setReminded(!ticked);
    setError(null);
    if (ticked) call('consent.give', { kind, version }, { once: true }).then(onAgreed, setError);
  };
  return (
    <>
      <StepHead title={title} more={lines.flat()} />
      <Card>
        {lines.map(([name, text]) => (
          <View key={name} className="bind-line">
            <View className="bind-line__name">{name}</View>
            <View>{text}</View>
          </View>
        ))}
      </Card>
      <Check title={copy.consent.tick} checked={ticked} onChange={setTicked} />
      <View className="bind-remind" aria-live="polite">
        {reminded && !ticked ? copy.consent.tickFirst : ''}
      </View>
      <Problem error={error} />
      <View className="bind-actions">
        <Button block onPress={agree}>
          {copy.consent.agree}
        </Button>
        <Button kind="secondary" block onPress={onRefused}>
          {refusable ? copy.consent.skip : copy.consent.disagree}
        </Button>
      </View>
    </>
  );
}
