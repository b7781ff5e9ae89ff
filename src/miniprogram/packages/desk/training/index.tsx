import { View } from '@tarojs/components';
import Taro, { useDidShow, usePullDownRefresh } from '@tarojs/taro';
import { useState } from 'react';
import { call } from '@/client/call';
import { routes } from '@/client/routes';
import { useCall } from '@/client/use-call';
import type { OutputOf } from '@/contract/api';
import type { SessionView } from '@/contract/training';
import { Button, Empty, ErrorState, Page, PersonGate, Skeleton, Tabs } from '@/ui';
import { DeskHead } from '../parts/head';
import { copy } from './copy';
import { Figures } from './figures';
import { Session } from './session';
import './index.scss';

/** The provider's side of training: what is published, who comes, what units propose. */
export default function DeskTraining() {
  return (
    <Page title={copy.title} wide={<DeskHead title={copy.title} />}>
      <PersonGate need="signed" why={copy.why}>
        {() => <Provider />}
      </PersonGate>
    </Page>
  );
}

const TABS = [
  { key: 'coming', label: copy.coming },
  { key: 'past', label: copy.past },
] as const;

function Provider() {
  const [tab, setTab] = useState<'coming' | 'past'>('coming');
  const [said, setSaid] = useState('');
  const { data, error, reload } = useCall('training.taught', { past: tab === 'past' });
  useDidShow(() => void reload());
  usePullDownRefresh(() => void reload().finally(() => Taro.stopPullDownRefresh()));
  if (!data) {
    if (error?.name === 'NotAllowed')
      return (
        <Empty icon="lock" title={copy.notProvider} line={copy.notProviderLine}>
          <Button block to={routes.service('unit-binding')}>
            {copy.bind}
          </Button>
        </Empty>
      );
    return error ? <ErrorState error={error} onRetry={() => void reload()} /> : <Skeleton lines={6} />;
  }
  return (
    <>
      <Button block to={routes.deskSession()}>
        {copy.anew}
      </Button>
      {data.as === 'unit' && <View className="desk-quiet">{copy.unitLine}</View>}
      <View className="desk-tabs">
        <Tabs label={copy.tabs} items={TABS} value={tab} onChange={setTab} />
      </View>
      <View className="desk-quiet" aria-live="polite">
        {said}
      </View>
      <Sessions
        key={`${tab} ${data.sessions.map(({ id, version }) => `${id}${version}`).join(' ')}`}
        first={data}
        past={tab === 'past'}
        onDone={(words) => {
          setSaid(words);
          void reload();
        }}
      />
      {data.decides && <Figures />}
    </>
  );
}

interface SessionsProps {
  first: OutputOf<'training.taught'>;
  past: boolean;
  onDone: (said: string) => void;
}

/** Page after page. */
function Sessions({ first, past, onDone }: SessionsProps) {
  const [later, setLater] = useState<{ sessions: SessionView[]; next: string | null } | null>(null);
  const next = later ? later.next : first.next;
  const all = [...first.sessions, ...(later?.sessions ?? [])];
  const more = () => {
    if (next === null) return;
    call('training.taught', { past, cursor: next }).then(
      (page) => setLater({ sessions: [...(later?.sessions ?? []), ...page.sessions], next: page.next }),
      () => undefined,
    );
  };
  if (all.length === 0) return <Empty icon="peixun" title={copy.none} />;
  return (
    <>
      {all.map((session) => (
        <Session
          key={session.id}
          session={session}
          decides={first.decides}
          changes={first.as === 'staff'}
          onDone={onDone}
        />
      ))}
      {next !== null && (
        <Button kind="secondary" block onPress={more}>
          {copy.more}
        </Button>
      )}
    </>
  );
}
