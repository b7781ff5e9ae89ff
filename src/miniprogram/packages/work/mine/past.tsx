import { View } from '@tarojs/components';
import type { SpellView } from '@/contract/work';
import { Card, dateText, Row, Section } from '@/ui';
import { useComplain } from '../parts/use-complain';
import { copy } from './copy';

/** Jobs that are over; one that was not paid leads to what helps. */
export function Past({ spells }: { spells: readonly SpellView[] }) {
  const complain = useComplain();
  const over = spells.filter(({ ended_on }) => ended_on !== null);
  if (over.length === 0) return null;
  return (
    <Section title={copy.past}>
      <Card>
        {over.map((spell) => (
          <View key={spell.id}>
            <Row
              title={spell.employer}
              line={copy.pastLine(dateText(spell.started_on), dateText(spell.ended_on ?? spell.started_on))}
              dense
            />
            {spell.paid === false && (
              <Row
                icon="taoxin"
                title={copy.unpaidGo}
                line={copy.unpaid}
                onPress={() => complain(spell)}
                dense
              />
            )}
          </View>
        ))}
      </Card>
    </Section>
  );
}
