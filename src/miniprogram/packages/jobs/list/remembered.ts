/** What somebody looked for last, what was found, and whether on a map: on this phone. */
import { currentOwner, isOf, type Owner } from '@/client/owner';
import { onPersonChange } from '@/client/session';
import { isRecord, kept } from '@/client/storage';
import type { PostingLine } from '@/contract/jobs';
import { POSTING_KINDS, SHIFTS, SKILLS } from '@/domain/jobs';
import { EVERYTHING, type Looking, type Scope, SORTS, STARTS, SWITCHES } from './filter';

const listOf = (value: unknown, words: object): boolean =>
  Array.isArray(value) && value.every((one) => typeof one === 'string' && one in words);
const oneOf = (value: unknown, list: readonly string[]): boolean => list.some((one) => one === value);

const isLooking = (value: unknown): value is Looking =>
  isRecord(value) &&
  SWITCHES.every((name) => typeof value[name] === 'boolean') &&
  listOf(value.kinds, POSTING_KINDS) &&
  listOf(value.shifts, SHIFTS) &&
  listOf(value.skills, SKILLS) &&
  typeof value.pay === 'number' &&
  typeof value.within === 'number' &&
  oneOf(value.start, STARTS) &&
  oneOf(value.sort, SORTS);

const keptLooking = kept('jobs-filter', 1, isLooking);
export const lastLooking = (): Looking => keptLooking.read() ?? EVERYTHING;
export const keepLooking = (looking: Looking): void => void keptLooking.write(looking);

const isView = (value: unknown): value is 'list' | 'map' => value === 'list' || value === 'map';
const keptView = kept('jobs-view', 1, isView);
export const lastView = (): 'list' | 'map' => keptView.read() ?? 'list';
export const keepView = (view: 'list' | 'map'): void => void keptView.write(view);

/** What was found last, by whoever is on the screen: without a network that is better than nothing. */
export interface LastFound extends Owner {
  readonly asked: string;
  readonly at: number;
  readonly postings: readonly PostingLine[];
}
const isFound = (value: unknown): value is LastFound =>
  isRecord(value) &&
  'account' in value &&
  typeof value.asked === 'string' &&
  typeof value.at === 'number' &&
  Array.isArray(value.postings) &&
  value.postings.every((one) => isRecord(one) && typeof one.id === 'string' && Array.isArray(one.reasons));
const keptFound = { near: kept('jobs-near', 1, isFound), away: kept('jobs-away', 1, isFound) };
const MOST = 60;

/** The reasons beside each say something of the person: nobody else reads them. */
export function lastFound(scope: Scope): LastFound | null {
  const found = keptFound[scope].read();
  return found && isOf(found, currentOwner()) ? found : null;
}
export function keepFound(scope: Scope, found: Omit<LastFound, keyof Owner>): void {
  keptFound[scope].write({ ...found, ...currentOwner(), postings: found.postings.slice(0, MOST) });
}

onPersonChange(() => {
  keptFound.near.remove();
  keptFound.away.remove();
});
