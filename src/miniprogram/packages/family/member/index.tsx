import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { usePack } from '@/client/pack';
import { useRegister } from '@/client/register';
import { routes, useParams } from '@/client/routes';
import { useCall } from '@/client/use-call';
import type { OutputOf } from '@/contract/api';
import {
  Busy,
  Button,
  Empty,
  ErrorState,
  Heading,
  PackGate,
  Page,
  PersonGate,
  PhoneLink,
  Skeleton,
  Withheld,
} from '@/ui';
import { Results } from '../../benefits/parts/results';
import { copy } from './copy';
import './index.scss';

type Relative = OutputOf<'household.mine'>[number];

/** A member of the household: what they can have by the register, or why that is not shown. */
export default function Member() {
  const { id = '' } = useParams<'id'>();
  return (
    <Page title={copy.title}>
      <PersonGate need="bound" acts="benefits" why={copy.why}>
        {() => <Found id={id} />}
      </PersonGate>
    </Page>
  );
}

function Found({ id }: { id: string }) {
  const { data, error, reload } = useCall('household.mine', {});
  if (!data)
    return error ? <ErrorState error={error} onRetry={() => void reload()} /> : <Skeleton lines={6} />;
  const member = data.find((one) => one.id === id);
  if (!member || member.self) {
    return (
      <Empty icon="family" title={copy.gone.title} line={copy.gone.line}>
        <Button to={routes.household()} block>
          {copy.gone.button}
        </Button>
      </Empty>
    );
  }
  return <Opened member={member} />;
}

function Opened({ member }: { member: Relative }) {
  switch (member.details) {
    case 'open':
      return <Benefits member={member} />;
    case 'hidden':
      return (
        <WhyNot words={copy.hidden}>
          <Button to={routes.helpers()} block>
            {copy.hidden.button}
          </Button>
        </WhyNot>
      );
    case 'guardian_only':
      return (
        <WhyNot words={copy.guardian}>
          <PhoneLink number="12333" block />
        </WhyNot>
      );
    case 'consent_needed':
      return (
        <WhyNot words={copy.consent}>
          <Button to={routes.consents('minors')} block>
            {copy.consent.button}
          </Button>
        </WhyNot>
      );
  }
}

function WhyNot({ words, children }: { words: { title: string; line: string }; children: ReactNode }) {
  return (
    <Empty icon="lock" title={words.title} line={words.line}>
      {children}
    </Empty>
  );
}

/** Decided on the phone, as for oneself. */
function Benefits({ member: { id, name } }: { member: Relative }) {
  const { pack } = usePack();
  const { view, error, reload } = useRegister(id);
  if (!pack) return <PackGate>{() => null}</PackGate>;
  if (!view) return error ? <ErrorState error={error} onRetry={reload} /> : <Busy>{copy.reading}</Busy>;
  return (
    <>
      <Heading className="member-name">{copy.titleOf(name)}</Heading>
      <View className="member-line">{copy.line}</View>
      <Withheld kinds={view.withheld} />
      <Results pack={pack} start="all" member={id} />
    </>
  );
}
