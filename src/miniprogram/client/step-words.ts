/** A step of a bundle in words: where it stands, by icon and word. */
import type { Standing } from '@/domain/cases/bundle';
import type { StatusName } from '@/ui/status-tag';
import { stateTag } from './case-words';

export function standingTag(standing: Standing): { readonly status: StatusName; readonly word: string } {
  if (standing === 'elsewhere') return { status: 'eligible', word: '以前办好了' };
  return standing === 'ahead' ? { status: 'none', word: '还没开始' } : stateTag(standing);
}

/** What has the same number goes side by side. */
export function stagesOf<T extends { readonly stage: number }>(
  steps: readonly T[],
): readonly (readonly T[])[] {
  const numbers = [...new Set(steps.map(({ stage }) => stage))].sort((a, b) => a - b);
  return numbers.map((number) => steps.filter(({ stage }) => stage === number));
}

/** How far a bundle is, in one line. */
export const progressText = ({ done, total }: { readonly done: number; readonly total: number }): string =>
  `${total} 步里办好了 ${done} 步`;
