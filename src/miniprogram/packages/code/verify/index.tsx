import { View } from '@tarojs/components';
import { useCallback, useEffect, useState } from 'react';
import type { CallError } from '@/client/call';
import { type Checked, checkCode, keepKeys } from '@/client/code-check';
import { useCounty } from '@/client/county';
import { routes, useParams } from '@/client/routes';
import { canScan, scan } from '@/client/scan';
import { useShare } from '@/client/share';
import { Busy, Button, Card, ErrorState, Field, Page, StepHead } from '@/ui';
import { copy } from './copy';
import { Result } from './result';
import './index.scss';

type State =
  | { readonly step: 'ask' }
  | { readonly step: 'checking'; readonly text: string }
  | { readonly step: 'done'; readonly checked: Checked }
  | { readonly step: 'failed'; readonly text: string; readonly error: CallError };

/** For the other side, signed in or not: is this code genuine? */
export default function Verify() {
  const { t = '' } = useParams<'t'>();
  const [state, setState] = useState<State>(t ? { step: 'checking', text: t } : { step: 'ask' });
  const [opened, setOpened] = useState(true);
  // asked for now, so that it is there without a network
  const county = useCounty();
  useShare(copy.title, routes.verify());
  useEffect(() => void keepKeys(), []);
  const check = useCallback((text: string) => {
    setState({ step: 'checking', text });
    checkCode(text).then(
      (checked) => setState({ step: 'done', checked }),
      (error: CallError) => setState({ step: 'failed', text, error }),
    );
  }, []);
  // another camera scan opens the same page with another code
  useEffect(() => {
    if (t) check(t);
  }, [t, check]);
  const ask = () => {
    setOpened(false);
    setState({ step: 'ask' });
  };
  const again = canScan ? () => void scan().then((text) => text && check(text)) : ask;
  return (
    <Page
      title={copy.title}
      flush={state.step === 'done'}
      bar={
        state.step === 'done' && (
          <Button block onPress={again}>
            {copy.another}
          </Button>
        )
      }
    >
      {state.step === 'ask' && <Ask first={opened} onText={check} />}
      {state.step === 'checking' && <Busy>{copy.checking}</Busy>}
      {state.step === 'done' && <Result checked={state.checked} county={county} />}
      {state.step === 'failed' && (
        <ErrorState
          error={state.error}
          line={isUnreachable(state.error) ? copy.noKeys : undefined}
          onRetry={() => check(state.text)}
        />
      )}
    </Page>
  );
}

const isUnreachable = ({ name }: CallError) => name === 'NetworkError' || name === 'Timeout';

function Ask({ first, onText }: { first: boolean; onText: (text: string) => void }) {
  const [text, setText] = useState('');
  const [empty, setEmpty] = useState(false);
  const submit = () => {
    setEmpty(text.trim() === '');
    if (text.trim() !== '') onText(text);
  };
  return (
    <>
      <StepHead title={copy.head} line={copy.line} first={first} />
      {canScan ? (
        <Button icon="qr" block onPress={() => void scan().then((read) => read && onText(read))}>
          {copy.scan}
        </Button>
      ) : (
        <View>{copy.byCamera}</View>
      )}
      <Card pad>
        <Field
          label={copy.paste}
          hint={copy.pasteHint}
          value={text}
          error={empty ? copy.empty : undefined}
          maxLength={1024}
          onChange={setText}
          onSubmit={submit}
        />
        <View className="verify-submit">
          <Button kind={canScan ? 'secondary' : 'primary'} block onPress={submit}>
            {copy.check}
          </Button>
        </View>
      </Card>
    </>
  );
}
