/**
 * The columns of the register (实名制管理台账) as data: what they are called, what may stand in them, which facts they
 * feed. `docs/register.md` is compared with this list by a test. Headers and choices are Chinese because officers read
 * them; keys are the house's English names. Which facts a register may answer at all: docs/facts.md.
 */
import type { ColumnSpec } from './catalogue/spec';
import { STATUS } from './catalogue/status';
import { WHO } from './catalogue/who';
import { LEARN, WORK } from './catalogue/work';
import { headerTable } from './header-table';

export type { ColumnSpec, ColumnType } from './catalogue/spec';

export const COLUMNS = { ...WHO, ...STATUS, ...WORK, ...LEARN } as const;

export type ColumnKey = keyof typeof COLUMNS;

/** In the order of the exported file. */
export const COLUMN_KEYS = Object.keys(COLUMNS) as ColumnKey[];

/** The catalogue entry of a column, with its optional fields. */
export const columnSpec = (key: ColumnKey): ColumnSpec => COLUMNS[key];

/** The column a header means, null for an unknown one. A remark in brackets at the end does not matter. */
export const columnOf = headerTable<ColumnKey>(
  COLUMN_KEYS.map((key) => [key, [COLUMNS[key].header, ...COLUMNS[key].aliases]]),
);
