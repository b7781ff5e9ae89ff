import { View } from '@tarojs/components';
import { useCallback, useEffect, useState } from 'react';
import { type CallError, call } from '@/client/call';
import { useParams } from '@/client/routes';
import type { OutputOf } from '@/contract/api';
import { agreedOnly, attendanceWords, KNOWN_BY } from '@/domain/hands';
import { Button, Card, Field, Notice, Page, Problem } from '@/ui';
import { Lines } from '../parts/lines';
import { momentWords, payText } from '../parts/words';
import { copy } from './copy';

/** Is a printed wage record genuine: for whoever has it in the hand, nobody has to sign in. */
export default function RecordPage() {
  const { n, p } = useParams<'n' | 'p'>();
  const [number, setNumber] = useState(n ?? '');
  const [proof, setProof] = useState(p ?? '');
  const [empty, setEmpty] = useState(false);
  const [busy, setBusy] = useState(false);
  const [found, setFound] = useState<OutputOf<'hands.verify'> | null>(null);
  const [error, setError] = useState<CallError | null>(null);
  const ask = useCallback((one: string, other: string) => {
    setBusy(true);
    setError(null);
    call('hands.verify', { number: one.trim(), proof: other.trim() }).then(
      (answer) => {
        setBusy(false);
        setFound(answer);
      },
      (thrown: CallError) => {
        setBusy(false);
        setError(thrown);
      },
    );
  }, []);
  useEffect(() => {
    if (n && p) ask(n, p);
  }, [n, p, ask]);
  const check = () => {
    const missing = number.trim() === '' || proof.trim() === '';
    setEmpty(missing);
    setFound(null);
    if (!missing && !busy) ask(number, proof);
  };
  return (
    <Page title={copy.title}>
      {found && <Found found={found} />}
      <Card pad>
        <View className="hands-stack">
          <View>{copy.line}</View>
          <Field
            label={copy.number}
            value={number}
            maxLength={40}
            error={empty ? copy.empty : undefined}
            onChange={setNumber}
          />
          <Field label={copy.proof} value={proof} maxLength={64} onChange={setProof} onSubmit={check} />
          <Problem error={error} />
          <Button block onPress={check}>
            {busy ? copy.checking : copy.check}
          </Button>
        </View>
      </Card>
    </Page>
  );
}

function Found({ found: { genuine, record } }: { found: OutputOf<'hands.verify'> }) {
  if (!genuine || !record)
    return (
      <Notice tone="no" icon="status-no" title={copy.not} inset live>
        {copy.notLine}
      </Notice>
    );
  const { employer, worker, known, place, day, work, paid, agreed_at, attendance, hash } = record;
  const only = agreedOnly(attendance);
  return (
    <>
      <Notice tone="ok" icon="status-ok" title={only ? copy.genuineOnly : copy.genuine} inset live>
        {only ? `${copy.genuineLine}${only}` : copy.genuineLine}
      </Notice>
      <Lines
        lines={[
          [copy.employer, `${employer}（${KNOWN_BY[known.employer]}）`],
          [copy.worker, `${worker}（${KNOWN_BY[known.worker]}）`],
          [copy.where, place],
          [copy.day, day],
          [copy.work, work],
          [copy.pay, payText(record)],
          [copy.paid, paid],
          [copy.agreed, momentWords(agreed_at)],
          [copy.attendance, attendanceWords(attendance)],
          [copy.hash, hash],
        ]}
      />
    </>
  );
}
