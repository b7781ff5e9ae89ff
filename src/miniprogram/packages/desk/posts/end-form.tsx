import { View } from '@tarojs/components';
import { useState } from 'react';
import { type CallError, call } from '@/client/call';
import { today } from '@/client/clock';
import type { HolderLine } from '@/contract/posts';
import { Button, DateField, Field, Problem, Sheet } from '@/ui';
import { copy } from './copy';

interface EndFormProps {
  of: HolderLine;
  onClose: () => void;
  onDone: () => void;
}

/** A contract ended: since when, and why. */
export function EndForm({ of: { id, name }, onClose, onDone }: EndFormProps) {
  const [on, setOn] = useState(today());
  const [why, setWhy] = useState('');
  const [reminded, setReminded] = useState(false);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<CallError | null>(null);
  const send = () => {
    setReminded(true);
    if (busy || why.trim() === '') return;
    setBusy(true);
    setError(null);
    call('posts.end', { id, on, why: why.trim() }).then(onDone, (thrown: CallError) => {
      setBusy(false);
      setError(thrown);
    });
  };
  const [field] = error?.fields ?? [];
  return (
    <Sheet open title={`${name}，${copy.end}`} onClose={onClose}>
      <View className="desk-sheet">
        <DateField label={copy.endOn} value={on} max={today()} onChange={setOn} />
        <Field
          label={copy.endWhy}
          value={why}
          maxLength={100}
          error={reminded && why.trim() === '' ? copy.empty : undefined}
          onChange={setWhy}
        />
        <Problem error={error} {...(field && { line: field.message })} />
        <Button block onPress={send}>
          {busy ? copy.saving : copy.save}
        </Button>
      </View>
    </Sheet>
  );
}
