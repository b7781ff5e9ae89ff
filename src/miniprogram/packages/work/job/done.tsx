import { View } from '@tarojs/components';
import { routes } from '@/client/routes';
import type { SpellView } from '@/contract/work';
import { Button, Card, Hero, Notice, Row } from '@/ui';
import { AwayBenefit } from '../parts/away-benefit';
import { useComplain } from '../parts/use-complain';
import { copy } from './copy';

/** What was said is there; what follows from it stands below. */
export function Done({ spell, asked }: { spell: SpellView; asked: boolean | null }) {
  const complain = useComplain();
  const left = spell.ended_on !== null;
  return (
    <View className="work-stack">
      <Hero
        status="eligible"
        word={copy.done}
        what={copy.done}
        readout={[copy.done, spell.employer, copy.doneLine]}
        name={left ? copy.leave : copy.start}
        title={spell.employer}
        line={copy.doneLine}
        size="title"
      />
      {asked === true && (
        <Notice tone="half" icon="document" inset>
          {copy.asked}
        </Notice>
      )}
      {asked === null && (
        <Notice tone="ask" icon="document" action={{ text: copy.facts, to: routes.facts() }} inset>
          {copy.notAsked}
        </Notice>
      )}
      {left && spell.paid === false && (
        <Card>
          <Row
            icon="taoxin"
            title={copy.unpaid}
            line={copy.unpaidLine}
            onPress={() => complain(spell)}
            stacked
          />
        </Card>
      )}
      {!left && <AwayBenefit spell={spell} />}
      {left && (
        <Button kind="secondary" block to={routes.jobs()}>
          {copy.next}
        </Button>
      )}
      <Button block to={routes.work()}>
        {copy.back}
      </Button>
    </View>
  );
}
