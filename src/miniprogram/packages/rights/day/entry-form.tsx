import { View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { useLayoutEffect, useRef, useState } from 'react';
import type { OwnJob } from '@/client/diary';
import { forgetFiles } from '@/client/kept-files';
import type { Entry } from '@/domain/wages/diary';
import { monthText } from '@/domain/wages/diary-words';
import { Box, Button, DateField, dateTextWithWeekday, Field, Heading, TextField } from '@/ui';
import { Select } from '@/ui/select';
import { takeReader } from '@/ui/take-reader';
import { AddFiles } from '../parts/add-files';
import { FileRow } from '../parts/file-row';
import { copy } from './copy';
import { type Draft, draftOf, dropDraft, type FormKind, keepDraft, unreadable } from './draft';

interface EntryFormProps {
  job: OwnJob;
  day: string;
  kind: FormKind;
  /** the entry that is changed */
  old: Entry | null;
  /** why it was not written down */
  problem: string | null;
  onSave: (draft: Draft) => void;
  onClose: () => void;
}

/** What is written down besides a whole day's work; with `old`, what is written in its place. */
export function EntryForm({ job, day, kind, old, problem, onSave, onClose }: EntryFormProps) {
  const heading = useRef<HTMLElement>(null);
  useLayoutEffect(() => {
    Taro.pageScrollTo({ scrollTop: 0, duration: 0 })?.catch?.(() => undefined);
    takeReader(heading);
  }, []);
  const [draft, setDraft] = useState(() => draftOf(job.id, day, kind, old));
  const [checked, setChecked] = useState(false);
  const set = (to: Partial<Draft>) => {
    const next = { ...draft, ...to };
    setDraft(next);
    keepDraft(next);
  };
  const wrong = unreadable(draft);
  const errorOf = (field: (typeof wrong)[number]) =>
    checked && wrong.includes(field) ? { error: copy.form.number } : {};
  const save = () => {
    setChecked(true);
    if (wrong.length === 0) onSave(draft);
  };
  const cancel = () => {
    // what an entry has already stays
    const had = old?.files ?? [];
    forgetFiles(draft.files.map(({ file }) => file).filter((file) => !had.some((one) => one.file === file)));
    dropDraft();
    onClose();
  };
  const text = (field: 'place' | 'in_charge' | 'hours' | 'overtime' | 'pieces' | 'money', label: string) => {
    const number = field !== 'place' && field !== 'in_charge';
    return (
      <Field
        label={label}
        value={draft[field]}
        onChange={(value) => set({ [field]: value })}
        {...(number ? { kind: 'decimal' as const, maxLength: 12, ...errorOf(field) } : { maxLength: 40 })}
      />
    );
  };
  const title = old ? copy.form.change(copy.forms[kind]) : copy.forms[kind];
  return (
    <View className="day-form">
      <Box tag="h2" className="day-head__title" focusRef={heading}>
        {title}
      </Box>
      <View className="day-head__job">{`${dateTextWithWeekday(day)}，${job.title}`}</View>
      {kind === 'work' && (
        <>
          <Select
            label={copy.form.halves}
            options={copy.form.halfOptions}
            value={draft.halves}
            onChange={(halves) => set({ halves })}
          />
          {text('hours', copy.form.hours)}
          {text('overtime', copy.form.overtime)}
          {job.pay_kind === 'piece' && text('pieces', copy.form.pieces)}
          {text('place', copy.form.place)}
          {text('in_charge', copy.form.inCharge)}
        </>
      )}
      {kind === 'paid' && (
        <>
          {text('money', copy.form.money)}
          <Select
            label={copy.form.paidFor}
            options={[
              { value: '', label: copy.form.paidForAny },
              ...Object.keys(job.months)
                .sort()
                .reverse()
                .map((month) => ({ value: month, label: monthText(month) })),
            ]}
            value={draft.paid_for}
            onChange={(paid_for) => set({ paid_for })}
          />
        </>
      )}
      {kind === 'promise' && (
        <>
          <TextField
            label={copy.form.promise}
            hint={copy.form.promiseHint}
            value={draft.promise}
            onChange={(promise) => set({ promise })}
          />
          <DateField
            label={copy.form.promisedDay}
            value={draft.promised_day}
            onChange={(promised_day) => set({ promised_day })}
          />
        </>
      )}
      <TextField
        label={copy.form.note}
        hint={copy.form.noteHint}
        value={draft.note}
        onChange={(note) => set({ note })}
      />
      <Heading level={3}>{copy.form.files}</Heading>
      {draft.files.map((file) => (
        <FileRow key={file.file} file={file} />
      ))}
      <AddFiles
        label={copy.form.files}
        kinds={['camera', 'album', 'audio']}
        onAdd={(file) =>
          setDraft((now) => {
            const next = { ...now, files: [...now.files, file] };
            keepDraft(next);
            return next;
          })
        }
      />
      <Box className="day-form__problem" role="status" live="assertive">
        {problem ?? ''}
      </Box>
      <Button block icon="tick" onPress={save}>
        {copy.form.save}
      </Button>
      <Button kind="secondary" block onPress={cancel}>
        {copy.form.cancel}
      </Button>
    </View>
  );
}
