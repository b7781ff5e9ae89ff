import { View } from '@tarojs/components';
import { useState } from 'react';
import { type CallError, call } from '@/client/call';
import { today } from '@/client/clock';
import { newId } from '@/client/new-id';
import type { OutputOf } from '@/contract/api';
import { Button, DateField, Field, Problem, Sheet } from '@/ui';
import { copy } from './copy';

interface HolderFormProps {
  post: string;
  /** of the register: name and number are known */
  person?: { readonly id: string; readonly name: string };
  longest: OutputOf<'posts.desk'>['longest'];
  onClose: () => void;
  onDone: () => void;
}

/** Somebody holds the post by a contract; one that is too long is flagged afterwards, not refused. */
export function HolderForm({ post, person, longest, onClose, onDone }: HolderFormProps) {
  const [id] = useState(newId);
  const [name, setName] = useState('');
  const [number, setNumber] = useState('');
  const [from, setFrom] = useState(today());
  const [to, setTo] = useState('');
  const [reminded, setReminded] = useState(false);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<CallError | null>(null);
  const wrong = (at: string) => error?.fields?.find(({ path }) => path === at)?.message;
  const send = () => {
    setReminded(true);
    if (busy || to === '' || (!person && name.trim() === '')) return;
    setBusy(true);
    setError(null);
    const who = person
      ? { person: person.id }
      : { name: name.trim(), ...(number.trim() !== '' && { id_number: number.trim() }) };
    call('posts.hold', { id, post, ...who, starts_on: from, ends_on: to }).then(
      onDone,
      (thrown: CallError) => {
        setBusy(false);
        setError(thrown);
      },
    );
  };
  const [field] = error?.fields ?? [];
  return (
    <Sheet open title={person ? person.name : copy.add} onClose={onClose}>
      <View className="desk-sheet">
        {!person && (
          <>
            <Field
              label={copy.holder}
              kind="name"
              value={name}
              maxLength={40}
              error={reminded && name.trim() === '' ? copy.empty : wrong('name')}
              onChange={setName}
            />
            <Field
              label={copy.number}
              hint={copy.numberHint}
              kind="id"
              value={number}
              maxLength={18}
              error={wrong('id_number')}
              onChange={setNumber}
            />
          </>
        )}
        <DateField label={copy.from} value={from} onChange={setFrom} />
        <DateField label={copy.to} value={to || null} onChange={setTo} />
        <View className="desk-remind" aria-live="polite">
          {reminded && to === '' ? copy.day : (wrong('ends_on') ?? '')}
        </View>
        <View className="desk-quiet">{longest ? copy.long(longest.months) : copy.noLimit}</View>
        <Problem error={error} {...(field && { line: field.message })} />
        <Button block onPress={send}>
          {busy ? copy.saving : copy.save}
        </Button>
      </View>
    </Sheet>
  );
}
