/** The columns that a table is read for: the register's, or those of another file. */
import { COLUMN_KEYS, type ColumnKey, columnOf, columnSpec, headerOf } from '@/domain/register';

export interface Catalogue<K extends string> {
  readonly keys: readonly K[];
  /** null for an unknown header */
  readonly columnOf: (header: string) => K | null;
  readonly headerOf: (key: K) => string;
  readonly required: (key: K) => boolean;
  readonly isDate: (key: K) => boolean;
  /** what a header needs at least, where none was found */
  readonly needs: string;
}

export const REGISTER: Catalogue<ColumnKey> = {
  keys: COLUMN_KEYS,
  columnOf,
  headerOf,
  required: (key) => columnSpec(key).required === true,
  isDate: (key) => columnSpec(key).type === 'date',
  needs: '表头里至少要有：户编号、姓名、证件号码（见 docs/register.md）',
};
