import { View } from '@tarojs/components';
import { useState } from 'react';
import { type CallError, call } from '@/client/call';
import { routes } from '@/client/routes';
import type { SpellView } from '@/contract/work';
import { FORMS, WHERE } from '@/domain/jobs/spells';
import { Box, Button, Card, Problem, Section } from '@/ui';
import { AwayBenefit } from '../parts/away-benefit';
import { useSayFacts } from '../parts/say-facts';
import { refreshWork } from '../parts/use-work';
import { dayWords } from '../parts/words';
import { copy } from './copy';

/** Where I work now, and the two sentences that change it. What was said last can be taken back for a day. */
export function Now({ spells }: { spells: readonly SpellView[] }) {
  const { putBack } = useSayFacts();
  const [said, setSaid] = useState('');
  const [error, setError] = useState<CallError | null>(null);
  const here = spells.find(({ ended_on }) => ended_on === null);
  const last = here ?? spells[0];
  const undo = async () => {
    if (!last) return;
    setError(null);
    try {
      const { facts, corrections } = await call('work.undo', { id: last.id }, { once: true });
      putBack(facts);
      setSaid(copy.undone(corrections));
      refreshWork();
    } catch (thrown) {
      setError(thrown as CallError);
    }
  };
  return (
    <Section title={copy.now}>
      <Card>
        <View className="work-text">
          {here ? (
            <>
              <View className="work-label">{here.employer}</View>
              <View>{`${FORMS[here.form]}，${WHERE[here.where]}`}</View>
              <View>{copy.since(dayWords(here.started_on))}</View>
            </>
          ) : (
            <>
              <View className="work-label">{copy.notNow}</View>
              <View>{copy.notNowLine}</View>
            </>
          )}
          <View className="work-text__ways">
            {here ? (
              <Button small kind="secondary" to={routes.workJob({ spell: here.id })}>
                {copy.left}
              </Button>
            ) : (
              <Button small to={routes.workJob()}>
                {copy.started}
              </Button>
            )}
            {last?.undo_until && (
              <Button small kind="ghost" onPress={() => void undo()}>
                {copy.undo}
              </Button>
            )}
          </View>
          <Box className="work-said" role="status" live="polite">
            {said}
          </Box>
          <Problem error={error} />
        </View>
      </Card>
      {here && <AwayBenefit spell={here} />}
    </Section>
  );
}
