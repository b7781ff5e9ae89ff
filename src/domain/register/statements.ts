/**
 * What a person's versions say of one status with entry and exit (纳入、退出): stays with dates, and undated yes or no.
 *
 * A version that names an entry restates the current stay, so a corrected date replaces the wrong one; an entry on or
 * after the exit of the stay before begins a new stay (重新列入), and the old one is kept. An entry without an exit
 * says: not exited. A plain 否 takes back everything said before it. Blank says nothing.
 */
import type { ColumnKey } from './columns';
import type { RegisterVersion } from './row';

export interface StatusColumns {
  readonly ever: ColumnKey;
  readonly entered: ColumnKey;
  readonly left: ColumnKey;
}

export const FPZP: StatusColumns = { ever: 'fpzp', entered: 'fpzp_entered_on', left: 'fpzp_exited_on' };
export const CONTINUED: StatusColumns = {
  ever: 'continued',
  entered: 'continued_entered_on',
  left: 'continued_exited_on',
};
export const MONITORED: StatusColumns = {
  ever: 'monitored_ever',
  entered: 'monitored_on',
  left: 'eliminated_on',
};

interface Stay {
  readonly from: string;
  readonly to: string | null;
  readonly by: RegisterVersion;
}

/** What is known of a status on a day; null = unknown. `by` is the version that says so. */
export interface Status {
  readonly ever: boolean | null;
  /** null also where only an undated yes is known */
  readonly active: boolean | null;
  /** the exit of the last stay, when it lies on or before the day */
  readonly leftOn: string | null;
  readonly by: RegisterVersion | null;
}

const UNKNOWN: Status = { ever: null, active: null, leftOn: null, by: null };

/** @param versions oldest first */
export function statusAt(versions: readonly RegisterVersion[], columns: StatusColumns, day: string): Status {
  let stays: Stay[] = [];
  let undated: { ever: boolean; by: RegisterVersion } | null = null;
  for (const version of versions) {
    const said = version.kept.includes(columns.entered) ? undefined : version.row[columns.entered];
    if (typeof said === 'string') {
      stays = [
        ...stays.filter((stay) => stay.to !== null && stay.to <= said && stay.from < said),
        stayOf(version, said, columns),
      ];
      continue;
    }
    const ever = version.kept.includes(columns.ever) ? undefined : version.row[columns.ever];
    if (ever === false) stays = [];
    if (typeof ever === 'boolean' && version.dataDate <= day) undated = { ever, by: version };
  }
  const stay = stays.filter(({ from }) => from <= day).at(-1);
  if (stay) {
    const leftOn = stay.to !== null && stay.to <= day ? stay.to : null;
    return { ever: true, active: leftOn === null, leftOn, by: stay.by };
  }
  if (undated === null) return UNKNOWN;
  return { ever: undated.ever, active: undated.ever ? null : false, leftOn: null, by: undated.by };
}

function stayOf(version: RegisterVersion, from: string, { left }: StatusColumns): Stay {
  const to = version.row[left];
  return { from, to: typeof to === 'string' ? to : null, by: version };
}
