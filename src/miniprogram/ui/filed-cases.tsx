import { stateLine } from '@/client/case-words';
import { useMe } from '@/client/me';
import { routes } from '@/client/routes';
import { progressText } from '@/client/step-words';
import { useCall } from '@/client/use-call';
import { Card, Section } from './card';
import { Row } from './row';

export interface FiledCasesProps {
  title: string;
  /** ids of the services whose cases are shown */
  services: readonly string[];
}

/** What was filed with some services, each with where it stands; nothing where nothing was. */
export function FiledCases({ title, services }: FiledCasesProps) {
  const { signed } = useMe();
  const { data } = useCall('cases.mine', {}, signed);
  const mine = data?.cases.filter(({ service }) => services.includes(service)) ?? [];
  if (mine.length === 0) return null;
  return (
    <Section title={title}>
      <Card>
        {mine.map((one) => (
          <Row
            key={one.id}
            icon="status-doing"
            title={one.title}
            line={`${one.number}，${one.bundle ? progressText(one.bundle) : stateLine(one)}`}
            to={routes.case(one.id)}
            stacked
          />
        ))}
      </Card>
    </Section>
  );
}
