import { View } from '@tarojs/components';
import { today } from '@/client/clock';
import { useForm } from '@/client/form';
import { routes } from '@/client/routes';
import { closedOn } from '@/client/service-window';
import { useService } from '@/client/services';
import { useShare } from '@/client/share';
import type { Service } from '@/domain/cases';
import type { Benefit } from '@/domain/eligibility';
import type { Pack } from '@/domain/eligibility/pack';
import {
  Button,
  Card,
  dateText,
  Empty,
  Heading,
  Notice,
  PackGate,
  Page,
  ReadAloud,
  Row,
  Section,
  Skeleton,
} from '@/ui';
import { FiledCases } from '@/ui/filed-cases';
import { Asks } from './asks';
import { copy } from './copy';
import { MyRoad } from './my-road';
import './index.scss';

/** To start a business: the road as a few answers draw it, one form for all of it, and what helps on the way. */
export default function StartupHome() {
  useShare(copy.title, routes.startup());
  const { service, state } = useService('startup');
  return (
    <Page title={copy.title}>
      <PackGate>
        {(pack) => (
          <>
            {service ? (
              <Start service={service} pack={pack} />
            ) : state === 'loading' ? (
              <Skeleton lines={6} />
            ) : (
              <Empty icon="chuangye" title={copy.noService} line={copy.noServiceLine} />
            )}
            <Tools />
            <Failed pack={pack} />
            <Says pack={pack} />
          </>
        )}
      </PackGate>
    </Page>
  );
}

function Start({ service, pack }: { service: Service; pack: Pack }) {
  const { form, answer } = useForm(service);
  const closed = closedOn(service, pack, today());
  const answered = Object.keys(form.answers).length;
  return (
    <>
      {closed && (
        <Notice tone="none" icon="status-none" title={copy.closed.title} inset>
          {copy.closed.line(dateText(closed.day))}
        </Notice>
      )}
      <Card pad>
        <View className="start-head">
          <Heading>{copy.head}</Heading>
          <ReadAloud kind="round" what={copy.title} text={[copy.head, copy.line]} />
        </View>
        <View className="start-head__line">{copy.line}</View>
        <Button
          icon="chuangye"
          block
          to={closed ? undefined : routes.apply(service.id)}
          disabledReason={closed ? copy.closed.why : undefined}
        >
          {answered > 0 ? copy.goOn : copy.start}
        </Button>
        {answered > 0 && <View className="start-head__note">{copy.progress(answered)}</View>}
        <Cited service={service} pack={pack} />
      </Card>
      <FiledCases title={copy.mine} services={[service.id]} />
      <Asks service={service} region={pack.region.id} answers={form.answers} onAnswer={answer} />
      <MyRoad service={service} pack={pack} answers={form.answers} />
    </>
  );
}

/** What it rests on. */
function Cited({ service, pack }: { service: Service; pack: Pack }) {
  const own = service.regions[pack.region.id];
  const number = pack.documents.find(({ id }) => id === own?.document)?.number;
  const [first] = own?.items ?? [];
  if (!own || number === undefined || first === undefined) return null;
  return (
    <Button kind="ghost" small to={routes.document(own.document, first)}>
      {copy.cite(number, own.items)}
    </Button>
  );
}

function Tools() {
  return (
    <Section title={copy.tools}>
      <Card>
        <Row icon="butie" {...copy.loan} to={routes.startupLoan()} />
        <Row icon="document" {...copy.plan} to={routes.startupPlan()} />
        <Row icon="location" {...copy.near} to={routes.startupNear()} />
      </Card>
    </Section>
  );
}

/** A business that did not last leads to work and training. */
function Failed({ pack }: { pack: Pack }) {
  const { benefits } = pack;
  return (
    <Section title={copy.failed}>
      <Card>
        <Row icon="gangwei" {...copy.findWork} to={routes.service('find-work')} />
        <Row icon="peixun" {...copy.training} to={routes.service('training-signup')} />
        <Benefits pack={pack} of={benefits.filter(isForFailed)} />
      </Card>
    </Section>
  );
}

/** What the documents of the chosen place say. */
function Says({ pack }: { pack: Pack }) {
  const benefits = pack.benefits.filter((one) => one.area === 'startup' && !isForFailed(one));
  if (benefits.length === 0) return null;
  return (
    <Section title={copy.says}>
      <Card>
        <Benefits pack={pack} of={benefits} />
      </Card>
    </Section>
  );
}

const isForFailed = ({ clauses }: Benefit): boolean => JSON.stringify(clauses).includes('startup_failed');

/** Each with the passage it rests on, and the way to its own page. */
function Benefits({ pack, of }: { pack: Pack; of: readonly Benefit[] }) {
  return (
    <>
      {of.map(({ id, title, plain, document, items }) => (
        <Row
          key={id}
          title={title}
          line={plain}
          note={copy.cite(pack.documents.find((one) => one.id === document)?.number ?? '', items)}
          to={routes.benefit(id)}
          stacked
        />
      ))}
    </>
  );
}
