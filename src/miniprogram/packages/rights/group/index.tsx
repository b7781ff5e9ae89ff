import { useState } from 'react';
import { type CallError, call } from '@/client/call';
import { useMe } from '@/client/me';
import { newId } from '@/client/new-id';
import { useParams } from '@/client/routes';
import { personGeneration } from '@/client/session';
import { useCall } from '@/client/use-call';
import { Button, Card, ErrorState, Field, Notice, Page, PersonGate, Problem, Section, Skeleton } from '@/ui';
import { copy } from './copy';
import { Groups } from './groups';
import './index.scss';

/** Filing together: a number to read to others; each keeps their own figures. */
export default function Group() {
  useMe();
  return (
    <Page title={copy.title}>
      <Notice tone="half" icon="family" inset>
        {copy.line}
      </Notice>
      <PersonGate need="signed" why={copy.why}>
        {() => <Opened key={personGeneration()} />}
      </PersonGate>
    </Page>
  );
}

function Opened() {
  const { signed } = useMe();
  const { code: given = '' } = useParams<'code'>();
  const { data, error, reload } = useCall('wages.group_show', undefined, signed);
  if (!data)
    return error ? <ErrorState error={error} onRetry={() => void reload()} /> : <Skeleton lines={5} />;
  return (
    <>
      <Groups groups={data} reload={reload} />
      <Begin onDone={reload} />
      <Join given={given} onDone={reload} />
    </>
  );
}

function Begin({ onDone }: { onDone: () => Promise<void> }) {
  const [employer, setEmployer] = useState('');
  const [site, setSite] = useState('');
  // asked for twice, it is one group
  const [id, setId] = useState(newId);
  const { busy, error, wanted, send } = useSending();
  const create = () =>
    send(employer.trim() !== '', async () => {
      await call('wages.group_create', { id, employer, ...(site.trim() !== '' && { site }) });
      setEmployer('');
      setSite('');
      setId(newId());
      await onDone();
    });
  return (
    <Section title={copy.begin}>
      <Card pad>
        <Field
          label={copy.employer}
          value={employer}
          onChange={setEmployer}
          maxLength={60}
          error={wanted && employer.trim() === '' ? copy.need : undefined}
        />
        <Field label={copy.siteField} value={site} onChange={setSite} maxLength={60} />
        <Problem error={error} />
        <Button block onPress={create} disabledReason={busy ? '…' : undefined}>
          {copy.create}
        </Button>
      </Card>
    </Section>
  );
}

function Join({ given, onDone }: { given: string; onDone: () => Promise<void> }) {
  const [code, setCode] = useState(given);
  const { busy, error, wanted, send } = useSending();
  const join = () =>
    send(code.trim() !== '', async () => {
      await call('wages.group_join', { code });
      setCode('');
      await onDone();
    });
  return (
    <Section title={copy.join}>
      <Card pad>
        <Field
          label={copy.joinField}
          kind="number"
          value={code}
          onChange={setCode}
          maxLength={20}
          error={wanted && code.trim() === '' ? copy.needCode : undefined}
        />
        <Problem error={error} />
        <Button kind="secondary" block onPress={join} disabledReason={busy ? '…' : undefined}>
          {copy.joinButton}
        </Button>
      </Card>
    </Section>
  );
}

/** One request at a time, its error beside the button. */
function useSending() {
  const [busy, setBusy] = useState(false);
  const [wanted, setWanted] = useState(false);
  const [error, setError] = useState<CallError | null>(null);
  const send = (filled: boolean, work: () => Promise<void>) => {
    setWanted(true);
    if (!filled || busy) return;
    setBusy(true);
    setError(null);
    work()
      .then(() => setWanted(false))
      .catch((thrown: CallError) => setError(thrown))
      .finally(() => setBusy(false));
  };
  return { busy, error, wanted, send };
}
