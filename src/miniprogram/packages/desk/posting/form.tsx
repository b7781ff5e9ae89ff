import { View } from '@tarojs/components';
import { useState } from 'react';
import { call } from '@/client/call';
import { today } from '@/client/clock';
import { newId } from '@/client/new-id';
import type { OwnPosting } from '@/contract/postings';
import { Button, Card, Field, Notice, Problem } from '@/ui';
import { keptDraft, phoneDraft } from '../parts/kept-draft';
import { type Patch, useFormState } from '../parts/use-form-state';
import { useSending } from '../parts/use-sending';
import { Paid, When, Who } from './asked';
import { copy } from './copy';
import { anewOf, type Draft, draftOf, EMPTY, fieldOf, inputOf, problemsOf } from './draft';
import { More } from './more';
import { Where } from './where';

/** One that was begun and not sent. */
const begun = keptDraft<Draft>('posting', EMPTY);

/** Whose posting it is: what they do not choose. */
export interface Poster {
  readonly unit: boolean;
  readonly employer: string;
  readonly county: string;
  readonly town: string | null;
}

interface FormProps {
  poster: Poster;
  known: OwnPosting | null;
  onDone: (posting: OwnPosting) => void;
}

const first = ({ unit, employer, county, town }: Poster): Draft => {
  const kept = begun.get();
  return {
    ...kept,
    id: kept.id || newId(),
    county: (unit && kept.county) || county,
    ...(unit && { employer }),
    ...(town !== null && { town, away: false }),
  };
};

/** Whom, for how much, where, when: what is wrong is said at its field, by the page and by the server alike. */
export function Form({ poster, known, onDone }: FormProps) {
  // a change is kept too; one that builds on an older version is not taken up again
  const [kept] = useState(() =>
    known ? phoneDraft(`posting-${known.id}-${known.version}`, draftOf(known)) : begun,
  );
  const [draft, write, latest] = useFormState<Draft>(() => (known ? kept.get() : first(poster)), kept.set);
  const { wrong, error, sending, edited, send } = useSending(
    () => problemsOf(latest(), today()),
    (path) => fieldOf(path.replace('posting.', '')),
  );
  const change = (patch: Patch<Draft>) => {
    edited();
    write(patch);
  };
  const publish = () => {
    const written = latest();
    const input = { id: written.id, version: known?.version ?? 0, posting: inputOf(written, known) };
    send(
      () => call('postings.publish', input),
      ({ posting }) => {
        kept.clear();
        onDone(posting);
      },
    );
  };
  const asked = { draft, wrong, change };
  const some = Object.keys(wrong).length > 0;
  const anew = poster.unit && known ? anewOf(draft, known, today()) : [];
  return (
    <View className="desk-sheet desk-narrow">
      <Who {...asked} />
      <Paid {...asked} />
      <Where {...asked} fixed={!poster.unit} town={poster.town} />
      <When {...asked} />
      <Card pad title={copy.contact}>
        <View className="desk-sheet">
          {!poster.unit && (
            <>
              <Field
                label={copy.employer}
                value={draft.employer}
                maxLength={60}
                error={wrong.employer}
                onChange={(employer) => change({ employer })}
              />
              <Field
                label={copy.code}
                hint={copy.codeHint}
                value={draft.code}
                maxLength={30}
                error={wrong.code}
                onChange={(code) => change({ code })}
              />
            </>
          )}
          <Field
            label={copy.phone}
            hint={copy.phoneHint}
            kind="phone"
            value={draft.phone}
            maxLength={32}
            error={wrong.phone}
            onChange={(phone) => change({ phone })}
          />
        </View>
      </Card>
      <More {...asked} />
      <Problem error={error} {...(error?.name === 'CaseChanged' && { line: copy.stale })} />
      <View className="desk-remind" aria-live="polite">
        {some ? copy.wrong : ''}
      </View>
      {anew.length > 0 && (
        <Notice tone="ask" icon="clock" title={copy.anew} live>
          {copy.anewLine(anew.join('、'))}
        </Notice>
      )}
      <Button block onPress={publish}>
        {sending
          ? copy.sending
          : known && anew.length === 0
            ? copy.save
            : poster.unit
              ? copy.sendUnit
              : copy.send}
      </Button>
    </View>
  );
}
