import { View } from '@tarojs/components';
import { useState } from 'react';
import { type CallError, call } from '@/client/call';
import { useMe } from '@/client/me';
import { newId } from '@/client/new-id';
import { routes } from '@/client/routes';
import type { EnrolmentView, SessionView } from '@/contract/training';
import { Button, Confirm, Field, Problem, Sheet } from '@/ui';
import { refreshTrainings, useTrainings } from '../parts/use-trainings';
import { copy } from './copy';

const LIVE = ['enrolled', 'waiting', 'offered', 'confirmed', 'attended', 'certified'];

/** The enrolment of whoever is on the screen, if there is one. */
export function useMineIn(session: string): EnrolmentView | null {
  const { data } = useTrainings();
  return data?.find((one) => one.session.id === session && LIVE.includes(one.state)) ?? null;
}

/** Enrolling: one tap for whoever the register knows, a name for everybody else. */
export function Enrol({ session, onDone }: { session: SessionView; onDone: () => void }) {
  const { signed, me } = useMe();
  // the same for every tap: sent twice, enrolled once
  const [id] = useState(newId);
  const [name, setName] = useState('');
  const [asking, setAsking] = useState<'name' | 'overlap' | null>(null);
  const [empty, setEmpty] = useState(false);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<CallError | null>(null);
  if (!signed) {
    return (
      <Button block to={routes.signIn()}>
        {copy.signIn}
      </Button>
    );
  }
  const enrol = (overlap: boolean) => {
    if (busy) return;
    const typed = name.trim();
    setBusy(true);
    setError(null);
    const input = {
      id,
      session: session.id,
      ...(typed !== '' && { name: typed }),
      ...(overlap && { overlap }),
    };
    call('training.enrol', input).then(
      () => {
        setBusy(false);
        setAsking(null);
        refreshTrainings();
        onDone();
      },
      (thrown: CallError) => {
        setBusy(false);
        const asksName = thrown.fields?.some(({ path }) => path === 'name') === true;
        setAsking(thrown.name === 'SessionsOverlap' ? 'overlap' : asksName ? 'name' : null);
        setError(thrown);
      },
    );
  };
  const begin = () => (me?.bound || name.trim() !== '' ? enrol(false) : setAsking('name'));
  const named = () => {
    setEmpty(name.trim() === '');
    if (name.trim() !== '') enrol(false);
  };
  const [field] = error?.fields ?? [];
  const word = session.left > 0 && session.waiting === 0 ? copy.enrol : copy.queue;
  return (
    <>
      {asking === null && <Problem error={error} {...(field && { line: field.message })} />}
      <Button block onPress={begin}>
        {busy ? copy.enrolling : word}
      </Button>
      <Sheet open={asking === 'name'} title={copy.askName} onClose={() => setAsking(null)}>
        <View className="training-stack">
          <Field
            label={copy.name}
            hint={copy.askNameLine}
            kind="name"
            value={name}
            maxLength={40}
            error={empty ? copy.nameEmpty : undefined}
            onChange={setName}
            onSubmit={named}
          />
          <Button block onPress={named}>
            {busy ? copy.enrolling : copy.next}
          </Button>
        </View>
      </Sheet>
      <Confirm
        open={asking === 'overlap'}
        title={copy.overlapTitle}
        line={field?.message ?? ''}
        yes={copy.overlapYes}
        no={copy.overlapNo}
        onYes={() => enrol(true)}
        onNo={() => setAsking(null)}
      />
    </>
  );
}
