/** Page after page, the newest first. */

import type { NewsLine } from '@/contract/news';
import type { Context } from '../../context';
import { cursorText } from '../../cursor';
import { lineOf, type NewsRow } from '../../news/view';

/** @param rows one more than a page, when there are more */
export function pageOf(
  context: Context,
  rows: readonly NewsRow[],
  size: number,
): { news: NewsLine[]; next: string | null } {
  const shown = rows.slice(0, size);
  const last = shown.at(-1);
  return {
    news: shown.map((row) => lineOf(context, row)),
    next: rows.length > size && last ? cursorText(last.publishedAt, last.id) : null,
  };
}
