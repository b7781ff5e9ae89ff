import type { Readable } from 'node:stream';
import { type Cell, MAX_CELL } from '@/domain/register';
import { Refused } from '../refused';
import { readWhole } from './xml';

/** Characters of all shared strings together; a register of a million people has less. */
const MAX_CHARACTERS = 150_000_000;

/** Text of a string item: its runs joined, without the reading aids of East Asian text (rPh). */
export function textCollector(): {
  open(name: string): void;
  text(text: string): void;
  close(name: string): void;
  take(): Cell;
} {
  let pieces = '';
  let inText = false;
  let aside = false;
  let tooLong = false;
  return {
    open(name) {
      if (name === 'rPh') aside = true;
      inText = name === 't' && !aside;
    },
    text(text) {
      if (!inText || tooLong) return;
      if (pieces.length + text.length > MAX_CELL) {
        tooLong = true;
        pieces = '';
      } else pieces += text;
    },
    close(name) {
      if (name === 'rPh') aside = false;
      inText = false;
    },
    take() {
      const cell: Cell = tooLong ? { fault: 'too_long' } : pieces;
      pieces = '';
      tooLong = false;
      return cell;
    },
  };
}

/** @throws Refused when together they are too long to be held */
export async function sharedStrings(content: Readable): Promise<Cell[]> {
  const strings: Cell[] = [];
  const item = textCollector();
  let characters = 0;
  await readWhole(content, {
    open: (name) => item.open(name),
    text: (text) => item.text(text),
    close(name) {
      item.close(name);
      if (name !== 'si') return;
      const cell = item.take();
      characters += typeof cell === 'string' ? cell.length : 0;
      if (characters > MAX_CHARACTERS)
        throw new Refused('这个 XLSX 的文字太多，放不进内存：请另存为 CSV 再导入');
      strings.push(cell);
    },
  });
  return strings;
}
