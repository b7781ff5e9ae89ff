import { View } from '@tarojs/components';
import Taro, { usePullDownRefresh } from '@tarojs/taro';
import { useMemo, useState } from 'react';
import { today } from '@/client/clock';
import { useCall } from '@/client/use-call';
import { Card, Empty, ErrorState, Page, PersonGate, Problem, Skeleton, Tabs } from '@/ui';
// not through the index: only subpackages draw bars and tables, and the main package has to stay small
import { Bars } from '@/ui/bars';
import { type Column, Table } from '@/ui/table';
import { DeskHead } from '../parts/head';
import { daysOf, PERIODS, type Period } from '../parts/period';
import { copy } from './copy';
import { type Group, grouped, totalOf } from './grouped';
import './index.scss';

/** Openings, applications and starts, by township and by kind. */
export default function DeskOpenings() {
  return (
    <Page title={copy.title} wide={<DeskHead title={copy.title} />}>
      <PersonGate need="staff" why={copy.why}>
        {() => <Office />}
      </PersonGate>
    </Page>
  );
}

const BY = [
  { key: 'town', label: copy.town },
  { key: 'kind', label: copy.kind },
] as const;

function Office() {
  const [period, setPeriod] = useState<Period>('quarter');
  const [by, setBy] = useState<'town' | 'kind'>('town');
  const day = today();
  const days = useMemo(() => daysOf(period, day), [period, day]);
  const { data, error, reload } = useCall('postings.numbers', days);
  usePullDownRefresh(() => void reload().then(() => Taro.stopPullDownRefresh()));
  return (
    <>
      <View className="desk-tabs">
        <Tabs label={copy.periods} items={PERIODS} value={period} onChange={setPeriod} />
      </View>
      <View className="desk-quiet">{copy.span(days.from, days.to)}</View>
      <View className="desk-tabs">
        <Tabs label={copy.by} items={BY} value={by} onChange={setBy} />
      </View>
      {!data && (error ? <ErrorState error={error} onRetry={() => void reload()} /> : <Skeleton lines={8} />)}
      {data && <Problem error={error} />}
      {data && data.lines.length === 0 && <Empty icon="status-none" title={copy.none} line={copy.noneLine} />}
      {data && data.lines.length > 0 && <Chart by={by} groups={grouped(data.lines, by)} />}
      {copy.notes.map((note) => (
        <View key={note} className="desk-quiet">
          {note}
        </View>
      ))}
    </>
  );
}

const SERIES = [
  { word: copy.people, look: 'hollow' },
  { word: copy.applications, look: 'dotted' },
  { word: copy.starts, look: 'solid' },
] as const;

function Chart({ by, groups }: { by: 'town' | 'kind'; groups: readonly Group[] }) {
  const title = by === 'town' ? copy.town : copy.kind;
  const number = (key: Exclude<keyof Group, 'name'>): Column<Group> => ({
    key,
    title: copy[key],
    cell: (group) => group[key],
    number: true,
  });
  const columns: readonly Column<Group>[] = [
    { key: 'name', title: by === 'town' ? copy.townName : copy.kindName, cell: ({ name }) => name },
    number('postings'),
    number('people'),
    number('applications'),
    number('starts'),
    number('said'),
  ];
  const rows = groups.map(({ name, people, applications, starts }) => ({
    key: name,
    label: name,
    values: [people, applications, starts],
  }));
  return (
    <Card title={title}>
      <Bars label={title} unit={copy.unit} series={SERIES} rows={rows} beside />
      <Table label={title} columns={columns} rows={[...groups, totalOf(groups)]} keyOf={({ name }) => name} />
    </Card>
  );
}
