import type { InputOf, OutputOf } from '@/contract/api';
import { PRIVATE_NUMBER } from '@/domain/hands';
import { hasPrivateNumber } from '@/domain/identity';
import type { Context } from '../../context';
import { callOff } from '../../hands/call-off';
import { ownGathering } from '../../hands/organiser';
import type { GatheringRow, HandRow } from '../../hands/seats';
import { gatheringViewOf } from '../../hands/view';
import { refuse, refuseField } from '../../refuse';

/** Called off twice, it is called off. */
export async function cancel(
  context: Context,
  { id, reason }: InputOf<'hands.cancel'>,
): Promise<OutputOf<'hands.cancel'>> {
  await ownGathering(context, id);
  if (hasPrivateNumber(reason)) throw refuseField('reason', PRIVATE_NUMBER);
  const told = await callOff(context, id, reason, mayCallOff);
  const view = await gatheringViewOf(context, id);
  if (!view) throw refuse('NotFound');
  return { ...view, told };
}

/** What has begun is paid: called off, it would take the proof of the wage with it. */
function mayCallOff({ now }: Context, { startsAt }: GatheringRow, rows: readonly HandRow[]): void {
  const say = (message: string) => refuse('ActionNotAllowed', { fields: [{ path: 'id', message }] });
  if (rows.some(({ state }) => state === 'came'))
    throw say('已经有人来签到了，不能再取消。来的人请在名单里记工钱；不干了，请当面或者打电话告诉大家');
  if (startsAt <= now)
    throw say('开工的时间已经过了，不能再取消。干了活的请在名单里记工钱；不干了，请打电话告诉报了名的人');
}
