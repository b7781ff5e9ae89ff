import { View } from '@tarojs/components';
import { routes } from '@/client/routes';
import type { Village } from '@/client/village';
import { Button, Card, Quote, Row, Section, StatusTag } from '@/ui';
import { copy } from './copy';

interface WorkshopsProps {
  workshops: Village['workshops'];
  rule: Village['rule'];
}

/** Workshops are seen once a quarter, where a document says so. */
export function Workshops({ workshops, rule }: WorkshopsProps) {
  const quote = rule?.workshops_quote;
  return (
    <Section title={copy.workshops}>
      <Card>
        {workshops.length === 0 && <View className="desk-pad">{copy.noWorkshops}</View>}
        {workshops.map(({ name, visited_on, due_by }) => (
          <Row
            key={name}
            title={name}
            line={visited_on ? copy.workshopSeen(visited_on) : copy.workshopDue(due_by)}
            trailing={
              <StatusTag
                status={visited_on ? 'eligible' : 'needs_info'}
                word={visited_on ? copy.workshopTag : copy.workshopTagNot}
              />
            }
            to={routes.deskVisit({ kind: 'workshop', name })}
            dense
          />
        ))}
        {rule && quote && (
          <View className="desk-pad">
            <Quote
              text={quote}
              source={copy.source(rule.number, rule.item)}
              to={routes.document(rule.document, rule.item, quote)}
            />
          </View>
        )}
      </Card>
      <Button kind="secondary" block to={routes.deskVisit({ kind: 'workshop' })}>
        {copy.newWorkshop}
      </Button>
    </Section>
  );
}
