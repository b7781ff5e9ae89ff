import { routes, useParams } from '@/client/routes';
import { useService } from '@/client/services';
import { useCall } from '@/client/use-call';
import type { PostingView } from '@/contract/jobs';
import type { Service } from '@/domain/cases/service';
import { Button, Empty, ErrorState, Notice, Page, PersonGate, Skeleton } from '@/ui';
import { useApplications } from '../parts/use-work';
import { copy } from './copy';
import { Send } from './send';
import '../parts/work.scss';

const SERVICE = 'job-apply';

/** The second of two taps: the card as it will be sent, who sees it, and the button. */
export default function WorkApply() {
  const { posting = '' } = useParams<'posting'>();
  const { data, error, reload } = useCall('jobs.show', { id: posting });
  if (!data) {
    return (
      <Page title={copy.title}>
        {error?.name === 'NotFound' || error?.name === 'InvalidInput' ? (
          <Gone title={copy.notFound} line={copy.notFoundLine} />
        ) : error ? (
          <ErrorState error={error} onRetry={() => void reload()} />
        ) : (
          <Skeleton lines={6} />
        )}
      </Page>
    );
  }
  if (data.state === 'checking') {
    return (
      <Page title={copy.title}>
        <Gone title={copy.checking} line={copy.notFoundLine} />
      </Page>
    );
  }
  return <For posting={data} />;
}

function Gone({ title, line }: { title: string; line: string }) {
  return (
    <Empty icon="gangwei" title={title} line={line}>
      <Button to={routes.jobs()} block>
        {copy.near}
      </Button>
    </Empty>
  );
}

function For({ posting }: { posting: PostingView }) {
  const { service, state, refresh, error } = useService(SERVICE);
  if (posting.state !== 'open') {
    return (
      <Page title={copy.title}>
        <Gone title={copy.ended} line={posting.reason ?? copy.notFoundLine} />
      </Page>
    );
  }
  if (!service) {
    return (
      <Page title={copy.title}>
        {state === 'loading' ? (
          <Skeleton lines={6} />
        ) : error ? (
          <ErrorState error={error} onRetry={() => void refresh()} />
        ) : (
          <Notice icon="status-none" title={copy.noService} inset>
            {copy.noServiceLine}
          </Notice>
        )}
      </Page>
    );
  }
  return <Known posting={posting} service={service} />;
}

/** Whoever applied before is led to that, and not through it again. */
function Known({ posting, service }: { posting: PostingView; service: Service }) {
  const { data } = useApplications();
  const before = data?.find((one) => one.posting.id === posting.id && one.state !== 'withdrawn');
  if (before) {
    return (
      <Page title={copy.title}>
        <Empty icon="gangwei" title={copy.already} line={copy.alreadyLine}>
          <Button to={routes.case(before.id)} block>
            {copy.open}
          </Button>
        </Empty>
      </Page>
    );
  }
  return (
    <PersonPage>
      <Send posting={posting} service={service} />
    </PersonPage>
  );
}

function PersonPage({ children }: { children: React.ReactNode }) {
  return (
    <PersonGate need="signed" why={copy.why} acts="apply">
      {() => <>{children}</>}
    </PersonGate>
  );
}
