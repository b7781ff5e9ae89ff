import type { Unchanged } from '@/contract/api';
import type { LawBook } from '@/domain/wages/law';
import type { Context } from '../../context';

/** The law on unpaid wages, or word that the caller's copy is the current one. */
export const law = ({ book }: Context, input: { hash?: string } | undefined): LawBook | Unchanged =>
  book.law.hash === input?.hash ? { unchanged: true } : book.law;
