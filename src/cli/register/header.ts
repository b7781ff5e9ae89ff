import type { ColumnKey } from '@/domain/register';
import type { Catalogue } from './catalogue';
import { Refused } from './refused';
import type { Sheet } from './table';

/** How far down a header is looked for: titles, dates and remarks stand above it. */
const FAR_ENOUGH = 20;
/** A row that names this many of the catalogue's columns is the header. */
const ENOUGH = 3;

export interface Header<K extends string = ColumnKey> {
  /** its row, from 1 */
  readonly row: number;
  /** the column of each cell; null for an unknown one */
  readonly columns: readonly (K | null)[];
  /** headers that are in no catalogue: reported and ignored */
  readonly unknown: readonly string[];
  /** columns of the catalogue that the file does not have */
  readonly absent: readonly K[];
}

/** @returns null when no row looks like a header. @throws Refused when a column stands there twice */
export async function findHeader<K extends string>(
  sheet: Sheet,
  catalogue: Catalogue<K>,
): Promise<Header<K> | null> {
  for await (const { number, cells } of sheet.rows()) {
    if (number > FAR_ENOUGH) return null;
    const names = cells.map((cell) => (typeof cell === 'string' ? cell.trim() : ''));
    const columns = names.map((name) => (name === '' ? null : catalogue.columnOf(name)));
    const keys = columns.filter((key) => key !== null);
    if (new Set(keys).size < ENOUGH) continue;
    const twice = keys.filter((key, index) => keys.indexOf(key) !== index);
    if (twice.length > 0)
      throw new Refused(
        `表头里有重复的列：${[...new Set(twice)].map(catalogue.headerOf).join('、')}。请只留一列`,
      );
    return {
      row: number,
      columns,
      unknown: names.filter((name, index) => name !== '' && columns[index] === null).map(short),
      absent: catalogue.keys.filter((key) => !keys.includes(key)),
    };
  }
  return null;
}

const short = (name: string) => (name.length > 30 ? `${name.slice(0, 30)}…` : name);

/** @param given columns the command line speaks for, so that the file need not have them */
export function requireColumns<K extends string>(
  { absent }: Header<K>,
  given: readonly K[],
  catalogue: Catalogue<K>,
): void {
  const missing = absent.filter((key) => catalogue.required(key) && !given.includes(key));
  if (missing.length > 0)
    throw new Refused(`缺少必需的列：${missing.map(catalogue.headerOf).join('、')}。什么都没有导入`);
}
