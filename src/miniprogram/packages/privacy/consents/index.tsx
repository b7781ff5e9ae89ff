import { View } from '@tarojs/components';
import { useState } from 'react';
import { useParams } from '@/client/routes';
import { useCall } from '@/client/use-call';
import { CONSENT_KINDS, CONSENTS } from '@/domain/privacy/consents';
import { ErrorState, Notice, Page, PersonGate, ReadAloud, Skeleton } from '@/ui';
import { Consent } from './consent';
import { copy } from './copy';
import './index.scss';

/** Each kind of data with its words: what was agreed to and when, to give and to take back. */
export default function Consents() {
  const { kind } = useParams<'kind'>();
  return (
    <Page title={copy.title}>
      <PersonGate need="signed" why={copy.why}>
        {() => <List first={CONSENT_KINDS.find((one) => one === kind)} />}
      </PersonGate>
    </Page>
  );
}

function List({ first }: { first: (typeof CONSENT_KINDS)[number] | undefined }) {
  const { data, error, reload } = useCall('consent.list', {});
  const [open, setOpen] = useState(first);
  const [said, setSaid] = useState('');
  if (!data)
    return error ? <ErrorState error={error} onRetry={() => void reload()} /> : <Skeleton lines={8} />;
  return (
    <>
      <View className="consents-head">
        <View className="consents-head__line">{copy.line}</View>
        <ReadAloud
          kind="round"
          what={copy.title}
          text={[copy.line, ...CONSENT_KINDS.map((kind) => CONSENTS[kind].title)]}
        />
      </View>
      {said !== '' && (
        <Notice tone="ok" icon="status-ok" inset live>
          {said}
        </Notice>
      )}
      {CONSENT_KINDS.map((kind) => (
        <Consent
          key={kind}
          kind={kind}
          given={data.filter((one) => one.kind === kind)}
          open={open === kind}
          onToggle={() => {
            setSaid('');
            setOpen(open === kind ? undefined : kind);
          }}
          onChanged={(words) => {
            setSaid(words);
            setOpen(undefined);
            void reload();
          }}
        />
      ))}
    </>
  );
}
