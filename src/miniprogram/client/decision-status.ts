import type { Decision, Reason } from '@/domain/eligibility/types';
import type { StatusName } from '@/ui';

const OUT_OF_TIME: Partial<Record<Reason, StatusName>> = {
  expired: 'expired',
  window_closed: 'expired',
  not_yet_in_force: 'not_yet',
};

/** The tag of a decision: a benefit whose time is over reads 已到期, not 暂不符合. */
export const decisionStatus = ({ status, reason }: Decision): StatusName =>
  (reason && OUT_OF_TIME[reason]) ?? status;
