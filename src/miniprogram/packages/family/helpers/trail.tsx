import { useCall } from '@/client/use-call';
import type { MandateView } from '@/contract/session';
import { Button, Empty, ErrorState, Skeleton, StepHead } from '@/ui';
import { LookList, spokenLooks } from '../../privacy/parts/look-list';
import { copy } from './copy';

/** Everything that was seen and done under one mandate; for the holder. */
export function Trail({ mandate: { id, other }, onBack }: { mandate: MandateView; onBack: () => void }) {
  const { data, error, reload } = useCall('mandate.trail', { id });
  if (!data)
    return error ? <ErrorState error={error} onRetry={() => void reload()} /> : <Skeleton lines={6} />;
  return (
    <>
      <StepHead title={copy.trail.title(other)} more={spokenLooks(data)} />
      {data.length === 0 ? (
        <Empty icon="clock" title={copy.trail.none} line={copy.trail.noneLine} />
      ) : (
        <LookList looks={data} />
      )}
      <Button kind="secondary" block onPress={onBack}>
        {copy.trail.back}
      </Button>
    </>
  );
}
