import { View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { useState } from 'react';
import { useAsOf } from '@/client/as-of';
import type { BenefitView } from '@/client/benefit-view';
import { useBenefitViews } from '@/client/benefit-views';
import { decisionStatus } from '@/client/decision-status';
import { type Benefit, FIRST_DAY, LAST_DAY, type Pack } from '@/domain/eligibility';
import { DateField, Empty, ReadAloud, SearchField, type TabItem, Tabs } from '@/ui';
import { Elsewhere, Expired, GoOn, NoRegister } from './around';
import { copy, GROUPS, type Group as GroupName } from './copy';
import { Group } from './group';
import { matches } from './search';
import './results.scss';

export interface ResultsProps {
  pack: Pack;
  start: GroupName | 'all';
  /** for a member of the household; default: the person */
  member?: string;
}

/** All benefits on the day looked at: searched, filtered, grouped by what they mean. */
export function Results({ pack, start, member }: ResultsProps) {
  const { asOf, set } = useAsOf();
  const { views, titleOf } = useBenefitViews(member);
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
      <View className="list-sum">
        <View className="list-sum__words">{sumOf(grouped)}</View>
        <ReadAloud what={copy.readAloud} text={readout(shown)} />
      </View>
      <Expired pack={pack} asOf={asOf} />
      <Elsewhere views={views} name={pack.region.name} member={member} />
      <NoRegister member={member} />
      {typed.trim() === '' && member === undefined && <GoOn />}
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
            member={member}
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

interface Grouped {
  readonly group: GroupName;
  readonly word: string;
  readonly tab: string;
  readonly views: readonly BenefitView[];
}

const RANK: Record<Benefit['kind'], number> = { money: 0, priority: 1, service: 2, duty: 3 };

/** What people look for first stands first; within a kind, the document's order. */
const moneyFirst = (a: BenefitView, b: BenefitView) => RANK[a.benefit.kind] - RANK[b.benefit.kind];

/** The answer before the rows. */
function sumOf(groups: readonly Grouped[]): string {
  const eligible = groups.find(({ group }) => group === 'eligible')?.views.length ?? 0;
  const ended = groups.find(({ group }) => group === 'expired')?.views.length ?? 0;
  if (eligible > 0) return copy.eligible(eligible);
  return ended > 0 ? copy.ended(ended) : copy.noneEligible;
}

/** What one can have, by name; of the rest only how many. */
const readout = (groups: readonly Grouped[]): string[] =>
  groups.map(({ group, word, views }) => {
    const named = group === 'eligible' || group === 'in_scope' || groups.length === 1;
    const names = named ? `：${views.map(({ benefit }) => benefit.title).join('，')}` : '';
    return `${word}，${copy.count(views.length)}${names}`;
  });

function tabsOf(
  all: number,
  grouped: readonly Grouped[],
  current: GroupName | 'all',
): TabItem<GroupName | 'all'>[] {
  const present = grouped.filter(({ group, views }) => views.length > 0 || group === current);
  return [
    { key: 'all', label: copy.all, count: all },
    ...present.map(({ group, tab, views }) => ({ key: group, label: tab, count: views.length })),
  ];
}
