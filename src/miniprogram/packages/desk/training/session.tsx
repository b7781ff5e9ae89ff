import { View } from '@tarojs/components';
import { useState } from 'react';
import { type CallError, call } from '@/client/call';
import { routes } from '@/client/routes';
import type { SessionView } from '@/contract/training';
import { dayAt } from '@/domain/training';
import { Button, Card, Problem, Row, Sheet, type StatusName, StatusTag, TextField } from '@/ui';
import { timesText } from '../../training/parts/words';
import { copy } from './copy';

interface SessionProps {
  session: SessionView;
  /** the county agrees to what units propose */
  decides: boolean;
  /** a unit changes only what is not published yet */
  changes: boolean;
  onDone: (said: string) => void;
}

const TAGS: Record<SessionView['state'], StatusName> = {
  proposed: 'warning',
  open: 'eligible',
  declined: 'not_eligible',
  cancelled: 'expired',
};

/** One session as its provider sees it, and what can be done with it now. */
export function Session({ session, decides, changes, onDone }: SessionProps) {
  const [asking, setAsking] = useState<'call_off' | 'decline' | null>(null);
  const [reason, setReason] = useState('');
  const [empty, setEmpty] = useState(false);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<CallError | null>(null);
  const { id, version, state, capacity, left, waiting, ends_on } = session;
  const doing = (work: Promise<string>) => {
    if (busy) return;
    setBusy(true);
    setError(null);
    work.then(
      (said) => {
        setBusy(false);
        setAsking(null);
        onDone(said);
      },
      (thrown: CallError) => {
        setBusy(false);
        setAsking(null);
        setError(thrown);
      },
    );
  };
  const agree = () => doing(call('training.decide', { id, version, open: true }).then(() => copy.agreed));
  const withReason = () => {
    const words = reason.trim();
    setEmpty(words === '');
    if (words === '') return;
    if (asking === 'decline')
      doing(call('training.decide', { id, version, open: false, reason: words }).then(() => copy.declined));
    else doing(call('training.call_off', { id, reason: words }).then(({ told }) => copy.told(told)));
  };
  const over = ends_on < dayAt(Date.now());
  const live = (state === 'open' || state === 'proposed') && !over;
  const [field] = error?.fields ?? [];
  const off = asking === 'call_off';
  return (
    <Card>
      <Row
        title={session.title}
        line={`${timesText(session)}，${[session.town, session.address].filter(Boolean).join(' ')}`}
        trailing={
          <StatusTag
            status={over ? 'expired' : TAGS[state]}
            word={over && state === 'open' ? copy.over : copy.states[state]}
          />
        }
        stacked
      />
      <View className="desk-pad">
        <View>{copy.seats(capacity - left, capacity, waiting)}</View>
        <View className="desk-quiet">{session.provider}</View>
        {session.reason && <View>{copy.reason(session.reason)}</View>}
        <View className="desk-ways">
          {state === 'proposed' && decides && (
            <>
              <Button small onPress={agree}>
                {copy.agree}
              </Button>
              <Button small kind="secondary" onPress={() => setAsking('decline')}>
                {copy.decline}
              </Button>
            </>
          )}
          {state !== 'declined' && state !== 'proposed' && (
            <Button small kind="secondary" to={routes.attendance(id)}>
              {copy.roster}
            </Button>
          )}
          {(live || state === 'declined') && (changes || state !== 'open') && (
            <Button small kind="secondary" to={routes.deskSession(id)}>
              {copy.change}
            </Button>
          )}
          {live && (
            <Button small kind="secondary" onPress={() => setAsking('call_off')}>
              {copy.callOff}
            </Button>
          )}
        </View>
        <Problem error={error} {...(field && { line: field.message })} />
      </View>
      <Sheet
        open={asking !== null}
        title={off ? copy.callOffTitle : copy.declineTitle}
        onClose={() => setAsking(null)}
      >
        <View className="desk-sheet">
          {off && <View>{copy.callOffLine}</View>}
          <TextField
            label={off ? copy.why2 : copy.declineWhy}
            hint={copy.whyHint}
            value={reason}
            maxLength={300}
            error={empty ? copy.whyEmpty : undefined}
            onChange={setReason}
          />
          <Button block onPress={withReason}>
            {off ? copy.yes : copy.declineYes}
          </Button>
          <Button block kind="secondary" onPress={() => setAsking(null)}>
            {copy.no}
          </Button>
        </View>
      </Sheet>
    </Card>
  );
}
