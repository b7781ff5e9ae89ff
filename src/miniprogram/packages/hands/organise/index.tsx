import { View } from '@tarojs/components';
import { useState } from 'react';
import { type CallError, call } from '@/client/call';
import { today } from '@/client/clock';
import { useCounty } from '@/client/county';
import { useMe } from '@/client/me';
import { newId } from '@/client/new-id';
import { usePlace } from '@/client/place';
import { routes } from '@/client/routes';
import { personalStore } from '@/client/session';
import { HAND_PAY_UNITS, type HandPayUnit } from '@/domain/hands';
import {
  Button,
  Card,
  DateField,
  Empty,
  Field,
  type FieldProps,
  Heading,
  Page,
  PersonGate,
  Problem,
} from '@/ui';
import { Select } from '@/ui/select';
import { copy } from './copy';
import { type Draft, EMPTY, inputOf, type Problems, problemsOf } from './draft';
import '../parts/hands.scss';

/** Hands are wanted for a day: what, where, when, how many, how much. */
export default function Organise() {
  return (
    <Page title={copy.title}>
      <PersonGate need="signed" why={copy.why}>
        {() => <Writing />}
      </PersonGate>
    </Page>
  );
}

/** Lasts as long as the app is open, for whoever wrote it. */
const begun = personalStore<Draft>(EMPTY);
const UNITS = HAND_PAY_UNITS.map((value) => ({ value, label: copy.units[value] }));

function Writing() {
  const { me } = useMe();
  const { place } = usePlace();
  const nameOf = useCounty();
  const [id] = useState(newId);
  const [draft, setDraft] = useState(begun.get);
  const [reminded, setReminded] = useState(false);
  const [server, setServer] = useState<Problems>({});
  const [busy, setBusy] = useState(false);
  const [done, setDone] = useState<'open' | 'waits' | null>(null);
  const [error, setError] = useState<CallError | null>(null);
  const county = me?.staff?.county ?? place?.unit;
  if (!county)
    return (
      <Empty icon="location" title={copy.county} line={copy.countyHint}>
        <Button block to={routes.choosePlace()}>
          {copy.chooseCounty}
        </Button>
      </Empty>
    );
  if (done)
    return (
      <Empty
        icon={done === 'waits' ? 'status-half' : 'status-ok'}
        title={done === 'waits' ? copy.waits : copy.done}
        line={done === 'waits' ? copy.waitsLine : copy.doneLine}
      >
        <Button block to={routes.gathering(id)}>
          {copy.open}
        </Button>
      </Empty>
    );
  const wrong: Problems = { ...server, ...(reminded && problemsOf(draft, county, Date.now())) };
  const change = (patch: Partial<Draft>) => {
    const next = { ...draft, ...patch };
    setServer({});
    setDraft(next);
    begun.set(next);
  };
  const send = () => {
    setReminded(true);
    if (busy || Object.keys(problemsOf(draft, county, Date.now())).length > 0) return;
    setBusy(true);
    setError(null);
    call('hands.publish', { id, gathering: inputOf(draft, county) }).then(
      ({ waits }) => {
        begun.set(EMPTY);
        setDone(waits ? 'waits' : 'open');
      },
      (thrown: CallError) => {
        setBusy(false);
        setError(thrown);
        const fields = (thrown.fields ?? []).map(({ path, message }) => [
          path.replace('gathering.', ''),
          message,
        ]);
        setServer(Object.fromEntries(fields) as Problems);
      },
    );
  };
  type Typed = Exclude<keyof Draft, 'unit' | 'day'>;
  const field = (at: Typed, max: number, more: Partial<FieldProps> = {}) => (
    <Field
      label={copy[at]}
      value={draft[at]}
      maxLength={max}
      error={wrong[at === 'amount' ? 'pay_fen' : at]}
      onChange={(next) => change({ [at]: next })}
      {...more}
    />
  );
  const [first] = error?.fields ?? [];
  return (
    <View className="hands-stack">
      <Heading>{copy.head}</Heading>
      <Card pad>
        <View className="hands-rules">
          {[...(me?.staff ? [] : copy.rules.person), copy.rules.all].map((rule) => (
            <View key={rule} className="hands-rules__one">
              {rule}
            </View>
          ))}
        </View>
      </Card>
      <Card pad>
        <View className="hands-stack">
          {field('work', 40, { hint: copy.workHint })}
          <View className="hands-quiet">{`${copy.county}：${nameOf(county)}`}</View>
          {field('town', 40)}
          {field('village', 40)}
          {field('address', 120, { hint: copy.addressHint })}
        </View>
      </Card>
      <Card pad>
        <View className="hands-stack">
          <View>
            <DateField
              label={copy.day}
              value={draft.day || null}
              min={today()}
              onChange={(day) => change({ day })}
            />
            <View className="hands-wrong" aria-live="polite">
              {wrong.day ?? ''}
            </View>
          </View>
          {field('from', 5, { hint: copy.timeHint })}
          {field('to', 5, { hint: copy.timeHint })}
          {field('people', 6, { kind: 'number' })}
        </View>
      </Card>
      <Card pad>
        <View className="hands-stack">
          {field('amount', 9, { kind: 'decimal' })}
          <Select
            label={copy.per}
            options={UNITS}
            value={draft.unit}
            onChange={(unit) => change({ unit: unit as HandPayUnit })}
          />
          {field('paid', 60, { hint: copy.paidHint })}
          {field('bring', 100)}
          {field('route', 120)}
        </View>
      </Card>
      <Card pad>
        <View className="hands-stack">
          {field('name', 40, { kind: 'name', hint: copy.nameHint })}
          {field('phone', 32, { kind: 'phone', hint: me?.staff ? copy.phonePublicHint : copy.phoneHint })}
        </View>
      </Card>
      <Problem error={error} {...(first && { line: first.message })} />
      <Button block onPress={send}>
        {busy ? copy.sending : copy.send}
      </Button>
    </View>
  );
}
