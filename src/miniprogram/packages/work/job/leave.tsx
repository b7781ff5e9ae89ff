import { View } from '@tarojs/components';
import { useState } from 'react';
import { type CallError, call } from '@/client/call';
import { today } from '@/client/clock';
import type { SpellView } from '@/contract/work';
import { Button, Card, DateField, Heading, Problem } from '@/ui';
import { useKeptForm } from '../parts/kept-form';
import { useSayFacts } from '../parts/say-facts';
import { refreshWork } from '../parts/use-work';
import { dayWords } from '../parts/words';
import { copy } from './copy';
import { Done } from './done';
import { lineOf, Picked, Wrong } from './start';

/** When, and whether everything was paid: whoever was not is led to what helps. */
export function Leave({ spell }: { spell: SpellView }) {
  const { known, say } = useSayFacts();
  const { written, write, sent, waits } = useKeptForm(`leave.${spell.id}`, () => ({
    on: today() as string | null,
    paid: null as string | null,
  }));
  const { on } = written;
  const paid = written.paid === 'yes' || written.paid === 'no' ? written.paid : null;
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<CallError | null>(null);
  const [done, setDone] = useState<{ spell: SpellView; asked: boolean | null } | null>(null);
  if (done) return <Done {...done} />;
  const save = async () => {
    setTried(true);
    if (on === null || paid === null || busy) return;
    setBusy(true);
    setError(null);
    try {
      const input = { id: spell.id, on, paid: paid === 'yes', known };
      const { spell: left, facts } = await call('work.leave', input, { once: true });
      sent();
      setDone({ spell: left, asked: await say(facts, spell.id) });
      refreshWork();
    } catch (thrown) {
      setError(thrown as CallError);
    }
    setBusy(false);
  };
  const [field] = error?.fields ?? [];
  return (
    <View className="work-stack">
      <Card pad>
        <Heading>{spell.employer}</Heading>
        <View className="work-quiet">{`${dayWords(spell.started_on)}开始`}</View>
      </Card>
      <Card pad>
        <DateField
          label={copy.leaveOn}
          value={on}
          min={spell.started_on}
          max={today()}
          onChange={(next) => write({ on: next })}
        />
        <Wrong text={tried && on === null ? copy.leaveOnEmpty : undefined} />
      </Card>
      <Picked
        label={copy.paid}
        words={[
          { value: 'yes', label: copy.paidYes },
          { value: 'no', label: copy.paidNo },
        ]}
        value={paid}
        wrong={tried && paid === null ? copy.paidEmpty : undefined}
        onChange={(next) => write({ paid: next })}
      />
      <Problem error={error} {...lineOf(waits(error), field)} />
      <Button block onPress={() => void save()}>
        {busy ? copy.saving : copy.save}
      </Button>
    </View>
  );
}
