import { View } from '@tarojs/components';
import { useState } from 'react';
import { type CallError, call } from '@/client/call';
import { refreshMe } from '@/client/me';
import { forgetRegister } from '@/client/register';
import { saveAnswers, stopSaving } from '@/client/saved';
import type { OutputOf } from '@/contract/api';
import { CONSENTS, type ConsentKind } from '@/domain/privacy/consents';
import { Button, Card, Check, Confirm, Problem, ReadAloud, Row, type StatusName, StatusTag } from '@/ui';
import { copy } from './copy';

type Given = OutputOf<'consent.list'>;

interface ConsentProps {
  kind: ConsentKind;
  /** of this kind, the newest first */
  given: Given;
  open: boolean;
  onToggle: () => void;
  onChanged: (said: string) => void;
}

/** One kind: closed its state in a line, open its words and what one can do. */
export function Consent({ kind, given, open, onToggle, onChanged }: ConsentProps) {
  const { title, version } = CONSENTS[kind];
  const standing = given.find((one) => one.withdrawn_at === null);
  const on = standing?.version === version;
  const last = given[0];
  const tag: { status: StatusName; word: string } = on
    ? { status: 'eligible', word: copy.on }
    : standing
      ? { status: 'needs_info', word: copy.changed }
      : { status: 'none', word: copy.off };
  const when = standing
    ? copy.given(standing.given_at)
    : last?.withdrawn_at
      ? copy.withdrawn(last.withdrawn_at)
      : undefined;
  return (
    <Card>
      <Row
        title={title}
        line={when}
        trailing={<StatusTag {...tag} />}
        expanded={open}
        onPress={onToggle}
        stacked
      />
      {open && <Words kind={kind} on={on} changed={!on && standing !== undefined} onChanged={onChanged} />}
    </Card>
  );
}

interface WordsProps {
  kind: ConsentKind;
  on: boolean;
  changed: boolean;
  onChanged: (said: string) => void;
}

function Words({ kind, on, changed, onChanged }: WordsProps) {
  const { title, what, why, effect, refuse, version } = CONSENTS[kind];
  const [ticked, setTicked] = useState(false);
  const [reminded, setReminded] = useState(false);
  const [asking, setAsking] = useState(false);
  const [error, setError] = useState<CallError | null>(null);
  const lines = [
    [copy.what, what],
    [copy.whyUsed, why],
    [copy.effect, effect],
    [copy.refuse, refuse],
  ] as const;
  const after = (said: string) => () => {
    forgetRegister();
    // without the identity there is no register any more
    if (kind === 'identity') void refreshMe();
    onChanged(said);
  };
  const give = () => {
    setReminded(!ticked);
    setError(null);
    if (!ticked) return;
    const given =
      kind === 'saved_answers'
        ? saveAnswers()
        : call('consent.give', { kind, version }, { once: true }).then(() => undefined);
    given.then(after(copy.doneGiven), setError);
  };
  const withdraw = () => {
    setAsking(false);
    setError(null);
    const withdrawn =
      kind === 'saved_answers'
        ? stopSaving()
        : call('consent.withdraw', { kind }, { once: true }).then(() => undefined);
    withdrawn.then(after(copy.doneWithdrawn), setError);
  };
  return (
    <View className="consents-words">
      {changed && <View className="consents-remind">{copy.changedLine}</View>}
      {lines.map(([name, text]) => (
        <View key={name}>
          <View className="consents-words__name">{name}</View>
          <View>{text}</View>
        </View>
      ))}
      <View className="consents-words__foot">
        <View className="consents-words__name">{copy.version(version)}</View>
        <ReadAloud what={title} text={[title, ...lines.flat()]} />
      </View>
      {!on && <Check title={copy.tick} checked={ticked} onChange={setTicked} />}
      <View className="consents-remind" aria-live="polite">
        {reminded && !ticked ? copy.tickFirst : ''}
      </View>
      <Problem error={error} />
      {on ? (
        <Button
          kind="secondary"
          small
          block
          label={copy.withdrawLabel(title)}
          onPress={() => setAsking(true)}
        >
          {copy.withdraw}
        </Button>
      ) : (
        <Button small block onPress={give}>
          {copy.agree}
        </Button>
      )}
      <Confirm
        open={asking}
        title={copy.withdrawTitle}
        line={refuse}
        yes={copy.withdrawYes}
        onNo={() => setAsking(false)}
        onYes={withdraw}
      />
    </View>
  );
}
