/** Where a page ended: the value it is sorted by, the distance, the id. What comes, goes or changes elsewhere moves nothing. */
import type { PostingSort } from '@/contract/jobs';
import { refuseField } from '../refuse';

export interface Cursor {
  readonly sort: PostingSort;
  /** metres the first page looked within */
  readonly within: number;
  readonly rank: number;
  readonly metres: number;
  readonly id: string;
}

/** metres: no list is asked for, or widens by itself, farther than that */
const FARTHEST = 100_000;

const FORM =
  /^(near|pay|new|fit) (\d{1,6}) (-?\d{1,20}) (\d{1,9}(?:\.\d{1,20})?(?:e-\d{1,2})?) ([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;

export const cursorText = ({ sort, within, rank, metres, id }: Cursor): string =>
  [sort, within, rank, metres, id].join(' ');

/** @throws InvalidInput for one that was not given out for this order */
export function cursorOf(text: string | undefined, sort: PostingSort): Cursor | null {
  if (text === undefined) return null;
  const [, of, within, rank, metres, id] = FORM.exec(text) ?? [];
  if (of !== sort || id === undefined) throw refuseField('cursor', '列表变了，请从第一页重新看');
  return { sort, within: Math.min(Number(within), FARTHEST), rank: Number(rank), metres: Number(metres), id };
}
