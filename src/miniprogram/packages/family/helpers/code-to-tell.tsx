import { View } from '@tarojs/components';
import { useEffect, useState } from 'react';
import { type CallError, call } from '@/client/call';
import { useCall } from '@/client/use-call';
import { useVisible } from '@/client/visible';
import type { OutputOf } from '@/contract/api';
import { Box, Button, Empty, Problem, StepHead } from '@/ui';
import { copy } from './copy';

interface CodeToTellProps {
  offered: OutputOf<'mandate.offer'>;
  name: string;
  onDone: () => void;
  onAgain: () => void;
}

const LOOK_MS = 4000;
const DIGITS = '零一二三四五六七八九';
const spokenDigits = (code: string) => [...code].map((digit) => DIGITS[Number(digit)] ?? digit).join('，');

/** Eight digits, large, to be told to one person; the page notices when they were used. */
export function CodeToTell({ offered, name, onDone, onAgain }: CodeToTellProps) {
  const { id, code, valid_until } = offered;
  const visible = useVisible();
  const { data, reload } = useCall('mandate.list', {});
  const [error, setError] = useState<CallError | null>(null);
  const state = data?.find((one) => one.id === id)?.state ?? 'waiting';
  useEffect(() => {
    if (!visible || state !== 'waiting') return;
    const timer = setInterval(() => void reload(), LOOK_MS);
    return () => clearInterval(timer);
  }, [visible, state, reload]);
  if (state === 'active') {
    return (
      <View aria-live="polite">
        <Empty icon="status-ok" title={copy.code.done(name)} line={copy.code.doneLine}>
          <Button block onPress={onDone}>
            {copy.code.close}
          </Button>
        </Empty>
      </View>
    );
  }
  if (state === 'ended') {
    return (
      <Empty icon="clock" title={copy.code.expired} line={copy.code.expiredLine}>
        <Button block onPress={onAgain}>
          {copy.code.again}
        </Button>
        <Button kind="secondary" block onPress={onDone}>
          {copy.cancel}
        </Button>
      </Empty>
    );
  }
  const cancel = () => void call('mandate.end', { id }, { once: true }).then(onDone, setError);
  return (
    <>
      <StepHead title={copy.code.title(name)} line={copy.code.line} more={[spokenDigits(code)]} />
      <Box className="helpers-code" role="img" label={`${copy.code.label} ${[...code].join(' ')}`}>
        <View className="helpers-code__digits">{code.slice(0, 4)}</View>
        <View className="helpers-code__digits">{code.slice(4)}</View>
      </Box>
      <View className="helpers-center">{copy.code.until(valid_until)}</View>
      <View className="helpers-center">{copy.code.waiting}</View>
      <Problem error={error} />
      <Button kind="secondary" block onPress={cancel}>
        {copy.code.cancel}
      </Button>
    </>
  );
}
