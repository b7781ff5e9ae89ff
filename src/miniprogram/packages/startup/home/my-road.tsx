import { View } from '@tarojs/components';
import { type ReactNode, useState } from 'react';
import { routes } from '@/client/routes';
import { stagesOf, standingTag } from '@/client/step-words';
import { type PlannedStep, roadOf, sureIn } from '@/domain/cases/bundle';
import type { Answers, Service } from '@/domain/cases/service';
import type { Pack } from '@/domain/eligibility/pack';
import { Button, Card, Icon, Notice, Press, ReadAloud, Section } from '@/ui';
import { Road, type RoadStep } from '@/ui/road';
import { copy } from './copy';
import { Others } from './others';

interface MyRoadProps {
  service: Service;
  pack: Pack;
  answers: Answers;
}

/** The steps in their order: what goes side by side, what waits for what, what each needs, and how sure it is. */
export function MyRoad({ service, pack, answers }: MyRoadProps) {
  const { bundle } = service;
  if (!bundle) return null;
  const region = pack.region.id;
  // `wants` unanswered: everything is shown, as something one may choose
  const road = roadOf(bundle, region, answers);
  const around = { service, pack, road };
  return (
    <>
      <Section
        title={copy.road}
        aside={<ReadAloud what={copy.road} text={road.map(({ step }) => `${step.title}。${step.plain}`)} />}
      >
        <Notice tone="half" icon="flag" inset>
          {road.some(({ step }) => sureIn(step, region) === 'template')
            ? copy.unverified(bundle.list.source, bundle.list.say[region] ?? '')
            : copy.apart(bundle.list.say[region] ?? '')}
        </Notice>
        <Road
          head={copy.stage}
          stages={stagesOf(road).map((stage) => stage.map((one) => roadStep(around, one)))}
        />
      </Section>
      <Once service={service} road={road} />
      <Others road={road} />
    </>
  );
}

interface Around {
  readonly service: Service;
  readonly pack: Pack;
  readonly road: readonly PlannedStep[];
}

function roadStep({ service, pack, road }: Around, { step, standing, wanted }: PlannedStep): RoadStep {
  const own = step.regions[pack.region.id];
  const office = pack.region.offices.find(({ id }) => id === own?.office)?.name;
  const titles = (ids: readonly string[] = []) =>
    road.flatMap((one) =>
      ids.includes(one.step.id) && one.standing !== 'elsewhere' ? [one.step.title] : [],
    );
  const before = titles([...(step.needs ?? []), ...(step.after ?? [])]);
  const papers = service.evidence.filter(({ id }) => step.papers.includes(id)).map(({ title }) => title);
  const done = standing === 'elsewhere';
  const document = service.regions[pack.region.id]?.document;
  const number = pack.documents.find(({ id }) => id === document)?.number;
  return {
    id: step.id,
    title: step.title,
    tag: wanted === null && !done ? { status: 'none', word: copy.maybe } : standingTag(standing),
    lines: done
      ? []
      : [
          step.plain,
          ...(before.length > 0 ? [copy.needs(before)] : []),
          copy.sure[sureIn(step, pack.region.id)],
        ],
    more: !done && (
      <Details
        title={step.title}
        lines={[
          ...(step.handover ? [copy.handover] : []),
          ...(papers.length > 0 ? [copy.papers(papers)] : []),
          ...(office === undefined ? [] : [copy.office(office)]),
          ...(step.handover ? [copy.how(step.steps)] : []),
          ...(step.notes ?? []),
          ...(own?.notes ?? []),
        ]}
      >
        {document !== undefined && own?.item !== undefined && (
          <Button kind="ghost" small to={routes.document(document, own.item, own.quote)}>
            {copy.rests(number ?? '', own.item)}
          </Button>
        )}
      </Details>
    ),
  };
}

interface DetailsProps {
  title: string;
  lines: readonly string[];
  /** the passage it rests on */
  children: ReactNode;
}

/** What to bring, who does it, what it rests on: on a press. */
function Details({ title, lines, children }: DetailsProps) {
  const [open, setOpen] = useState(false);
  return (
    <View className="start-more">
      <Press
        className="start-more__open"
        expanded={open}
        onPress={() => setOpen(!open)}
        label={`${copy.more}：${title}`}
      >
        {copy.more}
        <Icon name="down" size={18} />
      </Press>
      {open &&
        lines.map((line) => (
          <View key={line} className="road__line">
            {line}
          </View>
        ))}
      {open && children}
    </View>
  );
}

/** What more than one step of this road needs, asked for once. */
function Once({ service, road }: { service: Service; road: readonly PlannedStep[] }) {
  const shared = service.questions.filter(
    ({ id }) => road.filter(({ step }) => step.asks.includes(id)).length > 1,
  );
  const papers = service.evidence.filter(
    ({ id }) => road.filter(({ step }) => step.papers.includes(id)).length > 1,
  );
  const labels = [...shared.map(({ label }) => label), ...papers.map(({ title }) => title)];
  if (labels.length === 0) return null;
  return (
    <Section title={copy.once}>
      <Card pad>
        <View>{copy.onceLine(labels.join('、'))}</View>
        <View className="start-rule__as">{copy.onceNote}</View>
      </Card>
    </Section>
  );
}
