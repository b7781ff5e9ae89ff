import { View } from '@tarojs/components';
import { createElement, type ReactNode } from 'react';
import { useWide } from '@/client/wide';
import './table.scss';

export interface Column<T> {
  readonly key: string;
  readonly title: string;
  readonly cell: (row: T) => ReactNode;
  /** figures stand under each other */
  readonly number?: boolean;
  /** drawn as a list it has the whole width, and its buttons say what it is */
  readonly ways?: boolean;
}

export interface TableProps<T> {
  /** what it is, for screen readers */
  label: string;
  /** the first one names its row */
  columns: readonly Column<T>[];
  rows: readonly T[];
  keyOf: (row: T) => string;
  /** rows that stand out */
  marked?: (row: T) => boolean;
  /** figures that fit a phone side by side: it never becomes a list */
  narrow?: boolean;
}

/** Rows and columns: a real table in the browser; where it does not fit, and on WeChat, a list with the titles in it. */
export function Table<T>(props: TableProps<T>) {
  const stacked = !useWide() && !props.narrow;
  const className = `ui-table ${stacked ? 'ui-table--stacked' : ''}`;
  return process.env.TARO_ENV === 'h5' ? (
    <RealTable {...props} className={className} stacked={stacked} />
  ) : (
    <ViewTable {...props} className={className} stacked={stacked} />
  );
}

type Drawn<T> = TableProps<T> & { readonly className: string; readonly stacked: boolean };

/** The role of an element said once more: drawn as a list, a browser would forget it. */
const said = (role: string) => ({ role });

function RealTable<T>({ label, columns, rows, keyOf, marked, className, stacked }: Drawn<T>) {
  const head = columns.map(({ key, title, number }) =>
    createElement(
      'th',
      { key, scope: 'col', role: 'columnheader', className: `ui-table__head ${sideOf(number)}` },
      title,
    ),
  );
  const cells = (row: T) =>
    columns.map(({ key, title, cell, number, ways }, index) =>
      createElement(
        index === 0 ? 'th' : 'td',
        {
          key,
          role: index === 0 ? 'rowheader' : 'cell',
          className: cellClass(index, number, ways),
          'data-title': title,
          ...(index === 0 && { scope: 'row' }),
        },
        cell(row),
      ),
    );
  return (
    <table className={className} {...said('table')} aria-label={label}>
      <thead className={stacked ? 'ui-unseen' : ''} {...said('rowgroup')}>
        <tr {...said('row')}>{head}</tr>
      </thead>
      <tbody {...said('rowgroup')}>
        {rows.map((row) => (
          <tr key={keyOf(row)} {...said('row')} className={rowClass(marked?.(row))}>
            {cells(row)}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function ViewTable<T>(props: Drawn<T>) {
  const { label, columns, rows, keyOf, marked, className, stacked } = props;
  return (
    <View className={className} aria-label={label}>
      {!stacked && (
        <View className="ui-table__row">
          {columns.map(({ key, title, number }) => (
            <View key={key} className={`ui-table__head ${sideOf(number)}`}>
              {title}
            </View>
          ))}
        </View>
      )}
      {rows.map((row) => (
        <View key={keyOf(row)} className={rowClass(marked?.(row))}>
          {columns.map(({ key, title, cell, number, ways }, index) => (
            <View key={key} className={cellClass(index, number, ways)}>
              {stacked && index > 0 && !ways && <View className="ui-table__title">{title}</View>}
              {cell(row)}
            </View>
          ))}
        </View>
      ))}
    </View>
  );
}

function cellClass(index: number, number?: boolean, ways?: boolean): string {
  const name = index === 0 ? 'ui-table__name' : ways ? 'ui-table__whole' : '';
  return `ui-table__cell ${name} ${sideOf(number)}`;
}
const sideOf = (number: boolean | undefined) => (number ? 'ui-table--number' : '');
const rowClass = (marked: boolean | undefined) => `ui-table__row ${marked ? 'ui-table__row--marked' : ''}`;
