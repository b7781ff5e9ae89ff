import { View } from '@tarojs/components';
import Taro, { usePullDownRefresh } from '@tarojs/taro';
import { useState } from 'react';
import { dayWords } from '@/client/case-words';
import { routes } from '@/client/routes';
import { useCall } from '@/client/use-call';
import type { OutputOf } from '@/contract/api';
import { yuanText } from '@/domain/money/yuan';
import { Card, Empty, ErrorState, monthDayText, Page, PersonGate, Row, Skeleton, Tabs } from '@/ui';
// not through the index: only subpackages draw bars and tables, and the main package has to stay small
import { Bars } from '@/ui/bars';
import { type Column, Table } from '@/ui/table';
import { DeskHead } from '../parts/head';
import { copy } from './copy';
import { TownMap } from './town-map';
import './index.scss';

type Tab = 'hearings' | 'employer' | 'site';
const TABS: readonly { readonly key: Tab; readonly label: string }[] = [
  { key: 'hearings', label: copy.hearings },
  { key: 'employer', label: copy.employers },
  { key: 'site', label: copy.sites },
];

/** What an office of wage matters looks ahead to, and back on. */
export default function DeskWages() {
  return (
    <Page title={copy.title} wide={<DeskHead title={copy.title} />}>
      <PersonGate need="staff" why={copy.why}>
        {() => <Office />}
      </PersonGate>
    </Page>
  );
}

function Office() {
  const [tab, setTab] = useState<Tab>('hearings');
  return (
    <>
      <View className="desk-tabs">
        <Tabs label={copy.tabs} items={TABS} value={tab} onChange={setTab} />
      </View>
      {tab === 'hearings' ? <Hearings /> : <Employers key={tab} by={tab} />}
    </>
  );
}

/** The next hearings, the nearest first. */
function Hearings() {
  const { data, error, reload } = useCall('desk.hearings', {});
  usePullDownRefresh(() => void reload().then(() => Taro.stopPullDownRefresh()));
  if (!data)
    return error ? <ErrorState error={error} onRetry={() => void reload()} /> : <Skeleton lines={6} />;
  if (data.length === 0) return <Empty icon="calendar" title={copy.noHearings} line={copy.noHearingsLine} />;
  return (
    <Card>
      {data.map(({ case: line, on, time, place }) => (
        <Row
          key={line.id}
          icon="calendar"
          title={copy.when(dayWords(on), time)}
          line={[place, copy.hearingLine(line.name ?? copy.nobody, line.title)].filter(Boolean).join('，')}
          to={routes.deskCase(line.id)}
        />
      ))}
    </Card>
  );
}

type Employer = OutputOf<'desk.employers'>['employers'][number] & { readonly key: string };
type Town = OutputOf<'desk.employers'>['by_town'][number];

const COLUMNS: readonly Column<Employer>[] = [
  { key: 'name', title: copy.name, cell: ({ name }) => name || copy.unnamed },
  { key: 'cases', title: copy.cases, cell: ({ cases }) => cases, number: true },
  { key: 'people', title: copy.people, cell: ({ people }) => people, number: true },
  { key: 'open', title: copy.open, cell: ({ open }) => open, number: true },
  {
    key: 'fen',
    title: copy.fen,
    cell: ({ fen }) => (fen === null ? copy.noFen : yuanText(fen)),
    number: true,
  },
  { key: 'newest', title: copy.newest, cell: ({ newest }) => monthDayText(newest) },
];
const TOWN_COLUMNS: readonly Column<Town>[] = [
  { key: 'town', title: copy.town, cell: ({ town }) => town },
  { key: 'cases', title: copy.cases, cell: ({ cases }) => cases, number: true },
];
const SERIES = [{ word: copy.number, look: 'solid' }] as const;

/** Who is complained about most, and how many cases each township has. */
function Employers({ by }: { by: 'employer' | 'site' }) {
  const { data, error, reload } = useCall('desk.employers', { by });
  usePullDownRefresh(() => void reload().then(() => Taro.stopPullDownRefresh()));
  if (!data)
    return error ? <ErrorState error={error} onRetry={() => void reload()} /> : <Skeleton lines={8} />;
  const title = by === 'site' ? copy.sites : copy.employers;
  const rows = data.employers.map((one, index) => ({ ...one, key: `${index} ${one.name}` }));
  const towns = data.by_town.map(({ town, cases }) => ({ key: town, label: town, values: [cases] }));
  return (
    <>
      <View className="desk-quiet">{copy.since(data.since)}</View>
      {rows.length === 0 ? (
        <Empty icon="status-none" title={copy.noEmployers} />
      ) : (
        <Card title={title}>
          <Table label={title} columns={COLUMNS} rows={rows} keyOf={({ key }) => key} />
        </Card>
      )}
      {towns.length > 0 && (
        <Card title={copy.byTown}>
          <TownMap towns={data.by_town} />
          <Bars label={copy.byTown} unit={copy.unit} series={SERIES} rows={towns} />
          <Table
            label={copy.byTown}
            columns={TOWN_COLUMNS}
            rows={data.by_town}
            keyOf={({ town }) => town}
            narrow
          />
        </Card>
      )}
    </>
  );
}
