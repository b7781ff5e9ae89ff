import { View } from '@tarojs/components';
import { isMarked, sendMark, useMarks } from '@/client/marks';
import type { RosterLine, SessionView } from '@/contract/training';
import { dayAt } from '@/domain/training';
import { Button, Card, Empty, PhoneLink, Section, StatusTag } from '@/ui';
import { enrolmentTag } from '../parts/words';
import { copy } from './copy';

interface PeopleProps {
  session: SessionView;
  people: readonly RosterLine[];
  onMarked: () => void;
}

const SEATED = ['enrolled', 'confirmed', 'attended', 'absent', 'certified'];

/** The list to call out; whoever waits stands below, in the order in which they move up. */
export function People({ session, people, onMarked }: PeopleProps) {
  const marks = useMarks('training.mark', session.id);
  const today = dayAt(Date.now());
  const seated = people.filter(({ state }) => SEATED.includes(state));
  const others = people.filter(({ state }) => !SEATED.includes(state));
  const isHere = ({ id, days }: RosterLine) => days.includes(today) || isMarked(marks, { who: id }, today);
  const teaching = today >= session.starts_on && today <= session.ends_on;
  const tick = (one: RosterLine) =>
    void sendMark({
      path: 'training.mark',
      of: { session: session.id, enrolment: one.id },
      title: one.name,
    }).then(onMarked);
  if (people.length === 0) return <Empty icon="family" title={copy.noOne} />;
  return (
    <>
      <Section title={copy.list(seated.filter(isHere).length, seated.length)}>
        <Card>
          {seated.map((one) => (
            <View key={one.id} className="training-text">
              <View className="training-person">
                <View className="training-person__name">{one.name}</View>
                <StatusTag {...enrolmentTag(one.state)} />
              </View>
              {one.days.length > 0 && <View>{copy.days(one.days.length)}</View>}
              <View className="training-text__ways">
                {teaching &&
                  (isHere(one) ? (
                    <StatusTag status="eligible" word={copy.today} />
                  ) : (
                    <Button small onPress={() => tick(one)} label={`${one.name}，${copy.here}`}>
                      {copy.here}
                    </Button>
                  ))}
                {one.phone && <PhoneLink number={one.phone} />}
              </View>
            </View>
          ))}
        </Card>
      </Section>
      {others.length > 0 && (
        <Section title={copy.queue}>
          <Card>
            {others.map((one) => (
              <View key={one.id} className="training-text">
                <View className="training-person">
                  <View className="training-person__name">{one.name}</View>
                  <StatusTag {...enrolmentTag(one.state)} />
                </View>
                <View>
                  {[one.place === null ? '' : copy.place(one.place), one.rank === 0 ? copy.first : '']
                    .filter(Boolean)
                    .join('，')}
                </View>
              </View>
            ))}
          </Card>
        </Section>
      )}
    </>
  );
}
