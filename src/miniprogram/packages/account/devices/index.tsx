import { View } from '@tarojs/components';
import { useCallback, useEffect, useState } from 'react';
import { type CallError, call } from '@/client/call';
import { back } from '@/client/routes';
import { signedOut } from '@/client/session';
import type { OutputOf } from '@/contract/api';
import { Button, Card, Confirm, ErrorState, Notice, Page, PersonGate, Problem, Row, Skeleton } from '@/ui';
import { copy } from './copy';
import './index.scss';

type Device = OutputOf<'session.list'>[number];
type Ending = Device | 'everywhere';

/** Where I am signed in; one, or all of them, can be ended. */
export default function Devices() {
  return (
    <Page title={copy.title}>
      <PersonGate need="signed" why={copy.why}>
        {() => <List />}
      </PersonGate>
    </Page>
  );
}

function List() {
  const [devices, setDevices] = useState<readonly Device[] | null>(null);
  const [error, setError] = useState<CallError | null>(null);
  const [asking, setAsking] = useState<Ending | null>(null);
  const [ended, setEnded] = useState(false);
  const load = useCallback(() => {
    setError(null);
    call('session.list', {}).then(setDevices, setError);
  }, []);
  useEffect(load, [load]);
  if (!devices) return error ? <ErrorState error={error} onRetry={load} /> : <Skeleton lines={5} />;

  const end = (which: Ending) => {
    setAsking(null);
    setError(null);
    setEnded(false);
    const everywhere = which === 'everywhere';
    call('session.end', { session: everywhere ? which : which.id }, { once: true }).then(() => {
      if (everywhere) {
        signedOut();
        back();
        return;
      }
      setEnded(true);
      load();
    }, setError);
  };
  return (
    <>
      <View>{copy.intro}</View>
      {ended && (
        <Notice tone="ok" icon="status-ok" inset live>
          {copy.ended}
        </Notice>
      )}
      <Problem error={error} />
      {devices.map((device) => (
        <One key={device.id} device={device} onEnd={() => setAsking(device)} />
      ))}
      <Button kind="secondary" block onPress={() => setAsking('everywhere')}>
        {copy.everywhere}
      </Button>
      <Confirm
        open={asking !== null}
        title={asking === 'everywhere' ? copy.everywhereTitle : copy.endTitle}
        line={asking === 'everywhere' ? copy.everywhereLine : copy.endLine}
        yes={copy.yes}
        onNo={() => setAsking(null)}
        onYes={() => asking && end(asking)}
      />
    </>
  );
}

function One({ device, onEnd }: { device: Device; onEnd: () => void }) {
  const name = device.device || copy.other;
  const since = copy.since(device.created_at);
  return (
    <Card>
      <Row
        title={name}
        line={`${since}，${copy.used(device.used_at)}`}
        note={device.current ? copy.this : undefined}
        dense
      />
      {!device.current && (
        <View className="device-end">
          <Button kind="secondary" small block label={copy.endLabel(name, since)} onPress={onEnd}>
            {copy.end}
          </Button>
        </View>
      )}
    </Card>
  );
}
