import { View } from '@tarojs/components';
import { useState } from 'react';
import { call } from '@/client/call';
import { newId } from '@/client/new-id';
import type { SessionView } from '@/contract/training';
import { kindsOf, TRADES, TRAINING_KINDS, type Trade, type TrainingKind } from '@/domain/training';
import { Button, Card, Check, Field, Problem, TextField } from '@/ui';
import { Select } from '@/ui/select';
import { Day } from '../parts/day';
import { keptDraft, phoneDraft } from '../parts/kept-draft';
import { type Patch, useFormState } from '../parts/use-form-state';
import { useSending } from '../parts/use-sending';
import { copy } from './copy';
import { type Draft, draftOf, EMPTY, inputOf, problemsOf } from './draft';

/** One that was begun and not published. */
const begun = keptDraft<Draft>('session', EMPTY);

interface FormProps {
  county: string;
  unit: boolean;
  /** of a unit: its own name, which it does not choose */
  provider: string;
  known: SessionView | null;
  onDone: () => void;
}

const KINDS = kindsOf(TRAINING_KINDS).map((value) => ({ value, label: TRAINING_KINDS[value].title }));
const TRADE_OPTIONS = kindsOf(TRADES).map((value) => ({ value, label: TRADES[value] }));

/** What is taught, where, when, for how many; what is wrong is said at its field, by the page and by the server alike. */
export function Form({ county, unit, provider, known, onDone }: FormProps) {
  // a change is kept too; one that builds on an older version is not taken up again
  const [kept] = useState(() =>
    known ? phoneDraft(`session-${known.id}-${known.version}`, draftOf(known)) : begun,
  );
  const [draft, write, latest] = useFormState<Draft>(() => {
    const found = kept.get();
    return known ? found : { ...found, id: found.id || newId(), ...(unit && { provider }) };
  }, kept.set);
  const taken = known ? known.capacity - known.left : 0;
  const { wrong, error, sending, edited, send } = useSending(
    () => problemsOf(latest(), county, Date.now(), taken),
    (path) => path.replace('session.', ''),
  );
  const change = (patch: Patch<Draft>) => {
    edited();
    write(patch);
  };
  const publish = () => {
    const written = latest();
    const input = { id: written.id, version: known?.version ?? 0, session: inputOf(written, county) };
    send(
      () => call('training.publish', input),
      () => {
        kept.clear();
        onDone();
      },
    );
  };
  const text = (name: 'about' | 'bring' | 'fee' | 'phone' | 'route') => draft[name] ?? '';
  return (
    <View className="desk-sheet desk-narrow">
      <Card pad>
        <View className="desk-sheet">
          <Select
            label={copy.kind}
            options={KINDS}
            value={draft.kind}
            onChange={(kind) => change({ kind: kind as TrainingKind })}
          />
          <Select
            label={copy.trade}
            options={TRADE_OPTIONS}
            value={draft.trade}
            onChange={(trade) => change({ trade: trade as Trade })}
          />
          <Field
            label={copy.name}
            hint={copy.nameHint}
            value={draft.title}
            maxLength={40}
            error={wrong.title}
            onChange={(title) => change({ title })}
          />
          {!unit && (
            <Field
              label={copy.provider}
              hint={copy.providerHint}
              value={draft.provider}
              error={wrong.provider}
              onChange={(name) => change({ provider: name })}
            />
          )}
        </View>
      </Card>
      <Card pad>
        <View className="desk-sheet">
          <Field
            label={copy.town}
            hint={copy.townHint}
            value={draft.town}
            maxLength={40}
            error={wrong.town}
            onChange={(town) => change({ town })}
          />
          <Field
            label={copy.address}
            value={draft.address}
            maxLength={120}
            error={wrong.address}
            onChange={(address) => change({ address })}
          />
          <Field
            label={copy.route}
            value={text('route')}
            maxLength={200}
            onChange={(route) => change({ route })}
          />
        </View>
      </Card>
      <Card pad>
        <View className="desk-sheet">
          <Day
            label={copy.startsOn}
            value={draft.starts_on}
            error={wrong.starts_on}
            onChange={(starts_on) => change({ starts_on })}
          />
          <Day
            label={copy.endsOn}
            value={draft.ends_on}
            error={wrong.ends_on}
            onChange={(ends_on) => change({ ends_on })}
          />
          <Field
            label={copy.from}
            hint={copy.timeHint}
            value={draft.from}
            maxLength={5}
            error={wrong.from}
            onChange={(from) => change({ from })}
          />
          <Field
            label={copy.to}
            hint={copy.timeHint}
            value={draft.to}
            maxLength={5}
            error={wrong.to}
            onChange={(to) => change({ to })}
          />
          <Day
            label={copy.enrolOn}
            value={draft.enrol_on}
            error={wrong.enrol_on}
            onChange={(enrol_on) => change({ enrol_on })}
          />
          <Field
            label={copy.enrolAt}
            hint={copy.timeHint}
            value={draft.enrol_at}
            maxLength={5}
            error={wrong.enrol_at}
            onChange={(enrol_at) => change({ enrol_at })}
          />
          <Field
            label={copy.capacity}
            hint={copy.capacityHint}
            kind="number"
            value={draft.capacity}
            maxLength={6}
            error={wrong.capacity}
            onChange={(capacity) => change({ capacity })}
          />
        </View>
      </Card>
      <Card pad>
        <View className="desk-sheet">
          <Check
            title={copy.childcare}
            checked={draft.childcare}
            onChange={(childcare) => change({ childcare })}
          />
          <TextField
            label={copy.about}
            value={text('about')}
            maxLength={500}
            onChange={(about) => change({ about })}
          />
          <Field
            label={copy.bring}
            value={text('bring')}
            maxLength={200}
            onChange={(bring) => change({ bring })}
          />
          <Field
            label={copy.fee}
            hint={copy.feeHint}
            value={text('fee')}
            maxLength={200}
            onChange={(fee) => change({ fee })}
          />
          <Field
            label={copy.phone}
            kind="phone"
            value={text('phone')}
            maxLength={32}
            onChange={(phone) => change({ phone })}
          />
        </View>
      </Card>
      <Problem error={error} {...(error?.name === 'CaseChanged' && { line: copy.changed })} />
      {known && <View className="desk-quiet">{copy.toldLine}</View>}
      <Button block onPress={publish}>
        {sending ? copy.sending : known && !unit ? copy.save : unit ? copy.sendUnit : copy.send}
      </Button>
    </View>
  );
}
