/** What one column of the register is, and short ways to write it down. */
import type { FactId } from '../../eligibility/facts';
import type { Choice } from '../choices';

export type ColumnType =
  | 'text'
  | 'id'
  | 'phone'
  | 'county'
  | 'choice'
  | 'date'
  | 'yes_no'
  | 'count'
  | 'semester';

export interface ColumnSpec {
  readonly header: string;
  /** other headers that mean this column */
  readonly aliases: readonly string[];
  readonly type: ColumnType;
  /** the file needs the column and every row a value */
  readonly required?: true;
  readonly choices?: readonly Choice[];
  readonly facts: readonly FactId[];
  /** term of docs/glossary.md, where it is not a fact's own */
  readonly term?: string;
  readonly meaning: string;
  readonly example: string;
}

export const yesNo = (
  fact: FactId,
  header: string,
  aliases: readonly string[] = [],
  meaning = '',
): ColumnSpec => ({
  header,
  aliases,
  type: 'yes_no',
  facts: [fact],
  meaning,
  example: '是',
});

export const date = (
  header: string,
  facts: readonly FactId[],
  aliases: readonly string[],
  meaning: string,
  term?: string,
): ColumnSpec => ({
  header,
  aliases,
  type: 'date',
  facts,
  meaning,
  ...(term ? { term } : {}),
  example: '2026-03-01',
});

export const plain = (spec: Omit<ColumnSpec, 'facts' | 'aliases'> & Partial<ColumnSpec>): ColumnSpec => ({
  facts: [],
  aliases: [],
  ...spec,
});
