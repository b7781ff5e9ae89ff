import { View } from '@tarojs/components';
import { useState } from 'react';
import { type CallError, call } from '@/client/call';
import type { Roster } from '@/client/village';
import { dayAt } from '@/domain/training';
import { Button, Card, Confirm, Problem } from '@/ui';
import { copy } from './copy';

/** From the last day on: a certificate for everybody who came. */
export function Certify({ roster, onDone }: { roster: Roster; onDone: () => void }) {
  const [sure, setSure] = useState(false);
  const [busy, setBusy] = useState(false);
  const [said, setSaid] = useState('');
  const [error, setError] = useState<CallError | null>(null);
  const { session, people } = roster;
  const came = people.filter(({ state }) => state === 'attended').map(({ id }) => id);
  const over = dayAt(Date.now()) >= session.ends_on;
  const issue = () => {
    setSure(false);
    if (busy) return;
    setBusy(true);
    setError(null);
    call('training.certify', { id: session.id, enrolments: came }).then(
      ({ issued }) => {
        setBusy(false);
        setSaid(copy.certified(issued));
        onDone();
      },
      (thrown: CallError) => {
        setBusy(false);
        setError(thrown);
      },
    );
  };
  if (people.length === 0) return null;
  const [field] = error?.fields ?? [];
  return (
    <Card pad>
      {!over && <View>{copy.notOver}</View>}
      {over && came.length > 0 && (
        <Button block onPress={() => setSure(true)}>
          {busy ? copy.certifying : copy.certify(came.length)}
        </Button>
      )}
      <View className="training-said" aria-live="polite">
        {said}
      </View>
      <Problem error={error} {...(field && { line: field.message })} />
      <Confirm
        open={sure}
        title={copy.certifySure}
        line={copy.certifyLine(came.length)}
        yes={copy.yes}
        no={copy.no}
        onYes={issue}
        onNo={() => setSure(false)}
      />
    </Card>
  );
}
