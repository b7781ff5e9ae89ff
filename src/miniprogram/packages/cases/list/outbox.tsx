import { useEffect } from 'react';
import { errorCopy } from '@/client/error-copy';
import { forget, type OutboxItem, retryAll, useOutbox } from '@/client/outbox';
import { routes } from '@/client/routes';
import { Button, Card, Row, Section, type StatusName, StatusTag } from '@/ui';
import { copy } from './copy';

const isWaiting = ({ state }: OutboxItem) => state === 'waiting' || state === 'sending';

/** Handed over and still on this phone, each with how it stands; what has arrived is among the cases. */
export function OutboxHere({ onArrived }: { onArrived: () => void }) {
  const mine = useOutbox().filter(({ kind }) => kind !== 'visit' && kind !== 'mark');
  const arrived = mine.filter(({ kind, state }) => state === 'delivered' && kind !== 'report');
  const key = arrived.map(({ id }) => id).join(' ');
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for those that have just arrived
  useEffect(() => {
    if (key === '') return;
    for (const id of key.split(' ')) forget(id);
    onArrived();
  }, [key]);
  const shown = mine.filter(({ kind, state }) => state !== 'delivered' || kind === 'report');
  if (shown.length === 0) return null;
  return (
    <Section title={copy.outbox}>
      <Card>
        {shown.map((item) => (
          <Row
            key={item.id}
            title={item.title}
            line={lineOf(item)}
            trailing={<StatusTag {...tagOf(item)} />}
            to={pageOf(item)}
            stacked
          />
        ))}
      </Card>
      {shown.some(isWaiting) && (
        <Button kind="secondary" block onPress={retryAll}>
          {copy.again}
        </Button>
      )}
    </Section>
  );
}

function lineOf({ state, error }: OutboxItem): string {
  if (state === 'delivered') return copy.reported;
  return state === 'refused' ? (error?.fields[0]?.message ?? errorCopy(error).wayOn) : copy.waitingLine;
}

function tagOf({ state }: OutboxItem): { status: StatusName; word: string } {
  if (state === 'delivered') return { status: 'warning', word: '已送达' };
  if (state === 'refused') return { status: 'not_eligible', word: copy.refused };
  return { status: 'warning', word: state === 'sending' ? copy.sending : copy.waiting };
}

/** A form: what became of it; an action: its case. */
function pageOf({ kind, id, input }: OutboxItem): string {
  if (kind !== 'act') return routes.filed(id);
  return typeof input === 'object' && input !== null && 'id' in input
    ? routes.case(String(input.id))
    : routes.cases();
}
