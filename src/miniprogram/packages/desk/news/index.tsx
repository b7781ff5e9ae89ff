import { View } from '@tarojs/components';
import Taro, { usePullDownRefresh } from '@tarojs/taro';
import { useState } from 'react';
import { type CallError, call } from '@/client/call';
import { routes } from '@/client/routes';
import { useCall } from '@/client/use-call';
import type { NewsLine } from '@/contract/news';
import {
  Button,
  Card,
  Confirm,
  Empty,
  ErrorState,
  Page,
  PersonGate,
  Problem,
  Row,
  Skeleton,
  StatusTag,
} from '@/ui';
import { kindWord, copy as parts } from '../../news/parts/copy';
import { DeskHead } from '../parts/head';
import { begun } from './begun';
import { copy } from './copy';
import { EMPTY } from './draft';
import { Writing } from './writing';
import './index.scss';

/** Policy news of the county: written, looked at as on the phone, published, taken back. */
export default function DeskNews() {
  return (
    <Page title={copy.title} wide={<DeskHead title={copy.title} />}>
      <PersonGate need="staff" why={copy.why}>
        {() => <Mine />}
      </PersonGate>
    </Page>
  );
}

function Mine() {
  const { data, error, reload } = useCall('news.mine', {});
  const [writing, setWriting] = useState(false);
  const [said, setSaid] = useState('');
  usePullDownRefresh(() => void reload().finally(() => Taro.stopPullDownRefresh()));
  if (!data) {
    if (error?.name === 'NotAllowed')
      return <Empty icon="lock" title={copy.notWriter} line={copy.notWriterLine} />;
    return error ? <ErrorState error={error} onRetry={() => void reload()} /> : <Skeleton lines={6} />;
  }
  const done = (words: string) => {
    setSaid(words);
    setWriting(false);
    void reload();
  };
  if (writing) return <Writing desk={data} onDone={() => done(copy.done)} />;
  return (
    <>
      <Button block onPress={() => setWriting(true)}>
        {begun.get() === EMPTY ? copy.anew : copy.goOn}
      </Button>
      <View className="desk-quiet" aria-live="polite">
        {said}
      </View>
      <Published
        key={data.news.map(({ id, withdrawn_at }) => `${id}${withdrawn_at}`).join(' ')}
        first={data}
        onDone={done}
      />
    </>
  );
}

interface PublishedProps {
  first: { readonly news: readonly NewsLine[]; readonly next: string | null };
  onDone: (said: string) => void;
}

/** Page after page, the withdrawn ones among them. */
function Published({ first, onDone }: PublishedProps) {
  const [read, setRead] = useState(first);
  const [asking, setAsking] = useState<string | null>(null);
  const [error, setError] = useState<CallError | null>(null);
  const more = (cursor: string) =>
    call('news.mine', { cursor }).then(
      ({ news, next }) => setRead({ news: [...read.news, ...news], next }),
      (thrown: CallError) => setError(thrown),
    );
  const withdraw = (id: string) => {
    setAsking(null);
    setError(null);
    call('news.withdraw', { id }).then(
      () => onDone(copy.gone),
      (thrown: CallError) => setError(thrown),
    );
  };
  if (read.news.length === 0) return <Empty icon="document" title={copy.none} />;
  const { next } = read;
  return (
    <>
      <Problem error={error} />
      {read.news.map((one) => (
        <Card key={one.id}>
          <Row
            title={one.title}
            line={`${kindWord(one)} · ${parts.from(one)} · ${one.document.number}${one.items.join('')}`}
            trailing={
              <StatusTag
                status={one.withdrawn_at ? 'expired' : 'eligible'}
                word={one.withdrawn_at ? copy.withdrawn : copy.shown}
              />
            }
            stacked
          />
          {one.withdrawn_at === null && (
            <View className="desk-pad">
              <View className="desk-news-acts">
                <Button
                  small
                  kind="secondary"
                  to={routes.newsItem(one.id)}
                  label={`${copy.look}，${one.title}`}
                >
                  {copy.look}
                </Button>
                <Button
                  small
                  kind="secondary"
                  label={`${copy.withdraw}，${one.title}`}
                  onPress={() => setAsking(one.id)}
                >
                  {copy.withdraw}
                </Button>
              </View>
            </View>
          )}
        </Card>
      ))}
      {next !== null && (
        <Button kind="secondary" block onPress={() => void more(next)}>
          {copy.more}
        </Button>
      )}
      <Confirm
        open={asking !== null}
        title={copy.withdrawTitle}
        line={copy.withdrawLine}
        yes={copy.withdraw}
        onYes={() => asking !== null && withdraw(asking)}
        onNo={() => setAsking(null)}
      />
    </>
  );
}
