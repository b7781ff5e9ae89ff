import { View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { useState } from 'react';
import { type CallError, call } from '@/client/call';
import { useMe } from '@/client/me';
import { newId } from '@/client/new-id';
import { routes } from '@/client/routes';
import type { GatheringView } from '@/contract/hands';
import { Button, Field, Problem, Sheet } from '@/ui';
import { copy } from './copy';

/** Joining: one tap for whoever the register knows, a name for everybody else. */
export function Join({ of, onDone }: { of: GatheringView; onDone: () => void }) {
  const { signed, me } = useMe();
  // the same for every tap: sent twice, joined once
  const [id, setId] = useState(newId);
  const [name, setName] = useState('');
  const [asking, setAsking] = useState(false);
  const [empty, setEmpty] = useState(false);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<CallError | null>(null);
  if (!signed)
    return (
      <Button block to={routes.signIn()}>
        {copy.signIn}
      </Button>
    );
  const join = () => {
    if (busy) return;
    const typed = name.trim();
    setBusy(true);
    setError(null);
    call('hands.join', { id, gathering: of.id, ...(typed !== '' && { name: typed }) }).then(
      () => {
        setBusy(false);
        setAsking(false);
        setId(newId());
        onDone();
        // what came of it stands at the top
        Taro.pageScrollTo({ scrollTop: 0, duration: 0 })?.catch?.(() => undefined);
      },
      (thrown: CallError) => {
        setBusy(false);
        setAsking(thrown.fields?.some(({ path }) => path === 'name') === true);
        setError(thrown);
      },
    );
  };
  const named = () => {
    setEmpty(name.trim() === '');
    if (name.trim() !== '') join();
  };
  // not known yet: the server says whether a name is wanted
  const begin = () => (me && !me.bound && name.trim() === '' ? setAsking(true) : join());
  const [field] = error?.fields ?? [];
  const free = of.joined < of.people && of.waiting === 0;
  return (
    // one child of the bar: what it leaves between its buttons would move the sheet away from the edge
    <View className="hands-join">
      <View className="hands-stack">
        {!asking && <Problem error={error} {...(field && { line: field.message })} />}
        <Button block onPress={begin}>
          {busy ? copy.joining : free ? copy.join : copy.queue}
        </Button>
      </View>
      <Sheet open={asking} title={copy.askName} onClose={() => setAsking(false)}>
        <View className="hands-stack">
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
            {busy ? copy.joining : copy.next}
          </Button>
        </View>
      </Sheet>
    </View>
  );
}
