import { lineOf } from '@/client/benefit-view';
import { useBenefitViews } from '@/client/benefit-views';
import { decisionStatus } from '@/client/decision-status';
import { usePack } from '@/client/pack';
import { routes } from '@/client/routes';
import type { SpellView } from '@/contract/work';
import { Card, Row } from '@/ui';

/** Work away from home points at the transport subsidy, as the rules decide it today: how long it still takes, or that it has ended. */
export function AwayBenefit({ spell }: { spell: Pick<SpellView, 'where'> }) {
  const { pack } = usePack();
  const { views, titleOf } = useBenefitViews();
  if (!pack || spell.where === 'same_county') return null;
  const away = pack.region.jobs?.transport.map(({ benefit }) => benefit) ?? [];
  const found = views.filter(({ benefit }) => away.includes(benefit.id));
  if (found.length === 0) return null;
  return (
    <Card>
      {found.map((view) => (
        <Row
          key={view.benefit.id}
          icon="butie"
          title={view.benefit.title}
          line={lineOf(view, titleOf)}
          status={decisionStatus(view.benefit, view.decision)}
          to={routes.benefit(view.benefit.id)}
          stacked
        />
      ))}
    </Card>
  );
}
