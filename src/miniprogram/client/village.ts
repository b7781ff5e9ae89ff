/**
 * A village worker's list, for villages without a signal: kept on the phone for a day, with the visits being written.
 * Here and not in the desk's own package, because it has to be wiped also when that package is never opened again.
 */
import type { OutputOf } from '@/contract/api';
import type { MeView } from '@/contract/session';
import { currentOwner, onForgotten } from './owner';
import { onPersonChange } from './session';
import { isRecord, kept } from './storage';

export type Village = OutputOf<'visits.residents'>;
export type Staff = NonNullable<MeView['staff']>;

export interface KeptVillage {
  /** whose list it is */
  readonly account: string;
  readonly staff: Staff;
  readonly village: Village;
  /** when it came, ms */
  readonly at: number;
}

const DAY_MS = 86_400_000;

const isVillage = (value: unknown): value is KeptVillage =>
  isRecord(value) &&
  typeof value.account === 'string' &&
  typeof value.at === 'number' &&
  isRecord(value.staff) &&
  isRecord(value.village) &&
  Array.isArray(value.village.residents);
const keptVillage = kept('village', 1, isVillage);

/** Visits being written, by whom they are about. */
export interface KeptVisits {
  readonly account: string;
  readonly visits: Readonly<Record<string, unknown>>;
}
const isVisits = (value: unknown): value is KeptVisits =>
  isRecord(value) && typeof value.account === 'string' && isRecord(value.visits);
const keptVisits = kept('visits', 1, isVisits);

/** A trainer's list of a session, for halls without a signal. */
export type Roster = OutputOf<'training.roster'>;
interface KeptRoster {
  readonly account: string;
  readonly roster: Roster;
  readonly at: number;
}
const isRoster = (value: unknown): value is KeptRoster =>
  isRecord(value) &&
  typeof value.account === 'string' &&
  isRecord(value.roster) &&
  typeof value.at === 'number';
const keptRoster = kept('roster', 1, isRoster);

function forget(): void {
  keptRoster.remove();
  keptVillage.remove();
  keptVisits.remove();
}

onPersonChange(({ token, unknown }) => {
  if (token === null || unknown) forget();
});
onForgotten((gone) => {
  const { account } = keptVillage.read() ?? keptVisits.read() ?? keptRoster.read() ?? { account: null };
  if (gone({ account, acting: null })) forget();
});

// a clock put back does not make it last longer
const isFresh = ({ at }: KeptVillage): boolean => Math.abs(Date.now() - at) < DAY_MS;

const found = keptVillage.read();
if (found && !isFresh(found)) keptVillage.remove();

/** The list as it last came, for its own officer and for a day; else null. */
export function villageOnPhone(): KeptVillage | null {
  const list = keptVillage.read();
  return list && isFresh(list) && list.account === currentOwner().account ? list : null;
}

export function keepVillage(account: string, staff: Staff, village: Village): void {
  keptVillage.write({ account, staff, village, at: Date.now() });
}

/** The list of a session as it last came, for its own trainer and for a day; else null. */
export function rosterOnPhone(session: string): Roster | null {
  const list = keptRoster.read();
  const fresh = list !== null && Math.abs(Date.now() - list.at) < DAY_MS;
  const mine = fresh && list.account === currentOwner().account;
  return mine && list.roster.session.id === session ? list.roster : null;
}

export function keepRoster(roster: Roster): void {
  const { account } = currentOwner();
  if (account !== null) keptRoster.write({ account, roster, at: Date.now() });
}

/** The visit being written about somebody; checked by whoever reads it. */
export function visitOnPhone(about: string): unknown {
  const all = keptVisits.read();
  return all && all.account === currentOwner().account ? all.visits[about] : undefined;
}

/** @param visit undefined: it was sent, or is not wanted */
export function keepVisit(about: string, visit: unknown): void {
  const { account } = currentOwner();
  if (account === null) return;
  const all = keptVisits.read();
  const { [about]: _, ...others } = all?.account === account ? all.visits : {};
  keptVisits.write({ account, visits: visit === undefined ? others : { ...others, [about]: visit } });
}
