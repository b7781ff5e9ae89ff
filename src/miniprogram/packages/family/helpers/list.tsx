import { View } from '@tarojs/components';
import { useState } from 'react';
import { type CallError, call } from '@/client/call';
import { useCall } from '@/client/use-call';
import type { MandateView } from '@/contract/session';
import { Button, Card, Confirm, ErrorState, Notice, Problem, ReadAloud, Row, Section, Skeleton } from '@/ui';
import { copy } from './copy';
import { Mandate } from './mandate';

interface ListProps {
  onOffer: () => void;
  onGive: () => void;
  onConfirm: (id: string) => void;
  onTrail: (mandate: MandateView) => void;
}

/** Both sides, what runs first. */
export function List({ onOffer, onGive, onConfirm, onTrail }: ListProps) {
  const { data, error, reload } = useCall('mandate.list', {});
  const [ending, setEnding] = useState<MandateView | null>(null);
  const [problem, setProblem] = useState<CallError | null>(null);
  const [ended, setEnded] = useState(false);
  if (!data)
    return error ? <ErrorState error={error} onRetry={() => void reload()} /> : <Skeleton lines={6} />;
  const end = ({ id }: MandateView) => {
    setEnding(null);
    setProblem(null);
    call('mandate.end', { id }, { once: true }).then(() => {
      setEnded(true);
      void reload();
    }, setProblem);
  };
  const sideOf = (side: MandateView['side']) => ({
    mandates: data.filter((one) => one.side === side),
    onEnd: (one: MandateView) => {
      setEnded(false);
      setEnding(one);
    },
    onConfirm,
    onTrail,
  });
  return (
    <>
      <View className="helpers-head">
        <View className="helpers-head__line">{copy.list.line}</View>
        <ReadAloud kind="round" what={copy.list.readAloud} text={[copy.list.line, ...data.map(spoken)]} />
      </View>
      {ended && (
        <Notice tone="ok" icon="status-ok" inset live>
          {copy.list.endedNow}
        </Notice>
      )}
      <Problem error={problem} />
      <Section title={copy.list.mine}>
        <Side empty={copy.list.nobody} {...sideOf('holder')} />
        <Button block onPress={onOffer}>
          {copy.list.offer}
        </Button>
      </Section>
      <Section title={copy.list.others}>
        <Side empty={copy.list.none} {...sideOf('helper')} />
        <Button kind="secondary" block onPress={onGive}>
          {copy.list.give}
        </Button>
      </Section>
      <Confirm
        open={ending !== null}
        title={copy.list.endTitle(ending?.other ?? '')}
        line={ending?.side === 'holder' ? copy.list.endHolder : copy.list.endHelper}
        yes={copy.list.endYes}
        onNo={() => setEnding(null)}
        onYes={() => ending && end(ending)}
      />
    </>
  );
}

const spoken = ({ side, other, services, state, until }: MandateView): string =>
  state === 'active'
    ? `${side === 'holder' ? copy.list.mine : copy.list.others}：${other}，${copy.list.may(services)}，${copy.list.until(until)}`
    : '';

interface SideProps {
  mandates: readonly MandateView[];
  empty: string;
  onEnd: (mandate: MandateView) => void;
  onConfirm: (id: string) => void;
  onTrail: (mandate: MandateView) => void;
}

function Side({ mandates, empty, onEnd, onConfirm, onTrail }: SideProps) {
  const [open, setOpen] = useState(false);
  const running = mandates.filter(({ state }) => state !== 'ended');
  // asked for and never begun: nothing to look back at
  const over = mandates.filter(({ state, started_at }) => state === 'ended' && started_at !== null);
  const one = (mandate: MandateView) => (
    <Mandate
      key={mandate.id}
      mandate={mandate}
      onEnd={() => onEnd(mandate)}
      onConfirm={() => onConfirm(mandate.id)}
      onTrail={() => onTrail(mandate)}
    />
  );
  return (
    <>
      {running.length === 0 && <View className="helpers-none">{empty}</View>}
      {running.map(one)}
      {over.length > 0 && (
        <Card>
          <Row
            icon="clock"
            title={copy.list.over(over.length)}
            expanded={open}
            onPress={() => setOpen(!open)}
            dense
          />
        </Card>
      )}
      {open && over.map(one)}
    </>
  );
}
