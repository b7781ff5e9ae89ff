import { View } from '@tarojs/components';
import { useState } from 'react';
import { useActing } from '@/client/acting';
import type { CallError } from '@/client/call';
import { useMe } from '@/client/me';
import { saveAnswers, stopSaving, useSaved } from '@/client/saved';
import { CONSENTS } from '@/domain/privacy/consents';
import { Button, Check, Confirm, Problem, Sheet } from '@/ui';
import { copy } from './copy';

const { title, what, why, effect, refuse } = CONSENTS.saved_answers;

/** My answers on the server too: off until agreed to, and off again with one press. */
export function KeepAnswers() {
  const { me } = useMe();
  const acting = useActing();
  const { on, late } = useSaved();
  const [open, setOpen] = useState<'agree' | 'stop' | null>(null);
  const [ticked, setTicked] = useState(false);
  const [reminded, setReminded] = useState(false);
  const [error, setError] = useState<CallError | null>(null);
  if (!me || acting || on === null) return null;
  const close = () => {
    setOpen(null);
    setTicked(false);
    setReminded(false);
  };
  const agree = () => {
    setReminded(!ticked);
    setError(null);
    if (ticked) saveAnswers().then(close, setError);
  };
  const stop = () => {
    setOpen(null);
    setError(null);
    stopSaving().catch(setError);
  };
  return (
    <View className="me__keep">
      <Check
        kind="switch"
        title={copy.keep.title}
        line={on ? (late ? copy.keep.late : copy.keep.on) : copy.keep.off}
        checked={on}
        onChange={(wanted) => setOpen(wanted ? 'agree' : 'stop')}
      />
      {open === null && <Problem error={error} />}
      <Sheet open={open === 'agree'} title={title} onClose={close}>
        <View className="me-keep">
          {[what, why, effect, refuse].map((line) => (
            <View key={line}>{line}</View>
          ))}
          <Check title={copy.keep.tick} checked={ticked} onChange={setTicked} />
          <View className="me-keep__remind" aria-live="polite">
            {reminded && !ticked ? copy.keep.tickFirst : ''}
          </View>
          <Problem error={error} />
          <View className="ui-sheet__actions">
            <Button kind="secondary" block onPress={close}>
              {copy.keep.no}
            </Button>
            <Button block onPress={agree}>
              {copy.keep.agree}
            </Button>
          </View>
        </View>
      </Sheet>
      <Confirm
        open={open === 'stop'}
        title={copy.keep.stopTitle}
        line={copy.keep.stopLine}
        yes={copy.keep.stop}
        onNo={close}
        onYes={stop}
      />
    </View>
  );
}
