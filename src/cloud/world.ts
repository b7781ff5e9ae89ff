import { randomUUID } from 'node:crypto';
import dayjs from 'dayjs';
import utc from 'dayjs/plugin/utc';
import type { Pack } from '@/domain/eligibility';
import type { Context } from './context';
import { type PolicyBook, packOf } from './policy-book/book';

dayjs.extend(utc);

/** Today in China, which is eight hours ahead of UTC all year. */
export const todayInChina = (now: number = Date.now()): string =>
  dayjs(now).utcOffset(8).format('YYYY-MM-DD');

/** Everything that is the same for all requests, made once; gives a context for each. */
export function createWorld(book: PolicyBook): (requestId?: string) => Context {
  const packs = new Map<string, Pack>();
  for (const { region } of book.regions) {
    const pack = packOf(book, region.id);
    if (pack) packs.set(region.id, pack);
  }
  return (requestId = randomUUID()) => ({
    book,
    packs,
    today: todayInChina(),
    requestId,
    who: { kind: 'anonymous' },
  });
}
