import Taro, { usePullDownRefresh } from '@tarojs/taro';
import { useState } from 'react';
import { useHomeCounty, useWhere, useWhereKnown, type Where } from '@/client/look-from';
import { usePack } from '@/client/pack';
import { routes, useParams } from '@/client/routes';
import { useSavedPostings } from '@/client/saved-jobs';
import { useShare } from '@/client/share';
import { useSummary } from '@/client/summary';
import { Card, Notice, Page, Quote, Row, Section, Tabs } from '@/ui';
import { copy } from './copy';
import { EVERYTHING, kindsOf, type Looking, type Scope } from './filter';
import { Going } from './going';
import { Looked } from './looked';
import { keepLooking, lastLooking } from './remembered';
import { NoWhere } from './where-bar';
import './index.scss';

const SCOPES = [
  { key: 'near', label: copy.near },
  { key: 'away', label: copy.away },
] as const;

/** What work there is: around a place, or organised to go elsewhere. */
export default function JobsList() {
  const params = useParams<'scope' | 'kinds' | 'say'>();
  const preset = kindsOf(params.kinds);
  const [scope, setScope] = useState<Scope>(params.scope === 'away' ? 'away' : 'near');
  const [looking, setLooking] = useState<Looking>(() =>
    preset.length > 0 ? { ...EVERYTHING, kinds: preset } : lastLooking(),
  );
  const [again, setAgain] = useState(0);
  const where = useFrom(scope);
  const known = useWhereKnown();
  useShare(copy.title, routes.jobs());
  usePullDownRefresh(() => {
    setAgain(again + 1);
    setTimeout(() => void Taro.stopPullDownRefresh(), 500);
  });
  const change = (next: Looking) => {
    keepLooking(next);
    setLooking(next);
  };
  return (
    <Page
      title={copy.title}
      top={<Tabs label={copy.scopes} items={SCOPES} value={scope} onChange={setScope} />}
    >
      {params.say === 'yulu' && <Graduates />}
      {where ? (
        <Looked key={again} scope={scope} where={where} looking={looking} onChange={change} />
      ) : (
        known && <NoWhere scope={scope} />
      )}
      {scope === 'away' && <Going />}
      <Links />
    </Page>
  );
}

/** Work elsewhere is offered to the people of a county: the phone's place says nothing of that. */
function useFrom(scope: Scope): Where | null {
  const where = useWhere();
  const home = useHomeCounty();
  if (scope === 'near') return where;
  if (home) return { kind: 'place', county: home.code, name: home.name, town: null };
  return where?.kind === 'place' ? where : null;
}

function Links() {
  const saved = useSavedPostings();
  const county = useHomeCounty()?.code;
  const summary = useSummary();
  const fits = summary?.started ? summary.areas.jobs.eligible : 0;
  return (
    <Section title={copy.links}>
      <Card>
        <Row
          icon="flag"
          title={copy.saved}
          line={copy.savedLine(saved.length)}
          to={routes.savedPostings()}
          dense
        />
        <Row icon="user" title={copy.work} line={copy.workLine} to={routes.work()} dense />
        <Row icon="clock" title={copy.hands} line={copy.handsLine} to={routes.hands()} dense />
        <Row icon="gangwei" title={copy.posts} line={copy.postsLine} to={routes.posts(county)} dense />
        <Row
          icon="tasks"
          title={copy.register}
          line={copy.registerLine}
          to={routes.service('find-work')}
          dense
        />
        <Row icon="train" title={copy.brands} line={copy.brandsLine} to={routes.brands()} dense />
        <Row icon="village" title={copy.stations} line={copy.stationsLine} to={routes.stations()} dense />
        <Row icon="user" title={copy.employer} line={copy.employerLine} to={routes.employer()} dense />
        <Row
          icon="document"
          title={copy.policy}
          line={copy.policyLine(fits)}
          to={routes.area('jobs')}
          dense
        />
      </Card>
    </Section>
  );
}

/** What the document says of 雨露计划 graduates: not which posts, so none are called theirs. */
function Graduates() {
  const { pack } = usePack();
  const benefit = pack?.benefits.find(({ clauses }) => JSON.stringify(clauses).includes('yulu_graduate'));
  const [clause] = benefit?.clauses ?? [];
  const document = pack?.documents.find(({ id }) => id === benefit?.document);
  const item = benefit?.items[0] ?? '';
  return (
    <>
      {clause?.quote && document && (
        <Quote
          text={clause.quote}
          source={`${document.number}${item}`}
          to={routes.document(document.id, item, clause.quote)}
        />
      )}
      <Notice icon="yulu" inset>
        {copy.yulu}
      </Notice>
    </>
  );
}
