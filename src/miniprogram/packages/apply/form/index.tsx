import { useEffect, useState } from 'react';
import { today } from '@/client/clock';
import { forget, useOutbox } from '@/client/outbox';
import { replace, routes, useParams } from '@/client/routes';
import { useVisible } from '@/client/visible';
import type { Service } from '@/domain/cases';
import { Busy, Page } from '@/ui';
import { ServiceGate } from '../parts/service-gate';
import { usePrefill } from '../parts/use-prefill';
import { Waiting } from '../parts/waiting';
import { Conflict } from './conflict';
import { copy } from './copy';
import { useFilling } from './use-filling';
import { usePatience } from './use-patience';
import { Wizard } from './wizard';
import './index.scss';

/** One question a screen, then everything once more, then it is sent. With `at` it opens there. */
export default function ApplyForm() {
  const { id = '', at } = useParams<'id' | 'at'>();
  // the frame around what is not there yet; each screen of the form draws its own
  return (
    <ServiceGate id={id} frame={(inside) => <Page title={copy.title}>{inside}</Page>}>
      {(service) => <Filling key={service.id} service={service} at={at} />}
    </ServiceGate>
  );
}

function Filling({ service, at }: { service: Service; at: string | undefined }) {
  const now = today();
  const prefill = usePrefill(service, now);
  const filling = useFilling(service, prefill);
  const patient = usePatience();
  const { form, conflict } = filling.use;
  const outbox = useOutbox();
  // handed over, now or before this page was opened; delivered, the form itself is a new one already
  const [handed, setHanded] = useState(() => (outbox.some(({ id }) => id === form.id) ? form.id : null));
  const item = outbox.find(({ id }) => id === handed);
  const delivered = item?.state === 'delivered';
  // under another page it waits: `replace` would put away that one
  const visible = useVisible();
  useEffect(() => {
    if (delivered && visible && handed !== null) replace(routes.filed(handed));
  }, [delivered, visible, handed]);
  if (delivered) return <Page title={service.title}>{null}</Page>;
  if (item) {
    // said here: without a signal another page may not open at all
    const change = () => {
      forget(item.id);
      setHanded(null);
    };
    return <Waiting item={item} onChange={change} />;
  }
  if (conflict) {
    return (
      <Page title={service.title}>
        <Conflict theirs={conflict} use={filling.use} />
      </Page>
    );
  }
  if (prefill.loading && patient) {
    return (
      <Page title={service.title}>
        <Busy>{copy.reading}</Busy>
      </Page>
    );
  }
  // what another device wrote may come after the first drawing: then one begins where it was left
  return (
    <Wizard
      key={form.id}
      service={service}
      filling={filling}
      prefill={prefill}
      startAt={at}
      today={now}
      onHanded={setHanded}
    />
  );
}
