import { View } from '@tarojs/components';
import Taro, { usePullDownRefresh } from '@tarojs/taro';
import { useState } from 'react';
import { useCall } from '@/client/use-call';
import { Button, Card, Empty, ErrorState, Page, PersonGate, Skeleton } from '@/ui';
import { DeskHead } from '../parts/head';
import { copy } from './copy';
import { Form } from './form';
import { Published } from './published';
import './index.scss';

/** What offices have published of employers that owe wages, written down with its source. */
export default function DeskRecords() {
  return (
    <Page title={copy.title} wide={<DeskHead title={copy.title} />}>
      <PersonGate need="staff" why={copy.why}>
        {() => <Office />}
      </PersonGate>
    </Page>
  );
}

function Office() {
  const [writing, setWriting] = useState(false);
  const [said, setSaid] = useState('');
  const [cursors, setCursors] = useState<readonly string[]>([]);
  const { data, error, reload } = useCall('postings.records', {});
  usePullDownRefresh(() => void reload().finally(() => Taro.stopPullDownRefresh()));
  if (!data) {
    if (error?.name === 'NotAllowed')
      return <Empty icon="lock" title={copy.notWriter} line={copy.notWriterLine} />;
    return error ? <ErrorState error={error} onRetry={() => void reload()} /> : <Skeleton lines={6} />;
  }
  const again = (words: string) => {
    setSaid(words);
    setWriting(false);
    setCursors([]);
    void reload();
  };
  const next = cursors.length === 0 ? data.next : null;
  return (
    <>
      <View className="desk-quiet">{copy.line}</View>
      <View className="desk-quiet" aria-live="polite">
        {said}
      </View>
      {writing ? (
        <Form onDone={() => again(copy.done)} />
      ) : (
        <Button block onPress={() => setWriting(true)}>
          {copy.anew}
        </Button>
      )}
      {data.records.length === 0 ? (
        <Empty icon="status-none" title={copy.none} />
      ) : (
        <Card>
          {data.records.map((record) => (
            <Published key={record.id} record={record} onDone={() => again(copy.gone)} />
          ))}
          {cursors.map((cursor) => (
            <Later
              key={cursor}
              cursor={cursor}
              onDone={again}
              onMore={(one) => setCursors([...cursors, one])}
            />
          ))}
        </Card>
      )}
      {next !== null && (
        <Button kind="secondary" block onPress={() => setCursors([next])}>
          {copy.more}
        </Button>
      )}
    </>
  );
}

interface LaterProps {
  cursor: string;
  onDone: (said: string) => void;
  onMore: (cursor: string) => void;
}

/** A page of older ones. */
function Later({ cursor, onDone, onMore }: LaterProps) {
  const { data } = useCall('postings.records', { cursor });
  const [asked, setAsked] = useState(false);
  if (!data) return <Skeleton lines={3} />;
  const { next } = data;
  return (
    <>
      {data.records.map((record) => (
        <Published key={record.id} record={record} onDone={() => onDone(copy.gone)} />
      ))}
      {next !== null && !asked && (
        <Button
          kind="secondary"
          block
          onPress={() => {
            setAsked(true);
            onMore(next);
          }}
        >
          {copy.more}
        </Button>
      )}
    </>
  );
}
