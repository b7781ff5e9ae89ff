import { View } from '@tarojs/components';
import { useEffect } from 'react';
import { momentText } from '@/client/clock';
import { errorCopy } from '@/client/error-copy';
import { forget, type OutboxItem, retryAll, useOutbox } from '@/client/outbox';
import { routes } from '@/client/routes';
import { Button, Card, type StatusName, StatusTag } from '@/ui';
import { copy } from './copy';

const TAGS: Record<OutboxItem['state'], StatusName> = {
  waiting: 'warning',
  sending: 'doing',
  delivered: 'eligible',
  refused: 'not_eligible',
};

/** Visits that were written and have not arrived, each with where it stands. */
export function Waiting() {
  const all = useOutbox().filter(({ kind }) => kind === 'visit');
  const visits = all.filter(({ state }) => state !== 'delivered');
  const arrived = all
    .filter(({ state }) => state === 'delivered')
    .map(({ id }) => id)
    .join(' ');
  // what has arrived says something of a resident, and need not stay on this phone
  useEffect(() => {
    for (const id of arrived.split(' ')) forget(id);
  }, [arrived]);
  if (visits.length === 0) return null;
  const going = visits.some(({ state }) => state === 'waiting');
  return (
    <Card title={copy.outbox(visits.length)}>
      {visits.map((item) => (
        <View key={item.id} className="desk-waiting">
          <View className="desk-waiting__head">
            <View className="desk-waiting__title">{item.title}</View>
            <StatusTag status={TAGS[item.state]} word={copy.stateOf[item.state]} />
          </View>
          <View className="desk-quiet">{momentText(item.at)}</View>
          {item.error && <View>{whyOf(item)}</View>}
          {item.state === 'refused' && (
            <View className="desk-waiting__ways">
              <Button kind="secondary" small onPress={() => forget(item.id)}>
                {copy.forget}
              </Button>
              <Button small to={routes.deskVisit({ again: item.id })}>
                {copy.reopen}
              </Button>
            </View>
          )}
        </View>
      ))}
      {going && (
        <View className="desk-waiting">
          <View className="desk-quiet">{copy.outboxLine}</View>
          <Button small block onPress={retryAll}>
            {copy.retry}
          </Button>
        </View>
      )}
    </Card>
  );
}

/** What the server said of a field says more than the name of the error. */
function whyOf({ error, state }: OutboxItem): string {
  const [first] = error?.fields ?? [];
  if (first) return first.message;
  const { title, wayOn } = errorCopy(error);
  return state === 'refused' ? `${title}。${wayOn}` : title;
}
