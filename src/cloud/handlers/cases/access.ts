/** Whose case it is, and who may see it. */
import { and, eq, isNull } from 'drizzle-orm';
import type { CaseRow } from '../../cases/record';
import { askerOf, type Context, servicesOf } from '../../context';
import { refuse } from '../../refuse';
import { caseFile, serviceCase, unitMember } from '../../store/schema';
import { deskSees } from '../desk/hand';

/** The units whoever asks is bound to. A helper files for a person, never for the person's unit. */
export async function unitsOf(context: Context): Promise<string[]> {
  const { subject, mandate } = askerOf(context);
  if (mandate) return [];
  const rows = await servicesOf(context)
    .store.db.select({ unitId: unitMember.unitId })
    .from(unitMember)
    .where(and(eq(unitMember.accountId, subject.id), isNull(unitMember.endedAt)));
  return rows.map(({ unitId }) => unitId);
}

/** Filed by this account, by the same person with another account, or for a unit one is bound to. */
export async function isMine(context: Context, row: CaseRow): Promise<boolean> {
  const { subject } = askerOf(context);
  if (row.accountId === subject.id) return true;
  if (row.unitId !== null) return (await unitsOf(context)).includes(row.unitId);
  return row.personId !== null && row.personId === subject.personId;
}

/** @throws NotFound for another's case as for none at all */
export async function mineOr404(context: Context, id: string): Promise<CaseRow> {
  const [row] = await servicesOf(context).store.db.select().from(serviceCase).where(eq(serviceCase.id, id));
  if (!row || !(await isMine(context, row))) throw refuse('NotFound');
  return row;
}

/** Everybody on the case: who filed it, and the desks that may see it. */
export async function mayReadCase(context: Context, caseId: string): Promise<boolean> {
  const [row] = await servicesOf(context)
    .store.db.select()
    .from(serviceCase)
    .where(eq(serviceCase.id, caseId));
  if (!row) return false;
  const { staff, mandate } = askerOf(context);
  if (staff && !mandate && deskSees(staff, row)) return true;
  return isMine(context, row);
}

/** The cases a file was handed in with. */
export async function casesOfFile(context: Context, fileId: string): Promise<string[]> {
  const rows = await servicesOf(context)
    .store.db.select({ caseId: caseFile.caseId })
    .from(caseFile)
    .where(eq(caseFile.fileId, fileId));
  return rows.map(({ caseId }) => caseId);
}
