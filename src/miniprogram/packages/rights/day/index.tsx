import { View } from '@tarojs/components';
import { useState } from 'react';
import { useActing } from '@/client/acting';
import { today } from '@/client/clock';
import { type OwnJob, useJob, useMonth } from '@/client/diary';
import { type NewEntry, writeEntry } from '@/client/diary-store';
import { replace, routes, useParams } from '@/client/routes';
import { dayNumber, isoOf, parseDay } from '@/domain/calendar/days';
import { type Entry, monthOf } from '@/domain/wages/diary';
import { entryText } from '@/domain/wages/diary-words';
import { entryLooksOdd } from '@/domain/wages/odd';
import { standing } from '@/domain/wages/sums';
import {
  Box,
  Button,
  Confirm,
  DateField,
  dateTextWithWeekday,
  Empty,
  Heading,
  Icon,
  NotForHelpers,
  Page,
  ReadAloud,
  Section,
} from '@/ui';
import { copy } from './copy';
import { begunOf, dropDraft, entryOf, type FormKind } from './draft';
import { Entries } from './entries';
import { EntryForm } from './entry-form';
import './index.scss';

/** One day of a job: written with one tap, or with more words. */
export default function DayPage() {
  const { job: id, day } = useParams<'job' | 'day'>();
  const acting = useActing();
  const job = useJob(id);
  const on = day && parseDay(day) !== null ? day : today();
  return (
    <Page title={copy.title}>
      {acting ? (
        <NotForHelpers />
      ) : job ? (
        <Day key={job.id} job={job} first={on} />
      ) : (
        <Empty icon="calendar" title={copy.gone} line={copy.goneLine}>
          <Button block to={routes.diary()}>
            {copy.toDiary}
          </Button>
        </Empty>
      )}
    </Page>
  );
}

interface Asked {
  readonly fields: NewEntry;
  readonly questions: readonly string[];
}

function Day({ job, first }: { job: OwnJob; first: string }) {
  const [day, setDay] = useState(first);
  const begun = begunOf(job.id, day);
  const [form, setForm] = useState<{ kind: FormKind; old: Entry | null } | null>(
    // what was being written when the app was closed is there again
    begun && !begun.replaces ? { kind: begun.kind, old: null } : null,
  );
  const [asked, setAsked] = useState<Asked | null>(null);
  const [said, setSaid] = useState<{ good: boolean; text: string } | null>(null);
  const entries = useMonth(job, monthOf(day))
    .map(({ entry }) => entry)
    .filter((entry) => entry.day === day);
  const now = standing(entries);

  const write = (fields: NewEntry) => {
    setAsked(null);
    const written = writeEntry(job.id, fields);
    if (written.ok) {
      dropDraft();
      setForm(null);
    }
    setSaid(
      written.ok
        ? { good: true, text: copy.done(entryText(written.entry)) }
        : { good: false, text: written.problem },
    );
  };
  const take = (fields: NewEntry) => {
    const entry: Entry = { ...fields, id: '', job: job.id, written_at: '' };
    const questions = entryLooksOdd(job, entry, entries, today());
    if (questions.length > 0) setAsked({ fields, questions });
    else write(fields);
  };
  const open = (kind: FormKind, old: Entry | null) => {
    setSaid(null);
    setForm({ kind, old });
  };
  const move = (to: string) => {
    setSaid(null);
    setForm(null);
    setDay(to);
  };
  const ask = (
    <Confirm
      open={asked !== null}
      title={copy.odd}
      line={asked?.questions.join(' ')}
      yes={copy.anyway}
      no={copy.rethink}
      onYes={() => asked && write(asked.fields)}
      onNo={() => setAsked(null)}
    />
  );
  if (form)
    return (
      <>
        <EntryForm
          key={`${day}${form.kind}${form.old?.id ?? ''}`}
          job={job}
          day={day}
          kind={form.kind}
          old={form.old}
          problem={said && !said.good ? said.text : null}
          onSave={(draft) => take(entryOf(draft))}
          onClose={() => setForm(null)}
        />
        {ask}
      </>
    );
  return (
    <>
      <View className="day-head">
        <View className="day-head__line">
          <Heading className="day-head__title">{dateTextWithWeekday(day)}</Heading>
          <ReadAloud
            kind="round"
            what={copy.list}
            text={[dateTextWithWeekday(day), ...(now.length > 0 ? now.map(entryText) : [copy.none])]}
          />
        </View>
        <View className="day-head__job">{job.title}</View>
        <View className="day-head__ways">
          <Button kind="ghost" small icon="back" onPress={() => move(isoOf(dayNumber(day) - 1))}>
            {copy.before}
          </Button>
          <Button kind="ghost" small iconAfter="next" onPress={() => move(isoOf(dayNumber(day) + 1))}>
            {copy.after}
          </Button>
        </View>
      </View>
      <Quick job={job} onTake={(fields) => take({ ...fields, day })} onForm={(kind) => open(kind, null)} />
      <Box className={`day-said ui-ink--${said?.good ? 'ok' : 'no'}`} role="status" live="polite">
        {said && <Icon name={said.good ? 'status-ok' : 'status-no'} size={22} />}
        {said && <View className="day-said__text">{said.text}</View>}
      </Box>
      <Section title={copy.list}>
        <Entries
          entries={entries}
          onChange={(old) => open(formOf(old), old)}
          onStrike={(old) => write({ day, kind: 'correction', replaces: old.id })}
        />
      </Section>
      <DateField label={copy.other} value={day} onChange={move} />
      <Button kind="secondary" block onPress={() => replace(routes.diary(job.id, monthOf(day)))}>
        {copy.back}
      </Button>
      {ask}
    </>
  );
}

const formOf = ({ kind }: Entry): FormKind => (kind === 'correction' ? 'note' : kind);

interface QuickProps {
  job: OwnJob;
  onTake: (fields: Omit<NewEntry, 'day'>) => void;
  onForm: (kind: FormKind) => void;
}

/** One tap for what is written most. */
function Quick({ job, onTake, onForm }: QuickProps) {
  const byPiece = job.pay_kind === 'piece' || job.pay_kind === 'hour';
  return (
    <View className="day-quick">
      {byPiece && (
        <Button block icon="tick" onPress={() => onForm('work')}>
          {copy.ways.work}
        </Button>
      )}
      <Button
        kind={byPiece ? 'secondary' : 'primary'}
        block
        icon="tick"
        onPress={() => onTake({ kind: 'work', halves: 2 })}
      >
        {copy.oneDay}
      </Button>
      <Button kind="secondary" block icon="status-half" onPress={() => onTake({ kind: 'work', halves: 1 })}>
        {copy.halfDay}
      </Button>
      {!byPiece && (
        <Button kind="secondary" block icon="clock" onPress={() => onForm('work')}>
          {copy.ways.work}
        </Button>
      )}
      <Button kind="secondary" block icon="butie" onPress={() => onForm('paid')}>
        {copy.ways.paid}
      </Button>
      <Button kind="secondary" block icon="message" onPress={() => onForm('promise')}>
        {copy.ways.promise}
      </Button>
      <Button kind="secondary" block icon="camera" onPress={() => onForm('note')}>
        {copy.ways.note}
      </Button>
      {job.pay_kind === 'month' && (
        <Button
          kind="secondary"
          block
          icon="calendar"
          onPress={() => onTake({ kind: 'work', full_month: true })}
        >
          {copy.fullMonth}
        </Button>
      )}
    </View>
  );
}
