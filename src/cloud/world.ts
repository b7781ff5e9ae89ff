import { randomUUID } from 'node:crypto';
import { dayInChina } from '@/domain/calendar/china';
import type { ServiceBook } from '@/domain/cases';
import type { Pack } from '@/domain/eligibility';
import type { Context, Credentials } from './context';
import { type PolicyBook, packOf } from './policy-book/book';
import { serviceBookOf } from './policy-book/services';
import type { Services } from './services';

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
  const serviceBooks = new Map<string, ServiceBook>();
  for (const { region } of book.regions) {
    const pack = packOf(book, region.id);
    if (pack) packs.set(region.id, pack);
    serviceBooks.set(region.id, serviceBookOf(book, region.id));
  }
  return (credentials, requestId = randomUUID()) => {
    const now = clock();
    const today = dayInChina(now);
    return { book, packs, serviceBooks, today, now, requestId, credentials, services };
  };
}
