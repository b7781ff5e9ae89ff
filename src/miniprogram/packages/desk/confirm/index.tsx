import { View } from '@tarojs/components';
import { useState } from 'react';
import { type CallError, call } from '@/client/call';
import type { OutputOf } from '@/contract/api';
import { Busy, Button, Card, Empty, Notice, Page, PersonGate, Problem, StepHead } from '@/ui';
import { AskCode } from './ask-code';
import { copy } from './copy';
import './index.scss';

type Person = OutputOf<'identity.claim'>;
type State =
  | { readonly step: 'ask'; readonly error: CallError | null }
  | { readonly step: 'busy' }
  | {
      readonly step: 'compare';
      readonly confirm: string;
      readonly person: Person;
      readonly error: CallError | null;
    }
  | { readonly step: 'done' };

/** The second proof: a village worker sees the person and the card. */
export default function DeskConfirm() {
  return (
    <Page title={copy.title}>
      <PersonGate need="staff" why={copy.why}>
        {() => <Steps />}
      </PersonGate>
    </Page>
  );
}

const START: State = { step: 'ask', error: null };

function Steps() {
  const [state, setState] = useState<State>(START);
  const look = (confirm: string) => {
    setState({ step: 'busy' });
    call('identity.claim', { confirm }, { once: true }).then(
      (person) => setState({ step: 'compare', confirm, person, error: null }),
      (error: CallError) => setState({ step: 'ask', error }),
    );
  };
  if (state.step === 'ask') return <AskCode error={state.error} onText={look} />;
  if (state.step === 'busy') return <Busy>{copy.looking}</Busy>;
  if (state.step === 'done') {
    return (
      <Empty icon="status-ok" title={copy.done} line={copy.doneLine}>
        <Button block onPress={() => setState(START)}>
          {copy.another}
        </Button>
      </Empty>
    );
  }
  const { confirm, person, error } = state;
  const agree = () =>
    call('identity.confirm', { confirm }, { once: true }).then(
      () => setState({ step: 'done' }),
      (thrown: CallError) => setState({ ...state, error: thrown }),
    );
  return <Compare person={person} error={error} onYes={() => void agree()} onNo={() => setState(START)} />;
}

interface CompareProps {
  person: Person;
  error: CallError | null;
  onYes: () => void;
  onNo: () => void;
}

function Compare({ person: { name, id_tail, registered }, error, onYes, onNo }: CompareProps) {
  return (
    <>
      <StepHead title={copy.compare} line={copy.compareLine} more={[name, id_tail]} />
      <Card>
        <Fact name={copy.name} value={name} />
        <Fact name={copy.tail} value={id_tail} />
      </Card>
      {registered ? (
        <Notice tone="ok" icon="status-ok" title={copy.registered} inset>
          {copy.registeredLine}
        </Notice>
      ) : (
        <Notice tone="no" icon="status-no" title={copy.missing} inset>
          {copy.missingLine}
        </Notice>
      )}
      <Problem error={error} />
      {registered && (
        <Button block onPress={onYes}>
          {copy.yes}
        </Button>
      )}
      <Button kind="secondary" block onPress={onNo}>
        {registered ? copy.no : copy.another}
      </Button>
    </>
  );
}

function Fact({ name, value }: { name: string; value: string }) {
  return (
    <View className="desk-fact">
      <View className="desk-fact__name">{name}</View>
      <View className="desk-fact__value">{value}</View>
    </View>
  );
}
