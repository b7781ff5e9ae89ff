import { routes } from '@/client/routes';
import { useCall } from '@/client/use-call';
import type { SessionView } from '@/contract/training';
import { Button, Card, Empty, Section } from '@/ui';
import { SessionCard } from '../parts/session-card';
import { copy } from './copy';

const SHOWN = 5;

/** The same trade in the same county: when this one is called off, or over. */
export function Others({ session: { id, trade, county } }: { session: SessionView }) {
  const { data } = useCall('training.sessions', { place: county, trade });
  if (!data) return null;
  const others = data.sessions.filter((one) => one.id !== id).slice(0, SHOWN);
  return (
    <Section title={copy.others}>
      {others.length === 0 ? (
        <Empty icon="peixun" title={copy.noOthers}>
          <Button to={routes.service('training-signup')} block>
            {copy.wish}
          </Button>
        </Empty>
      ) : (
        <Card>
          {others.map((one) => (
            <SessionCard key={one.id} session={one} />
          ))}
        </Card>
      )}
    </Section>
  );
}
