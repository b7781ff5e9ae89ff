import Taro, { useDidShow, usePullDownRefresh } from '@tarojs/taro';
import { useEffect } from 'react';
import { heardOfTasks } from '@/client/case-todo';
import { useMe } from '@/client/me';
import { routes } from '@/client/routes';
import { personGeneration } from '@/client/session';
import { useCall } from '@/client/use-call';
import { Card, ErrorState, Page, PersonGate, Row, Section, Skeleton } from '@/ui';
import { copy } from './copy';
import { Filed, Tasks } from './filed';
import { FormsHere } from './forms';
import { OutboxHere } from './outbox';
import './index.scss';

/** What I have to do, what is not sent, what is not written to the end, and everything filed. */
export default function MyCases() {
  useMe();
  return <Opened key={personGeneration()} />;
}

function Opened() {
  const { signed } = useMe();
  const { data, error, reload } = useCall('cases.mine', {}, signed);
  useEffect(() => {
    if (data) heardOfTasks(data.tasks);
  }, [data]);
  useDidShow(() => {
    if (signed) void reload();
  });
  usePullDownRefresh(
    () => void (signed ? reload() : Promise.resolve()).then(() => Taro.stopPullDownRefresh()),
  );
  return (
    <Page title={copy.title}>
      {data && <Tasks tasks={data.tasks} />}
      <OutboxHere onArrived={() => void reload()} />
      <FormsHere />
      <PersonGate need="signed" acts="apply" why={copy.why}>
        {() =>
          data ? (
            <Filed key={data.cases[0]?.id} first={data} />
          ) : error ? (
            <ErrorState error={error} onRetry={() => void reload()} />
          ) : (
            <Skeleton lines={6} />
          )
        }
      </PersonGate>
      <Section title={copy.others}>
        <Card>
          <Row icon="lock" title={copy.follow} line={copy.followLine} to={routes.follow()} dense />
          <Row icon="shield" title={copy.receipt} line={copy.receiptLine} to={routes.receipt()} dense />
          {signed && (
            <Row icon="message" title={copy.requests} line={copy.requestsLine} to={routes.requests()} dense />
          )}
        </Card>
      </Section>
    </Page>
  );
}
