import { View } from '@tarojs/components';
import { today } from '@/client/clock';
import type { Look } from '@/contract/resident';
import { Card, dateTextWithWeekday, type IconName, Row, Section } from '@/ui';
import { copy } from './copy';

const ICONS: Record<Look['who'], IconName> = {
  staff: 'village',
  helper: 'user',
  household: 'family',
  system: 'lock',
};

/** Looks at a person, day by day, the newest first. The same look several times in a row is one line with a count. */
export function LookList({ looks }: { looks: readonly Look[] }) {
  return (
    <>
      {byDay(looks).map(({ day, entries }) => (
        <Section key={day} title={dateTextWithWeekday(day)}>
          <Card>
            {entries.map(({ look, times }) => (
              <Row
                key={look.at}
                icon={ICONS[look.who]}
                title={look.purpose}
                line={whoOf(look)}
                note={[timeOf(look.at), times > 1 ? copy.times(times) : ''].filter(Boolean).join(' · ')}
                dense
                stacked
              />
            ))}
          </Card>
        </Section>
      ))}
      <View className="look-quiet">{copy.locked}</View>
    </>
  );
}

interface Entry {
  readonly look: Look;
  readonly times: number;
}

function byDay(looks: readonly Look[]): readonly { day: string; entries: readonly Entry[] }[] {
  const days: { day: string; entries: Entry[] }[] = [];
  for (const look of looks) {
    const day = today(new Date(look.at));
    let last = days[days.length - 1];
    if (last?.day !== day) {
      last = { day, entries: [] };
      days.push(last);
    }
    const before = last.entries[last.entries.length - 1];
    if (before && isSame(before.look, look))
      last.entries[last.entries.length - 1] = { look: before.look, times: before.times + 1 };
    else last.entries.push({ look, times: 1 });
  }
  return days;
}

const isSame = (a: Look, b: Look): boolean =>
  a.who === b.who && a.office === b.office && a.purpose === b.purpose;

const whoOf = ({ who, office }: Pick<Look, 'who' | 'office'>): string =>
  copy.who[who] === office ? office : `${copy.who[who]} · ${office}`;

const two = (n: number) => (n < 10 ? `0${n}` : `${n}`);
const timeOf = (iso: string): string => {
  const at = new Date(iso);
  return `${two(at.getHours())}:${two(at.getMinutes())}`;
};

/** The same, to be read aloud: the last few. */
export const spokenLooks = (looks: readonly Look[]): readonly string[] =>
  looks
    .slice(0, 10)
    .map(({ at, who, office, purpose }) =>
      [dateTextWithWeekday(today(new Date(at))), whoOf({ who, office }), purpose].join('，'),
    );
