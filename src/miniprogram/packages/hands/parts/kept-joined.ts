/** What I joined, as it was seen last: when and where stays readable on the way there, without a signal. */

import { currentOwner, isOf, type Owner } from '@/client/owner';
import { isRecord, keptMany } from '@/client/storage';
import type { GatheringView } from '@/contract/hands';

export interface Seen {
  /** ms */
  readonly at: number;
  readonly of: GatheringView;
}

interface Joined extends Owner {
  readonly seen: readonly Seen[];
}

const isSeen = (value: unknown): boolean =>
  isRecord(value) && typeof value.at === 'number' && isRecord(value.of) && isRecord(value.of.mine);
const isJoined = (value: unknown): value is Joined =>
  isRecord(value) && 'account' in value && Array.isArray(value.seen) && value.seen.every(isSeen);
// goes with the account, or with the permission to help: whatever is kept under an owner does
const keptJoined = keptMany('joined', 1, isJoined);

const keyOf = ({ account, acting }: Owner): string => `${account}.${acting}`;

/** Nobody's is kept: a phone that was not told whose it is must not show it to the next. */
function keep(seen: readonly Seen[]): void {
  const owner = currentOwner();
  if (owner.account !== null) keptJoined.write(keyOf(owner), { ...owner, seen });
}

export function keepJoined(joined: readonly GatheringView[]): void {
  const at = Date.now();
  keep(joined.map((of) => ({ at, of })));
}

/** One of them was seen alone. */
export function keepSeen(of: GatheringView): void {
  const held = joinedOnPhone();
  const others = held.filter((one) => one.of.id !== of.id);
  if (of.mine !== null) keep([...others, { at: Date.now(), of }]);
  else if (others.length < held.length) keep(others);
}

/** Empty: nothing was seen on this phone. */
export function joinedOnPhone(): readonly Seen[] {
  const owner = currentOwner();
  const held = owner.account === null ? null : keptJoined.read(keyOf(owner));
  return held && isOf(held, owner) ? held.seen : [];
}
