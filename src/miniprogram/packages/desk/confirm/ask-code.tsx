import { View } from '@tarojs/components';
import { useState } from 'react';
import type { CallError } from '@/client/call';
import { canScan, scan } from '@/client/scan';
import { Button, Card, Field, Problem, StepHead } from '@/ui';
import { copy } from './copy';

/** Scanned on WeChat, pasted anywhere. */
export function AskCode({ error, onText }: { error: CallError | null; onText: (text: string) => void }) {
  const [text, setText] = useState('');
  const [empty, setEmpty] = useState(false);
  const submit = () => {
    setEmpty(text.trim() === '');
    if (text.trim() !== '') onText(text.trim());
  };
  return (
    <>
      <StepHead title={copy.head} line={copy.line} />
      <Problem error={error} />
      {canScan && (
        <Button icon="qr" block onPress={() => void scan().then((read) => read && onText(read))}>
          {copy.scan}
        </Button>
      )}
      <Card pad>
        <Field
          label={copy.paste}
          hint={copy.pasteHint}
          value={text}
          error={empty ? copy.empty : undefined}
          maxLength={200}
          onChange={setText}
          onSubmit={submit}
        />
        <View className="desk-submit">
          <Button kind={canScan ? 'secondary' : 'primary'} block onPress={submit}>
            {copy.next}
          </Button>
        </View>
      </Card>
    </>
  );
}
