import { View } from '@tarojs/components';
import { useEffect, useState } from 'react';
import { type CallError, call } from '@/client/call';
import { routes } from '@/client/routes';
import { useCall } from '@/client/use-call';
import type { InputOf } from '@/contract/api';
import type { MessageSettings } from '@/contract/messages';
import {
  Button,
  Card,
  Check,
  ErrorState,
  Notice,
  Page,
  PersonGate,
  Problem,
  ReadAloud,
  Row,
  Section,
  Skeleton,
} from '@/ui';
import { Select } from '@/ui/select';
import { AskWechat } from '../parts/ask-wechat';
import { copy } from './copy';
import './index.scss';

/** How one is told: by SMS, once a week, of new policies; when not; and what WeChat may send. */
export default function InboxSettings() {
  return (
    <Page title={copy.title}>
      <PersonGate need="signed" why={copy.why}>
        {() => <Loaded />}
      </PersonGate>
    </Page>
  );
}

function Loaded() {
  const { data, error, reload } = useCall('messages.settings', {});
  const [set, setSet] = useState<MessageSettings | null>(null);
  useEffect(() => setSet(data), [data]);
  if (!set)
    return error ? <ErrorState error={error} onRetry={() => void reload()} /> : <Skeleton lines={6} />;
  return <Form set={set} onSet={setSet} />;
}

const HOURS = Array.from({ length: 24 }, (_, hour) => ({ value: `${hour}`, label: copy.hour(hour) }));

interface FormProps {
  set: MessageSettings;
  onSet: (set: MessageSettings) => void;
}

function Form({ set, onSet }: FormProps) {
  const [said, setSaid] = useState(false);
  const [error, setError] = useState<CallError | null>(null);
  const change = (what: InputOf<'messages.settings'>) => {
    setSaid(false);
    setError(null);
    const before = set;
    // seen at once; taken back when it could not be kept
    onSet({ ...set, ...what } as MessageSettings);
    call('messages.settings', what).then(
      (now) => {
        setSaid(true);
        onSet(now);
      },
      (thrown: CallError) => {
        onSet(before);
        setError(thrown);
      },
    );
  };
  return (
    <>
      <View className="telling-head">
        <View className="telling-head__line">{copy.lead}</View>
        <ReadAloud
          kind="round"
          what={copy.title}
          text={[copy.lead, copy.sms, copy.smsLine, copy.digest, copy.digestLine, copy.quiet, copy.quietLine]}
        />
      </View>
      <View className="telling-said" aria-live="polite">
        {said ? copy.saved : ''}
      </View>
      <Problem error={error} />
      {set.phone_bad && (
        <Notice tone="no" icon="status-no" title={copy.bad} inset>
          {copy.badLine}
        </Notice>
      )}
      <Card>
        {set.phone !== null && set.sms_ready && (
          <Check
            kind="switch"
            title={copy.sms}
            line={`${copy.smsLine}；${copy.smsTo(set.phone)}`}
            checked={set.sms}
            onChange={(sms) => change({ sms })}
          />
        )}
        <Check
          kind="switch"
          title={copy.digest}
          line={copy.digestLine}
          checked={set.digest}
          onChange={(digest) => change({ digest })}
        />
        <Check
          kind="switch"
          title={copy.policies}
          line={copy.policiesLine}
          checked={set.policies}
          onChange={(policies) => change({ policies })}
        />
      </Card>
      {(set.phone === null || !set.sms_ready) && (
        <View className="telling-quiet">{set.sms_ready ? copy.noPhone : copy.notReady}</View>
      )}
      {set.phone_bad && (
        <Button kind="secondary" block to={routes.signIn()}>
          {copy.signIn}
        </Button>
      )}
      <Section title={copy.quiet}>
        <Card pad>
          <View>{copy.quietLine}</View>
          <View className="telling-hours">
            <Select
              label={copy.from}
              options={HOURS}
              value={`${set.quiet_from}`}
              onChange={(hour) => change({ quiet_from: Number(hour) })}
            />
            <Select
              label={copy.to}
              options={HOURS}
              value={`${set.quiet_to}`}
              onChange={(hour) => change({ quiet_to: Number(hour) })}
            />
          </View>
          <View className="telling-quiet">{copy.always}</View>
        </Card>
      </Section>
      <AskWechat settings={set} onAnswered={onSet} />
      <Section title={copy.others}>
        <Card>
          <Row icon="message" title={copy.all} to={routes.inbox()} dense />
        </Card>
      </Section>
    </>
  );
}
