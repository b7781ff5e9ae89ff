import { View } from '@tarojs/components';
import { useEffect, useState } from 'react';
import type { CallError } from '@/client/call';
import { checkCode, keepKeys } from '@/client/code-check';
import { errorCopy } from '@/client/error-copy';
import { canScan, scan } from '@/client/scan';
import { isRecord } from '@/client/storage';
import { parseToken } from '@/domain/code';
import { dayAt } from '@/domain/training';
import { Button, Card, Field } from '@/ui';
import { copy } from './copy';
import { isMarked, sendMark, useMarks } from './marks';

interface ScanProps {
  session: string;
  title: string;
  onMarked: () => void;
}

/** The code of whoever comes in: checked on the phone where there is no signal, sent when there is one. */
export function Scan({ session, title, onMarked }: ScanProps) {
  const marks = useMarks(session);
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
    if (isMarked(marks, { code: token.token }, dayAt(Date.now()))) return setSaid(copy.twice);
    try {
      const { result } = await checkCode(token.token);
      if (result !== 'genuine') return setError(copy.bad[result] ?? copy.bad.not_ours);
      const item = await sendMark({ session, code: token.token }, title);
      setText('');
      setSaid(item.state === 'delivered' ? wordsOf(item.result) : `${copy.genuine}。${copy.kept}`);
      if (item.state === 'refused') {
        setSaid('');
        setError(item.error?.fields?.[0]?.message ?? errorCopy(item.error).title);
      }
      onMarked();
    } catch (thrown) {
      setError(errorCopy(thrown as CallError).title);
    }
  };
  return (
    <>
      {canScan && (
        <Button icon="qr" block onPress={() => void scan().then((read) => (read ? take(read) : undefined))}>
          {copy.scan}
        </Button>
      )}
      <Card pad>
        <View className="training-stack">
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
          <View className="training-said" aria-live="polite">
            {said}
          </View>
        </View>
      </Card>
    </>
  );
}

/** What the server said of a mark. */
function wordsOf(result: unknown): string {
  if (!isRecord(result) || typeof result.name !== 'string') return copy.genuine;
  return result.again === true ? copy.again(result.name) : copy.scanned(result.name);
}
