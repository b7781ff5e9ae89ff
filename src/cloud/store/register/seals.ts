/** How the register is sealed and hashed: one place, so that the import and every look-up agree. */

import type { ColumnKey } from '@/domain/register';
import {
  canonicalRow,
  packVersion,
  type RegisterRow,
  type RegisterVersion,
  unpackVersion,
} from '@/domain/register';
import type { FieldCipher } from '../field-cipher';
import { ROW_PLACE } from '../people';

/** Household numbers are unique in a county only; the table's key holds both. */
export const householdHash = (cipher: FieldCipher, no: string): Buffer => cipher.blind('household', no);

/** Equal for equal content; the data date does not count. */
export const rowDigest = (cipher: FieldCipher, row: RegisterRow): Buffer =>
  cipher.blind('register_row', canonicalRow(row));

/** @param versionId the row's own id, to which the seal is bound */
export const sealRow = (
  cipher: FieldCipher,
  versionId: string,
  row: RegisterRow,
  kept: readonly ColumnKey[],
): Buffer => cipher.seal(ROW_PLACE, versionId, packVersion(row, kept));

export interface SealedVersion {
  readonly id: string;
  readonly dataDate: string;
  readonly confirmedOn: string;
  readonly rowEnc: Buffer;
}

/** @throws SealBroken */
export function openVersion(cipher: FieldCipher, sealed: SealedVersion): RegisterVersion {
  const { row, kept } = unpackVersion(cipher.open(ROW_PLACE, sealed.id, sealed.rowEnc));
  return { dataDate: sealed.dataDate, confirmedOn: sealed.confirmedOn, row, kept };
}
