import { useEffect } from 'react';
import { errorCopy } from '@/client/error-copy';
import { forget, type OutboxItem } from '@/client/outbox';
import { back } from '@/client/routes';
import { canScan, scan } from '@/client/scan';
import { parseToken } from '@/domain/code';
import { Busy, Button, Empty, Notice } from '@/ui';
import { copy } from './copy';

interface OutcomeProps {
  item: OutboxItem;
  workshop: boolean;
  /** it was refused: back to the form */
  onMend: () => void;
  onScanned: (token: string) => void;
}

/** Where the visit is now, said as it is: arrived, or on this phone. */
export function Outcome({ item, workshop, onMend, onScanned }: OutcomeProps) {
  const { id, state, error, kept } = item;
  // what has arrived says something of a resident, and need not stay on this phone
  useEffect(() => {
    if (state === 'delivered') return () => forget(id);
  }, [id, state]);
  if (state === 'sending' || (state === 'waiting' && !error)) return <Busy>{copy.sending}</Busy>;
  if (state === 'refused') {
    const [field] = error?.fields ?? [];
    const { title, wayOn } = errorCopy(error);
    return (
      <Empty icon="status-no" title={copy.refused} line={field?.message ?? `${title}。${wayOn}`}>
        <Button block onPress={onMend}>
          {copy.mend}
        </Button>
      </Empty>
    );
  }
  const next = () =>
    void scan().then((read) => {
      const token = read ? parseToken(read) : null;
      if (token?.ok) onScanned(token.token);
    });
  const arrived = state === 'delivered';
  return (
    <>
      <Empty
        icon={arrived ? 'status-ok' : 'clock'}
        title={arrived ? copy.delivered : copy.waiting}
        line={arrived ? (workshop ? undefined : copy.deliveredLine) : copy.waitingLine}
      >
        {canScan && !workshop && (
          <Button block icon="qr" onPress={next}>
            {copy.scanNext}
          </Button>
        )}
        <Button kind={canScan && !workshop ? 'secondary' : 'primary'} block onPress={back}>
          {copy.another}
        </Button>
      </Empty>
      {!arrived && !kept && (
        <Notice tone="no" icon="flag" inset>
          {copy.notKept}
        </Notice>
      )}
    </>
  );
}
