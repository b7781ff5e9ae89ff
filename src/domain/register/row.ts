import { COLUMN_KEYS, type ColumnKey } from './columns';

/** Normalised: dates `YYYY-MM-DD`, choices their code, counts whole numbers. A blank cell is a missing key. */
export type RegisterValue = string | number | boolean;

/** One person's row of the register. */
export type RegisterRow = { readonly [K in ColumnKey]?: RegisterValue } & {
  readonly household_no: string;
  readonly name: string;
  readonly id_kind: string;
  readonly id_number: string;
  readonly relation: string;
  readonly county: string;
  readonly source: string;
  readonly data_date: string;
};

/** A row as it stood from a data date on. */
export interface RegisterVersion {
  readonly dataDate: string;
  /** the last data date on which a file said the same again; at least `dataDate` */
  readonly confirmedOn: string;
  readonly row: RegisterRow;
  /** columns that were not in the file: their values are those of the version before */
  readonly kept: readonly ColumnKey[];
}

/** The content of a row as one text, equal for equal content. The data date is not content: it only says when. */
export function canonicalRow(row: RegisterRow): string {
  const content: Record<string, RegisterValue> = {};
  for (const key of COLUMN_KEYS) {
    const value = row[key];
    if (value !== undefined && key !== 'data_date') content[key] = value;
  }
  return JSON.stringify(content);
}

/**
 * The row with the values of `before` in the columns the file does not have: no column is no statement, while a blank
 * cell says that it is unknown now.
 */
export function withKept(
  row: RegisterRow,
  before: RegisterRow | null,
  absent: readonly ColumnKey[],
): { row: RegisterRow; kept: ColumnKey[] } {
  const kept =
    before === null ? [] : absent.filter((key) => row[key] === undefined && before[key] !== undefined);
  if (before === null || kept.length === 0) return { row, kept: [] };
  return { row: { ...row, ...Object.fromEntries(kept.map((key) => [key, before[key]])) }, kept };
}

/** What is kept sealed of a version. */
export const packVersion = (row: RegisterRow, kept: readonly ColumnKey[]): string =>
  JSON.stringify(kept.length === 0 ? { row } : { row, kept });

export function unpackVersion(text: string): { row: RegisterRow; kept: readonly ColumnKey[] } {
  const { row, kept = [] } = JSON.parse(text) as { row: RegisterRow; kept?: ColumnKey[] };
  return { row, kept };
}
