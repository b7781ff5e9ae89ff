import { View } from '@tarojs/components';
import { dueWords } from '@/client/case-words';
import { routes } from '@/client/routes';
import { progressText, stagesOf, standingTag } from '@/client/step-words';
import type { BundleView, CaseView } from '@/contract/cases';
import { Button, Card, Notice, ReadAloud, Row, Section } from '@/ui';
import { Road, type RoadStep } from '@/ui/road';
import { bundleCopy as copy } from './bundle-copy';

/** The steps of the bundle this case is, or is a step of: where each stands, who has it, what waits for what. */
export function BundleSteps({ view }: { view: CaseView }) {
  const { bundle } = view;
  if (!bundle) return null;
  const { list, steps } = bundle;
  const progress = progressText(bundle);
  return (
    <>
      <Section
        title={copy.title}
        aside={<ReadAloud what={copy.title} text={[progress, ...steps.map(spokenStep)]} />}
      >
        <Card pad>{progress}</Card>
        {!list.verified && (
          <Notice tone="half" icon="flag" inset>
            {copy.unverified(list.say)}
          </Notice>
        )}
        <Road
          head={copy.head}
          stages={stagesOf(steps).map((stage) => stage.map((one) => stepOf(one, view)))}
        />
        {bundle.id !== view.id && (
          <Card>
            <Row icon="tasks" title={copy.whole} line={bundle.number} to={routes.case(bundle.id)} />
          </Card>
        )}
      </Section>
      {bundle.id === view.id && view.state === 'withdrawn' && <Otherwise />}
    </>
  );
}

type Step = BundleView['steps'][number];

const spokenStep = ({ title, standing }: Step) => `${title}：${standingTag(standing).word}`;

const SURE: Readonly<Record<Step['sure'], string | null>> = {
  document: null,
  exploring: copy.exploring,
  template: copy.template,
};

function stepOf(
  { step, title, standing, due, late, office, waits_for, sure, handover, ...at }: Step,
  view: CaseView,
): RoadStep {
  const open = standing !== 'elsewhere' && at.case !== null;
  const lines = [
    ...(late ? [copy.late] : due ? [dueWords(due)] : []),
    ...(waits_for.length > 0 ? [copy.waits(waits_for), ...(handover ? [copy.early] : [])] : []),
    copy.office(office),
    ...(SURE[sure] === null ? [] : [SURE[sure]]),
  ];
  const here = at.case === view.id;
  return {
    ...{ id: step, title, tag: standingTag(standing) },
    lines: here ? [copy.here, ...lines] : lines,
    more: open && !here && at.case !== null && (
      <View className="case-step__open">
        <Button kind="secondary" small to={routes.case(at.case)} label={`${copy.open}：${title}`}>
          {copy.open}
        </Button>
      </View>
    ),
  };
}

/** Given up: what there is instead. */
function Otherwise() {
  return (
    <Section title={copy.failed}>
      <Card>
        <Row icon="gangwei" title={copy.findWork} line={copy.findWorkLine} to={routes.service('find-work')} />
        <Row
          icon="peixun"
          title={copy.training}
          line={copy.trainingLine}
          to={routes.service('training-signup')}
        />
      </Card>
    </Section>
  );
}
