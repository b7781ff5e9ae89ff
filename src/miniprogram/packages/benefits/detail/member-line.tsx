import { useCall } from '@/client/use-call';
import { Notice } from '@/ui';
import { copy } from './copy';

/** Whose answer this is, when it is not one's own. */
export function MemberLine({ member }: { member: string }) {
  const { data } = useCall('household.mine', {});
  const name = data?.find(({ id }) => id === member)?.name;
  if (!name) return null;
  return (
    <Notice icon="family" tone="half">
      {copy.memberOf(name)}
    </Notice>
  );
}
