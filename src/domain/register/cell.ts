/** What a reader of CSV or XLSX hands over for one cell; numbers and booleans only from XLSX. */
export type Cell = string | number | boolean | null | CellFault;

/** A cell that holds no value one could use. */
export interface CellFault {
  readonly fault: 'formula' | 'too_long' | 'error' | 'merged';
  /** the merged range, like `A5:A9` */
  readonly range?: string;
}

/** Characters of one cell; anything longer is no register value. */
export const MAX_CELL = 10_000;

export const isFault = (cell: Cell): cell is CellFault => typeof cell === 'object' && cell !== null;

/** What offices write where they have nothing to say. */
const NOTHING = new Set([
  '',
  '-',
  '--',
  '—',
  '——',
  '－',
  '/',
  '／',
  '\\',
  'n/a',
  'null',
  '空',
  '未知',
  '不详',
  '不清楚',
  '暂无',
]);

export const isBlank = (cell: Cell): boolean =>
  cell === null || (typeof cell === 'string' && NOTHING.has(cell.trim().toLowerCase()));

export function faultMessage({ fault, range }: CellFault): string {
  switch (fault) {
    case 'formula':
      return '这里是公式，不是值：请复制这一列，用“选择性粘贴 → 数值”贴回去';
    case 'too_long':
      return `这一格超过 ${MAX_CELL} 个字符，不像是表里的内容：请检查后改正`;
    case 'error':
      return '这里是表格软件的错误值（如 #N/A）：请改成值，或者空着';
    case 'merged':
      return `单元格 ${range ?? ''} 是合并的：请取消合并，每一行都填上`;
  }
}
