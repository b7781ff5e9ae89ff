import { View } from '@tarojs/components';
import { Component, lazy, type ReactNode, Suspense, useMemo, useState } from 'react';
import type { Here, Where } from '@/client/look-from';
import type { PostingLine } from '@/contract/jobs';
import { Card, Notice, Section } from '@/ui';
import { PostingCard } from '../posting-card';
import { copy } from './copy';
import { type Spot, spotsOf } from './spots';
import { WechatMap } from './wechat-map';
import './map.scss';

export interface AreaMapProps {
  spots: readonly Spot[];
  here: Here | null;
  onPick: (spot: Spot) => void;
}

const SHOWN = 20;

interface JobsMapProps {
  postings: readonly PostingLine[];
  where: Where | null;
}

/** The same postings as points; what is tapped stands under the map as it stands on the list. */
export function JobsMap({ postings, where }: JobsMapProps) {
  const [key, setKey] = useState<string | null>(null);
  const spots = useMemo(() => spotsOf(postings), [postings]);
  const picked = spots.find((one) => one.key === key);
  return (
    <View>
      <AreaMap
        spots={spots}
        here={where?.kind === 'here' ? where : null}
        onPick={(spot) => setKey(spot.key)}
      />
      <View aria-live="polite">
        {picked && (
          <Section title={copy.picked(picked.postings.length)}>
            <Card>
              {picked.postings.slice(0, SHOWN).map((one) => (
                <View key={one.id} className="jobs-row">
                  <PostingCard posting={one} where={where} />
                </View>
              ))}
            </Card>
            {picked.postings.length > SHOWN && <View className="jobs-quiet">{copy.pickedMore(SHOWN)}</View>}
          </Section>
        )}
      </View>
    </View>
  );
}

// the library comes with the first map, and never to WeChat, which has its own
const BrowserMap = lazy(() =>
  process.env.TARO_ENV === 'h5' ? import('./browser-map') : Promise.reject(new Error('browser only')),
);

export function AreaMap(props: AreaMapProps) {
  if (process.env.TARO_ENV !== 'h5') return <WechatMap {...props} />;
  return (
    <NoMap>
      <Suspense fallback={<View className="jobs-map jobs-map--wait">{copy.drawing}</View>}>
        <BrowserMap {...props} />
      </Suspense>
    </NoMap>
  );
}

/** The library did not come: the list is there anyway. */
class NoMap extends Component<{ children: ReactNode }, { failed: boolean }> {
  override state = { failed: false };
  static getDerivedStateFromError() {
    return { failed: true };
  }
  override render() {
    if (!this.state.failed) return this.props.children;
    return (
      <Notice tone="ask" icon="location" inset live>
        {copy.failed}
      </Notice>
    );
  }
}
