import { View } from '@tarojs/components';
import { useState } from 'react';
import { type CallError, call } from '@/client/call';
import { Button, Card, Notice, Problem } from '@/ui';
import { copy } from './copy';

interface EnterProps {
  month: string;
  village: string;
  onDone: () => void;
}

/** The township enters what a village reported. */
export function Enter({ month, village, onDone }: EnterProps) {
  const [entered, setEntered] = useState<number | null>(null);
  const [error, setError] = useState<CallError | null>(null);
  const enter = () => {
    setError(null);
    setEntered(null);
    call('visits.enter', { month, village }).then((result) => {
      setEntered(result.entered);
      onDone();
    }, setError);
  };
  return (
    <Card title={copy.enter} pad>
      <View className="desk-sheet">
        <View>{copy.enterLine(village)}</View>
        {entered !== null && (
          <Notice tone="ok" icon="status-ok" inset live>
            {copy.entered(entered)}
          </Notice>
        )}
        <Problem error={error} />
        <Button kind="secondary" block onPress={enter}>
          {copy.enterYes}
        </Button>
      </View>
    </Card>
  );
}
