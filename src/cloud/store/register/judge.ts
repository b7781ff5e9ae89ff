import { randomUUID } from 'node:crypto';
import { type ColumnKey, changedColumns, type RegisterRow, withKept } from '@/domain/register';
import type { FieldCipher } from '../field-cipher';
import { type PlaceHashes, placeHashes, placeOf } from '../places';
import type { Known } from './known';
import { openVersion, rowDigest, sealRow } from './seals';

/** What a row of the file means for the register. */
export type Verdict =
  | {
      readonly outcome: 'new' | 'changed';
      readonly entered: boolean;
      readonly left: boolean;
      readonly moved: boolean;
      readonly version: NewVersion;
    }
  /** `confirm`: the file says the same again on a later day */
  | {
      readonly outcome: 'same';
      readonly confirm: { readonly versionId: string; readonly day: string } | null;
    }
  | { readonly outcome: 'older'; readonly newestDate: string };

/** Sealed and ready to be written. */
export interface NewVersion {
  readonly personId: string;
  readonly isNew: boolean;
  readonly versionId: string;
  readonly county: string;
  readonly householdNo: string;
  readonly place: PlaceHashes;
  readonly dataDate: string;
  readonly rowEnc: Buffer;
  readonly digest: Buffer;
}

/**
 * Compares a row with what the register has.
 * @param absent columns the file does not have: they stay as they were
 */
export function judge(
  cipher: FieldCipher,
  fileRow: RegisterRow,
  known: Known | undefined,
  absent: readonly ColumnKey[],
): Verdict {
  const inForce = known?.inForce ?? null;
  const day = fileRow.data_date;
  const older = known !== undefined && known.newestDate > day;
  // an old file again says nothing new; an old file that says otherwise must not undo a newer one
  if (older && inForce === null) return { outcome: 'older', newestDate: known.newestDate };
  let before = inForce !== null && absent.length > 0 ? openVersion(cipher, inForce) : null;
  const { row, kept } = withKept(fileRow, before?.row ?? null, absent);
  const digest = rowDigest(cipher, row);
  if (inForce?.digest.equals(digest)) {
    const whole = absent.every((key) => row[key] === undefined || before?.kept.includes(key));
    const confirm = !older && whole && day > inForce.confirmedOn;
    return { outcome: 'same', confirm: confirm ? { versionId: inForce.id, day } : null };
  }
  if (older) return { outcome: 'older', newestDate: known.newestDate };
  before ??= inForce && openVersion(cipher, inForce);
  const changes = changedColumns(before?.row ?? null, row);
  const versionId = randomUUID();
  return {
    outcome: known ? 'changed' : 'new',
    entered: changes.some(({ kind }) => kind === 'entered'),
    left: changes.some(({ kind }) => kind === 'left'),
    moved:
      before !== null && (before.row.household_no !== row.household_no || before.row.county !== row.county),
    version: {
      personId: known?.personId ?? randomUUID(),
      isNew: known === undefined,
      versionId,
      county: row.county,
      householdNo: row.household_no,
      place: placeHashes(cipher, row.county, placeOf(row)),
      dataDate: day,
      rowEnc: sealRow(cipher, versionId, row, kept),
      digest,
    },
  };
}
