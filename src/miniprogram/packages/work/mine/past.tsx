import { View } from '@tarojs/components';
import { routes } from '@/client/routes';
import type { SpellView } from '@/contract/work';
import { Card, dateText, Row, Section } from '@/ui';
import { copy } from './copy';

/** Jobs that are over; one that was not paid leads to what helps. */
export function Past({ spells }: { spells: readonly SpellView[] }) {
  const over = spells.filter(({ ended_on }) => ended_on !== null);
  if (over.length === 0) return null;
  return (
    <Section title={copy.past}>
      <Card>
        {over.map(({ id, employer, started_on, ended_on, paid }) => (
          <View key={id}>
            <Row
              title={employer}
              line={copy.pastLine(dateText(started_on), dateText(ended_on ?? started_on))}
              dense
            />
            {paid === false && (
              <Row icon="taoxin" title={copy.unpaidGo} line={copy.unpaid} to={routes.rights()} dense />
            )}
          </View>
        ))}
      </Card>
    </Section>
  );
}
