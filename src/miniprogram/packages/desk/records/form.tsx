import { View } from '@tarojs/components';
import { useState } from 'react';
import { type CallError, call } from '@/client/call';
import { today } from '@/client/clock';
import { newId } from '@/client/new-id';
import { RECORD_KINDS, type RecordKind, recordProblems } from '@/domain/jobs/reports';
import { Button, Card, DateField, Field, Problem, TextField } from '@/ui';
import { Select } from '@/ui/select';
import { keptDraft } from '../parts/kept-draft';
import { type Patch, useFormState } from '../parts/use-form-state';
import { copy } from './copy';

const EMPTY = {
  ...{
    id: '',
    kind: 'dishonest',
    employer: '',
    code: '',
    office: '',
    on: '',
    until: '',
    number: '',
    link: '',
    about: '',
  },
};
type Draft = typeof EMPTY;
type Problems = Readonly<Partial<Record<string, string>>>;
const begun = keptDraft<Draft>('record', EMPTY);

const KINDS = (Object.keys(RECORD_KINDS) as RecordKind[]).map((value) => ({
  value,
  label: RECORD_KINDS[value].title,
}));
const FIELDS: Readonly<Record<string, string>> = { credit_code: 'code', published_on: 'on' };

const plain = ({ number, link, about }: Draft) => ({
  ...{ number: number.trim() || null, link: link.trim() || null, about: about.trim() || null },
});

function problemsOf(draft: Draft): Problems {
  const { employer, code, office, on, until } = draft;
  const said = recordProblems(
    { office, published_on: on || today(), until: until || null, ...plain(draft) },
    today(),
  ).map(({ at, message }) => [FIELDS[at] ?? at, message]);
  return {
    ...(Object.fromEntries(said) as Problems),
    ...(employer.trim() === '' && { employer: copy.empty.employer }),
    ...(code.trim() === '' && { code: copy.empty.code }),
    ...(on === '' && { on: copy.empty.on }),
  };
}

/** Source and day belong to it: whoever reads it can look it up. */
export function Form({ onDone }: { onDone: () => void }) {
  const [draft, write, latest] = useFormState<Draft>(
    () => ({ ...begun.get(), id: begun.get().id || newId() }),
    (next) => begun.set(next),
  );
  const [reminded, setReminded] = useState(false);
  const [server, setServer] = useState<Problems>({});
  const [error, setError] = useState<CallError | null>(null);
  const [busy, setBusy] = useState(false);
  const wrong: Problems = { ...server, ...(reminded && problemsOf(draft)) };
  const change = (patch: Patch<Draft>) => {
    setServer({});
    write(patch);
  };
  const send = () => {
    const written = latest();
    setReminded(true);
    if (busy || Object.keys(problemsOf(written)).length > 0) return;
    setBusy(true);
    setError(null);
    const { id, kind, employer, code, office, on, until } = written;
    call('postings.add_record', {
      ...{ id, kind: kind as RecordKind, employer, credit_code: code, office },
      ...{ ...plain(written), published_on: on, until: until || null },
    }).then(
      () => {
        begun.set(EMPTY);
        onDone();
      },
      (thrown: CallError) => {
        setBusy(false);
        setError(thrown);
        setServer(
          Object.fromEntries(thrown.fields.map(({ path, message }) => [FIELDS[path] ?? path, message])),
        );
      },
    );
  };
  const text = (name: 'employer' | 'code' | 'office' | 'number' | 'link', most: number, hint?: string) => (
    <Field
      label={copy[name]}
      hint={hint}
      value={draft[name]}
      maxLength={most}
      error={wrong[name]}
      onChange={(value) => change({ [name]: value })}
    />
  );
  return (
    <Card pad className="desk-narrow">
      <View className="desk-sheet">
        <Select label={copy.kind} options={KINDS} value={draft.kind} onChange={(kind) => change({ kind })} />
        {text('employer', 60)}
        {text('code', 30, copy.codeHint)}
        {text('office', 60)}
        <View>
          <DateField
            label={copy.on}
            value={draft.on || null}
            max={today()}
            onChange={(on) => change({ on })}
          />
          <View className="desk-remind" aria-live="polite">
            {wrong.on ?? ''}
          </View>
        </View>
        <View>
          <DateField label={copy.until} value={draft.until || null} onChange={(until) => change({ until })} />
          <View className="desk-remind" aria-live="polite">
            {wrong.until ?? ''}
          </View>
          {draft.until !== '' && (
            <Button small kind="ghost" onPress={() => change({ until: '' })}>
              {copy.noUntil}
            </Button>
          )}
        </View>
        {text('number', 60, copy.numberHint)}
        {text('link', 300)}
        <TextField
          label={copy.about}
          hint={copy.aboutHint}
          value={draft.about}
          maxLength={300}
          error={wrong.about}
          onChange={(about) => change({ about })}
        />
        <Problem error={error} />
        <Button block onPress={send}>
          {busy ? copy.sending : copy.send}
        </Button>
      </View>
    </Card>
  );
}
