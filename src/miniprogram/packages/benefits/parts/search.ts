import type { Benefit } from '@/domain/eligibility';

/** Does a benefit match what was typed: title, plain line, everyday words; several words must all occur. */
export function matches({ title, plain, keywords = [] }: Benefit, typed: string): boolean {
  const text = [title, plain, ...keywords].join(' ').toLowerCase();
  return typed
    .trim()
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word) || keywords.some((keyword) => word.includes(keyword)));
}
