import { decisionStatus } from '@/client/decision-status';
import { routes, useParams } from '@/client/routes';
import { useShare } from '@/client/share';
import { useDecisions } from '@/client/summary';
import type { Pack } from '@/domain/eligibility/pack';
import type { ServiceArea } from '@/domain/eligibility/types';
import { Card, Empty, Notice, PackGate, Page, ReadAloud, Row, Section } from '@/ui';
import { copy, isArea, TITLES } from './copy';
import { WhoHelps } from './who-helps';

/** A service that cannot be done online yet: what the documents say of it, and who does it. */
export default function Area() {
  const { area: given } = useParams<'area'>();
  const area: ServiceArea = isArea(given) ? given : 'jobs';
  useShare(TITLES[area], routes.area(area));
  return (
    <Page
      title={TITLES[area]}
      top={
        <Notice icon="status-none" title={copy.notOpen}>
          {copy.notOpenLine}
        </Notice>
      }
    >
      <PackGate>{(pack) => <AreaOf pack={pack} area={area} />}</PackGate>
    </Page>
  );
}

function AreaOf({ pack, area }: { pack: Pack; area: ServiceArea }) {
  const decided = useDecisions();
  const benefits = pack.benefits.filter((benefit) => benefit.area === area);
  const statusOf = (id: string) => {
    const decision = decided?.decisions.find(({ benefit }) => benefit === id);
    return decision && decisionStatus(decision);
  };
  return (
    <>
      {benefits.length > 0 ? (
        <Section
          title={copy.says}
          aside={
            <ReadAloud text={benefits.map(({ title, plain }) => `${title}。${plain}`)} what={TITLES[area]} />
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
