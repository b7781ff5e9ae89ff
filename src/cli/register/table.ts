/** A register file, whatever its format: where the header stands, and the rows below it one by one. */
import type { Cell, ColumnKey } from '@/domain/register';
import { type Catalogue, REGISTER } from './catalogue';
import { csvSheet } from './csv-sheet';
import { findHeader, type Header } from './header';
import { merges } from './merges';
import { Refused } from './refused';
import { sniff } from './sniff';
import { xlsxSheets } from './xlsx/xlsx-sheets';

/** One row as the format gives it. `number` counts from 1 as a spreadsheet does. */
export interface RawRow {
  readonly number: number;
  readonly cells: readonly Cell[];
}

/** One sheet of a file; it can be read more than once. */
export interface Sheet {
  /** null for CSV */
  readonly name: string | null;
  /** days as numbers count from 1904, as on old Macs */
  readonly from1904: boolean;
  rows(): AsyncGenerator<RawRow>;
  /** merged ranges; none in CSV */
  merged(): Promise<readonly Range[]>;
}

/** Rows from 1, columns from 0, both ends included. */
export interface Range {
  readonly ref: string;
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}

export interface DataRow<K extends string = ColumnKey> {
  readonly number: number;
  readonly cells: { readonly [C in K]?: Cell };
  /** how many filled cells stand to the right of the header's last column */
  readonly beyond: number;
}

export interface Table<K extends string = ColumnKey> {
  /** of the file as it lies on the disk */
  readonly sha256: string;
  readonly header: Header<K>;
  /** how the file was read, for the officer to check */
  readonly notes: readonly string[];
  rows(): AsyncGenerator<DataRow<K>>;
}

/** @throws Refused when this is no register: neither format, no header, merged header cells */
export const openTable = (file: string): Promise<Table> => openTableOf(file, REGISTER);

/** The same for any catalogue of columns. */
export async function openTableOf<K extends string>(
  file: string,
  catalogue: Catalogue<K>,
): Promise<Table<K>> {
  const found = await sniff(file);
  if (found.size === 0) throw new Refused('文件是空的');
  const knows = (header: string) => catalogue.columnOf(header) !== null;
  const sheets = found.format === 'xlsx' ? await xlsxSheets(file) : [csvSheet(file, found.encoding, knows)];
  for (const sheet of sheets) {
    const header = await findHeader(sheet, catalogue);
    if (header === null) continue;
    const merged = merges(await sheet.merged(), header);
    const others = sheets.filter((other) => other !== sheet).map(({ name }) => `“${name}”`);
    return {
      sha256: found.sha256,
      header,
      notes: [
        found.format === 'xlsx'
          ? `XLSX，工作表“${sheet.name}”，表头在第 ${header.row} 行`
          : `CSV（${found.encoding}），表头在第 ${header.row} 行`,
        ...(others.length > 0 ? [`没有读其他工作表：${others.join('、')}`] : []),
      ],
      rows: () => dataRows(sheet, header, merged, catalogue),
    };
  }
  throw new Refused(`前 20 行里没有找到表头。${catalogue.needs}`);
}

async function* dataRows<K extends string>(
  sheet: Sheet,
  { row: headerRow, columns }: Header<K>,
  merged: (row: number, column: number) => string | null,
  { isDate }: Catalogue<K>,
): AsyncGenerator<DataRow<K>> {
  for await (const { number, cells } of sheet.rows()) {
    if (number <= headerRow || cells.every((cell) => cell === null || cell === '')) continue;
    const known: { [C in K]?: Cell } = {};
    let beyond = 0;
    for (let index = 0; index < Math.max(cells.length, columns.length); index++) {
      const key = columns[index];
      const range = merged(number, index);
      if (key)
        known[key] =
          range === null ? day(sheet, isDate(key), cells[index] ?? null) : { fault: 'merged', range };
      else if (index >= columns.length && cells[index] !== null && cells[index] !== '') beyond++;
    }
    yield { number, cells: known, beyond };
  }
}

/** Days between the two calendars of spreadsheets. */
const FROM_1904 = 1462;
/** A larger number is no day of a spreadsheet but eight digits. */
const NO_SERIAL = 1_000_000;

const day = ({ from1904 }: Sheet, isDate: boolean, cell: Cell): Cell =>
  from1904 && typeof cell === 'number' && cell < NO_SERIAL && isDate ? cell + FROM_1904 : cell;
