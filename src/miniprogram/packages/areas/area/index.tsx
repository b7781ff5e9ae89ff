import { areaOf, isArea } from '@/client/areas';
import { useBenefitViews } from '@/client/benefit-views';
import { decisionStatus } from '@/client/decision-status';
import { routes, useParams } from '@/client/routes';
import { useShare } from '@/client/share';
import type { Pack } from '@/domain/eligibility/pack';
import type { ServiceArea } from '@/domain/eligibility/types';
import { Card, Empty, PackGate, Page, ReadAloud, Row, Section } from '@/ui';
import { copy } from './copy';
import { WhoHelps } from './who-helps';

/** What the documents say of a service, and who does it. */
export default function Area() {
  const { area: given } = useParams<'area'>();
  const area: ServiceArea = isArea(given) ? given : 'jobs';
  useShare(areaOf(area).word, routes.area(area));
  return (
    <Page title={areaOf(area).word}>
      <PackGate>{(pack) => <AreaOf pack={pack} area={area} />}</PackGate>
    </Page>
  );
}

function AreaOf({ pack, area }: { pack: Pack; area: ServiceArea }) {
  const { views } = useBenefitViews();
  const benefits = pack.benefits.filter((benefit) => benefit.area === area);
  const statusOf = (id: string) => {
    const view = views.find(({ benefit }) => benefit.id === id);
    return view && decisionStatus(view.benefit, view.decision);
  };
  return (
    <>
      {benefits.length > 0 ? (
        <Section
          title={copy.says}
          aside={
            <ReadAloud
              text={benefits.map(({ title, plain }) => `${title}。${plain}`)}
              what={areaOf(area).word}
            />
          }
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
      ) : (
        <Empty icon="document" title={copy.nothing} line={copy.nothingLine} />
      )}
      <WhoHelps region={pack.region} offices={benefits.map(({ handler }) => handler.office)} />
    </>
  );
}
