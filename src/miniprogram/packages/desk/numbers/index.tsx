import { View } from '@tarojs/components';
import Taro, { usePullDownRefresh } from '@tarojs/taro';
import { useMemo, useState } from 'react';
import { today } from '@/client/clock';
import { useCall } from '@/client/use-call';
import type { OutputOf } from '@/contract/api';
import { yuanText } from '@/domain/money/yuan';
import { Box, Card, Empty, ErrorState, Page, PersonGate, Problem, Skeleton, Tabs } from '@/ui';
// not through the index: only subpackages draw bars and tables, and the main package has to stay small
import { Bars } from '@/ui/bars';
import { type Column, Table } from '@/ui/table';
import { DeskHead } from '../parts/head';
import { daysOf, PERIODS, type Period } from '../parts/period';
import { copy } from './copy';
import './index.scss';

type Numbers = OutputOf<'desk.numbers'>;

/** What the office received and how it kept its times. */
export default function DeskNumbers() {
  return (
    <Page title={copy.title} wide={<DeskHead title={copy.title} />}>
      <PersonGate need="staff" why={copy.why}>
        {() => <Office />}
      </PersonGate>
    </Page>
  );
}

function Office() {
  const [period, setPeriod] = useState<Period>('quarter');
  const day = today();
  const days = useMemo(() => daysOf(period, day), [period, day]);
  const { data, error, reload } = useCall('desk.numbers', days);
  usePullDownRefresh(() => void reload().then(() => Taro.stopPullDownRefresh()));
  return (
    <>
      <View className="desk-tabs">
        <Tabs label={copy.periods} items={PERIODS} value={period} onChange={setPeriod} />
      </View>
      <View className="desk-quiet">{copy.span(days.from, days.to)}</View>
      {!data && (error ? <ErrorState error={error} onRetry={() => void reload()} /> : <Skeleton lines={8} />)}
      {data && <Problem error={error} />}
      {data && <Figures total={data.total} />}
      {data?.total.received === 0 && <Empty icon="status-none" title={copy.none} line={copy.noneLine} />}
      {data && data.by_service.length > 0 && (
        <Group
          title={copy.byService}
          name={copy.service}
          lines={data.by_service.map((line) => ({ ...line, key: line.service, name: line.title }))}
        />
      )}
      {data && data.by_town.length > 0 && (
        <Group
          title={copy.byTown}
          name={copy.town}
          lines={data.by_town.map((line) => ({ ...line, key: line.town, name: line.town }))}
        />
      )}
      {data && data.by_month.length > 1 && <Months months={data.by_month} />}
      {copy.notes.map((note) => (
        <View key={note} className="desk-quiet">
          {note}
        </View>
      ))}
    </>
  );
}

function Figures({ total }: { total: Numbers['total'] }) {
  const { received, in_time, late, open, overdue, stars, people, asked_fen } = total;
  const figures: readonly (readonly [string, string, string])[] = [
    [copy.received, `${received}`, ''],
    [copy.inTime, `${in_time}`, ''],
    [copy.late, `${late}`, late > 0 ? 'ui-ink--no' : ''],
    [copy.open, `${open}`, ''],
    [copy.overdue, `${overdue}`, overdue > 0 ? 'ui-ink--no' : ''],
    [copy.stars, stars === null ? copy.noStars : copy.starsOf(stars), ''],
    [copy.people, `${people}`, ''],
    ...(asked_fen === null ? [] : [[copy.asked, yuanText(asked_fen), ''] as const]),
  ];
  return (
    <Box tag="ul" className="desk-figures">
      {figures.map(([name, value, ink]) => (
        <Box tag="li" key={name} className="desk-figure">
          <View className="desk-figure__name">{name}</View>
          <View className={`desk-figure__value ${ink}`}>{value}</View>
        </Box>
      ))}
    </Box>
  );
}

interface Line {
  readonly key: string;
  readonly name: string;
  readonly received: number;
  readonly in_time: number;
  readonly late: number;
  readonly overdue: number;
}

const SERIES = [
  { word: copy.inTime, look: 'solid' },
  { word: copy.late, look: 'striped' },
  { word: copy.rest, look: 'hollow' },
] as const;

function Group({ title, name, lines }: { title: string; name: string; lines: readonly Line[] }) {
  const columns: readonly Column<Line>[] = [
    { key: 'name', title: name, cell: (line) => line.name },
    { key: 'received', title: copy.received, cell: ({ received }) => received, number: true },
    { key: 'in_time', title: copy.inTime, cell: ({ in_time }) => in_time, number: true },
    { key: 'late', title: copy.late, cell: ({ late }) => late, number: true },
    { key: 'overdue', title: copy.overdue, cell: ({ overdue }) => overdue, number: true },
  ];
  const rows = lines.map(({ key, name: label, received, in_time, late }) => ({
    key,
    label,
    values: [in_time, late, Math.max(0, received - in_time - late)],
  }));
  return (
    <Card title={title}>
      <Bars label={title} unit={copy.unit} series={SERIES} rows={rows} />
      <Table label={title} columns={columns} rows={lines} keyOf={({ key }) => key} />
    </Card>
  );
}

type Month = Numbers['by_month'][number];
const MONTHS = [
  { word: copy.received, look: 'hollow' },
  { word: copy.closed, look: 'solid' },
] as const;
const MONTH_COLUMNS: readonly Column<Month>[] = [
  { key: 'month', title: copy.month, cell: ({ month }) => copy.monthText(month) },
  { key: 'received', title: copy.received, cell: ({ received }) => received, number: true },
  { key: 'closed', title: copy.closed, cell: ({ closed }) => closed, number: true },
];

function Months({ months }: { months: readonly Month[] }) {
  const rows = months.map(({ month, received, closed }) => ({
    key: month,
    label: copy.monthText(month),
    values: [received, closed],
  }));
  return (
    <Card title={copy.byMonth}>
      <Bars label={copy.byMonth} unit={copy.unit} series={MONTHS} rows={rows} beside />
      <Table label={copy.byMonth} columns={MONTH_COLUMNS} rows={months} keyOf={({ month }) => month} narrow />
    </Card>
  );
}
