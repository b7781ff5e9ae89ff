import Taro, { useDidShow, usePullDownRefresh } from '@tarojs/taro';
import { useEffect } from 'react';
import { useActing } from '@/client/acting';
import type { CallError } from '@/client/call';
import { momentText } from '@/client/clock';
import { routes } from '@/client/routes';
import { useCall } from '@/client/use-call';
import type { GatheringView } from '@/contract/hands';
import { endOf, startOf } from '@/domain/hands';
import {
  Button,
  Card,
  Empty,
  ErrorState,
  Notice,
  Page,
  PersonGate,
  Row,
  Section,
  Skeleton,
  StatusTag,
} from '@/ui';
import { copy as words } from '../parts/copy';
import { joinedOnPhone, keepJoined } from '../parts/kept-joined';
import { agreeingTag, gatheringTag, handTag, timesText } from '../parts/words';
import { copy } from './copy';

/** What I joined and what I organise: what comes next first. */
export default function MyHands() {
  return (
    <Page title={copy.title}>
      <PersonGate
        need="signed"
        why={copy.why}
        acts="apply"
        kept={(error, retry) => <Unreached error={error} onRetry={retry} />}
      >
        {() => <Mine />}
      </PersonGate>
    </Page>
  );
}

const isOver = (of: GatheringView) => of.state === 'cancelled' || endOf(of) <= Date.parse(of.now);

const inOrder = (all: readonly GatheringView[]) =>
  [...all].sort(
    (one, other) =>
      Number(isOver(one)) - Number(isOver(other)) ||
      (isOver(one) ? startOf(other) - startOf(one) : startOf(one) - startOf(other)),
  );

function Mine() {
  const acting = useActing();
  const { data, error, reload } = useCall('hands.mine', {});
  useEffect(() => {
    if (data) keepJoined(data.joined);
  }, [data]);
  useDidShow(() => void reload());
  usePullDownRefresh(() => void reload().finally(() => Taro.stopPullDownRefresh()));
  if (!data)
    return error ? <Unreached error={error} onRetry={() => void reload()} /> : <Skeleton lines={6} />;
  return (
    <>
      {data.joined.length === 0 ? (
        <Empty icon="gangwei" title={copy.none} line={copy.noneLine}>
          <Button block to={routes.jobs({ kinds: 'day_labour' })}>
            {copy.look}
          </Button>
        </Empty>
      ) : (
        <Joined all={data.joined} />
      )}
      {data.organised.length > 0 && (
        <Section title={copy.organised}>
          <Card>
            {inOrder(data.organised).map((one) => (
              <One key={one.id} of={one} organised />
            ))}
          </Card>
        </Section>
      )}
      {!acting && (
        <Card>
          <Row icon="family" title={copy.organise} line={copy.organiseLine} to={routes.wantHands()} />
        </Card>
      )}
    </>
  );
}

const Joined = ({ all }: { all: readonly GatheringView[] }) => (
  <Section title={copy.joined}>
    <Card>
      {inOrder(all).map((one) => (
        <One key={one.id} of={one} />
      ))}
    </Card>
  </Section>
);

/** No signal on the way there: what was seen last, with its moment. */
function Unreached({ error, onRetry }: { error: CallError; onRetry: () => void }) {
  const seen = joinedOnPhone();
  if (seen.length === 0) return <ErrorState error={error} onRetry={onRetry} />;
  return (
    <>
      <Notice tone="ask" icon="clock" inset live>
        {copy.offline(momentText(Math.min(...seen.map(({ at }) => at))))}
      </Notice>
      <Joined all={seen.map(({ of }) => of)} />
      <Button kind="secondary" block onPress={onRetry}>
        {copy.retry}
      </Button>
    </>
  );
}

function One({ of, organised = false }: { of: GatheringView; organised?: boolean }) {
  const { mine } = of;
  const tag =
    organised || !mine || of.standing || of.state === 'cancelled' ? gatheringTag(of) : handTag(mine.state);
  const wage =
    mine && (mine.state === 'joined' || mine.state === 'came') ? agreeingTag(mine, 'worker').word : '';
  const line = [timesText(of), organised ? words.places(of.joined, of.people) : of.employer, wage];
  return (
    <Row
      title={of.work}
      line={line.filter(Boolean).join('。')}
      trailing={<StatusTag {...tag} />}
      to={routes.gathering(of.id)}
      stacked
    />
  );
}
