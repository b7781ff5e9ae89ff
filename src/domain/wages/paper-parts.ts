/** A paper too long for one request, in several that each stand alone. */
import type { Paper, PaperBlock } from './paper';

/** Bytes as they travel: three for a Chinese character. */
export function bytesOf(value: unknown): number {
  let bytes = 0;
  for (const character of JSON.stringify(value)) {
    const code = character.codePointAt(0) as number;
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
  }
  return bytes;
}

/** Room for the name, the foot and the commas. */
const AROUND = 1000;

/**
 * Long tables are cut between rows and begin again with their head; everything else stays whole.
 * @param max bytes of one part; a single block that is longer is a part of its own
 * @param maxRows rows of the tables of one part together
 */
export function partsOf(paper: Paper, max: number, maxRows: number): Paper[] {
  const room = max - AROUND;
  const parts: PaperBlock[][] = [[]];
  let [taken, rowsTaken] = [0, 0];
  const put = (block: PaperBlock, bytes: number, rows = 0) => {
    if (taken > 0 && (taken + bytes > room || rowsTaken + rows > maxRows)) {
      parts.push([]);
      [taken, rowsTaken] = [0, 0];
    }
    (parts[parts.length - 1] as PaperBlock[]).push(block);
    taken += bytes;
    rowsTaken += rows;
  };
  for (const block of paper.blocks) {
    const bytes = bytesOf(block);
    if (block.kind !== 'table') {
      put(block, bytes);
      continue;
    }
    const head = bytesOf({ ...block, rows: [] });
    let rows: (readonly string[])[] = [];
    let size = head;
    for (const row of block.rows) {
      const more = bytesOf(row) + 1;
      const full = taken + size + more > room || rowsTaken + rows.length + 1 > maxRows;
      if (full && rows.length > 0) {
        put({ ...block, rows }, size, rows.length);
        rows = [];
        size = head;
      }
      rows.push(row);
      size += more;
    }
    put({ ...block, rows }, size, rows.length);
  }
  if (parts.length === 1) return [paper];
  return parts.map((blocks, index) => ({
    name: `${paper.name.slice(0, 52)}（${index + 1}）`,
    blocks,
    foot: `${paper.foot.slice(0, 90)}　第${index + 1}份，共${parts.length}份`,
  }));
}
