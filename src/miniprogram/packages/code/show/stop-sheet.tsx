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
  const [error, setError] = useState<CallError | null>(null);
  const stop = (lost: boolean) => {
    setError(null);
    revokeCodes(lost).then(() => onStopped(lost ? copy.lostDone : copy.stopped), setError);
  };
  return (
    <Sheet open={open} title={copy.stopTitle} onClose={onClose}>
      <View className="code-sheet">
        <View>{copy.stopLine}</View>
        <Button block onPress={() => stop(false)}>
          {copy.stopYes}
        </Button>
        <View className="code-sheet__part">
          <View className="code-sheet__name">{copy.lost}</View>
          <View>{copy.lostLine}</View>
        </View>
        <Button kind="secondary" block onPress={() => stop(true)}>
          {copy.lostYes}
        </Button>
        <Problem error={error} />
        <Button kind="secondary" block onPress={onClose}>
          {copy.no}
        </Button>
      </View>
    </Sheet>
  );
}
