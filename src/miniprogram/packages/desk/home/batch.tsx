import { View } from '@tarojs/components';
import { useState } from 'react';
import { type CallError, call } from '@/client/call';
import type { OutputOf } from '@/contract/api';
import { Button, Choice, ChoiceGroup, Notice, Problem, Sheet } from '@/ui';
import { copy } from './copy';

export type Assigned = OutputOf<'desk.assign'>;

interface BatchProps {
  picked: readonly string[];
  me: string;
  colleagues: readonly { readonly id: string; readonly name: string }[];
  onDone: (result: Assigned) => void;
  onStop: () => void;
}

/** What can be done with the picked ones: take them, or hand them to a colleague. */
export function Batch({ picked, me, colleagues, onDone, onStop }: BatchProps) {
  const [asking, setAsking] = useState(false);
  const [to, setTo] = useState<string | null>(null);
  const [reminded, setReminded] = useState(false);
  const [error, setError] = useState<CallError | null>(null);
  const assign = (whom: string) => {
    setError(null);
    call('desk.assign', { cases: [...picked], to: whom }, { once: true }).then((result) => {
      setAsking(false);
      onDone(result);
    }, setError);
  };
  const give = () => {
    setReminded(true);
    if (to !== null) assign(to);
  };
  const others = colleagues.filter(({ id }) => id !== me);
  const reason = picked.length === 0 ? '还没有选' : undefined;
  return (
    <>
      <View className="desk-batch">
        <View className="desk-batch__count" aria-live="polite">
          {copy.picked(picked.length)}
        </View>
        {!asking && <Problem error={error} />}
        <View className="desk-batch__buttons">
          <Button small kind="secondary" onPress={onStop}>
            {copy.stop}
          </Button>
          {!reason && (
            <>
              <Button small kind="secondary" onPress={() => setAsking(true)}>
                {copy.give}
              </Button>
              <Button small onPress={() => assign(me)}>
                {copy.take}
              </Button>
            </>
          )}
        </View>
      </View>
      {/* beside the bar: inside it the panel would lie under the page's head */}
      <Sheet open={asking} title={copy.giveTitle(picked.length)} onClose={() => setAsking(false)}>
        <View className="desk-sheet">
          {others.length === 0 && (
            <Notice inset icon="status-none">
              {copy.noColleagues}
            </Notice>
          )}
          <ChoiceGroup label={copy.give}>
            {others.map(({ id, name }) => (
              <Choice key={id} title={name} selected={to === id} onSelect={() => setTo(id)} />
            ))}
          </ChoiceGroup>
          <View className="desk-remind" aria-live="polite">
            {reminded && to === null && others.length > 0 ? copy.giveNone : ''}
          </View>
          <Problem error={error} />
          <View className="ui-sheet__actions">
            <Button kind="secondary" block onPress={() => setAsking(false)}>
              {copy.stop}
            </Button>
            {others.length > 0 && (
              <Button block onPress={give}>
                {copy.giveYes}
              </Button>
            )}
          </View>
        </View>
      </Sheet>
    </>
  );
}
