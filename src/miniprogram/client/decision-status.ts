import type { Benefit, Decision, Reason } from '@/domain/eligibility/types';
import type { StatusName } from '@/ui/status-tag';

const OUT_OF_TIME: Partial<Record<Reason, StatusName>> = {
  expired: 'expired',
  window_closed: 'expired',
  not_yet_in_force: 'not_yet',
};

/** The words for "no" the text demands, where they fit what failed. */
export function noText(benefit: Benefit, { reason, failed }: Decision): string | null {
  if (reason !== 'condition' || !benefit.no) return null;
  const { text, facts } = benefit.no;
  return !facts || facts.some((id) => failed.includes(id)) ? text : null;
}

/**
 * The tag of a decision: a benefit whose time is over reads 已到期, not 暂不符合; a duty that somebody else breaks
 * is a warning, not a lost right.
 */
export function decisionStatus(benefit: Benefit, decision: Decision): StatusName {
  const { status, reason } = decision;
  if (benefit.kind === 'duty' && noText(benefit, decision) !== null) return 'warning';
  return (reason && OUT_OF_TIME[reason]) ?? status;
}
