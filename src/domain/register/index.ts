export { type Cell, type CellFault, isBlank, MAX_CELL } from './cell';
export { CHANGE_HEADERS, CHANGE_WORDS } from './change-list';
export {
  COLUMN_KEYS,
  type ColumnKey,
  type ColumnSpec,
  type ColumnType,
  columnOf,
  columnSpec,
} from './columns';
export { type ChangeKind, type ColumnChange, changedColumns } from './diff';
export { birthDate, factsAt, type RegisterFact, type RegisterFacts } from './facts-at';
export { cellText } from './parse-cell';
export { headerOf, parseRow, type Reason, type RowRead, type RowRules } from './parse-row';
export {
  canonicalRow,
  packVersion,
  type RegisterRow,
  type RegisterValue,
  type RegisterVersion,
  unpackVersion,
  withKept,
} from './row';
export { type SampleOptions, sampleHouseholds } from './sample';
