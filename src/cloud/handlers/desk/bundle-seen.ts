/** A bundle as one desk sees it: the steps it handles. Of the others no more than what its own wait for, by name. */
import type { BundleView } from '@/contract/cases';
import { stepServiceId } from '@/domain/cases';
import { childrenOf } from '../../cases/bundle';
import type { CaseRecord } from '../../cases/record';
import { type Context, servicesOf, staffOf } from '../../context';
import { deskSees } from '../../desk/hand';

/** How far the whole is, everybody on it may know; what became of a loan is not the tax office's to read. */
export async function bundleSeen(
  context: Context,
  { row, ground }: CaseRecord,
  bundle: BundleView | null,
): Promise<BundleView | null> {
  if (bundle === null) return null;
  const staff = staffOf(context);
  const rows = await childrenOf(servicesOf(context).store.db, bundle.id);
  const seen = new Set(rows.flatMap((one) => (deskSees(staff, one) ? [one.id] : [])));
  const whole = ground.service.step_of?.service ?? row.service;
  // done before, without a case of its own
  const elsewhere = (step: string) => deskSees(staff, { ...row, service: stepServiceId(whole, step) });
  return {
    ...bundle,
    steps: bundle.steps.filter((step) => (step.case === null ? elsewhere(step.step) : seen.has(step.case))),
  };
}
