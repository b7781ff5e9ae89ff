import { View } from '@tarojs/components';
import { useState } from 'react';
import { CallError, call } from '@/client/call';
import { today } from '@/client/clock';
import { newId } from '@/client/new-id';
import type { ApplicationView, SpellView } from '@/contract/work';
import { FORM_OF, FORMS, type Form, WHERE, type Where } from '@/domain/jobs/spells';
import { Box, Button, Card, Choice, ChoiceGroup, DateField, Field, Problem } from '@/ui';
import { wordsOf } from '../parts/chips';
import { useKeptForm } from '../parts/kept-form';
import { useSayFacts } from '../parts/say-facts';
import { refreshWork } from '../parts/use-work';
import { copy } from './copy';
import { Done } from './done';

/** Three plain questions and a day. What the posting says already is filled in. */
export function Start({ application }: { application: ApplicationView | null }) {
  const about = application?.posting;
  const { known, say } = useSayFacts();
  const { written, write, sent, waits } = useKeptForm(`start.${application?.id ?? ''}`, () => ({
    // the same for every tap, also of another day: sent twice, it is there once
    id: newId(),
    employer: about?.employer ?? '',
    form: about ? (FORM_OF[about.kind] ?? null) : null,
    where: null as string | null,
    on: dayOf(about?.starts_on),
  }));
  const { id, employer, on } = written;
  const form = isForm(written.form) ? written.form : null;
  const where = isWhere(written.where) ? written.where : null;
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<CallError | null>(null);
  const [done, setDone] = useState<{ spell: SpellView; asked: boolean | null } | null>(null);
  if (done) return <Done {...done} />;
  const save = async () => {
    setTried(true);
    const named = employer.trim();
    if (named === '' || form === null || where === null || on === null || busy) return;
    setBusy(true);
    setError(null);
    const input = { employer: named, form, where, on, known, ...(about && { posting: about.id }) };
    const start = (as: string) => call('work.start', { ...input, id: as }, { once: true });
    try {
      const { spell, facts } = await start(id).catch((thrown) => {
        if (!(thrown instanceof CallError) || thrown.name !== 'AlreadyFiled') throw thrown;
        // kept since a job that is over by now: its answer never came
        const fresh = newId();
        write({ id: fresh });
        return start(fresh);
      });
      sent();
      setDone({ spell, asked: await say(facts, spell.id) });
      refreshWork();
    } catch (thrown) {
      setError(thrown as CallError);
    }
    setBusy(false);
  };
  const [field] = error?.fields ?? [];
  return (
    <View className="work-stack">
      <View className="work-quiet">{copy.startLine}</View>
      <Card pad>
        <Field
          label={copy.employer}
          hint={copy.employerHint}
          kind="text"
          value={employer}
          maxLength={60}
          error={tried && employer.trim() === '' ? copy.employerEmpty : undefined}
          onChange={(next) => write({ employer: next })}
        />
      </Card>
      <Picked
        label={copy.form}
        words={wordsOf(FORMS)}
        value={form}
        wrong={tried && form === null ? copy.formEmpty : undefined}
        onChange={(next) => write({ form: next })}
      />
      <Picked
        label={copy.where}
        words={wordsOf(WHERE)}
        value={where}
        wrong={tried && where === null ? copy.whereEmpty : undefined}
        onChange={(next) => write({ where: next })}
      />
      <Card pad>
        <DateField label={copy.on} value={on} max={today()} onChange={(next) => write({ on: next })} />
        <Wrong text={tried && on === null ? copy.onEmpty : undefined} />
      </Card>
      <Problem error={error} {...lineOf(waits(error), field)} />
      <Button block onPress={() => void save()}>
        {busy ? copy.saving : copy.save}
      </Button>
    </View>
  );
}

const isForm = (text: string | null): text is Form => text !== null && text in FORMS;
const isWhere = (text: string | null): text is Where => text !== null && text in WHERE;

/** What was wrong in it; or that nothing of it is lost. */
export const lineOf = (waits: boolean, field: { readonly message: string } | undefined) =>
  waits ? { line: copy.waits } : field ? { line: field.message } : {};

/** The first day that the posting names, once it is there. */
const dayOf = (day: string | null | undefined): string | null => (day && day <= today() ? day : null);

interface PickedProps<K extends string> {
  label: string;
  words: readonly { readonly value: K; readonly label: string }[];
  value: K | null;
  wrong: string | undefined;
  onChange: (value: K) => void;
}

export function Picked<K extends string>({ label, words, value, wrong, onChange }: PickedProps<K>) {
  return (
    <View>
      <View className="work-label work-label--over">{label}</View>
      <ChoiceGroup label={label}>
        {words.map((one) => (
          <Choice
            key={one.value}
            title={one.label}
            selected={one.value === value}
            onSelect={() => onChange(one.value)}
          />
        ))}
      </ChoiceGroup>
      <Wrong text={wrong} />
    </View>
  );
}

export function Wrong({ text }: { text: string | undefined }) {
  return (
    <Box className={text ? 'work-wrong' : 'work-said'} role="status" live="polite">
      {text ?? ''}
    </Box>
  );
}
