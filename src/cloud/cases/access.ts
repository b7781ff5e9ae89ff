/** Whose case it is, and who may see it. */
import { and, eq, inArray, isNull, or, type SQL } from 'drizzle-orm';
import type { Service } from '@/domain/cases';
import { askerOf, type Context, servicesOf } from '../context';
import { deskSees, handOf, isOff } from '../desk/hand';
import { refuse } from '../refuse';
import { caseFile, serviceCase, unitMember } from '../store/schema';
import { type CaseRow, recordOf } from './record';

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

/**
 * A helper applies for a person, never for the person's unit. A report of favouritism is the person's own word, perhaps
 * about the helper: nobody files or reads it for somebody else.
 */
export const helpersMay = ({ applicant, workflow }: Pick<Service, 'applicant' | 'workflow'>): boolean =>
  applicant !== 'anyone' && applicant !== 'unit' && workflow.on_approval !== 'bind_unit';

/** Ids of the services that a helper files and reads. */
export const forHelpers = ({ book }: Context): string[] =>
  book.services.filter(helpersMay).map(({ id }) => id);

/** Filed by this account, by the same person with another account, or for a unit one is bound to: as long as one is. */
export async function ownCases(context: Context): Promise<SQL | undefined> {
  const { subject, mandate } = askerOf(context);
  const units = await unitsOf(context);
  const { accountId, personId, unitId, service } = serviceCase;
  return and(
    or(
      and(
        isNull(unitId),
        or(eq(accountId, subject.id), subject.personId === null ? undefined : eq(personId, subject.personId)),
      ),
      units.length === 0 ? undefined : inArray(unitId, units),
    ),
    mandate ? inArray(service, forHelpers(context)) : undefined,
  );
}

/** The same for one case. */
export async function isMine(context: Context, row: CaseRow): Promise<boolean> {
  const { subject, mandate } = askerOf(context);
  if (mandate && !forHelpers(context).includes(row.service)) return false;
  if (row.unitId !== null) return (await unitsOf(context)).includes(row.unitId);
  return row.accountId === subject.id || (row.personId !== null && row.personId === subject.personId);
}

/** @throws NotFound for another's case as for none at all */
export async function mineOr404(context: Context, id: string): Promise<CaseRow> {
  const [row] = await servicesOf(context).store.db.select().from(serviceCase).where(eq(serviceCase.id, id));
  if (!row || !(await isMine(context, row))) throw refuse('NotFound');
  return row;
}

/**
 * Everybody on the case: who filed it, and the desks that may see it, but for an officer who keeps off.
 * @returns the case; null for everybody else
 */
export async function readableCase(context: Context, caseId: string): Promise<CaseRow | null> {
  const [row] = await servicesOf(context)
    .store.db.select()
    .from(serviceCase)
    .where(eq(serviceCase.id, caseId));
  if (!row) return null;
  if (await isMine(context, row)) return row;
  const { staff, mandate } = askerOf(context);
  if (!staff || mandate || !deskSees(staff, row)) return null;
  const record = await recordOf(context, caseId);
  return isOff(record, await handOf(context, record)) ? null : row;
}

/** The cases a file was handed in with. */
export async function casesOfFile(context: Context, fileId: string): Promise<string[]> {
  const rows = await servicesOf(context)
    .store.db.select({ caseId: caseFile.caseId })
    .from(caseFile)
    .where(eq(caseFile.fileId, fileId));
  return rows.map(({ caseId }) => caseId);
}
