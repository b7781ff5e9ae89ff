import { View } from '@tarojs/components';
import Taro, { usePullDownRefresh } from '@tarojs/taro';
import { useState } from 'react';
import { useAsOf } from '@/client/as-of';
import type { BenefitView } from '@/client/benefit-view';
import { useBenefitViews } from '@/client/benefit-views';
import { decisionStatus } from '@/client/decision-status';
import { usePack } from '@/client/pack';
import { routes, useParams } from '@/client/routes';
import { useShare } from '@/client/share';
import { useSummary } from '@/client/summary';
import { type Benefit, FIRST_DAY, LAST_DAY, type Pack } from '@/domain/eligibility';
import {
  Button,
  Card,
  DateField,
  dateText,
  Empty,
  Notice,
  PackGate,
  Page,
  SearchField,
  type TabItem,
  Tabs,
} from '@/ui';
import { copy, GROUPS, type Group as GroupName } from './copy';
import { Group } from './group';
import { matches } from './search';
import './index.scss';

/** Every benefit of the place, grouped by what it means for this person on this day. */
export default function BenefitList() {
  const { filter } = useParams<'filter'>();
  const { pack, refresh } = usePack();
  useShare();
  usePullDownRefresh(() => {
    void refresh().finally(() => Taro.stopPullDownRefresh());
  });
  const start = GROUPS.find(({ group }) => group === filter)?.group ?? 'all';
  return (
    <Page title={copy.title}>
      {pack ? <Results pack={pack} start={start} /> : <PackGate>{() => null}</PackGate>}
    </Page>
  );
}

function Results({ pack, start }: { pack: Pack; start: GroupName | 'all' }) {
  const { asOf, set } = useAsOf();
  const { views, titleOf } = useBenefitViews();
  const [tab, setTab] = useState<GroupName | 'all'>(start);
  const [typed, setTyped] = useState('');
  const found = typed.trim() === '' ? views : views.filter(({ benefit }) => matches(benefit, typed));
  const grouped = GROUPS.map((entry) => ({
    ...entry,
    views: found
      .filter(({ benefit, decision }) => decisionStatus(benefit, decision) === entry.group)
      .sort(moneyFirst),
  }));
  // a tab whose group is empty on this day or for this search must not leave the page blank
  const shown =
    tab === 'all'
      ? grouped.filter((entry) => entry.views.length > 0)
      : grouped.filter((entry) => entry.group === tab);
  return (
    <>
      <View className="list-tools">
        <SearchField label={copy.search} value={typed} onChange={setTyped} />
        <DateField label={copy.date} labelHidden value={asOf} min={FIRST_DAY} max={LAST_DAY} onChange={set} />
      </View>
      <Tabs label={copy.filter} items={tabsOf(found.length, grouped, tab)} value={tab} onChange={setTab} />
      <Expired pack={pack} asOf={asOf} />
      <Elsewhere views={views} name={pack.region.name} />
      {typed.trim() === '' && <GoOn />}
      {found.length === 0 && (
        <Empty icon="search" title={copy.nothing(typed.trim())} line={copy.nothingLine} />
      )}
      {shown.map((entry) =>
        entry.views.length === 0 ? (
          <Empty key={entry.group} title={copy.emptyGroup} />
        ) : (
          <Group
            key={entry.group}
            {...entry}
            whole={tab !== 'all' || typed.trim() !== ''}
            titleOf={titleOf}
            onOpen={() => {
              setTab(entry.group);
              void Taro.pageScrollTo({ scrollTop: 0, duration: 0 })?.catch?.(() => undefined);
            }}
          />
        ),
      )}
    </>
  );
}

const RANK: Record<Benefit['kind'], number> = { money: 0, priority: 1, service: 2, duty: 3 };

/** What people look for first stands first; within a kind, the document's order. */
const moneyFirst = (a: BenefitView, b: BenefitView) => RANK[a.benefit.kind] - RANK[b.benefit.kind];

function tabsOf(
  all: number,
  grouped: readonly { group: GroupName; tab: string; views: readonly unknown[] }[],
  current: GroupName | 'all',
): TabItem<GroupName | 'all'>[] {
  const present = grouped.filter(({ group, views }) => views.length > 0 || group === current);
  return [
    { key: 'all', label: copy.all, count: all },
    ...present.map(({ group, tab, views }) => ({ key: group, label: tab, count: views.length })),
  ];
}

/** The documents of this place have ended: said once, with the way to read them. */
function Expired({ pack, asOf }: { pack: Pack; asOf: string }) {
  const ended = pack.documents.find(({ effective: { to } }) => to !== null && to < asOf);
  if (!ended?.effective.to) return null;
  return (
    <Notice
      inset
      icon="status-none"
      title={copy.expired.title(dateText(ended.effective.to))}
      action={{ text: copy.expired.read, to: routes.document(ended.id) }}
    >
      {copy.expired.line}
    </Notice>
  );
}

function Elsewhere({ views, name }: { views: readonly BenefitView[]; name: string }) {
  if (views.length === 0 || views.some(({ decision }) => decision.reason !== 'jurisdiction')) return null;
  return (
    <Notice
      inset
      tone="ask"
      icon="location"
      action={{ text: copy.changeAnswer, to: routes.check({ fact: 'home_county' }) }}
    >
      {copy.elsewhere(name)}
    </Notice>
  );
}

/** The way back into the questions, as long as one is left. */
function GoOn() {
  const summary = useSummary();
  if (!summary?.next) return null;
  return (
    <Card pad>
      {!summary.started && <View className="list-begin">{copy.begin}</View>}
      <Button block to={routes.check()}>
        {copy.goOn(summary.questions)}
      </Button>
    </Card>
  );
}
