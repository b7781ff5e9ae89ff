import { View } from '@tarojs/components';
import { useState } from 'react';
import { useActing } from '@/client/acting';
import { today } from '@/client/clock';
import { type OwnJob, useJob } from '@/client/diary';
import { addJob, changeJob, writeEntry } from '@/client/diary-store';
import { replace, routes, useParams } from '@/client/routes';
import { type Job, PAY_KINDS, payText } from '@/domain/wages/diary';
import { jobLooksOdd } from '@/domain/wages/odd';
import {
  Box,
  Button,
  Choice,
  ChoiceGroup,
  Confirm,
  DateField,
  Empty,
  Field,
  Heading,
  NotForHelpers,
  Page,
} from '@/ui';
import { Select } from '@/ui/select';
import { copy } from './copy';
import { draftOf, dropDraft, type JobDraft, jobOf, keepDraft, type Field as Named, wrongIn } from './draft';
import { usePlaces } from './places';
import './index.scss';

/** What was agreed for a job, and where it is. */
export default function JobPage() {
  const { job: id } = useParams<'job'>();
  const acting = useActing();
  const job = useJob(id);
  return (
    <Page title={id ? copy.title : copy.newTitle}>
      {acting ? (
        <NotForHelpers />
      ) : id && !job ? (
        <Empty icon="calendar" title={copy.gone} line={copy.goneLine}>
          <Button block to={routes.diary()}>
            {copy.toDiary}
          </Button>
        </Empty>
      ) : (
        <Form job={job} />
      )}
    </Page>
  );
}

function Form({ job }: { job: OwnJob | null }) {
  const [draft, setDraft] = useState(() => draftOf(job));
  const [checked, setChecked] = useState(false);
  const [questions, setQuestions] = useState<readonly string[]>([]);
  const [problem, setProblem] = useState('');
  const places = usePlaces();
  const set = (to: Partial<JobDraft>) => {
    const next = { ...draft, ...to };
    setDraft(next);
    keepDraft(next);
  };
  const wrong = checked ? wrongIn(draft) : [];
  const errorOf = (field: Named, words: string) => (wrong.includes(field) ? { error: words } : {});
  const keep = () => {
    setQuestions([]);
    const id = kept(job, jobOf(draft));
    if (id === null) return setProblem(copy.full);
    dropDraft();
    replace(routes.diary(id));
  };
  const save = () => {
    setChecked(true);
    setProblem('');
    if (wrongIn(draft).length > 0) return setProblem(copy.fix);
    const odd = jobLooksOdd({ ...jobOf(draft), id: '' });
    if (odd.length > 0) setQuestions(odd);
    else keep();
  };
  return (
    <View className="job-form">
      <View>{copy.line}</View>
      <Field
        label={copy.name}
        hint={copy.nameHint}
        value={draft.title}
        maxLength={30}
        onChange={(title) => set({ title })}
        {...errorOf('title', copy.nameNeeded)}
      />
      <Heading>{copy.payKind}</Heading>
      <ChoiceGroup label={copy.payKind}>
        {PAY_KINDS.map((kind) => (
          <Choice
            key={kind}
            title={copy.payKinds[kind]}
            selected={draft.pay_kind === kind}
            onSelect={() => set({ pay_kind: kind })}
          />
        ))}
        <Choice
          title={copy.payNone}
          quiet
          icon="status-ask"
          selected={draft.pay_kind === null}
          onSelect={() => set({ pay_kind: null })}
        />
      </ChoiceGroup>
      {draft.pay_kind && (
        <Field
          label={copy.rate[draft.pay_kind]}
          hint={copy.rateHint}
          kind="decimal"
          value={draft.rate}
          maxLength={12}
          onChange={(rate) => set({ rate })}
          {...errorOf('rate', copy.rateWrong)}
        />
      )}
      <Select
        label={copy.kind}
        options={copy.kinds}
        value={draft.work_kind ?? ''}
        onChange={(work_kind) => set({ work_kind })}
      />
      <Select
        label={copy.county}
        hint={copy.countyHint}
        options={places}
        value={draft.county ?? ''}
        placeholder={copy.countyNone}
        onChange={(county) => set({ county })}
      />
      {draft.work_kind === 'site' && (
        <Field
          label={copy.site}
          hint={copy.siteHint}
          value={draft.site_name}
          onChange={(site_name) => set({ site_name })}
        />
      )}
      <Field
        label={copy.employer}
        hint={copy.employerHint}
        value={draft.employer_name}
        onChange={(employer_name) => set({ employer_name })}
      />
      <Field label={copy.boss} value={draft.boss} maxLength={20} onChange={(boss) => set({ boss })} />
      <Field
        label={copy.bossPhone}
        kind="phone"
        value={draft.boss_phone}
        maxLength={20}
        onChange={(boss_phone) => set({ boss_phone })}
        {...errorOf('boss_phone', copy.phoneWrong)}
      />
      <DateField
        label={copy.started}
        value={draft.started_on}
        max={today()}
        onChange={(started_on) => set({ started_on })}
      />
      <DateField
        label={copy.ended}
        value={draft.ended_on}
        max={today()}
        onChange={(ended_on) => set({ ended_on })}
      />
      {draft.ended_on ? (
        <Button kind="ghost" small onPress={() => set({ ended_on: null })}>
          {copy.stillThere}
        </Button>
      ) : (
        <View className="job-form__quiet">{copy.endedHint}</View>
      )}
      <Box className="job-form__problem" role="status" live="assertive">
        {problem}
      </Box>
      <Button block icon="tick" onPress={save}>
        {copy.save}
      </Button>
      <Confirm
        open={questions.length > 0}
        title={copy.odd}
        line={questions.join(' ')}
        yes={copy.anyway}
        no={copy.rethink}
        onYes={keep}
        onNo={() => setQuestions([])}
      />
    </View>
  );
}

/** What was agreed stands in the log too: a later change of it shows. @returns null when the phone is full */
function kept(job: OwnJob | null, fields: Omit<Job, 'id'>): string | null {
  const id = job ? (changeJob(job.id, fields) ? job.id : null) : (addJob(fields)?.id ?? null);
  if (id === null) return null;
  const same = job && job.pay_kind === fields.pay_kind && job.pay_rate === fields.pay_rate;
  if (!same && fields.pay_rate !== null)
    writeEntry(id, { day: today(), kind: 'note', note: copy.terms(payText(fields)) });
  return id;
}
