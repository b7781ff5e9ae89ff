/** register changes: what is different between two days, per person and column, for the exchange with other systems. */
import { recordLooks } from '@/cloud/store/audit';
import { changedBetween, type TwoStates } from '@/cloud/store/register/pages';
import type { Store } from '@/cloud/store/store';
import {
  CHANGE_HEADERS,
  CHANGE_WORDS,
  type ColumnChange,
  cellText,
  changedColumns,
  columnSpec,
  headerOf,
  type RegisterValue,
} from '@/domain/register';
import { look } from './export';
import { BYTE_ORDER_MARK, csvLines, writePrivately } from './private-file';

export interface ChangesOptions {
  readonly from: string;
  readonly to: string;
  readonly county: string | null;
  /** null: standard output */
  readonly out: string | null;
}

/** @returns how many people changed */
export async function writeChanges(store: Store, { from, to, county, out }: ChangesOptions): Promise<number> {
  let people = 0;
  await writePrivately(out, async (file) => {
    await recordLooks(store, [look(county, `导出台账变动（${from} 到 ${to}）`)], new Date());
    await file.write(BYTE_ORDER_MARK + csvLines([CHANGE_HEADERS]));
    for await (const page of changedBetween(store, from, to, county)) {
      const lines = page.map((person) => linesOf(person, from));
      people += lines.filter(({ length }) => length > 0).length;
      await file.write(csvLines(lines.flat()));
    }
  });
  return people;
}

/** Entries and exits keep their word also for a person who is new. */
function linesOf({ before, after }: TwoStates, from: string): string[][] {
  const { row } = after;
  const saidBefore = before && (before.confirmedOn <= from ? before.confirmedOn : before.dataDate);
  return changedColumns(before?.row ?? null, row).map((change) => [
    row.county,
    row.household_no,
    row.id_number,
    row.name,
    CHANGE_WORDS[before === null && change.kind === 'changed' ? 'new' : change.kind],
    headerOf(change.key),
    written(change, change.before),
    saidBefore ?? '',
    written(change, change.after),
    after.dataDate,
    row.source,
  ]);
}

const written = ({ key }: ColumnChange, value: RegisterValue | null): string =>
  value === null ? '' : cellText(columnSpec(key), value);
