import { useEffect } from 'react';
import { errorCopy } from '@/client/error-copy';
import { forget, type OutboxItem, retryAll, useOutbox } from '@/client/outbox';
import { Notice } from '@/ui';
import { copy } from './copy';

const isAbout = ({ kind, input }: OutboxItem, id: string): boolean =>
  kind === 'act' && typeof input === 'object' && input !== null && 'id' in input && input.id === id;

/** What was done with this case and has not arrived yet; what arrived meanwhile is shown by the case itself. */
export function OnTheWay({ id, onDelivered }: { id: string; onDelivered: () => void }) {
  const about = useOutbox().filter((item) => isAbout(item, id));
  const arrived = about.filter(({ state }) => state === 'delivered').map((item) => item.id);
  const key = arrived.join(' ');
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for those that have just arrived
  useEffect(() => {
    if (key === '') return;
    for (const one of key.split(' ')) forget(one);
    onDelivered();
  }, [key]);
  return (
    <>
      {about.map((item) => (
        <One key={item.id} item={item} />
      ))}
    </>
  );
}

function One({ item: { id, title, state, error } }: { item: OutboxItem }) {
  if (state === 'delivered') return null;
  if (state === 'refused') {
    return (
      <Notice
        tone="no"
        icon="status-no"
        title={copy.refused(title)}
        action={{ text: copy.read, onPress: () => forget(id) }}
        inset
        live
      >
        {error?.fields[0]?.message ?? errorCopy(error).wayOn}
      </Notice>
    );
  }
  return (
    <Notice
      tone="ask"
      icon="clock"
      title={copy.waiting(title)}
      action={{ text: copy.again, onPress: retryAll }}
      inset
      live
    >
      {copy.waitingLine}
    </Notice>
  );
}
