import type { PostingState } from '@/domain/jobs';
import type { Context } from '../context';
import type { PostingRow } from '../jobs/view';

/** New to whoever looks for work: from the moment at which everybody sees it, unless they saw it already. */
export const shownIn = (
  { now, today }: Pick<Context, 'now' | 'today'>,
  { state: before, openUntil }: Pick<PostingRow, 'state' | 'openUntil'>,
  state: PostingState,
): { shownAt?: Date } =>
  state === 'open' && (before !== 'open' || openUntil < today) ? { shownAt: now } : {};
