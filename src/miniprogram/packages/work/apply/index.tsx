import { routes, useParams } from '@/client/routes';
import { useService } from '@/client/services';
import { useCall } from '@/client/use-call';
import type { PostingView } from '@/contract/jobs';
import type { Service } from '@/domain/cases/service';
import { Button, Empty, ErrorState, Page, PersonGate, PhoneLink, Skeleton } from '@/ui';
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

interface GoneProps {
  title: string;
  line: string;
  /** of what kind it was, where that may be told */
  kind?: string;
}

function Gone({ title, line, kind }: GoneProps) {
  return (
    <Empty icon="gangwei" title={title} line={line}>
      <Button to={routes.jobs({ kinds: kind })} block>
        {kind ? copy.near : copy.around}
      </Button>
    </Empty>
  );
}

function For({ posting }: { posting: PostingView }) {
  const { service, state, refresh, error } = useService(SERVICE);
  if (posting.state !== 'open') {
    return (
      <Page title={copy.title}>
        <Gone title={copy.ended} line={posting.reason ?? copy.notFoundLine} kind={posting.kind} />
      </Page>
    );
  }
  if (!service) {
    return (
      <Page title={copy.title}>
        {state === 'loading' ? (
          <Skeleton lines={6} />
        ) : state === 'noplace' ? (
          <Empty icon="location" title={copy.noPlace} line={copy.noPlaceLine}>
            <Button to={routes.choosePlace()} block>
              {copy.choosePlace}
            </Button>
          </Empty>
        ) : error ? (
          <ErrorState error={error} onRetry={() => void refresh()} />
        ) : (
          <NotHere phone={posting.phone} />
        )}
      </Page>
    );
  }
  return <Known posting={posting} service={service} />;
}

/** Nothing of the place lets one apply from here. */
function NotHere({ phone }: Pick<PostingView, 'phone'>) {
  return (
    <Empty icon="gangwei" title={copy.noService} line={copy.noServiceLine[phone ? 'phone' : 'none']}>
      <PhoneLink number={phone ?? '12333'} block>
        {phone ? copy.call : '12333'}
      </PhoneLink>
      <Button kind="secondary" to={routes.jobs()} block>
        {copy.around}
      </Button>
    </Empty>
  );
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
