import { View } from '@tarojs/components';
import { useEffect, useState } from 'react';
import type { CallError } from '@/client/call';
import { checkCode, keepKeys } from '@/client/code-check';
import { errorCopy } from '@/client/error-copy';
import { canScan, scan } from '@/client/scan';
import { isRecord } from '@/client/storage';
import { parseToken } from '@/domain/code';
import { Button, Card, Field } from '@/ui';
import { isMarked, sendMark, useMarks } from './marks';
import { copy } from './organiser-copy';

interface ScanProps {
  gathering: string;
  title: string;
  onMarked: () => void;
}

/** The code of whoever comes: checked on the phone where there is no signal, sent when there is one. */
export function Scan({ gathering, title, onMarked }: ScanProps) {
  const marks = useMarks(gathering);
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
    if (isMarked(marks, { code: token.token })) return setSaid(copy.twice);
    try {
      const { result } = await checkCode(token.token);
      if (result !== 'genuine') return setError(copy.bad);
      const item = await sendMark({ gathering, code: token.token }, title);
      setText('');
      if (item.state === 'refused')
        setError(item.error?.fields?.[0]?.message ?? (item.error ? errorCopy(item.error).title : copy.bad));
      else setSaid(item.state === 'delivered' ? wordsOf(item.result) : copy.kept);
      onMarked();
    } catch (thrown) {
      setError(errorCopy(thrown as CallError).title);
    }
  };
  return (
    <Card title={copy.scan} pad>
      <View className="hands-stack">
        {canScan && (
          <Button block icon="qr" onPress={() => void scan().then((read) => (read ? take(read) : undefined))}>
            {copy.scan}
          </Button>
        )}
        <Field
          label={copy.paste}
          hint={copy.pasteHint}
          value={text}
          maxLength={600}
          error={error}
          onChange={(next) => {
            setError(undefined);
            setText(next);
          }}
          onSubmit={() => void take(text)}
        />
        <Button kind="secondary" block onPress={() => void take(text)}>
          {copy.take}
        </Button>
        <View className="hands-said" aria-live="polite">
          {said}
        </View>
      </View>
    </Card>
  );
}

/** What the server said of a mark. */
function wordsOf(result: unknown): string {
  if (!isRecord(result) || typeof result.name !== 'string') return copy.marked;
  return result.again === true ? copy.again(result.name) : copy.scanned(result.name);
}
