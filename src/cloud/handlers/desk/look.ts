import type { CaseRow } from '../../cases/record';
import { type Context, staffOf } from '../../context';
import type { LookEntry } from '../../store/audit';

/**
 * For whoever filed it to see. A report without a name is nobody's, and what is nobody's in the log is told to
 * everybody: it is written down under the case.
 */
export function deskLook(context: Context, row: CaseRow, purpose: string): LookEntry {
  const { accountId, office } = staffOf(context);
  const nobody = row.personId === null && row.accountId === null;
  return {
    actorKind: 'staff',
    actorId: accountId,
    office,
    purpose,
    personId: row.personId,
    accountId: nobody ? row.id : row.accountId,
  };
}
