import { useState } from 'react';
import type { MandateView } from '@/contract/session';
import { Page, PersonGate } from '@/ui';
import { Ask, ConfirmCode } from './ask';
import { copy } from './copy';
import { Accept, Give, MayAct } from './give';
import { List } from './list';
import { Offer } from './offer';
import { Trail } from './trail';
import './index.scss';

/** Who helps me, whom I help; one question a screen to begin, one press to end. */
export default function Helpers() {
  return (
    <Page title={copy.title}>
      <PersonGate need="signed" why={copy.why}>
        {(me) => <Flow bound={me.bound} />}
      </PersonGate>
    </Page>
  );
}

type Turn =
  | { readonly at: 'list' | 'offer' | 'give' | 'accept' | 'ask' }
  | { readonly at: 'confirm'; readonly id: string }
  | { readonly at: 'trail' | 'done'; readonly mandate: MandateView };

function Flow({ bound }: { bound: boolean }) {
  const [turn, setTurn] = useState<Turn>({ at: 'list' });
  const home = () => setTurn({ at: 'list' });
  const done = (mandate: MandateView) => setTurn({ at: 'done', mandate });
  switch (turn.at) {
    case 'list':
      return (
        <List
          onOffer={() => setTurn({ at: 'offer' })}
          onGive={() => setTurn({ at: 'give' })}
          onConfirm={(id) => setTurn({ at: 'confirm', id })}
          onTrail={(mandate) => setTurn({ at: 'trail', mandate })}
        />
      );
    case 'offer':
      return <Offer bound={bound} onDone={home} />;
    case 'give':
      return (
        <Give
          onCode={() => setTurn({ at: 'accept' })}
          onPhone={() => setTurn({ at: 'ask' })}
          onCancel={home}
        />
      );
    case 'accept':
      return <Accept onDone={done} onCancel={home} />;
    case 'ask':
      return <Ask onDone={done} onCancel={home} />;
    case 'confirm':
      return <ConfirmCode id={turn.id} onDone={done} onCancel={home} />;
    case 'done':
      return <MayAct mandate={turn.mandate} onLater={home} />;
    case 'trail':
      return <Trail mandate={turn.mandate} onBack={home} />;
  }
}
