import { today } from '@/client/clock';
import { usePack } from '@/client/pack';
import { routes } from '@/client/routes';
import { dayWords } from '@/domain/jobs';
import { Card, Row, Section } from '@/ui';
import { copy } from './copy';

/** What the document has for those who go away, each with its clause: also for whoever is not signed in. */
export function Going() {
  const { pack } = usePack();
  const asked = pack?.region.jobs?.away ?? [];
  const document = pack?.documents.find(({ id }) => id === pack.region.documents[0]);
  if (!document || asked.length === 0) return null;
  const { to } = document.effective;
  const over = to !== null && to < today() ? copy.goingOver(dayWords(to)) : '';
  return (
    <Section title={copy.going}>
      <Card>
        {asked.map(({ title, item, benefit, service }) => (
          <Row
            key={title}
            title={title}
            line={`${document.number}${item}${over}`}
            to={benefit === undefined ? routes.service(service) : routes.benefit(benefit)}
            dense
          />
        ))}
      </Card>
    </Section>
  );
}
