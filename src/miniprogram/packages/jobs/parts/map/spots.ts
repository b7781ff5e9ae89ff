/** Postings as points of a map: what lies in one place is one point. */
import type { PostingLine } from '@/contract/jobs';
import { copy } from './copy';

export interface Spot {
  readonly key: string;
  /** GCJ-02 */
  readonly lat: number;
  readonly lng: number;
  readonly postings: readonly PostingLine[];
  readonly name: string;
}

// a metre: a township's point and the middle of a county are the same for many
const DIGITS = 5;

export function spotsOf(postings: readonly PostingLine[]): readonly Spot[] {
  const byPlace = new Map<string, PostingLine[]>();
  for (const one of postings) {
    const key = `${one.lat.toFixed(DIGITS)} ${one.lng.toFixed(DIGITS)}`;
    byPlace.set(key, [...(byPlace.get(key) ?? []), one]);
  }
  return [...byPlace].flatMap(([key, some]) => {
    const [first] = some;
    if (!first) return [];
    return [
      { key, lat: first.lat, lng: first.lng, postings: some, name: copy.spot(some.length, first.title) },
    ];
  });
}
