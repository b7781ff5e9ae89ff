import { View } from '@tarojs/components';
import { useState } from 'react';
import { useOutbox } from '@/client/outbox';
import { go, routes } from '@/client/routes';
import { canScan, scan } from '@/client/scan';
import type { Village } from '@/client/village';
import { Button, Card, Empty, Row, SearchField, Section, StatusTag } from '@/ui';
import { copy } from './copy';

type Resident = Village['residents'][number];

/** Those not seen yet first; each opens a visit. */
export function People({ residents }: { residents: readonly Resident[] }) {
  const [name, setName] = useState('');
  const waiting = usePeopleWaiting();
  if (residents.length === 0) return <Empty icon="family" title={copy.noOne} />;
  const left = residents.filter((one) => one.visited_on === null && !waiting.has(one.person));
  const done = residents.filter((one) => !left.includes(one));
  const found = (list: readonly Resident[]) => list.filter((one) => one.name.includes(name.trim()));
  const [toSee, seen] = [found(left), found(done)];
  const open = (text: string | null) => {
    if (text) go(routes.deskVisit({ code: text }));
  };
  return (
    <>
      <View className="desk-people">
        <View className="desk-people__count" aria-live="polite">
          {left.length === 0 ? copy.allSeen(residents.length) : copy.figures(left.length, residents.length)}
        </View>
        <Button
          icon="qr"
          kind={canScan ? 'primary' : 'secondary'}
          block
          {...(canScan ? { onPress: () => void scan().then(open) } : { to: routes.deskVisit() })}
        >
          {canScan ? copy.scan : copy.paste}
        </Button>
        <SearchField label={copy.search} value={name} onChange={setName} />
      </View>
      {toSee.length + seen.length === 0 && <Empty icon="search" title={copy.none} line={copy.noneLine} />}
      {toSee.length > 0 && <Names title={copy.notSeen} people={toSee} waiting={waiting} />}
      {seen.length > 0 && <Names title={copy.seen} people={seen} waiting={waiting} />}
      <View className="desk-quiet">{copy.keptNote}</View>
    </>
  );
}

interface NamesProps {
  title: string;
  people: readonly Resident[];
  waiting: ReadonlySet<string>;
}

function Names({ title, people, waiting }: NamesProps) {
  return (
    <Section title={`${title} ${people.length} 人`}>
      <Card>
        {people.map((one) => (
          <Row
            key={one.person}
            title={one.name}
            line={lineOf(one)}
            trailing={<Tags resident={one} waiting={waiting.has(one.person)} />}
            to={routes.deskVisit({ person: one.person })}
            dense
          />
        ))}
      </Card>
    </Section>
  );
}

const lineOf = ({ head, phone, last_visit }: Resident): string =>
  [head && copy.head, phone, last_visit === null ? copy.neverVisited : copy.lastVisit(last_visit)]
    .filter(Boolean)
    .join(' · ');

function Tags({ resident: { visited_on, entered }, waiting }: { resident: Resident; waiting: boolean }) {
  if (waiting) return <StatusTag status="warning" word={copy.tagWaiting} />;
  if (visited_on === null) return null;
  if (entered) return <StatusTag status="eligible" word={copy.tagEntered} />;
  return <StatusTag status="eligible" word={copy.tagSeen(visited_on)} />;
}

/** Residents whose visit is written and has not arrived. */
function usePeopleWaiting(): ReadonlySet<string> {
  const waiting = useOutbox().filter(
    ({ kind, state }) => kind === 'visit' && (state === 'waiting' || state === 'sending'),
  );
  return new Set(waiting.flatMap(({ input }) => (input as { person?: string }).person ?? []));
}
