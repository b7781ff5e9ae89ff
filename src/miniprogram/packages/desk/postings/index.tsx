import { View } from '@tarojs/components';
import Taro, { useDidShow, usePullDownRefresh } from '@tarojs/taro';
import { useState } from 'react';
import { routes } from '@/client/routes';
import { useCall } from '@/client/use-call';
import type { InputOf } from '@/contract/api';
import { Button, Empty, ErrorState, Page, PersonGate, Skeleton, Tabs } from '@/ui';
import { DeskHead } from '../parts/head';
import { copy } from './copy';
import { type Filter, Filters } from './filters';
import { Postings } from './list';
import './index.scss';

type Show = InputOf<'postings.queue'>['show'];
const SHOWS = Object.keys(copy.shows) as Show[];

/** Postings of the county, by what is to be done with them. */
export default function DeskPostings() {
  return (
    <Page title={copy.title} wide={<DeskHead title={copy.title} />}>
      <PersonGate need="staff" why={copy.why}>
        {() => <Office />}
      </PersonGate>
    </Page>
  );
}

function Office() {
  const [show, setShow] = useState<Show>('proposed');
  const [filter, setFilter] = useState<Filter>({ kind: '', town: '', find: '' });
  const asked = {
    show,
    ...(filter.kind !== '' && { kind: filter.kind }),
    ...(filter.town !== '' && { town: filter.town }),
    ...(filter.find !== '' && { find: filter.find }),
  };
  const { data, error, reload } = useCall('postings.queue', asked);
  // the tabs, the towns and their counts stay while another list is read
  const [last, setLast] = useState(data);
  if (data && data !== last) setLast(data);
  useDidShow(() => void reload());
  usePullDownRefresh(() => void reload().finally(() => Taro.stopPullDownRefresh()));
  const known = data ?? last;
  if (error?.name === 'NotAllowed') return <Empty icon="lock" title={copy.notHere} line={copy.notHereLine} />;
  if (!known)
    return error ? <ErrorState error={error} onRetry={() => void reload()} /> : <Skeleton lines={6} />;
  const counts: Partial<Record<Show, number>> = known.counts ?? {};
  return (
    <>
      {known.writes ? (
        <View className="desk-postings-ways">
          <Button block to={routes.deskPosting()}>
            {copy.anew}
          </Button>
          <Button block kind="secondary" to={routes.deskOpenings()}>
            {copy.numbers}
          </Button>
          <Button block kind="secondary" to={routes.deskRecords()}>
            {copy.records}
          </Button>
        </View>
      ) : (
        <View className="desk-quiet">{copy.readOnly}</View>
      )}
      <View className="desk-tabs desk-postings-tabs">
        <Tabs
          label={copy.tabs}
          items={SHOWS.map((key) => ({ key, label: copy.shows[key], count: counts[key] || undefined }))}
          value={show}
          onChange={setShow}
        />
      </View>
      <Filters towns={known.towns ?? []} filter={filter} onChange={setFilter} />
      {data ? (
        <Postings
          key={`${JSON.stringify(asked)} ${data.postings.map(({ id, version }) => `${id}${version}`).join(' ')}`}
          asked={asked}
          first={data}
        />
      ) : error ? (
        <ErrorState error={error} onRetry={() => void reload()} />
      ) : (
        <Skeleton lines={6} />
      )}
    </>
  );
}
