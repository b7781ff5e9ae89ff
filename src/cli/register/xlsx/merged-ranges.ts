import type { Readable } from 'node:stream';
import type { Range } from '../table';
import { brokenFile, isBroken } from './zip';

const MERGE = /<(?:\w+:)?mergeCell\s[^>]*?ref="([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})"/g;
/** Longer than one mergeCell element. */
const OVERLAP = 200;

/** `A` → 0, `AA` → 26 */
export function columnIndex(letters: string): number {
  let index = 0;
  for (let at = 0; at < letters.length; at++) index = index * 26 + letters.charCodeAt(at) - 64;
  return index - 1;
}

/** They stand after all rows, so the sheet is run through once before it is read. */
export async function mergedRanges(content: Readable): Promise<Range[]> {
  const ranges = new Map<string, Range>();
  let carried = '';
  try {
    for await (const chunk of content as AsyncIterable<Buffer>) {
      const piece = carried + chunk.toString('latin1');
      if (piece.includes('mergeCell')) {
        for (const [, left, top, right, bottom] of piece.matchAll(MERGE) as Iterable<string[]>) {
          const ref = `${left}${top}:${right}${bottom}`;
          ranges.set(ref, {
            ref,
            top: Number(top),
            bottom: Number(bottom),
            left: columnIndex(left as string),
            right: columnIndex(right as string),
          });
        }
      }
      carried = piece.slice(-OVERLAP);
    }
  } catch (error) {
    throw isBroken(error) ? brokenFile() : error;
  }
  return [...ranges.values()];
}
