import { routes } from '@/client/routes';
import { useService } from '@/client/services';
import { TRAINING_KINDS, type TrainingKind } from '@/domain/training';
import { Card, Row, Section } from '@/ui';
import { copy } from './copy';

/** What one signs up for on the way from school to work. */
const KINDS: readonly TrainingKind[] = ['internship', 'guidance', 'practice', 'tech_school'];

/** School is over, or nearly: what there is to sign up for. */
export function AfterSchool() {
  const { service: subsidy } = useService('cq-graduate-jobseek');
  return (
    <Section title={copy.after.title}>
      <Card>
        {subsidy && <Row icon="butie" title={subsidy.title} to={routes.service(subsidy.id)} dense />}
        {KINDS.map((kind) => (
          <Row
            key={kind}
            icon="peixun"
            title={TRAINING_KINDS[kind].title}
            line={TRAINING_KINDS[kind].line}
            to={routes.training({ kind })}
            dense
          />
        ))}
        <Row icon="document" {...copy.after.news} to={routes.news()} dense />
      </Card>
    </Section>
  );
}
