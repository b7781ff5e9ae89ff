import { View } from '@tarojs/components';
import { useDidShow } from '@tarojs/taro';
import { useState } from 'react';
import { type CallError, call } from '@/client/call';
import { newId } from '@/client/new-id';
import { routes, useParams } from '@/client/routes';
import { useCall } from '@/client/use-call';
import type { AgreementView } from '@/contract/hands';
import { agreedOnly, attendanceWords, hasCome, partyWords, recordName } from '@/domain/hands';
import {
  Button,
  Card,
  Empty,
  ErrorState,
  Hero,
  Icon,
  Notice,
  Page,
  PersonGate,
  Problem,
  Row,
  Skeleton,
} from '@/ui';
import { type Line, Lines } from '../parts/lines';
import { momentWords, payText, timesText } from '../parts/words';
import { copy } from './copy';
import { Correct } from './correct';
import { KeepIt } from './keep-it';
import '../parts/hands.scss';

/** The wage on one page, for both: each looks at it on the own phone, and says "just so". */
export default function AgreementPage() {
  const { id = '' } = useParams<'id'>();
  return (
    <Page title={copy.title}>
      <PersonGate need="signed" why={copy.why}>
        {() => <Agreement key={id} id={id} />}
      </PersonGate>
    </Page>
  );
}

function Agreement({ id }: { id: string }) {
  const { data, error, reload } = useCall('hands.agreement', { id });
  useDidShow(() => void reload());
  if (!data) {
    if (error?.name === 'NotFound' || error?.name === 'InvalidInput')
      return <Empty icon="lock" title={copy.notYours} line={copy.notYoursLine} />;
    return error ? <ErrorState error={error} onRetry={() => void reload()} /> : <Skeleton lines={8} />;
  }
  const only = agreedOnly(data.attendance);
  return (
    <>
      <View className="hands-hero">
        <Top of={data} />
      </View>
      <Lines lines={linesOf(data)} />
      <Taps of={data} />
      {data.number === null ? (
        <Tap key={data.about} of={data} onDone={() => void reload()} />
      ) : (
        <>
          <Lines
            lines={[
              [copy.number, data.number],
              [copy.hash, data.hash],
            ]}
          />
          <View className="hands-quiet">{copy.hashLine}</View>
          {only && (
            <Notice tone="ask" icon="flag" inset>
              {only}
            </Notice>
          )}
          <KeepIt of={data} />
        </>
      )}
      <Card>
        <Row icon="gangwei" title={copy.gathering} to={routes.gathering(data.gathering)} dense />
      </Card>
    </>
  );
}

const mineAndTheirs = ({ side, organiser_at, worker_at }: AgreementView) =>
  side === 'worker' ? [worker_at, organiser_at] : [organiser_at, worker_at];

function Top({ of }: { of: AgreementView }) {
  const [mine, theirs] = mineAndTheirs(of);
  const agreed = hasCome(of.attendance) ? 'came' : 'agreed';
  const head = of.number !== null ? agreed : mine ? 'mine' : theirs ? 'theirs' : 'open';
  const status = {
    came: 'eligible',
    agreed: 'eligible',
    mine: 'doing',
    theirs: 'warning',
    open: 'needs_info',
  } as const;
  const { terms } = of;
  return (
    <Hero
      status={status[head]}
      word={copy.heads[head]}
      what={recordName(of.attendance)}
      readout={[
        `${copy.pay}${payText(terms)}`,
        ...linesOf(of).flatMap(([name, value]) => (value ? [`${name}：${value}`] : [])),
        copy.heads[head],
      ]}
      title={payText(terms)}
      line={of.written_by && of.number === null && !mine ? copy.written[of.written_by] : terms.work}
    />
  );
}

const linesOf = ({ terms, attendance }: AgreementView): readonly Line[] => [
  [copy.employer, partyWords(terms, 'organiser')],
  [copy.worker, partyWords(terms, 'worker')],
  [copy.where, terms.place],
  [copy.day, timesText(terms)],
  [copy.work, terms.work],
  [copy.pay, payText(terms)],
  [copy.paid, terms.paid],
  [copy.attendance, attendanceWords(attendance)],
];

function Taps({ of }: { of: AgreementView }) {
  const taps = [
    ['organiser', of.organiser_at],
    ['worker', of.worker_at],
  ] as const;
  return (
    <Card>
      {taps.map(([side, at]) => (
        <View key={side} className="hands-text hands-person">
          <View className="hands-person__name">{copy.sides[side]}</View>
          <View className={at ? 'ui-ink--ok' : 'hands-quiet'}>
            {at && <Icon name="status-ok" size={18} />}
            {at ? copy.tapped(momentWords(at)) : copy.notTapped}
          </View>
        </View>
      ))}
    </Card>
  );
}

function Tap({ of, onDone }: { of: AgreementView; onDone: () => void }) {
  // the same for every tap: sent twice, said once
  const [id] = useState(newId);
  const [busy, setBusy] = useState(false);
  const [correcting, setCorrecting] = useState(false);
  const [error, setError] = useState<CallError | null>(null);
  const [mine] = mineAndTheirs(of);
  const tap = () => {
    if (busy) return;
    setBusy(true);
    setError(null);
    call('hands.tap', { id, record: of.id, about: of.about }).then(
      () => {
        setBusy(false);
        onDone();
      },
      (thrown: CallError) => {
        setBusy(false);
        setError(thrown);
        if (thrown.name === 'CaseChanged') onDone();
      },
    );
  };
  const [field] = error?.fields ?? [];
  const line = error?.name === 'CaseChanged' ? copy.changed : field?.message;
  return (
    <View>
      <View className="hands-stack">
        <Problem error={error} {...(line && { line })} />
        {!mine && (
          <>
            <View className="hands-quiet">{copy.justLine}</View>
            <Button block icon="tick" onPress={tap}>
              {busy ? copy.tapping : copy.just}
            </Button>
          </>
        )}
        <Button block kind="secondary" onPress={() => setCorrecting(true)}>
          {copy.correct}
        </Button>
      </View>
      {correcting && (
        <Correct
          of={of}
          onClose={() => setCorrecting(false)}
          onDone={() => {
            setCorrecting(false);
            onDone();
          }}
        />
      )}
    </View>
  );
}
