import { View } from '@tarojs/components';
import { useState } from 'react';
import { type CallError, call } from '@/client/call';
import { isMarked, sendMark, useMarks } from '@/client/marks';
import { useCall } from '@/client/use-call';
import type { GatheringView } from '@/contract/hands';
import { endOf, isComeTime, startOf } from '@/domain/hands';
import { dayAt } from '@/domain/training';
import { Button, Card, ErrorState, Notice, Problem, QrImage, Sheet, Skeleton, TextField } from '@/ui';
import { ScanCode } from '@/ui/scan-code';
import { momentWords } from '../parts/words';
import { copy } from './organiser-copy';
import { People } from './people';

interface OrganiserProps {
  of: GatheringView;
  onDone: () => void;
}

const OFFLINE = ['NetworkError', 'Timeout', 'NotReady'];

/** Who comes: the number to check in with, scanning, ticking, the wages, calling it off. */
export function Organiser({ of, onDone }: OrganiserProps) {
  const { data, error, reload } = useCall('hands.roster', { id: of.id });
  const again = () => void reload();
  const now = Date.now();
  const span = { starts_at: startOf(of), ends_at: endOf(of) };
  const working = of.state === 'open' && isComeTime(span, now);
  const away = error !== null && OFFLINE.includes(error.name);
  return (
    <>
      {away && (
        <Notice tone="ask" icon="clock" inset live>
          {copy.offline}
        </Notice>
      )}
      {working ? (
        <>
          <Code id={of.id} />
          <Scan of={of} onMarked={again} />
        </>
      ) : (
        of.state === 'open' &&
        now < span.starts_at && (
          <Notice icon="calendar" inset>
            {copy.notYet}
          </Notice>
        )
      )}
      {data ? (
        <People of={data.gathering} people={data.people} working={working} onMarked={again} />
      ) : error && !away ? (
        <ErrorState error={error} onRetry={again} />
      ) : (
        !away && <Skeleton lines={4} />
      )}
      {of.state === 'open' && now < span.starts_at && <CallOff id={of.id} onDone={onDone} />}
    </>
  );
}

/** Shown when it is asked for: it is worth something for ten minutes. */
function Code({ id }: { id: string }) {
  const [shown, setShown] = useState<{ code: string; text: string; until: string } | null>(null);
  const [error, setError] = useState<CallError | null>(null);
  const show = () => {
    setError(null);
    call('hands.code', { id }).then(setShown, (thrown: CallError) => setError(thrown));
  };
  return (
    <Card title={copy.code} pad>
      <View className="hands-stack">
        <View className="hands-quiet">{copy.codeLine}</View>
        {shown && (
          <View aria-live="polite">
            <View className="hands-number">{shown.code}</View>
            <View className="hands-qr">
              <QrImage text={shown.text} label={copy.qr} />
            </View>
            <View className="hands-quiet">{copy.codeUntil(momentWords(shown.until))}</View>
          </View>
        )}
        <Problem error={error} />
        <Button block kind={shown ? 'secondary' : 'primary'} onPress={show}>
          {shown ? copy.codeAgain : copy.codeShow}
        </Button>
      </View>
    </Card>
  );
}

function Scan({ of: { id, work }, onMarked }: { of: GatheringView; onMarked: () => void }) {
  const marks = useMarks('hands.mark', id);
  return (
    <ScanCode
      isMarked={(code) => isMarked(marks, { code }, dayAt(Date.now()))}
      send={(code) => sendMark({ path: 'hands.mark', of: { gathering: id, code }, title: work })}
      onMarked={onMarked}
    />
  );
}

function CallOff({ id, onDone }: { id: string; onDone: () => void }) {
  const [asking, setAsking] = useState(false);
  const [reason, setReason] = useState('');
  const [empty, setEmpty] = useState(false);
  const [error, setError] = useState<CallError | null>(null);
  const [said, setSaid] = useState('');
  const off = () => {
    const words = reason.trim();
    setEmpty(words === '');
    if (words === '') return;
    call('hands.cancel', { id, reason: words }).then(
      ({ told }) => {
        setAsking(false);
        setSaid(copy.told(told));
        onDone();
      },
      (thrown: CallError) => {
        setAsking(false);
        setError(thrown);
      },
    );
  };
  const [field] = error?.fields ?? [];
  return (
    <View>
      <Button kind="ghost" small onPress={() => setAsking(true)}>
        {copy.cancel}
      </Button>
      <View className="hands-said" aria-live="polite">
        {said}
      </View>
      <Problem error={error} {...(field && { line: field.message })} />
      <Sheet open={asking} title={copy.cancel} onClose={() => setAsking(false)}>
        <View className="hands-stack">
          <View>{copy.cancelLine}</View>
          <TextField
            label={copy.why}
            value={reason}
            maxLength={200}
            error={empty ? copy.whyEmpty : undefined}
            onChange={setReason}
          />
          <Button block onPress={off}>
            {copy.yes}
          </Button>
          <Button block kind="secondary" onPress={() => setAsking(false)}>
            {copy.no}
          </Button>
        </View>
      </Sheet>
    </View>
  );
}
