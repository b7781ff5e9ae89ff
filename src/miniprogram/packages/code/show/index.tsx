import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { useCounty } from '@/client/county';
import { useMe } from '@/client/me';
import { lastCode, mayShow, SELF, useCodes } from '@/client/my-code';
import { routes } from '@/client/routes';
import { personGeneration } from '@/client/session';
import { useVisible } from '@/client/visible';
import {
  Button,
  Card,
  Empty,
  ErrorState,
  Icon,
  Notice,
  Page,
  PersonGate,
  Press,
  ReadAloud,
  Skeleton,
} from '@/ui';
import { CodeCard } from './code-card';
import { copy } from './copy';
import { FamilySheet, useChildren } from './family-sheet';
import { NameSwitch } from './name-switch';
import { StopSheet } from './stop-sheet';
import { useBright } from './use-bright';
import { type FreshCode, useFreshCode } from './use-fresh-code';
import './index.scss';

/** The code to be shown: at once the last one of the day, then a new one every minute. */
export default function ShowCode() {
  const { signed, me } = useMe();
  const codes = useCodes();
  // whom the server has not named yet may still have a code on this phone
  const open = signed && me === null && lastCode(codes, SELF) !== null;
  return (
    <Page title={copy.title} className="code">
      <View className="code-band code-band--far" aria-hidden="true" />
      <View className="code-band code-band--near" aria-hidden="true" />
      {open || mayShow(me) ? (
        <Shown key={personGeneration()} />
      ) : (
        <Card>
          <PersonGate need="bound" acts="code" why={copy.why}>
            {() => null}
          </PersonGate>
        </Card>
      )}
    </Page>
  );
}

type Open = 'family' | 'stop' | null;

function Shown() {
  const { me } = useMe();
  const visible = useVisible();
  const [whose, setWhose] = useState(SELF);
  const [open, setOpen] = useState<Open>(null);
  const [said, setSaid] = useState('');
  const fresh = useFreshCode(whose, visible);
  const children = useChildren(me?.bound === true);
  const county = useCounty();
  useBright(visible);
  const { mine, error } = fresh;
  const offline = isUnreachable(error);
  if (!mine || (error && !offline && !isPassing(error))) return <NoCode fresh={fresh} />;
  const { target } = mine.code;
  const child = children.find(({ id }) => id === whose);
  const name = child ? copy.ofChild(mine.code.name, child.relation) : mine.code.name;
  return (
    <>
      {said !== '' && (
        <Notice tone="ok" icon="status-ok" inset live>
          {said}
        </Notice>
      )}
      <CodeCard mine={mine} name={name} renewAt={fresh.renewAt} offline={offline} />
      <View className="code-line">
        <Icon name="shield" className="code-line__icon" />
        <View className="code-line__words">{offline ? copy.offlineLine : copy.inside}</View>
      </View>
      {children.length > 0 && (
        <Press className="code-row" spoken={copy.family} onPress={() => setOpen('family')}>
          <Icon name="family" className="code-line__icon" />
          <Text className="code-line__words">{copy.family}</Text>
          <Icon name="next" size={22} />
        </Press>
      )}
      <View className="code-actions">
        <ReadAloud
          what={copy.title}
          text={copy.spoken(name, county(mine.code.county), target ? copy.target : copy.notTarget)}
        />
        <Press className="code-actions__stop" onPress={() => setOpen('stop')} spoken={copy.stop}>
          {copy.stop}
        </Press>
      </View>
      {me?.bound && !me.acting && whose === SELF && (
        <Card>
          <NameSwitch me={me} />
        </Card>
      )}
      <FamilySheet
        open={open === 'family'}
        members={children}
        whose={whose}
        onChoose={(chosen) => {
          setWhose(chosen);
          setSaid('');
          setOpen(null);
        }}
        onClose={() => setOpen(null)}
      />
      <StopSheet
        open={open === 'stop'}
        onClose={() => setOpen(null)}
        onStopped={(words) => {
          setSaid(words);
          setOpen(null);
          fresh.again();
        }}
      />
    </>
  );
}

function NoCode({ fresh: { error, again } }: { fresh: FreshCode }) {
  return (
    <Card>
      {!error && <Skeleton lines={6} />}
      {error?.name === 'ConsentNeeded' && (
        <Empty icon="shield" title={copy.consent.title} line={copy.consent.line}>
          <Button to={routes.consents('register')} block>
            {copy.consent.button}
          </Button>
        </Empty>
      )}
      {error && error.name !== 'ConsentNeeded' && <ErrorState error={error} onRetry={again} />}
    </Card>
  );
}

const isUnreachable = (error: FreshCode['error']) =>
  error?.name === 'NetworkError' || error?.name === 'Timeout';
/** the last code stays good while the server has its trouble */
const isPassing = (error: FreshCode['error']) =>
  error?.name === 'Internal' || error?.name === 'NotReady' || error?.name === 'TooManyTries';
