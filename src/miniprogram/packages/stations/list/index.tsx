import { View } from '@tarojs/components';
import Taro, { usePullDownRefresh } from '@tarojs/taro';
import { useEffect, useState } from 'react';
import { momentText } from '@/client/clock';
import { type LocateProblem, locate } from '@/client/locate';
import {
  type County,
  lookFrom,
  lookFromHere,
  useHomeCounty,
  useWhere,
  useWhereKnown,
  type Where,
} from '@/client/look-from';
import { routes } from '@/client/routes';
import { useShare } from '@/client/share';
import { isRecord, kept } from '@/client/storage';
import { useCall } from '@/client/use-call';
import { Box, Button, Empty, ErrorState, Notice, Page, PhoneLink, Skeleton } from '@/ui';
import { copy } from './copy';
import { type Found, Listed } from './listed';
import './index.scss';

/** Where one is helped with work: near by, in other provinces, by telephone. */
export default function Stations() {
  const where = useWhere();
  const known = useWhereKnown();
  const home = useHomeCounty();
  const [again, setAgain] = useState(0);
  useShare(copy.title, routes.stations());
  usePullDownRefresh(() => {
    setAgain(again + 1);
    setTimeout(() => void Taro.stopPullDownRefresh(), 500);
  });
  return (
    <Page title={copy.title}>
      {where?.kind !== 'here' && <Locate />}
      {where ? (
        <Looked key={again} where={where} home={home} />
      ) : (
        known && (
          <Empty icon="location" title={copy.noPlace} line={copy.noPlaceLine}>
            <Button to={routes.choosePlace()} block>
              {copy.choose}
            </Button>
          </Empty>
        )
      )}
    </Page>
  );
}

/** The phone's place, for whoever presses the button. */
function Locate() {
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<LocateProblem | null>(null);
  const find = () => {
    if (busy) return;
    setBusy(true);
    setProblem(null);
    locate().then(lookFromHere, (thrown: LocateProblem) => {
      setBusy(false);
      setProblem(thrown);
    });
  };
  return (
    <View>
      <Button kind="secondary" icon="location" block onPress={find}>
        {busy ? copy.locating : copy.locate}
      </Button>
      <View className="stations-quiet">{copy.locateHow}</View>
      <Box role="status" live="polite">
        {problem && (
          <Notice tone="ask" icon="status-ask" inset>
            {copy[problem]}
          </Notice>
        )}
      </Box>
    </View>
  );
}

interface Last {
  readonly at: number;
  readonly found: Found;
}
const isLast = (value: unknown): value is Last =>
  isRecord(value) &&
  typeof value.at === 'number' &&
  isRecord(value.found) &&
  Array.isArray(value.found.near) &&
  Array.isArray(value.found.hotlines) &&
  Array.isArray(value.found.elsewhere) &&
  Array.isArray(value.found.named);
const keptLast = kept('stations', 1, isLast);

function Looked({ where, home }: { where: Where; home: County | null }) {
  const { data, error, reload } = useCall('stations.near', {
    from: lookFrom(where),
    ...(home && { county: home.code }),
  });
  useEffect(() => {
    if (!data) return;
    // where the phone is, is kept nowhere, and three distances are a place
    const near = data.near.map((one) => ({ ...one, metres: where.kind === 'here' ? null : one.metres }));
    keptLast.write({ at: Date.now(), found: { ...data, near } });
  }, [data, where.kind]);
  const from = where.kind === 'place' ? (where.town ?? where.name) : null;
  if (data) return <Listed found={data} from={from} />;
  if (!error) return <Skeleton lines={8} />;
  if (error.name === 'RegionWithoutPack') {
    return (
      <Empty icon="location" title={copy.notServed} line={copy.notServedLine}>
        <Button to={routes.choosePlace()} block>
          {copy.choose}
        </Button>
        <PhoneLink number="12333" block />
      </Empty>
    );
  }
  const last = keptLast.read();
  if (!last) return <ErrorState error={error} onRetry={() => void reload()} />;
  return (
    <>
      <Notice tone="ask" icon="clock" inset live>
        {copy.offline(momentText(last.at))}
      </Notice>
      <Listed found={last.found} from={from} />
    </>
  );
}
