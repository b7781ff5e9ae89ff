import { useState } from 'react';
import { today } from '@/client/clock';
import { useLaw } from '@/client/law';
import { useParams } from '@/client/routes';
import { dayNumber } from '@/domain/calendar/days';
import type { ClockEntry } from '@/domain/wages/clock';
import type { LawBook } from '@/domain/wages/law';
import { Button, Hero, Page, PhoneLink } from '@/ui';
import { LawGate } from '../parts/law-gate';
import { copy } from './copy';
import { keepDates } from './keep-dates';
import { NoteSheet } from './note-sheet';
import { Road } from './road';
import { useClock } from './use-clock';
import './index.scss';

/** What the authority should do by when, and what you must do by when. */
export default function ClockPage() {
  const { law } = useLaw();
  if (law) return <Clock law={law} />;
  return (
    <Page title={copy.title}>
      <LawGate>{() => null}</LawGate>
    </Page>
  );
}

function Clock({ law }: { law: LawBook }) {
  const params = useParams<'case' | 'form'>();
  const clock = useClock(law, params);
  const [noting, setNoting] = useState(false);
  const [said, setSaid] = useState('');
  const running = clock.entries.filter(({ state }) => state === 'running');
  const next = firstOf(clock.entries, running);
  const dates = running.filter(({ advised }) => advised !== null);
  const add = () =>
    void keepDates(dates).then(
      () => setSaid(copy.added),
      () => setSaid(copy.notAdded),
    );
  return (
    <Page
      title={copy.title}
      top={<Now entry={next} />}
      bar={
        <>
          <PhoneLink number="12333">{copy.call}</PhoneLink>
          <Button
            icon="calendar"
            block
            onPress={add}
            disabledReason={dates.length === 0 ? copy.nothingToAdd : undefined}
          >
            {copy.calendar}
          </Button>
        </>
      }
      barNote={said}
    >
      <Road law={law} clock={clock} />
      <Button kind="secondary" icon="flag" block onPress={() => setNoting(true)}>
        {copy.note}
      </Button>
      <NoteSheet open={noting} about={clock.about} onClose={() => setNoting(false)} onSaid={setSaid} />
    </Page>
  );
}

/** A day of one's own that is near comes before what others have to do. */
const NEAR_DAYS = 30;

const daysTo = (iso: string): number => dayNumber(iso) - dayNumber(today());

/** What is late and opens another way; one's own day that is near; whom one waits for; the next day of all. */
function firstOf(all: readonly ClockEntry[], running: readonly ClockEntry[]): ClockEntry | undefined {
  const near = ({ by, advised }: ClockEntry) =>
    by === 'worker' && advised !== null && daysTo(advised) <= NEAR_DAYS;
  return (
    all.find(({ opens }) => opens !== undefined) ??
    running.find(near) ??
    running.find(({ by }) => by !== 'worker') ??
    running[0]
  );
}

/** Whose move it is now. */
function Now({ entry }: { entry: ClockEntry | undefined }) {
  if (!entry) {
    return (
      <Hero
        status="none"
        what={copy.title}
        title={copy.nothing}
        line={copy.nothingLine}
        size="title"
        readout={[copy.nothing, copy.nothingLine]}
      />
    );
  }
  if (entry.opens !== undefined) {
    const late = copy.lateBy(copy.who[entry.by], entry.row.title);
    const line = copy.opens[entry.opens] ?? entry.row.effect;
    return (
      <Hero
        status="warning"
        word={copy.passed}
        what={copy.title}
        title={late}
        line={line}
        size="title"
        readout={[late, line]}
      />
    );
  }
  const mine = entry.by === 'worker';
  const title = mine ? copy.yours(entry.row.title) : copy.waiting(entry.row.title);
  const { advised, calendar_missing: missing = 0 } = entry;
  const when = advised === null ? copy.noDate(missing) : copy.left(daysTo(advised));
  const line = [when, mine ? '' : copy.noneToDo].filter(Boolean).join('，');
  return (
    <Hero
      status={mine ? 'warning' : 'doing'}
      what={copy.title}
      title={title}
      line={line}
      size="title"
      readout={[title, line]}
    />
  );
}
