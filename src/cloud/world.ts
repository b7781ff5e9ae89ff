import { randomUUID } from 'node:crypto';
import type { Pack } from '@/domain/eligibility';
import type { Context } from './context';
import { type PolicyBook, packOf } from './policy-book';

/** Milliseconds China is ahead of UTC; no summer time. */
const CHINA = 8 * 3_600_000;

/** Today in China. */
export const todayInChina = (now: number = Date.now()): string => new Date(now + CHINA).toISOString().slice(0, 10);

/** Everything that is the same for all requests, made once; gives a context for each. */
export function createWorld(book: PolicyBook): (requestId?: string) => Context {
  const packs = new Map<string, Pack>();
  for (const { region } of book.regions) {
    const pack = packOf(book, region.id);
    if (pack) packs.set(region.id, pack);
  }
  return (requestId = randomUUID()) => ({ book, packs, today: todayInChina(), requestId, who: { kind: 'anonymous' } });
}
