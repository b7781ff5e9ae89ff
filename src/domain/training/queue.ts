/** Who gets the next seat: those whom the document puts first, then who came first. */
import type { TrainingKind } from './kinds';

export interface InQueue {
  readonly id: string;
  /** 0: the document puts them first; 1: everybody else */
  readonly rank: number;
  /** in the order of arrival, no two alike */
  readonly seq: number;
}

export const before = (one: InQueue, other: InQueue): number => one.rank - other.rank || one.seq - other.seq;

/** The next ones, as many as there are seats. */
export const nextOf = <T extends InQueue>(waiting: readonly T[], seats: number): T[] =>
  [...waiting].sort(before).slice(0, Math.max(0, seats));

/** How many stand before somebody. */
export const aheadOf = (waiting: readonly InQueue[], me: InQueue): number =>
  waiting.filter((one) => one.id !== me.id && before(one, me) < 0).length;

/** `training` of `region.yaml`: what the region's document says of training. */
export interface TrainingRule {
  /** benefits whose people stand first in the waiting list of these kinds */
  readonly first: readonly { readonly benefit: string; readonly kinds: readonly TrainingKind[] }[];
  /** benefits that name whom these kinds are for; nobody else is turned away by them */
  readonly named: readonly { readonly benefit: string; readonly kinds: readonly TrainingKind[] }[];
  /** what is claimed after it: the service, or the reading that says the document is silent */
  readonly allowance: { readonly benefit: string; readonly service?: string; readonly reading?: string };
}

/** Benefits that put people first in a session of this kind. */
export const firstFor = (rule: TrainingRule | undefined, kind: TrainingKind): string[] =>
  (rule?.first ?? []).filter(({ kinds }) => kinds.includes(kind)).map(({ benefit }) => benefit);
