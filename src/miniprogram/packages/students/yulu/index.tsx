import { View } from '@tarojs/components';
import { useAnswers } from '@/client/answers';
import { useAsOf } from '@/client/as-of';
import { type BenefitView, headline } from '@/client/benefit-view';
import { useBenefitViews } from '@/client/benefit-views';
import { decisionStatus } from '@/client/decision-status';
import { useDocument } from '@/client/documents';
import { semesterText } from '@/client/fact-text';
import { usePack } from '@/client/pack';
import { routes } from '@/client/routes';
import { sentencesWith } from '@/client/sentences';
import { useShare } from '@/client/share';
import { programOf } from '@/client/summary';
import { ASKED, FACTS, type Pack } from '@/domain/eligibility';
import { Button, Card, Empty, Hero, Notice, PackGate, Page, PhoneLink, Quote, Row, Section } from '@/ui';
import { AfterSchool } from './after-school';
import { copy } from './copy';
import { firstSemester, semesterGrid } from './grid';
import { SemesterPicture } from './semester-picture';
import { SchoolStage } from './stage';
import { useMayAsk, WhoAsks } from './who-asks';
import './index.scss';

/** For a student or a parent: from which semester the family is in, when it stops, and why. Never a sum. */
export default function Yulu() {
  const { pack } = usePack();
  const { views, titleOf } = useBenefitViews();
  const may = useMayAsk();
  useShare(copy.share, routes.yulu());
  // the rows that ask for vocational education; the one with semesters is drawn
  const rows = views.filter(({ benefit }) => benefit.area === 'yulu');
  const main = rows.find(testsSemester) ?? rows.find(({ benefit }) => benefit.kind === 'money');
  if (!pack || !main) {
    return (
      <Page title={copy.title}>
        {pack && views.length > 0 ? (
          <Empty icon="yulu" title={copy.none} />
        ) : (
          <PackGate>{() => null}</PackGate>
        )}
      </Page>
    );
  }
  if (!may) {
    return (
      <Page title={copy.title}>
        <WhoAsks />
      </Page>
    );
  }
  return <Plan main={main} rows={rows} pack={pack} titleOf={titleOf} />;
}

const testsSemester = ({ benefit }: BenefitView) =>
  JSON.stringify(benefit.clauses).includes('benefit_semester');

const isForGraduates = ({ benefit }: BenefitView) =>
  JSON.stringify(benefit.clauses).includes('yulu_graduate');

interface PlanProps {
  main: BenefitView;
  rows: readonly BenefitView[];
  pack: Pack;
  titleOf: (id: string) => string;
}

function Plan({ main, rows, pack, titleOf }: PlanProps) {
  const office = pack.region.offices.find(({ id }) => id === main.benefit.handler.office);
  const others = rows.filter((row) => row !== main);
  const withSemesters = testsSemester(main);
  return (
    <Page
      title={copy.title}
      top={<Answer view={main} regionName={pack.region.name} titleOf={titleOf} />}
      bar={
        <>
          <PhoneLink number={office?.phone ?? '12333'} />
          <Button block to={routes.benefit(main.benefit.id)}>
            {copy.bringButton}
          </Button>
        </>
      }
    >
      {withSemesters ? (
        <Semesters view={main} pack={pack} />
      ) : (
        <Notice inset icon="status-ask" tone="ask">
          {copy.noSemester}
        </Notice>
      )}
      <SchoolStage />
      <Missing view={main} />
      <Law view={main} />
      <View className="yulu-quiet">{copy.noMoney}</View>
      {others.length > 0 && (
        <Section title={copy.others}>
          <Card>
            {others.map(({ benefit, decision }) => (
              <Row
                key={benefit.id}
                title={benefit.title}
                line={benefit.plain}
                status={decisionStatus(benefit, decision)}
                to={routes.benefit(benefit.id)}
                stacked
              />
            ))}
            {others.some(isForGraduates) && (
              <Row icon="gangwei" title={copy.work} line={copy.workLine} to={routes.graduateJobs()} />
            )}
          </Card>
        </Section>
      )}
      <AfterSchool />
    </Page>
  );
}

/** The answer for the chosen semester. */
function Answer({
  view,
  regionName,
  titleOf,
}: {
  view: BenefitView;
  regionName: string;
  titleOf: (id: string) => string;
}) {
  const { decision, facts } = view;
  const semester = typeof facts.benefit_semester === 'string' ? facts.benefit_semester : null;
  const { title, line } = headline(view, regionName, titleOf);
  const inScope = decision.status === 'in_scope' && semester !== null;
  const words = inScope ? `${semesterText(semester)}，在范围内` : title;
  return (
    <Hero
      status={decisionStatus(view.benefit, decision)}
      what="这一页"
      readout={[copy.title, words, line]}
      title={words}
      line={line}
      size="title"
    />
  );
}

/** The picture of semesters; a tap chooses the one applied for. */
function Semesters({ view, pack }: { view: BenefitView; pack: Pack }) {
  const { asOf } = useAsOf();
  const answers = useAnswers();
  const { benefit, decision, facts, document } = view;
  const start = firstSemester(decision);
  const ended = document.effective.to !== null && document.effective.to < asOf;
  const lastDay = ended && document.effective.to !== null ? document.effective.to : asOf;
  const first = (start === null ? Number(lastDay.slice(0, 4)) : Number(start.slice(0, 4))) - 1;
  const rows = semesterGrid(programOf(pack, asOf), facts, benefit.id, first, Number(lastDay.slice(0, 4)));
  const value = (id: 'benefit_semester' | 'elimination_semester') =>
    typeof facts[id] === 'string' ? String(facts[id]) : null;
  return (
    <Card pad>
      <SemesterPicture
        rows={rows}
        ended={ended}
        selected={value('benefit_semester')}
        onSelect={(semester) => answers.answer('benefit_semester', semester)}
        start={start}
        eliminated={value('elimination_semester')}
      />
    </Card>
  );
}

/** Answers the picture still needs, each a button to exactly that question. */
function Missing({ view }: { view: BenefitView }) {
  const open = view.decision.clauses.flatMap(({ state, compared }) => (state === 'unknown' ? compared : []));
  const facts = [
    ...new Set([
      ...view.decision.missing,
      ...open.filter(({ value }) => value === null).map(({ fact }) => fact),
    ]),
  ];
  const shown = facts.filter(
    (fact) => ASKED.includes(fact) && fact !== 'benefit_semester' && fact !== 'vocational_student',
  );
  if (shown.length === 0) return null;
  return (
    <Section title={copy.missing}>
      <Card>
        {shown.map((fact) => (
          <Row
            key={fact}
            icon="status-ask"
            iconClass="ui-ink--ask"
            title={FACTS[fact].label}
            to={routes.check({ fact })}
          />
        ))}
      </Card>
    </Section>
  );
}

/** The sentence that decides, word for word. */
function Law({ view }: { view: BenefitView }) {
  const { decision, benefit, document } = view;
  const { document: full } = useDocument(document.id);
  const item = benefit.items[0] ?? '';
  const quotes = [
    ...new Set(decision.clauses.filter((clause) => clause.item === item).map(({ quote }) => quote)),
  ];
  const text = full?.items.find(({ key }) => key === item)?.text;
  if (quotes.length === 0) return null;
  return (
    <Section title={copy.quote}>
      <Quote
        text={text === undefined ? quotes.join('……') : sentencesWith(text, quotes)}
        passages={decision.clauses
          .filter(({ state }) => state === 'failed')
          .map(({ quote }) => ({ quote, mark: true }))}
        source={`${document.number}${item}`}
        to={routes.document(document.id, item, quotes[quotes.length - 1])}
      />
    </Section>
  );
}
