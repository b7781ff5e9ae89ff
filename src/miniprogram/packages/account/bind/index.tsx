import { View } from '@tarojs/components';
import { useState } from 'react';
import { back, routes } from '@/client/routes';
import type { ConsentKind } from '@/domain/privacy/consents';
import { Button, Empty, ErrorState, Page, PersonGate, Skeleton } from '@/ui';
import { AskOffice } from './ask-office';
import { ConsentStep } from './consent-step';
import { copy } from './copy';
import { IdentityForm } from './identity-form';
import { agreed, undecided, useBinding } from './use-binding';
import { Waiting } from './waiting';
import './index.scss';

/** Who I am: consents one by one, name and number, then somebody who has seen the card. */
export default function Bind() {
  return (
    <Page title={copy.title}>
      <PersonGate need="signed" why={copy.why}>
        {() => <Steps />}
      </PersonGate>
    </Page>
  );
}

/** Offered before the number is asked for, each on its own, none of them needed to go on. */
const OFFERED: readonly ConsentKind[] = ['register', 'health'];

function Steps() {
  const { status, consents, error, reload, set } = useBinding();
  const [settled, setSettled] = useState<readonly ConsentKind[]>([]);
  const [turn, setTurn] = useState<'retype' | 'ask' | null>(null);
  if (!status) return error ? <ErrorState error={error} onRetry={reload} /> : <Skeleton lines={6} />;
  if (status.state === 'bound') return <Bound />;
  if (turn === 'ask') return <AskOffice onDone={() => setTurn(null)} />;
  if (status.state === 'waiting' && turn !== 'retype') {
    return (
      <Waiting
        confirm={status.confirm}
        onStatus={set}
        onRetype={() => setTurn('retype')}
        onAsk={() => setTurn('ask')}
      />
    );
  }
  const settle = (kind: ConsentKind) => () => setSettled([...settled, kind]);
  if (!agreed(consents, 'identity') && !settled.includes('identity')) {
    return (
      <ConsentStep
        key="identity"
        kind="identity"
        refusable={false}
        onAgreed={settle('identity')}
        onRefused={back}
      />
    );
  }
  const offered = OFFERED.find((kind) => undecided(consents, kind) && !settled.includes(kind));
  if (offered) {
    return (
      <ConsentStep
        key={offered}
        kind={offered}
        refusable
        onAgreed={settle(offered)}
        onRefused={settle(offered)}
      />
    );
  }
  const answered = (next: typeof status) => {
    set(next);
    setTurn(null);
  };
  const stale = () => {
    setSettled([]);
    reload();
  };
  return <IdentityForm onAnswer={answered} onStale={stale} />;
}

function Bound() {
  return (
    <View aria-live="polite">
      <Empty icon="status-ok" title={copy.bound.title} line={copy.bound.line}>
        <Button to={routes.code()} block>
          {copy.bound.code}
        </Button>
        <Button kind="secondary" to={routes.benefits()} block>
          {copy.bound.benefits}
        </Button>
        <Button kind="secondary" to={routes.consents()} block>
          {copy.bound.consents}
        </Button>
      </Empty>
    </View>
  );
}
