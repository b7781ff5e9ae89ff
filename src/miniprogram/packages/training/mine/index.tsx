import Taro, { useDidShow, usePullDownRefresh } from '@tarojs/taro';
import { usePack } from '@/client/pack';
import { routes } from '@/client/routes';
import type { EnrolmentView } from '@/contract/training';
import { Button, Empty, ErrorState, Notice, Page, PersonGate, Skeleton } from '@/ui';
import { refreshTrainings, useTrainings } from '../parts/use-trainings';
import { copy } from './copy';
import { Enrolment } from './enrolment';
import '../parts/training.scss';

/** What I am enrolled in: what waits for me first, then what comes, then what is over. */
export default function MyTrainings() {
  return (
    <Page title={copy.title}>
      <PersonGate need="signed" why={copy.why} acts="apply">
        {() => <Mine />}
      </PersonGate>
    </Page>
  );
}

const ORDER: Partial<Record<EnrolmentView['state'], number>> = {
  offered: 0,
  enrolled: 1,
  confirmed: 1,
  waiting: 2,
  attended: 3,
  certified: 3,
};

const rank = ({ state }: EnrolmentView) => ORDER[state] ?? 4;

function Mine() {
  const { data: all, error, reload } = useTrainings();
  useDidShow(refreshTrainings);
  usePullDownRefresh(() => void reload().finally(() => Taro.stopPullDownRefresh()));
  if (!all)
    return error ? <ErrorState error={error} onRetry={() => void reload()} /> : <Skeleton lines={6} />;
  if (all.length === 0) {
    return (
      <Empty icon="peixun" title={copy.none} line={copy.noneLine}>
        <Button to={routes.training()} block>
          {copy.look}
        </Button>
      </Empty>
    );
  }
  return (
    <>
      {[...all]
        .sort(
          (one, other) =>
            rank(one) - rank(other) || (one.session.starts_on < other.session.starts_on ? -1 : 1),
        )
        .map((one) => (
          <Enrolment key={one.id} of={one} />
        ))}
      <Silent all={all} />
    </>
  );
}

/** Where the document says nothing of an allowance, that is said, and never a figure. */
function Silent({ all }: { all: readonly EnrolmentView[] }) {
  const { pack } = usePack();
  const rule = pack?.region.training?.allowance;
  const came = all.some(({ attended, claim }) => attended.length > 0 && claim === null);
  const benefit = pack?.benefits.find(({ id }) => id === rule?.benefit);
  const document = pack?.documents.find(({ id }) => id === benefit?.document);
  if (!came || rule?.service !== undefined || !document) return null;
  return (
    <Notice icon="document" inset>
      {copy.noClaim(document.number)}
    </Notice>
  );
}
