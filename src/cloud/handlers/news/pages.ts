/** Page after page, the newest first. */
import type { NewsLine } from '@/contract/news';
import type { Context } from '../../context';
import { lineOf, type NewsRow } from '../../news/view';
import { refuseField } from '../../refuse';

const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** @throws InvalidInput for what this server never gave out */
export function readCursor(
  cursor: string | undefined,
): { readonly at: Date; readonly id: string } | undefined {
  if (cursor === undefined) return undefined;
  const [ms = '', id = ''] = cursor.split(' ');
  if (!/^\d{1,13}$/.test(ms) || !ID.test(id)) throw refuseField('cursor', '请从第一页重新看');
  return { at: new Date(Number(ms)), id };
}

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
    next: rows.length > size && last ? `${last.publishedAt.getTime()} ${last.id}` : null,
  };
}
