import type { BenefitView } from '@/client/benefit-view';
import { useBenefitViews } from '@/client/benefit-views';
import { today } from '@/client/clock';
import { usePack } from '@/client/pack';
import { routes, useParams } from '@/client/routes';
import { closedOn } from '@/client/service-window';
import { useServices } from '@/client/services';
import { useShare } from '@/client/share';
import type { Service } from '@/domain/cases/service';
import { ASKED, type Pack } from '@/domain/eligibility';
import { Button, Card, Empty, PackGate, Page, PhoneLink, Row, Section } from '@/ui';
import { Clauses } from './clauses';

import { copy } from './copy';
import { Handling, Money, Readings } from './handling';
import { Answer } from './hero';
import { Known } from './known';
import { MemberLine } from './member-line';
import { Original } from './original';
import './index.scss';

/** One benefit: the answer, why, the law's words, who handles it, what to bring. */
export default function BenefitDetail() {
  const { id = '', member } = useParams<'id' | 'member'>();
  const { pack } = usePack();
  const { views, titleOf } = useBenefitViews(member);
  const view = views.find(({ benefit }) => benefit.id === id);
  // the card says what the benefit is, never what the person answered
  useShare(view ? `${view.benefit.title}：看看你能不能享受` : undefined, routes.benefit(id));
  if (!pack || (!view && views.length === 0)) {
    return <Page title={copy.title}>{pack ? null : <PackGate>{() => null}</PackGate>}</Page>;
  }
  if (!view) {
    return (
      <Page title={copy.title}>
        <Empty icon="status-none" title={copy.unknown.title} line={copy.unknown.line}>
          <Button to={routes.benefits()}>{copy.unknown.button}</Button>
        </Empty>
      </Page>
    );
  }
  return <Detail view={view} views={views} pack={pack} titleOf={titleOf} member={member} />;
}

interface DetailProps {
  view: BenefitView;
  views: readonly BenefitView[];
  pack: Pack;
  titleOf: (id: string) => string;
  /** whose it is, when not one's own */
  member?: string;
}

function Detail({ view, views, pack, titleOf, member }: DetailProps) {
  const regionName = pack.region.name;
  return (
    <Page
      title={view.benefit.title}
      top={
        <>
          {member !== undefined && <MemberLine member={member} />}
          <Answer view={view} regionName={regionName} titleOf={titleOf} />
        </>
      }
      bar={<Actions view={view} pack={pack} member={member} />}
      barNote={copy.reference}
    >
      <Clauses view={view} member={member} />
      <Work view={view} pack={pack} />
      <Known view={view} region={pack.region} member={member} />
      <Fits view={view} views={views} member={member} />
      <Original view={view} />
      <Money view={view} />
      <Handling view={view} pack={pack} />
      <Readings view={view} pack={pack} titleOf={titleOf} />
    </Page>
  );
}

/** One primary action: to apply where one can, the missing answer, or the call that settles how to go on. */
function Actions({ view, pack, member }: { view: BenefitView; pack: Pack; member?: string }) {
  const { decision, benefit } = view;
  const service = useServiceOf(benefit.id, pack);
  const office = pack.region.offices.find(({ id }) => id === benefit.handler.office);
  const number = office?.phone ?? '12333';
  const fact = decision.missing.find((id) => ASKED.includes(id));
  const answers = fact !== undefined && member === undefined;
  const apply = service && decision.status !== 'not_eligible' && member === undefined;
  if (!answers && !apply) {
    return (
      <PhoneLink number={number} kind="primary" block>
        {copy.call(number)}
      </PhoneLink>
    );
  }
  return (
    <>
      <PhoneLink number={number}>{copy.ask}</PhoneLink>
      {apply && !(answers && decision.status === 'needs_info') ? (
        <Button block to={routes.service(service.id)}>
          {copy.apply}
        </Button>
      ) : (
        <Button block to={routes.check(fact ? { fact } : {})}>
          {copy.answerRest(decision.missing.length)}
        </Button>
      )}
    </>
  );
}

/** The service with which this benefit is claimed here, while it can be. */
function useServiceOf(benefit: string, pack: Pack): Service | undefined {
  const { services } = useServices();
  // today, whatever day one looks at
  return services?.find(
    (service) =>
      service.regions[pack.region.id]?.benefits?.includes(benefit) &&
      closedOn(service, pack, today()) === null,
  );
}

/** A benefit that is about work of a kind leads to that work. */
function Work({ view: { benefit }, pack }: Pick<DetailProps, 'view' | 'pack'>) {
  const graduates = JSON.stringify(benefit.clauses).includes('yulu_graduate');
  const kinds = pack.region.jobs?.reasons.find((one) => one.benefit === benefit.id)?.kinds ?? [];
  if (kinds.length === 0 && !graduates) return null;
  const to = graduates
    ? routes.graduateJobs()
    : routes.jobs({ kinds: kinds.join(','), ...(kinds.includes('cooperation') && { scope: 'away' }) });
  return (
    <Card>
      <Row icon="gangwei" title={copy.work} to={to} dense />
    </Card>
  );
}

/** "Not yet" carries a way on: what does fit, of the same kind first. */
function Fits({ view, views, member }: Pick<DetailProps, 'view' | 'views' | 'member'>) {
  if (view.decision.status !== 'not_eligible') return null;
  const good = views.filter(
    ({ decision }) => decision.status === 'eligible' || decision.status === 'in_scope',
  );
  const near = [
    ...good.filter(({ benefit }) => benefit.id === view.benefit.superseded_by),
    ...good.filter(({ benefit }) => benefit.area === view.benefit.area),
    ...good,
  ];
  const shown = [...new Set(near)].slice(0, 2);
  if (shown.length === 0) return null;
  return (
    <Section title={copy.fits}>
      <Card>
        {shown.map(({ benefit, decision }) => (
          <Row
            key={benefit.id}
            title={benefit.title}
            line={benefit.plain}
            icon={decision.status === 'eligible' ? 'status-ok' : 'status-half'}
            iconClass={decision.status === 'eligible' ? 'ui-ink--ok' : 'ui-ink--half'}
            to={routes.benefit(benefit.id, member)}
          />
        ))}
      </Card>
    </Section>
  );
}
