/**
 * Facts of a person as the register gives them for any day: a pure function of the person's versions.
 *
 * Dated columns (纳入、退出、监测、消除) speak for any day themselves, also for days before the file came: the newest
 * statement wins. Undated columns count from the data date of the version that says so; before it they are unknown.
 * Blank is unknown, never no.
 */
import type { FactId, FactValue } from '../eligibility/facts';
import { COLUMN_KEYS, type ColumnKey, columnSpec } from './columns';
import { borrowed } from './household-facts';
import type { RegisterVersion } from './row';
import { CONTINUED, FPZP, MONITORED, type Status, statusAt } from './statements';

/** A fact with who says it and the data date on which they said it (the last one not after the day asked). */
export interface RegisterFact {
  readonly value: FactValue;
  readonly source: string;
  /** `YYYY-MM-DD` */
  readonly date: string;
}

export type RegisterFacts = { readonly [K in FactId]?: RegisterFact };
export type FoundFacts = { [K in FactId]?: RegisterFact };

const READ_APART: ReadonlySet<ColumnKey> = new Set<ColumnKey>([
  'id_number',
  'fpzp',
  'continued',
  'monitored_ever',
  'labour_grade',
  'elimination_semester',
]);

/** Undated columns whose value is the fact's value. */
const DIRECT = COLUMN_KEYS.flatMap((key): (readonly [ColumnKey, FactId])[] => {
  const { type, facts } = columnSpec(key);
  const [fact] = facts;
  return fact === undefined || type === 'date' || READ_APART.has(key) ? [] : [[key, fact]];
});

/**
 * @param versions of one person; of two with the same data date the later one in the list wins
 * @param day `YYYY-MM-DD`
 * @param household versions of the other members, one list a member: see household-facts.ts
 */
export function factsAt(
  versions: readonly RegisterVersion[],
  day: string,
  household: readonly (readonly RegisterVersion[])[] = [],
): RegisterFacts {
  const own = ownFacts(versions, day);
  return borrowed(
    own,
    household.map((member) => ownFacts(member, day)),
  );
}

function ownFacts(unsorted: readonly RegisterVersion[], day: string): FoundFacts {
  const versions = [...unsorted].sort((a, b) =>
    a.dataDate < b.dataDate ? -1 : a.dataDate > b.dataDate ? 1 : 0,
  );
  const newest = versions.at(-1);
  const facts: FoundFacts = {};
  if (!newest) return facts;
  const tell = (id: FactId, value: FactValue | null | undefined, by: RegisterVersion | null) => {
    if (value !== null && value !== undefined && by !== null) facts[id] = { value, ...saidBy(by, day) };
  };

  tell('birth_date', birthDate(newest.row.id_number), newest);
  for (const [key, fact] of DIRECT) tell(fact, ...undated(versions, key, day));
  labour(facts, versions, day, tell);
  const since = stableSince(versions, day);
  tell('stable_since', since?.row.stable_since, since);
  targets(statusAt(versions, FPZP, day), statusAt(versions, CONTINUED, day), tell);
  monitoring(versions, day, tell);
  return facts;
}

type Tell = (id: FactId, value: FactValue | null | undefined, by: RegisterVersion | null) => void;

const saidBy = ({ row, dataDate, confirmedOn }: RegisterVersion, day: string) => ({
  source: row.source,
  date: confirmedOn <= day ? confirmedOn : dataDate,
});

/** Digits 7–14 in every accepted kind of number. */
export const birthDate = (number: string): string =>
  `${number.slice(6, 10)}-${number.slice(10, 12)}-${number.slice(12, 14)}`;

/** The value in force on the day, and the version that said it: one that only kept the column did not. */
function undated(
  versions: readonly RegisterVersion[],
  key: ColumnKey,
  day: string,
): [FactValue | undefined, RegisterVersion | null] {
  for (let index = versions.length - 1; index >= 0; index--) {
    const version = versions[index] as RegisterVersion;
    if (version.dataDate <= day && !version.kept.includes(key)) return [version.row[key], version];
  }
  return [undefined, null];
}

/** 含半、弱劳动力: a grade tells that there is capacity, 丧失 and 无 that there is none. */
function labour(facts: FoundFacts, versions: readonly RegisterVersion[], day: string, tell: Tell): void {
  const [grade, by] = undated(versions, 'labour_grade', day);
  if (grade === undefined) return;
  const none = grade === 'lost' || grade === 'none';
  if (!none && grade !== 'half_or_weak') tell('labour_grade', grade, by);
  if (facts.labour_capacity === undefined) tell('labour_capacity', !none, by);
}

/** The version in force when it names a day that has come; else the first later one that does. */
function stableSince(versions: readonly RegisterVersion[], day: string): RegisterVersion | null {
  const inForce = versions.filter(({ dataDate }) => dataDate <= day).slice(-1);
  const later = versions.filter(({ dataDate }) => dataDate > day);
  return (
    [...inForce, ...later].find(({ row }) => row.stable_since !== undefined && row.stable_since <= day) ??
    null
  );
}

/** 防止返贫致贫对象 and 继续帮扶对象. Whoever moved from one to the other has not left: all stays must have ended. */
function targets(fpzp: Status, continued: Status, tell: Tell): void {
  tell('fpzp', fpzp.ever, fpzp.by);
  tell('continued', continued.ever, continued.by);
  const entered = [fpzp, continued].filter(({ ever }) => ever === true);
  const active = entered.find((status) => status.active === true);
  if (active) tell('exit_completed', false, active.by);
  else if (entered.length > 0 && entered.every((status) => status.active === false)) {
    const last = entered.reduce((a, b) => ((b.leftOn ?? '') > (a.leftOn ?? '') ? b : a));
    tell('exit_completed', true, last.by);
  }
}

function monitoring(versions: readonly RegisterVersion[], day: string, tell: Tell): void {
  const status = statusAt(versions, MONITORED, day);
  tell('household_monitored_ever', status.ever, status.by);
  tell('monitored_active', status.active, status.by);
  if (status.active === true) {
    tell('elimination_semester', 'none', status.by);
    return;
  }
  tell('eliminated_on', status.leftOn, status.by);
  if (status.ever !== false) tell('elimination_semester', ...undated(versions, 'elimination_semester', day));
}
