import { View } from '@tarojs/components';
import { useState } from 'react';
import type { CallError } from '@/client/call';
import { revokeCodes } from '@/client/my-code';
import { Button, Problem, Sheet } from '@/ui';
import { copy } from './copy';

interface StopSheetProps {
  open: boolean;
  onClose: () => void;
  /** the words that say what was done */
  onStopped: (said: string) => void;
}

/** Two ways: only the code, or, when a phone is gone, everything on every other device. */
export function StopSheet({ open, onClose, onStopped }: StopSheetProps) {
  const [lost, setLost] = useState(false);
  const [error, setError] = useState<CallError | null>(null);
  const close = () => {
    setLost(false);
    setError(null);
    onClose();
  };
  const stop = () => {
    setError(null);
    revokeCodes(lost).then(() => {
      setLost(false);
      onStopped(lost ? copy.lostDone : copy.stopped);
    }, setError);
  };
  return (
    <Sheet open={open} title={lost ? copy.lostTitle : copy.stopTitle} onClose={close}>
      <View className="code-sheet">
        <View>{lost ? copy.lostLine : copy.stopLine}</View>
        <Problem error={error} />
        <Button block onPress={stop}>
          {lost ? copy.lostYes : copy.stopYes}
        </Button>
        {!lost && (
          <Button kind="secondary" block onPress={() => setLost(true)}>
            {copy.lost}
          </Button>
        )}
        <Button kind="secondary" block onPress={close}>
          {copy.no}
        </Button>
      </View>
    </Sheet>
  );
}
