import { useBenefitViews } from '@/client/benefit-views';
import { decisionStatus } from '@/client/decision-status';
import { routes } from '@/client/routes';
import type { Pack } from '@/domain/eligibility/pack';
import { Card, ReadAloud, Row, Section } from '@/ui';
import { copy } from './copy';

/** What the documents of the place say of training, each a way to its own page. */
export function Says({ pack }: { pack: Pack }) {
  const { views } = useBenefitViews();
  const named = pack.region.training?.named.map(({ benefit }) => benefit) ?? [];
  const benefits = pack.benefits.filter(({ area, id }) => area === 'training' || named.includes(id));
  if (benefits.length === 0) return null;
  const statusOf = (id: string) => {
    const view = views.find(({ benefit }) => benefit.id === id);
    return view && decisionStatus(view.benefit, view.decision);
  };
  return (
    <Section
      title={copy.says}
      aside={<ReadAloud what={copy.says} text={benefits.map(({ title, plain }) => `${title}。${plain}`)} />}
    >
      <Card>
        {benefits.map(({ id, title, plain, items }) => (
          <Row
            key={id}
            title={title}
            line={plain}
            note={copy.items(items)}
            status={statusOf(id)}
            to={routes.benefit(id)}
            stacked
          />
        ))}
      </Card>
    </Section>
  );
}
