import { View } from '@tarojs/components';
import { useState } from 'react';
import { type CallError, call } from '@/client/call';
import type { RequestView } from '@/contract/helping';
import { Button, Choice, ChoiceGroup, Problem, TextField } from '@/ui';
import { copy } from './copy';

interface AnswerFormProps {
  request: RequestView;
  onSent: () => void;
  onClose: () => void;
}

/** An outcome and words; both are needed, since the resident reads them. */
export function AnswerForm({ request: { id, kind }, onSent, onClose }: AnswerFormProps) {
  const [outcome, setOutcome] = useState<'done' | 'declined' | null>(null);
  const [words, setWords] = useState('');
  const [reminded, setReminded] = useState(false);
  const [error, setError] = useState<CallError | null>(null);
  const send = () => {
    const answer = words.trim();
    setReminded(true);
    setError(null);
    if (outcome === null || answer === '') return;
    call('requests.answer', { id, outcome, answer }, { once: true }).then(onSent, setError);
  };
  return (
    <View className="desk-answer">
      <ChoiceGroup label={copy.outcome}>
        <Choice title={copy.done[kind]} selected={outcome === 'done'} onSelect={() => setOutcome('done')} />
        <Choice
          title={copy.declined[kind]}
          selected={outcome === 'declined'}
          onSelect={() => setOutcome('declined')}
        />
      </ChoiceGroup>
      <View className="desk-answer__remind" aria-live="polite">
        {reminded && outcome === null ? copy.pick : ''}
      </View>
      <TextField
        label={copy.words}
        hint={copy.wordsHint}
        value={words}
        error={reminded && words.trim() === '' ? copy.wordsEmpty : undefined}
        maxLength={500}
        onChange={setWords}
      />
      <Problem error={error} />
      <Button block onPress={send}>
        {copy.send}
      </Button>
      <Button kind="secondary" block onPress={onClose}>
        {copy.close}
      </Button>
    </View>
  );
}
