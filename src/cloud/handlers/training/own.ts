/** The enrolments of whoever asks. */
import { and, eq, or, type SQL } from 'drizzle-orm';
import type { EnrolmentView } from '@/contract/training';
import { askerOf, type Context, servicesOf } from '../../context';
import { refuse } from '../../refuse';
import { trainingEnrolment } from '../../store/schema';
import type { EnrolmentRow } from '../../training/seats';
import { enrolmentViews } from '../../training/view';

/** Enrolments of the account, and of the same person with another account. */
export function ownEnrolments(context: Context): SQL | undefined {
  const { subject } = askerOf(context);
  return or(
    eq(trainingEnrolment.accountId, subject.id),
    subject.personId === null ? undefined : eq(trainingEnrolment.personId, subject.personId),
  );
}

/** @throws NotFound for another's enrolment as for none at all */
export async function mineOr404(context: Context, id: string): Promise<EnrolmentRow> {
  const [row] = await servicesOf(context)
    .store.db.select()
    .from(trainingEnrolment)
    .where(and(eq(trainingEnrolment.id, id), ownEnrolments(context)));
  if (!row) throw refuse('NotFound');
  return row;
}

export async function viewOf(context: Context, row: EnrolmentRow): Promise<EnrolmentView> {
  const [view] = await enrolmentViews(context, [row]);
  if (!view) throw refuse('NotFound');
  return view;
}
