import { View } from '@tarojs/components';
import Taro, { usePullDownRefresh } from '@tarojs/taro';
import { useState } from 'react';
import { call } from '@/client/call';
import { useParams } from '@/client/routes';
import { useCall } from '@/client/use-call';
import type { OutputOf } from '@/contract/api';
import type { ApplicantView } from '@/contract/work';
import { Button, Card, Empty, ErrorState, Page, PersonGate, Row, Skeleton } from '@/ui';
import { Applicant } from './applicant';
import { copy } from './copy';
import '../parts/employer.scss';

/** Who applied for a posting of mine, and my answer. */
export default function EmployerPeople() {
  const { posting = '' } = useParams<'posting'>();
  return (
    <Page title={copy.title}>
      <PersonGate need="signed" why={copy.why}>
        {() => <People posting={posting} />}
      </PersonGate>
    </Page>
  );
}

function People({ posting }: { posting: string }) {
  const { data, error, reload } = useCall('work.applicants', { posting });
  usePullDownRefresh(() => void reload().finally(() => Taro.stopPullDownRefresh()));
  if (!data)
    return error ? <ErrorState error={error} onRetry={() => void reload()} /> : <Skeleton lines={6} />;
  return (
    <List
      key={data.applicants.map(({ id, version }) => `${id}${version}`).join(' ')}
      first={data}
      onStale={() => void reload()}
    />
  );
}

interface ListProps {
  first: OutputOf<'work.applicants'>;
  /** somebody else was faster */
  onStale: () => void;
}

/** Page after page, the first to come first. */
function List({ first, onStale }: ListProps) {
  const [all, setAll] = useState<readonly ApplicantView[]>(first.applicants);
  const [next, setNext] = useState(first.next);
  const [said, setSaid] = useState('');
  const { posting } = first;
  const more = () => {
    if (next === null) return;
    call('work.applicants', { posting: posting.id, cursor: next }).then(
      (page) => {
        setAll([...all, ...page.applicants]);
        setNext(page.next);
      },
      () => undefined,
    );
  };
  return (
    <View className="employer-stack">
      <Card>
        <Row icon="gangwei" title={posting.title} line={copy.taken(posting.taken, posting.people)} />
      </Card>
      <View className="employer-quiet">{copy.looked}</View>
      <View className="employer-quiet" aria-live="polite">
        {said}
      </View>
      {all.length === 0 && <Empty icon="user" title={copy.none} line={copy.noneLine} />}
      {all.map((one) => (
        <Applicant
          key={`${one.id} ${one.version}`}
          applicant={one}
          onStale={onStale}
          onDone={(after) => {
            setAll(all.map((other) => (other.id === after.id ? after : other)));
            setSaid(copy.done(after.name));
          }}
        />
      ))}
      {next !== null && (
        <Button kind="secondary" block onPress={more}>
          {copy.more}
        </Button>
      )}
    </View>
  );
}
