import { View } from '@tarojs/components';
import Taro, { useDidShow, usePullDownRefresh } from '@tarojs/taro';
import { useState } from 'react';
import { routes, useParams } from '@/client/routes';
import { useCall } from '@/client/use-call';
import type { OwnPostingView } from '@/contract/postings';
import { Button, ErrorState, Page, PersonGate, Skeleton } from '@/ui';
import { DeskHead } from '../parts/head';
import { Acts } from './acts';
import { copy } from './copy';
import { Facts } from './facts';
import { Said } from './said';
import './index.scss';

/** One posting, for whoever stands behind it: what it says, what was said of it, what can be done. */
export default function DeskOffer() {
  const { id = '' } = useParams<'id'>();
  return (
    <Page title={copy.title} wide={<DeskHead title={copy.title} />}>
      <PersonGate need="signed" why={copy.why}>
        {() => <Offer id={id} />}
      </PersonGate>
    </Page>
  );
}

function Offer({ id }: { id: string }) {
  const { data, error, reload } = useCall('postings.own', { id });
  const [acted, setActed] = useState<OwnPostingView | null>(null);
  const [said, setSaid] = useState('');
  useDidShow(() => {
    setActed(null);
    void reload();
  });
  usePullDownRefresh(() => {
    setActed(null);
    void reload().finally(() => Taro.stopPullDownRefresh());
  });
  const view = acted ?? data;
  if (!view)
    return error ? <ErrorState error={error} onRetry={() => void reload()} /> : <Skeleton lines={8} />;
  const { posting } = view;
  return (
    <>
      <View className="desk-quiet" aria-live="polite">
        {said}
      </View>
      <View className="desk-offer">
        <View className="desk-sheet">
          <Facts posting={posting} />
        </View>
        <View className="desk-sheet">
          <Acts
            key={posting.version}
            view={view}
            onDone={(next) => {
              setActed(next);
              setSaid(copy.done);
            }}
            onStale={() => void reload()}
          />
          <View className="desk-offer-ways">
            {posting.may.includes('change') && (
              <Button block kind="secondary" to={routes.deskPosting(id)}>
                {copy.change}
              </Button>
            )}
            {posting.applied > 0 && (
              <Button block kind="secondary" to={routes.applicants(id)}>
                {copy.applicants}
              </Button>
            )}
            {posting.state === 'open' && (
              <Button block kind="ghost" to={routes.posting(id)}>
                {copy.look}
              </Button>
            )}
          </View>
          <Said view={view} />
        </View>
      </View>
    </>
  );
}
