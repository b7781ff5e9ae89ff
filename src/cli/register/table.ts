/** A register file, whatever its format: where the header stands, and the rows below it one by one. */
import { type Cell, type ColumnKey, columnSpec } from '@/domain/register';
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

export interface DataRow {
  readonly number: number;
  readonly cells: { readonly [K in ColumnKey]?: Cell };
  /** how many filled cells stand to the right of the header's last column */
  readonly beyond: number;
}

export interface Table {
  /** of the file as it lies on the disk */
  readonly sha256: string;
  readonly header: Header;
  /** how the file was read, for the officer to check */
  readonly notes: readonly string[];
  rows(): AsyncGenerator<DataRow>;
}

/** @throws Refused when this is no register: neither format, no header, merged header cells */
export async function openTable(file: string): Promise<Table> {
  const found = await sniff(file);
  if (found.size === 0) throw new Refused('文件是空的');
  const sheets = found.format === 'xlsx' ? await xlsxSheets(file) : [csvSheet(file, found.encoding)];
  for (const sheet of sheets) {
    const header = await findHeader(sheet);
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
      rows: () => dataRows(sheet, header, merged),
    };
  }
  throw new Refused('前 20 行里没有找到表头。表头里至少要有：户编号、姓名、证件号码（见 docs/register.md）');
}

async function* dataRows(
  sheet: Sheet,
  { row: headerRow, columns }: Header,
  merged: (row: number, column: number) => string | null,
): AsyncGenerator<DataRow> {
  for await (const { number, cells } of sheet.rows()) {
    if (number <= headerRow || cells.every((cell) => cell === null || cell === '')) continue;
    const known: { [K in ColumnKey]?: Cell } = {};
    let beyond = 0;
    for (let index = 0; index < Math.max(cells.length, columns.length); index++) {
      const key = columns[index];
      const range = merged(number, index);
      if (key)
        known[key] = range === null ? day(sheet, key, cells[index] ?? null) : { fault: 'merged', range };
      else if (index >= columns.length && cells[index] !== null && cells[index] !== '') beyond++;
    }
    yield { number, cells: known, beyond };
  }
}

/** Days between the two calendars of spreadsheets. */
const FROM_1904 = 1462;
/** A larger number is no day of a spreadsheet but eight digits. */
const NO_SERIAL = 1_000_000;

const day = ({ from1904 }: Sheet, key: ColumnKey, cell: Cell): Cell =>
  from1904 && typeof cell === 'number' && cell < NO_SERIAL && columnSpec(key).type === 'date'
    ? cell + FROM_1904
    : cell;
