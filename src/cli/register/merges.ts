import type { Header } from './header';
import { Refused } from './refused';
import type { Range } from './table';

/** More than this is a layout, not a table. */
const MOST = 20_000;

/**
 * Which cells below the header are merged. A title above the header may be merged, and so may columns nobody reads.
 * @returns asks for the range of a cell (row from 1, column from 0)
 * @throws Refused when cells of the header are merged
 */
export function merges(
  ranges: readonly Range[],
  { row, columns }: Header<string>,
): (row: number, column: number) => string | null {
  const header = ranges.filter(({ top, bottom }) => top <= row && bottom >= row).map(({ ref }) => ref);
  if (header.length > 0)
    throw new Refused(
      `表头里有合并的单元格：${header.slice(0, 10).join('、')}。请取消合并，每一列有自己的表头，表头只占一行`,
    );
  const below = ranges.filter((range) => range.top > row && touchesKnown(range));
  if (below.length > MOST)
    throw new Refused(`合并的单元格太多（${below.length} 处）：请全部取消合并，每一行都填上`);
  if (below.length === 0) return () => null;

  // ranges never overlap, so for one column the one that begins last before a row is the only candidate
  const byColumn = columns.map((_, column) =>
    below.filter(({ left, right }) => left <= column && column <= right).sort((a, b) => a.top - b.top),
  );
  return (at, column) => {
    const found = lastBegun(byColumn[column] ?? [], at);
    return found && found.bottom >= at ? found.ref : null;
  };

  function touchesKnown({ left, right }: Range): boolean {
    return columns.some((key, column) => key !== null && left <= column && column <= right);
  }
}

function lastBegun(ranges: readonly Range[], row: number): Range | undefined {
  let [low, high] = [0, ranges.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ranges[middle] as Range).top <= row) low = middle + 1;
    else high = middle;
  }
  return ranges[low - 1];
}
