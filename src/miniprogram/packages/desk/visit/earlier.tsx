import { View } from '@tarojs/components';
import { useState } from 'react';
import { useCall } from '@/client/use-call';
import type { OutputOf } from '@/contract/api';
import { VISIT_HOW, VISIT_WANTS, VISIT_WORK } from '@/domain/visits';
import { Card, Problem, Row, Skeleton } from '@/ui';
import { copy } from './copy';

/** What was written before; only when somebody wants to read it, for that is on record too. */
export function Earlier({ person }: { person: string }) {
  const [open, setOpen] = useState(false);
  return (
    <Card>
      <Row
        icon="clock"
        title={copy.earlier}
        line={copy.earlierLine}
        expanded={open}
        onPress={() => setOpen(!open)}
        dense
      />
      {open && <Visits person={person} />}
    </Card>
  );
}

type Visit = OutputOf<'visits.of'>[number];

function Visits({ person }: { person: string }) {
  const { data, error } = useCall('visits.of', { person });
  if (!data) return error ? <Problem error={error} /> : <Skeleton lines={3} />;
  if (data.length === 0) return <View className="desk-pad">{copy.earlierNone}</View>;
  return (
    <>
      {data.map((visit) => (
        <Row
          key={visit.id}
          title={copy.earlierAt(visit.visited_on, visit.office)}
          line={lineOf(visit)}
          dense
        />
      ))}
    </>
  );
}

const lineOf = ({ content: { how, work, wants, note } }: Visit): string =>
  [VISIT_HOW[how], how !== 'not_met' && VISIT_WORK[work], ...wants.map((want) => VISIT_WANTS[want]), note]
    .filter(Boolean)
    .join(' · ');
