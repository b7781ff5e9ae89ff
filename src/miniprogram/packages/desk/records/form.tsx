import { View } from '@tarojs/components';
import { call } from '@/client/call';
import { today } from '@/client/clock';
import { newId } from '@/client/new-id';
import { FIRST_PUBLISHED, RECORD_KINDS, type RecordKind, recordProblems } from '@/domain/jobs/reports';
import { Button, Card, Field, Problem, TextField } from '@/ui';
import { Select } from '@/ui/select';
import { Day } from '../parts/day';
import { keptDraft } from '../parts/kept-draft';
import { type Patch, useFormState } from '../parts/use-form-state';
import { useSending, type Wrong } from '../parts/use-sending';
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
type Problems = Wrong<string>;
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
  const { wrong, error, sending, edited, send } = useSending(
    () => problemsOf(latest()),
    (path) => FIELDS[path] ?? path,
  );
  const change = (patch: Patch<Draft>) => {
    edited();
    write(patch);
  };
  const add = () => {
    const written = latest();
    const { id, kind, employer, code, office, on, until } = written;
    send(
      () =>
        call('postings.add_record', {
          ...{ id, kind: kind as RecordKind, employer, credit_code: code, office },
          ...{ ...plain(written), published_on: on, until: until || null },
        }),
      () => {
        begun.clear();
        onDone();
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
        <Day
          label={copy.on}
          value={draft.on}
          error={wrong.on}
          min={FIRST_PUBLISHED}
          max={today()}
          onChange={(on) => change({ on })}
        />
        <View>
          <Day
            label={copy.until}
            value={draft.until}
            error={wrong.until}
            min={draft.on || FIRST_PUBLISHED}
            onChange={(until) => change({ until })}
          />
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
        <Button block onPress={add}>
          {sending ? copy.sending : copy.send}
        </Button>
      </View>
    </Card>
  );
}
