import { View } from '@tarojs/components';
import { errorCopy } from '@/client/error-copy';
import { isMarked, sendMark, useMarks } from '@/client/marks';
import { forget, retryAll } from '@/client/outbox';
import { routes } from '@/client/routes';
import type { GatheringView, HandLine } from '@/contract/hands';
import { CAME_HOW } from '@/domain/hands';
import { dayAt } from '@/domain/training';
import { Button, Card, Empty, PhoneLink, Section, StatusTag } from '@/ui';
import { agreeingTag, handTag, momentWords } from '../parts/words';
import { copy } from './organiser-copy';

interface PeopleProps {
  of: GatheringView;
  people: readonly HandLine[];
  working: boolean;
  onMarked: () => void;
}

/** The list to call out, each with the wage; whoever waits stands below. */
export function People({ of, people, working, onMarked }: PeopleProps) {
  const marks = useMarks('hands.mark', of.id);
  const seated = people.filter(({ state }) => state !== 'waiting');
  const waiting = people.filter(({ state }) => state === 'waiting');
  const isHere = ({ id, state }: HandLine) =>
    state === 'came' || isMarked(marks, { who: id }, dayAt(Date.now()));
  const tick = (one: HandLine) =>
    void sendMark({
      path: 'hands.mark',
      of: { gathering: of.id, member: one.id },
      title: one.name,
    }).then(onMarked);
  const open = marks.filter(({ item }) => item.state !== 'delivered');
  if (people.length === 0) return <Empty icon="family" title={copy.none} />;
  return (
    <>
      {open.length > 0 && (
        <Card title={copy.waiting(open.length)}>
          {open.map(({ item }) => (
            <View key={item.id} className="hands-text">
              <View>{item.title}</View>
              {item.error && <View>{item.error.fields?.[0]?.message ?? errorCopy(item.error).title}</View>}
              <View className="hands-ways">
                <Button
                  small
                  kind="secondary"
                  onPress={() => (item.state === 'refused' ? forget(item.id) : retryAll())}
                >
                  {item.state === 'refused' ? copy.forget : copy.retry}
                </Button>
              </View>
            </View>
          ))}
        </Card>
      )}
      <Section title={copy.list(seated.filter(isHere).length, seated.length)}>
        <Card>
          {seated.map((one) => (
            <View key={one.id} className="hands-text">
              <View className="hands-person">
                <View className="hands-person__name">{one.name}</View>
                <StatusTag {...handTag(isHere(one) ? 'came' : one.state)} />
              </View>
              {one.known.name === 'typed' && <View className="hands-quiet">{copy.typedName}</View>}
              {one.phone && one.known.phone === 'typed' && (
                <View className="hands-quiet">{copy.typedPhone}</View>
              )}
              {one.came_at && (
                <View className="hands-quiet">
                  {copy.came(momentWords(one.came_at), one.came_how && CAME_HOW[one.came_how])}
                </View>
              )}
              <StatusTag {...agreeingTag(one, 'organiser')} />
              <View className="hands-ways">
                {working && !isHere(one) && (
                  <Button small onPress={() => tick(one)} label={`${one.name}，${copy.here}`}>
                    {copy.here}
                  </Button>
                )}
                {(of.state === 'open' || one.state === 'came') && (
                  <Button
                    small
                    kind="secondary"
                    to={routes.agreement(one.id)}
                    label={`${one.name}，${copy.wage}`}
                  >
                    {copy.wage}
                  </Button>
                )}
                {one.phone && <PhoneLink number={one.phone} />}
              </View>
            </View>
          ))}
        </Card>
      </Section>
      {waiting.length > 0 && (
        <Section title={copy.queue}>
          <Card>
            {waiting.map((one) => (
              <View key={one.id} className="hands-text">
                <View className="hands-person">
                  <View className="hands-person__name">{one.name}</View>
                  <View className="hands-quiet">{one.place === null ? '' : copy.place(one.place)}</View>
                </View>
              </View>
            ))}
          </Card>
        </Section>
      )}
    </>
  );
}
