import { View } from '@tarojs/components';
import { useState } from 'react';
import { back } from '@/client/routes';
import { canScan, scan } from '@/client/scan';
import { parseToken } from '@/domain/code';
import { Button, Card, Field, StepHead } from '@/ui';
import { copy } from './copy';

/** Whose code: scanned on WeChat, pasted anywhere. Only what can be no code is refused here; whose it is, the server knows. */
export function AskWho({ onCode }: { onCode: (token: string) => void }) {
  const [text, setText] = useState('');
  const [error, setError] = useState<string | undefined>();
  const take = (read: string) => {
    // a chat breaks a long line: a code has no blanks of its own
    const token = parseToken(read.replace(/\s+/g, ''));
    if (token.ok) onCode(token.token);
    else setError(read.trim() === '' ? copy.empty : token.problem.message);
  };
  return (
    <>
      <StepHead title={copy.ask} line={copy.askLine} />
      {canScan && (
        <Button icon="qr" block onPress={() => void scan().then((read) => read && take(read))}>
          {copy.scan}
        </Button>
      )}
      <Card pad>
        <View className="desk-sheet">
          <Field
            label={copy.paste}
            hint={copy.pasteHint}
            value={text}
            error={error}
            maxLength={1024}
            onChange={(next) => {
              setError(undefined);
              setText(next);
            }}
            onSubmit={() => take(text)}
          />
          <Button kind={canScan ? 'secondary' : 'primary'} block onPress={() => take(text)}>
            {copy.next}
          </Button>
        </View>
      </Card>
      <Button kind="secondary" block onPress={back}>
        {copy.choose}
      </Button>
    </>
  );
}
