import { useState } from 'react';
import { back, useParams } from '@/client/routes';
import { useCall } from '@/client/use-call';
import { Button, Empty, ErrorState, Page, PersonGate, Skeleton } from '@/ui';
import { DeskHead } from '../parts/head';
import { copy } from './copy';
import { Form } from './form';
import './index.scss';

/** A session being published, or changed. */
export default function DeskSession() {
  const { id } = useParams<'id'>();
  const title = id ? copy.change : copy.title;
  return (
    <Page title={title} wide={<DeskHead title={title} />}>
      <PersonGate need="signed" why={copy.why}>
        {() => <Writing id={id} />}
      </PersonGate>
    </Page>
  );
}

function Writing({ id }: { id: string | undefined }) {
  const own = useCall('training.taught', {});
  const known = useCall('training.roster', { id: id ?? '' }, id !== undefined);
  const [done, setDone] = useState(false);
  const [round, setRound] = useState(0);
  const error = own.error ?? known.error;
  if (!own.data || (id !== undefined && !known.data))
    return error ? <ErrorState error={error} onRetry={() => void own.reload()} /> : <Skeleton lines={8} />;
  const unit = own.data.as === 'unit';
  if (done) {
    return (
      <Empty icon="status-ok" title={unit ? copy.doneUnit : copy.done}>
        <Button block onPress={back}>
          {copy.back}
        </Button>
        {id === undefined && (
          <Button
            block
            kind="secondary"
            onPress={() => {
              setDone(false);
              setRound(round + 1);
            }}
          >
            {copy.another}
          </Button>
        )}
      </Empty>
    );
  }
  return (
    <Form
      key={round}
      county={own.data.county}
      unit={unit}
      provider={own.data.provider}
      known={known.data?.session ?? null}
      onDone={() => setDone(true)}
    />
  );
}
