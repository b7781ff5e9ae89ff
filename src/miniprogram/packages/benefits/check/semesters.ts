import { semesterText } from '@/client/fact-text';
import type { FactId, Option } from '@/domain/eligibility';
import { copy } from './copy';

/** The semesters of the last years, the newest first; for an elimination also "not yet". */
export function semesterOptions(fact: FactId, asOf: string): readonly Option[] {
  const year = Number(asOf.slice(0, 4));
  // families apply for the coming autumn in the summer
  const autumn = asOf.slice(5, 7) >= '07';
  const semesters: string[] = autumn ? [`${year}A`, `${year}S`] : [`${year}S`];
  for (let back = year - 1; back >= Math.min(year - 5, 2020); back--) semesters.push(`${back}A`, `${back}S`);
  const options = semesters.map((id): Option => ({ id, label: semesterText(id), sets: { [fact]: id } }));
  if (fact !== 'elimination_semester') return options;
  return [{ id: 'none-yet', label: copy.semester.none, sets: { [fact]: 'none' } }, ...options];
}
