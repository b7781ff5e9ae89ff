import type { Unchanged } from '@/contract/api';
import type { Pack } from '@/domain/eligibility';
import { type Context, packFor } from '../../context';

/** The pack of a region, or word that the caller's copy is the current one; null when there is none. */
export function pack(context: Context, input: { region: string; hash?: string }): Pack | Unchanged | null {
  const found = packFor(context, input.region);
  if (!found) return null;
  return found.hash === input.hash ? { unchanged: true } : found;
}
