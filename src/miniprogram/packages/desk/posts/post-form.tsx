import { View } from '@tarojs/components';
import { useState } from 'react';
import { type CallError, call } from '@/client/call';
import { useMe } from '@/client/me';
import { newId } from '@/client/new-id';
import { keysOf } from '@/domain/jobs/kinds';
import { POST_KINDS, type PostKind } from '@/domain/posts';
import { Button, Field, Problem, Sheet } from '@/ui';
import { Select } from '@/ui/select';
import { copy } from './copy';

const KINDS = keysOf(POST_KINDS).map((value) => ({ value, label: POST_KINDS[value] }));

/** A post of a village: which, for how many. */
export function PostForm({ onClose, onDone }: { onClose: () => void; onDone: () => void }) {
  const staff = useMe().me?.staff;
  const [id] = useState(newId);
  const [draft, setDraft] = useState({
    ...{ town: staff?.town ?? '', village: staff?.village ?? '', title: '', people: '1', duty: '' },
    kind: 'upkeep' as PostKind,
  });
  const [reminded, setReminded] = useState(false);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<CallError | null>(null);
  const change = (patch: Partial<typeof draft>) => setDraft({ ...draft, ...patch });
  const missing = (at: 'town' | 'village' | 'title') => reminded && draft[at].trim() === '';
  const send = () => {
    setReminded(true);
    const { town, village, title, people, duty, kind } = draft;
    if (busy || [town, village, title].some((one) => one.trim() === '')) return;
    setBusy(true);
    setError(null);
    const number = /^\d{1,4}$/.test(people.trim()) ? Number(people) : 0;
    const post = { town, village, title, kind, people: number, duty: duty.trim() || null };
    call('posts.put', { id, version: 0, post }).then(onDone, (thrown: CallError) => {
      setBusy(false);
      setError(thrown);
    });
  };
  const [field] = error?.fields ?? [];
  return (
    <Sheet open title={copy.anew} onClose={onClose}>
      <View className="desk-sheet">
        <Field
          label={copy.town}
          value={draft.town}
          maxLength={40}
          error={missing('town') ? copy.empty : undefined}
          onChange={(town) => change({ town })}
        />
        <Field
          label={copy.village}
          value={draft.village}
          maxLength={40}
          error={missing('village') ? copy.empty : undefined}
          onChange={(village) => change({ village })}
        />
        <Select
          label={copy.kind}
          options={KINDS}
          value={draft.kind}
          onChange={(kind) => change({ kind: kind as PostKind })}
        />
        <Field
          label={copy.name}
          hint={copy.nameHint}
          value={draft.title}
          maxLength={40}
          error={missing('title') ? copy.empty : undefined}
          onChange={(title) => change({ title })}
        />
        <Field
          label={copy.count}
          kind="number"
          value={draft.people}
          maxLength={4}
          onChange={(people) => change({ people })}
        />
        <Field label={copy.duty} value={draft.duty} maxLength={200} onChange={(duty) => change({ duty })} />
        <Problem error={error} {...(field && { line: field.message })} />
        <Button block onPress={send}>
          {busy ? copy.saving : copy.save}
        </Button>
      </View>
    </Sheet>
  );
}
