import type { Readable } from 'node:stream';
import { type Cell, MAX_CELL } from '@/domain/register';
import type { RawRow } from '../table';
import { columnIndex } from './merged-ranges';
import { textCollector } from './shared-strings';
import { readXml } from './xml';

/** A register has some sixty columns; what stands further right than this is not read. */
const MAX_COLUMNS = 1024;

interface OpenCell {
  column: number;
  type: string;
  formula: boolean;
  value: string;
}

/** Rows of a worksheet in their order. Numbers stay numbers: whether one is a day depends on the column. */
export async function* sheetRows(content: Readable, strings: readonly Cell[]): AsyncGenerator<RawRow> {
  let ready: RawRow[] = [];
  let number = 0;
  let cells: Cell[] = [];
  let cell: OpenCell | null = null;
  let inValue = false;
  const inline = textCollector();

  const cellValue = ({ type, formula, value }: OpenCell): Cell => {
    const own = inline.take();
    if (formula) return { fault: 'formula' };
    if (type === 'inlineStr') return own;
    if (value === '') return null;
    if (type === 's') return strings[Number(value)] ?? { fault: 'error' };
    if (type === 'b') return value === '1';
    if (type === 'e') return { fault: 'error' };
    if (type === 'str' || type === 'd') return value.length > MAX_CELL ? { fault: 'too_long' } : value;
    const figure = Number(value);
    return Number.isFinite(figure) ? figure : { fault: 'error' };
  };

  const turns = readXml(content, {
    open(name, attributes) {
      if (name === 'row') {
        number = Number(attributes.r) || number + 1;
        cells = [];
      } else if (name === 'c') {
        const letters = /^[A-Z]+/.exec(attributes.r ?? '')?.[0];
        cell = {
          column: letters ? columnIndex(letters) : cells.length,
          type: attributes.t ?? 'n',
          formula: false,
          value: '',
        };
      } else if (cell) {
        if (name === 'f') cell.formula = true;
        inValue = name === 'v';
        inline.open(name);
      }
    },
    text(text) {
      if (cell && inValue) cell.value += text;
      else if (cell) inline.text(text);
    },
    close(name) {
      if (name === 'row') ready.push({ number, cells });
      else if (name === 'c' && cell) {
        if (cell.column < MAX_COLUMNS) {
          while (cells.length < cell.column) cells.push(null);
          cells[cell.column] = cellValue(cell);
        }
        cell = null;
      } else {
        inValue = false;
        inline.close(name);
      }
    },
  });
  for await (const _ of turns) {
    yield* ready;
    ready = [];
  }
}
