import type { IsoDate, PolicyDocumentMeta } from '@/domain/eligibility/types';
import { dateText } from '@/ui';
import { copy } from './copy';

/** One line when no document of the region is in force on the day; else null. */
export function documentLine(documents: readonly PolicyDocumentMeta[], asOf: IsoDate): string | null {
  const inForce = documents.some(
    ({ effective: { from, to } }) => from <= asOf && (to === null || asOf <= to),
  );
  if (inForce || documents.length === 0) return null;
  const ended = documents.map(({ effective }) => effective.to).filter((to) => to !== null && to < asOf);
  const last = ended.sort()[ended.length - 1];
  if (last) return copy.expired(dateText(last));
  const starts = documents.map(({ effective }) => effective.from).sort();
  return starts[0] ? copy.notYet(dateText(starts[0])) : null;
}
