import { useEffect, useState } from 'react';
import { today } from '@/client/clock';
import { useOutbox } from '@/client/outbox';
import { replace, routes, useParams } from '@/client/routes';
import type { Service } from '@/domain/cases';
import { Busy, Page } from '@/ui';
import { ServiceGate } from '../parts/service-gate';
import { usePrefill } from '../parts/use-prefill';
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
  const sent = useOutbox().find(({ id }) => id === form.id);
  // sent before this page was opened, perhaps still waiting for a signal: there is nothing to fill in any more
  const [gone] = useState(sent !== undefined && sent.state !== 'refused');
  useEffect(() => {
    if (gone) replace(routes.filed(form.id));
  }, [gone, form.id]);
  if (gone) return <Page title={service.title}>{null}</Page>;
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
  return <Wizard service={service} filling={filling} prefill={prefill} startAt={at} today={now} />;
}
