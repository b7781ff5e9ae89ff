import type { Service } from '@/domain/cases/service';
import type { Benefit, Pack } from '@/domain/eligibility';

/** Why a service is closed on a day: what it rests on is over, or has not begun. */
export interface Closed {
  readonly kind: 'over' | 'early';
  /** the last day, or the first one */
  readonly day: string;
}

/**
 * Closed when every benefit claimed with it is; a service that claims none is always open.
 * The same rule as the server's, so that it can be said without a network.
 */
export function closedOn(service: Service, pack: Pack, day: string): Closed | null {
  const claimed = service.regions[pack.region.id]?.benefits ?? [];
  const benefits = pack.benefits.filter(({ id }) => claimed.includes(id));
  if (benefits.length === 0) return null;
  const closed = benefits.map((benefit) => closedBenefit(benefit, pack, day));
  return closed.includes(null) ? null : (closed[0] ?? null);
}

function closedBenefit({ document, window }: Benefit, pack: Pack, day: string): Closed | null {
  const effective = pack.documents.find(({ id }) => id === document)?.effective;
  const lasts = [effective?.to, window?.to].filter((one): one is string => typeof one === 'string');
  const starts = [effective?.from, window?.from].filter((one): one is string => typeof one === 'string');
  const last = lasts.sort()[0];
  const start = starts.sort()[starts.length - 1];
  if (last !== undefined && day > last) return { kind: 'over', day: last };
  return start !== undefined && day < start ? { kind: 'early', day: start } : null;
}
