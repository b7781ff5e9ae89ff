import { View } from '@tarojs/components';
import { useEffect } from 'react';
import { momentText } from '@/client/clock';
import { errorCopy } from '@/client/error-copy';
import { useMarks } from '@/client/marks';
import { forget, retryAll } from '@/client/outbox';
import { dayAt } from '@/domain/training';
import { Button, Card } from '@/ui';
import { copy } from './copy';

/** Marks that have not arrived, each with why; what arrived on an earlier day need not stay on this phone. */
export function OnTheWay({ session }: { session: string }) {
  const marks = useMarks('training.mark', session);
  const today = dayAt(Date.now());
  const old = marks
    .filter(({ day, item }) => item.state === 'delivered' && day !== today)
    .map(({ item }) => item.id)
    .join(' ');
  useEffect(() => {
    for (const id of old.split(' ')) forget(id);
  }, [old]);
  const open = marks.filter(({ item }) => item.state !== 'delivered');
  if (open.length === 0) return null;
  return (
    <Card title={copy.waiting(open.length)}>
      {open.map(({ item }) => (
        <View key={item.id} className="training-text">
          <View>{`${item.title} · ${momentText(item.at)}`}</View>
          {item.error && <View>{item.error.fields?.[0]?.message ?? errorCopy(item.error).title}</View>}
          {item.state === 'refused' && (
            <View className="training-text__ways">
              <Button small kind="secondary" onPress={() => forget(item.id)}>
                {copy.forget}
              </Button>
            </View>
          )}
        </View>
      ))}
      <View className="training-text">
        <View>{copy.kept}</View>
        <View className="training-text__ways">
          <Button small onPress={retryAll}>
            {copy.retry}
          </Button>
        </View>
      </View>
    </Card>
  );
}
