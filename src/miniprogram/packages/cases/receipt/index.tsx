import { useEffect, useState } from 'react';
import { type CallError, call } from '@/client/call';
import { stateTag } from '@/client/case-words';
import { useCounty } from '@/client/county';
import { useParams } from '@/client/routes';
import type { OutputOf } from '@/contract/api';
import { Busy, Button, Card, dateText, Field, Hero, Page, Problem, Row, StepHead } from '@/ui';
import { copy } from './copy';

type Checked = OutputOf<'cases.verify_receipt'>;

/** Whoever holds a printed receipt: is it real, and how does the case stand. Nothing of the person is said. */
export default function Receipt() {
  const { n = '', p = '' } = useParams<'n' | 'p'>();
  const [number, setNumber] = useState(n);
  const [proof, setProof] = useState(p);
  const [found, setFound] = useState<Checked | null>(null);
  const [busy, setBusy] = useState(n !== '' && p !== '');
  const [empty, setEmpty] = useState(false);
  const [error, setError] = useState<CallError | null>(null);
  const check = (ofNumber: string, ofProof: string) => {
    setBusy(true);
    setError(null);
    call('cases.verify_receipt', { number: ofNumber.trim(), proof: ofProof.trim() }, { once: true }).then(
      (answer) => {
        setBusy(false);
        setFound(answer);
      },
      (thrown: CallError) => {
        setBusy(false);
        setError(thrown);
      },
    );
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: a scanned receipt is checked once, when the page opens
  useEffect(() => {
    if (n !== '' && p !== '') check(n, p);
  }, []);
  if (found) return <Result found={found} number={number} onAgain={() => setFound(null)} />;
  const press = () => {
    const missing = number.trim() === '' || proof.trim() === '';
    setEmpty(missing);
    if (!missing) check(number, proof);
  };
  return (
    <Page
      title={copy.title}
      bar={
        <Button block onPress={press}>
          {busy ? copy.checking : copy.check}
        </Button>
      }
    >
      <StepHead title={copy.ask} line={copy.line} first />
      {busy && <Busy>{copy.checking}</Busy>}
      <Field label={copy.number} hint={copy.numberHint} value={number} maxLength={40} onChange={setNumber} />
      <Field
        label={copy.proof}
        hint={copy.proofHint}
        value={proof}
        maxLength={64}
        error={empty ? copy.empty : undefined}
        onChange={setProof}
        onSubmit={press}
      />
      <Problem error={error} />
    </Page>
  );
}

interface ResultProps {
  found: Checked;
  number: string;
  onAgain: () => void;
}

function Result({ found, number, onAgain }: ResultProps) {
  const countyName = useCounty();
  const { genuine, title, filed_on, state, state_word, county } = found;
  const [word, line] = genuine ? [copy.genuine, copy.genuineLine] : [copy.fake, copy.fakeLine];
  return (
    <Page
      title={copy.title}
      top={
        <Hero
          status={genuine ? 'eligible' : 'not_eligible'}
          word={genuine ? copy.real : copy.not}
          what={copy.read}
          readout={[word, line, ...(title ? [title] : [])]}
          title={word}
          line={line}
        />
      }
      bar={
        <Button kind="secondary" block onPress={onAgain}>
          {copy.another}
        </Button>
      }
    >
      {genuine && (
        <Card>
          <Row title={copy.number} line={number} dense />
          {title && <Row title={copy.what} line={title} dense />}
          {filed_on && <Row title={copy.filed} line={dateText(filed_on)} dense />}
          {state && <Row title={copy.state} line={stateTag(state, state_word).word} dense />}
          {county && <Row title={copy.county} line={countyName(county)} dense />}
        </Card>
      )}
    </Page>
  );
}
