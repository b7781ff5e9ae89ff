import { View } from '@tarojs/components';
import Taro, { useDidShow, usePullDownRefresh } from '@tarojs/taro';
import { useState } from 'react';
import { call } from '@/client/call';
import { usePack } from '@/client/pack';
import { routes } from '@/client/routes';
import { useCall } from '@/client/use-call';
import type { OutputOf } from '@/contract/api';
import type { OwnPosting } from '@/contract/postings';
import { Button, Card, Empty, ErrorState, Page, PersonGate, Row, Skeleton, Tabs } from '@/ui';
import { NotPoster } from '../../desk/parts/posting/not-poster';
import { copy } from './copy';
import { Own } from './own';
import '../parts/employer.scss';

/** What an employer has posted, and who answers. */
export default function EmployerHome() {
  return (
    <Page title={copy.title}>
      <PersonGate need="signed" why={copy.why}>
        {() => <Unit />}
      </PersonGate>
    </Page>
  );
}

const TABS = [
  { key: 'live', label: copy.live },
  { key: 'ended', label: copy.ended },
] as const;

function Unit() {
  const [tab, setTab] = useState<'live' | 'ended'>('live');
  const [said, setSaid] = useState('');
  const ended = tab === 'ended';
  const { data, error, reload } = useCall('postings.mine', { ended });
  useDidShow(() => void reload());
  usePullDownRefresh(() => void reload().finally(() => Taro.stopPullDownRefresh()));
  if (!data) {
    if (error?.name === 'NotAllowed') return <NotPoster />;
    return error ? <ErrorState error={error} onRetry={() => void reload()} /> : <Skeleton lines={6} />;
  }
  const { employer, county_name, credit_code, known } = data;
  return (
    <View className="employer-stack">
      <Card>
        <Row
          icon="gangwei"
          title={copy.unit(employer, county_name)}
          line={`${copy.code(credit_code)}。${known ? copy.known : copy.fresh}`}
        />
      </Card>
      <Button block to={routes.deskPosting()}>
        {copy.anew}
      </Button>
      <Support />
      <Tabs label={copy.tabs} items={TABS} value={tab} onChange={setTab} />
      <View className="employer-quiet" aria-live="polite">
        {said}
      </View>
      <List
        key={`${tab} ${data.postings.map(({ id, version }) => `${id}${version}`).join(' ')}`}
        first={data}
        ended={ended}
        onDone={(words) => {
          setSaid(words);
          void reload();
        }}
      />
    </View>
  );
}

/** What the document has for whoever brings people to work. */
function Support() {
  const { pack } = usePack();
  const document = pack?.documents.find(({ id }) => id === pack.region.documents[0]);
  const asked = pack?.region.jobs?.employers ?? [];
  if (!document || asked.length === 0) return null;
  return (
    <Card>
      {asked.map(({ title, item, benefit, service }) => (
        <Row
          key={title}
          title={title}
          line={`${document.number}${item}`}
          to={benefit === undefined ? routes.service(service) : routes.benefit(benefit)}
          dense
        />
      ))}
    </Card>
  );
}

interface ListProps {
  first: OutputOf<'postings.mine'>;
  ended: boolean;
  onDone: (said: string) => void;
}

/** Page after page. */
function List({ first, ended, onDone }: ListProps) {
  const [later, setLater] = useState<{ postings: OwnPosting[]; next: string | null } | null>(null);
  const next = later ? later.next : first.next;
  const all = [...first.postings, ...(later?.postings ?? [])];
  const more = () => {
    if (next === null) return;
    call('postings.mine', { ended, cursor: next }).then(
      (page) => setLater({ postings: [...(later?.postings ?? []), ...page.postings], next: page.next }),
      () => undefined,
    );
  };
  if (all.length === 0)
    return (
      <Empty
        icon="gangwei"
        title={ended ? copy.noneEnded : copy.none}
        line={ended ? undefined : copy.noneLine}
      />
    );
  return (
    <>
      {all.map((posting) => (
        <Own key={posting.id} posting={posting} onDone={onDone} />
      ))}
      {next !== null && (
        <Button kind="secondary" block onPress={more}>
          {copy.more}
        </Button>
      )}
    </>
  );
}
