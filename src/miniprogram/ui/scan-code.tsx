import { View } from '@tarojs/components';
import { useEffect, useState } from 'react';
import type { CallError } from '@/client/call';
import { checkCode, keepKeys } from '@/client/code-check';
import { errorCopy } from '@/client/error-copy';
import type { OutboxItem } from '@/client/outbox';
import { canScan, scan } from '@/client/scan';
import { isRecord } from '@/client/storage';
import { parseToken } from '@/domain/code';
import { Button } from './button';
import { Card } from './card';
import { Field } from './field';
import { copy } from './scan-code-copy';
import './scan-code.scss';

interface ScanCodeProps {
  /** already read today */
  isMarked: (code: string) => boolean;
  send: (code: string) => Promise<OutboxItem>;
  onMarked: () => void;
}

/** The code of whoever comes: checked on the phone where there is no signal, sent when there is one. */
export function ScanCode({ isMarked, send, onMarked }: ScanCodeProps) {
  const [text, setText] = useState('');
  const [said, setSaid] = useState('');
  const [error, setError] = useState<string | undefined>();
  useEffect(() => void keepKeys(), []);
  const take = async (read: string) => {
    setSaid('');
    setError(undefined);
    // a chat breaks a long line: a code has no blanks of its own
    const token = parseToken(read.replace(/\s+/g, ''));
    if (!token.ok) return setError(read.trim() === '' ? copy.empty : token.problem.message);
    if (isMarked(token.token)) return setSaid(copy.twice);
    try {
      const { result } = await checkCode(token.token);
      if (result !== 'genuine') return setError(copy.bad[result] ?? copy.bad.not_ours);
      const item = await send(token.token);
      setText('');
      if (item.state === 'refused') setError(item.error?.fields?.[0]?.message ?? errorCopy(item.error).title);
      else setSaid(item.state === 'delivered' ? wordsOf(item.result) : `${copy.genuine}。${copy.kept}`);
      onMarked();
    } catch (thrown) {
      setError(errorCopy(thrown as CallError).title);
    }
  };
  return (
    <Card title={copy.scan} pad>
      <View className="ui-scan">
        {canScan && (
          <Button block icon="qr" onPress={() => void scan().then((read) => (read ? take(read) : undefined))}>
            {copy.scan}
          </Button>
        )}
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
          onSubmit={() => void take(text)}
        />
        <Button kind={canScan ? 'secondary' : 'primary'} block onPress={() => void take(text)}>
          {copy.take}
        </Button>
        <View className="ui-scan__said" aria-live="polite">
          {said}
        </View>
      </View>
    </Card>
  );
}

/** What the server said of a mark. */
function wordsOf(result: unknown): string {
  if (!isRecord(result) || typeof result.name !== 'string') return copy.genuine;
  return result.again === true ? copy.again(result.name) : copy.scanned(result.name);
}
