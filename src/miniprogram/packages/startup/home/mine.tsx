import { stateLine } from '@/client/case-words';
import { useMe } from '@/client/me';
import { routes } from '@/client/routes';
import { useCall } from '@/client/use-call';
import { Card, Row, Section } from '@/ui';
import { copy } from './copy';

/** Bundles that were filed. */
export function MyBundles({ service }: { service: string }) {
  const { signed } = useMe();
  const { data } = useCall('cases.mine', {}, signed);
  const mine = data?.cases.filter((one) => one.service === service) ?? [];
  if (mine.length === 0) return null;
  return (
    <Section title={copy.mine}>
      <Card>
        {mine.map((one) => (
          <Row
            key={one.id}
            icon="status-doing"
            title={one.title}
            line={`${one.number}，${stateLine(one)}`}
            to={routes.case(one.id)}
            stacked
          />
        ))}
      </Card>
    </Section>
  );
}
