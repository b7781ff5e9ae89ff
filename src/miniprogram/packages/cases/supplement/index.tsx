import { plainDays } from '@/client/case-words';
import { useMe } from '@/client/me';
import { routes, useParams } from '@/client/routes';
import { personGeneration } from '@/client/session';
import { useCall } from '@/client/use-call';
import { Button, Empty, ErrorState, Page, PersonGate, Skeleton } from '@/ui';
import { copy } from './copy';
import { Supply } from './supply';
import './index.scss';

/** What the office asked for, or what one wants to add: papers and words, handed in together. */
export default function Supplement() {
  const { id = '' } = useParams<'id'>();
  useMe();
  return <Opened key={`${id} ${personGeneration()}`} id={id} />;
}

function Opened({ id }: { id: string }) {
  const { signed, me } = useMe();
  const { data, error, reload } = useCall('cases.show', { id }, signed);
  const may = data?.can.supplement;
  if (data && me && may?.ok) return <Supply view={data} reload={reload} />;
  return (
    <Page title={copy.title}>
      <PersonGate need="signed" acts="apply" why={copy.why}>
        {() =>
          data ? (
            <Empty
              icon="status-none"
              title={copy.closed.title}
              line={may && !may.ok ? plainDays(may.why) : undefined}
            >
              <Button to={routes.case(id)} block>
                {copy.closed.button}
              </Button>
            </Empty>
          ) : error ? (
            <ErrorState error={error} onRetry={() => void reload()} />
          ) : (
            <Skeleton lines={6} />
          )
        }
      </PersonGate>
    </Page>
  );
}
