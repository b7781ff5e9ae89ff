import type { Unchanged } from '@/contract/api';
import type { ServiceBook } from '@/domain/cases';
import { type Context, serviceBookFor } from '../../context';

/** The services of a region, or word that the caller's copy is the current one; null when there is none. */
export function services(
  context: Context,
  input: { region: string; hash?: string },
): ServiceBook | Unchanged | null {
  const found = serviceBookFor(context, input.region);
  if (!found) return null;
  return found.hash === input.hash ? { unchanged: true } : found;
}
