/** What changed between two states of one person: for the counts of an import and for the change list. */
import { COLUMN_KEYS, type ColumnKey } from './columns';
import type { RegisterRow, RegisterValue } from './row';

/** entered: a day of entry is new · left: a day of exit or elimination is new · changed: anything else */
export type ChangeKind = 'entered' | 'left' | 'changed';

export interface ColumnChange {
  readonly key: ColumnKey;
  readonly kind: ChangeKind;
  readonly before: RegisterValue | null;
  readonly after: RegisterValue | null;
}

const ENTRY: ReadonlySet<ColumnKey> = new Set<ColumnKey>([
  'fpzp_entered_on',
  'continued_entered_on',
  'monitored_on',
]);
const EXIT: ReadonlySet<ColumnKey> = new Set<ColumnKey>([
  'fpzp_exited_on',
  'continued_exited_on',
  'eliminated_on',
]);

/** Columns whose values differ, in the catalogue's order; the data date is no change. `before` null: a new person. */
export function changedColumns(before: RegisterRow | null, after: RegisterRow): ColumnChange[] {
  return COLUMN_KEYS.flatMap((key): ColumnChange[] => {
    const [old, now] = [before?.[key] ?? null, after[key] ?? null];
    if (key === 'data_date' || old === now) return [];
    return [{ key, kind: kindOf(key, now), before: old, after: now }];
  });
}

function kindOf(key: ColumnKey, now: RegisterValue | null): ChangeKind {
  // a day that was taken back is a correction
  if (now === null) return 'changed';
  return ENTRY.has(key) ? 'entered' : EXIT.has(key) ? 'left' : 'changed';
}
