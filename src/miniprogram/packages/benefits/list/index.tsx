import Taro, { usePullDownRefresh } from '@tarojs/taro';
import { usePack } from '@/client/pack';
import { useRegister } from '@/client/register';
import { useParams } from '@/client/routes';
import { useShare } from '@/client/share';
import { PackGate, Page } from '@/ui';
import { copy, GROUPS } from '../parts/copy';
import { Results } from '../parts/results';

/** Every benefit of the place, grouped by what it means for this person on this day. */
export default function BenefitList() {
  const { filter } = useParams<'filter'>();
  const { pack, refresh } = usePack();
  const { view, reload } = useRegister();
  useShare();
  usePullDownRefresh(() => {
    if (view) reload();
    void refresh().finally(() => Taro.stopPullDownRefresh());
  });
  const start = GROUPS.find(({ group }) => group === filter)?.group ?? 'all';
  return (
    <Page title={copy.title}>
      {pack ? <Results pack={pack} start={start} /> : <PackGate>{() => null}</PackGate>}
    </Page>
  );
}
