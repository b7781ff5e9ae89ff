import { randomUUID } from 'node:crypto';
import dayjs from 'dayjs';
import utc from 'dayjs/plugin/utc';
import type { Pack } from '@/domain/eligibility';
import type { Context, Credentials } from './context';
import { type PolicyBook, packOf } from './policy-book/book';
import type { Services } from './services';

dayjs.extend(utc);

/** Today in China, which is eight hours ahead of UTC all year. */
export const todayInChina = (now: number = Date.now()): string =>
  dayjs(now).utcOffset(8).format('YYYY-MM-DD');

export type ContextFor = (credentials: Credentials, requestId?: string) => Context;

/**
 * Everything that is the same for all requests, made once; gives a context for each.
 * @param clock for tests that need another day
 */
export function createWorld(
  book: PolicyBook,
  services: Services | null,
  clock: () => Date = () => new Date(),
): ContextFor {
  const packs = new Map<string, Pack>();
  for (const { region } of book.regions) {
    const pack = packOf(book, region.id);
    if (pack) packs.set(region.id, pack);
  }
  return (credentials, requestId = randomUUID()) => {
    const now = clock();
    return { book, packs, today: todayInChina(now.getTime()), now, requestId, credentials, services };
  };
}
