import { useMe } from '@/client/me';
import { forget, type OutboxItem, useOutbox } from '@/client/outbox';
import { replace, routes, useParams } from '@/client/routes';
import { useCall } from '@/client/use-call';
import type { Filed } from '@/contract/cases';
import { Button, ErrorState, Page, PersonGate, Skeleton } from '@/ui';
import { Waiting } from '../parts/waiting';
import { copy } from './copy';
import { Delivered, type Sent } from './delivered';
import { Reported } from './reported';
import './index.scss';

/** What became of a form that was just handed over: waiting for a signal, delivered, or refused after all. */
export default function FiledPage() {
  const { id = '' } = useParams<'id'>();
  const item = useOutbox().find((one) => one.id === id);
  if (!item) return <FromServer id={id} />;
  if (item.state !== 'delivered') {
    const change = () => {
      forget(id);
      const about = postingOf(item);
      replace(about ? routes.workApply(about) : routes.apply(serviceOf(item)));
    };
    return <Waiting item={item} onChange={change} />;
  }
  const filed = filedOf(item);
  if (!filed) return <FromServer id={id} />;
  if ('key' in filed) return <Reported item={item} filed={filed} />;
  return <Delivered sent={{ ...filed, title: item.title, service: serviceOf(item) }} again={filed.again} />;
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

/** The server's answer as the contract has it. */
const filedOf = ({ result }: OutboxItem): Filed | (Filed & { key: string }) | null =>
  isRecord(result) && typeof result.number === 'string' ? (result as unknown as Filed) : null;

const serviceOf = ({ input }: OutboxItem): string =>
  isRecord(input) && typeof input.service === 'string' ? input.service : '';

/** What an application is about: it is begun there, and not by a form. */
const postingOf = ({ input }: OutboxItem): string | null =>
  isRecord(input) && isRecord(input.answers) && typeof input.answers.posting === 'string'
    ? input.answers.posting
    : null;

/** Opened again later: the case itself knows. */
function FromServer({ id }: { id: string }) {
  const { signed } = useMe();
  const { data, error, reload } = useCall('cases.show', { id }, signed);
  if (data) {
    const sent: Sent = { ...data };
    return <Delivered sent={sent} again={false} />;
  }
  return (
    <Page title={copy.title}>
      <PersonGate need="signed" acts="apply" why={copy.why}>
        {() =>
          error ? (
            <>
              <ErrorState error={error} onRetry={() => void reload()} />
              <Button kind="secondary" block to={routes.cases()}>
                {copy.cases}
              </Button>
            </>
          ) : (
            <Skeleton lines={6} />
          )
        }
      </PersonGate>
    </Page>
  );
}
