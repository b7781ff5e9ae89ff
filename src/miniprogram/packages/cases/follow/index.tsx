import { useState } from 'react';
import { type CallError, call } from '@/client/call';
import type { CaseView } from '@/contract/cases';
import { Button, Field, Page, PhoneLink, Problem, StepHead } from '@/ui';
import { CaseBody, Decided } from '../parts/case-body';
import { CaseHead } from '../parts/case-head';
import { copy } from './copy';

/** How a report without a name stands: with its number and key, which only whoever filed it has. */
export default function Follow() {
  const [number, setNumber] = useState('');
  const [key, setKey] = useState('');
  const [view, setView] = useState<CaseView | null>(null);
  const [busy, setBusy] = useState(false);
  const [empty, setEmpty] = useState(false);
  const [error, setError] = useState<CallError | null>(null);
  const look = () => {
    const given = { number: number.trim(), key: key.trim() };
    const missing = given.number === '' || given.key === '';
    setEmpty(missing);
    setError(null);
    if (missing || busy) return;
    setBusy(true);
    call('cases.follow', given, { once: true, as: 'nobody' }).then(
      (found) => {
        setBusy(false);
        setView(found);
      },
      (thrown: CallError) => {
        setBusy(false);
        setError(thrown);
      },
    );
  };
  if (view) {
    const leave = () => {
      setView(null);
      setNumber('');
      setKey('');
    };
    return (
      <Page
        title={view.title}
        top={<CaseHead view={view} />}
        bar={
          <>
            <PhoneLink number={view.office.phone ?? '12333'} />
            <Button block onPress={leave}>
              {copy.done}
            </Button>
          </>
        }
        barNote={copy.doneNote}
      >
        <Decided view={view} />
        <CaseBody view={view} />
      </Page>
    );
  }
  return (
    <Page
      title={copy.title}
      bar={
        <Button block onPress={look}>
          {busy ? copy.reading : copy.see}
        </Button>
      }
    >
      <StepHead title={copy.ask} line={copy.line} first />
      <Field label={copy.number} hint={copy.numberHint} value={number} maxLength={40} onChange={setNumber} />
      <Field
        label={copy.key}
        hint={copy.keyHint}
        value={key}
        maxLength={40}
        error={empty ? copy.empty : undefined}
        onChange={setKey}
        onSubmit={look}
      />
      <Problem error={error} line={error?.name === 'NotFound' ? copy.wrong : undefined} />
    </Page>
  );
}
