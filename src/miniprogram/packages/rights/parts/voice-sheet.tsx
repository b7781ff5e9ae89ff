import { View } from '@tarojs/components';
import { useEffect, useRef, useState } from 'react';
import { today } from '@/client/clock';
import { type KeptFile, keepFile } from '@/client/kept-files';
import { MAX_SECONDS, type Recording, record, VoiceError } from '@/client/voice';
import { Box, Button, Sheet } from '@/ui';
import { copy } from './files-copy';

interface VoiceSheetProps {
  open: boolean;
  onClose: () => void;
  onDone: (kept: KeptFile) => void;
}

/** Records a minute at most; closed before the end, nothing of it stays. */
export function VoiceSheet({ open, onClose, onDone }: VoiceSheetProps) {
  const [seconds, setSeconds] = useState<number | null>(null);
  const [problem, setProblem] = useState('');
  const recording = useRef<Recording | null>(null);
  const wanted = useRef(true);
  useEffect(() => {
    if (seconds === null) return;
    const timer = setTimeout(() => setSeconds(Math.min(seconds + 1, MAX_SECONDS)), 1000);
    return () => clearTimeout(timer);
  }, [seconds]);
  const end = () => {
    recording.current = null;
    setSeconds(null);
  };
  const throwAway = () => {
    wanted.current = false;
    recording.current?.stop();
    end();
    setProblem('');
    onClose();
  };
  const fail = (thrown: unknown) => {
    end();
    setProblem(copy.voice[thrown instanceof VoiceError ? thrown.why : 'broken']);
  };
  const start = () => {
    setProblem('');
    wanted.current = true;
    record(`${copy.voice.name}-${today()}`)
      .then(async (begun) => {
        recording.current = begun;
        if (!wanted.current) begun.stop();
        else setSeconds(0);
        const picked = await begun.done;
        end();
        if (!wanted.current) return;
        if (!picked) return setProblem(copy.voice.empty);
        onDone(await keepFile(picked));
        onClose();
      })
      .catch(fail);
  };
  return (
    <Sheet open={open} title={copy.voice.title} onClose={throwAway}>
      <View className="files-sheet">
        <View>{copy.voice.line}</View>
        <Box className="files-sheet__state" role="status" live="polite">
          {problem}
        </Box>
        {seconds !== null && <View className="files-sheet__count">{copy.voice.recording(seconds)}</View>}
        {seconds === null ? (
          <Button block icon="speak" onPress={start}>
            {copy.voice.start}
          </Button>
        ) : (
          <Button block icon="tick" onPress={() => recording.current?.stop()}>
            {copy.voice.stop}
          </Button>
        )}
        <Button kind="secondary" block onPress={throwAway}>
          {copy.voice.cancel}
        </Button>
      </View>
    </Sheet>
  );
}
