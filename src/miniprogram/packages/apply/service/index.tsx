import { today } from '@/client/clock';
import { useForms } from '@/client/form';
import { useOutbox } from '@/client/outbox';
import { routes, useParams } from '@/client/routes';
import { type Closed, closedOn } from '@/client/service-window';
import { useService } from '@/client/services';
import { useShare } from '@/client/share';
import type { Service } from '@/domain/cases';
import type { Pack } from '@/domain/eligibility';
import { Button, Hero, Page, PhoneLink } from '@/ui';
import { ServiceGate } from '../parts/service-gate';
import { usePrefill } from '../parts/use-prefill';
import { After } from './after';
import { Before } from './before';
import { copy } from './copy';
import { Law, Notes, WhomToAsk } from './law';
import { Filled, Papers } from './papers';
import './index.scss';

/** What it is, for whom, what it takes, what comes after: before anything is filled in. */
export default function ServiceIntro() {
  const { id = '' } = useParams<'id'>();
  const { service } = useService(id);
  useShare(service ? copy.share(service.title) : undefined, routes.service(id));
  return (
    <ServiceGate id={id} frame={(inside) => <Page title={copy.title}>{inside}</Page>}>
      {(found, pack) => <Intro service={found} pack={pack} />}
    </ServiceGate>
  );
}

function Intro({ service, pack }: { service: Service; pack: Pack }) {
  const now = today();
  const prefill = usePrefill(service, now);
  const outbox = useOutbox();
  const closed = closedOn(service, pack, now);
  const why = prefill.closed ?? (closed && copy.closed(closed));
  const left = useForms().some(
    ({ id, service: of, answers, files }) =>
      of === service.id &&
      Object.keys(answers).length + files.length > 0 &&
      !outbox.some((one) => one.id === id && one.state !== 'refused'),
  );
  const here = service.regions[pack.region.id];
  const number = pack.region.offices.find(({ id }) => id === here?.office)?.phone ?? '12333';
  return (
    <Page
      title={service.title}
      top={<Head service={service} closed={closed} />}
      bar={
        <>
          <PhoneLink number={number}>{copy.call}</PhoneLink>
          <Button
            block
            to={why === null ? routes.apply(service.id) : undefined}
            disabledReason={why === null ? undefined : copy.closedWhy}
          >
            {left ? copy.goOn : copy.start}
          </Button>
        </>
      }
    >
      <Before service={service} prefill={prefill} why={why} />
      <Papers service={service} papers={prefill.known.papers} />
      <Filled service={service} prefill={prefill} />
      <After service={service} />
      <Law service={service} pack={pack} />
      <Notes service={service} />
      <WhomToAsk pack={pack} office={here?.office} />
    </Page>
  );
}

function Head({ service, closed }: { service: Service; closed: Closed | null }) {
  const { title, plain, minutes, questions, effect, steps, evidence } = service;
  const papers = evidence.map((paper) => paper.title);
  return (
    <Hero
      status={closed?.kind === 'over' ? 'expired' : closed ? 'not_yet' : 'eligible'}
      word={closed ? undefined : copy.canNow}
      what={copy.read}
      name={title}
      readout={[title, plain, service.for, copy.papers, ...papers, copy.steps, ...steps, effect.text]}
      title={title}
      line={`${plain}${copy.minutes(minutes, questions.length)}。`}
      size="title"
    />
  );
}
