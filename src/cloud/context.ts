import type { Pack } from '@/domain/eligibility';
import { type PolicyBook, regionOf } from './policy-book/book';

/** What a handler may know of the request and the world. */
export interface Context {
  readonly book: PolicyBook;
  /** packs by region id, built once */
  readonly packs: ReadonlyMap<string, Pack>;
  /** today in China, `YYYY-MM-DD`: the only clock a handler sees */
  readonly today: string;
  readonly requestId: string;
  /** who is asking; nobody is signed in on this floor, and every procedure here is public */
  readonly who: { readonly kind: 'anonymous' };
}

/** The pack that serves a region or a county inside it. */
export const packFor = ({ book, packs }: Context, code: string): Pack | undefined =>
  packs.get(regionOf(book, code) ?? '');
