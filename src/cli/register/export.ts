/** register export: the newest row of everybody, in the catalogue's columns; imported again it changes nothing. */
import { recordLooks } from '@/cloud/store/audit';
import { newestVersions } from '@/cloud/store/register/pages';
import type { Store } from '@/cloud/store/store';
import { COLUMN_KEYS, cellText, columnSpec, headerOf, type RegisterVersion } from '@/domain/register';
import { BYTE_ORDER_MARK, csvLines, type Out, writePrivately } from './private-file';
import { progress } from './progress';

export interface ExportOptions {
  readonly county: string | null;
  /** null: standard output */
  readonly out: string | null;
}

/** The data date is the last one on which a file said so. */
const cells = ({ row, confirmedOn }: RegisterVersion): string[] =>
  COLUMN_KEYS.map((key) => {
    const value = key === 'data_date' ? confirmedOn : row[key];
    return value === undefined ? '' : cellText(columnSpec(key), value);
  });

/** @returns how many people */
export async function exportRegister(store: Store, { county, out }: ExportOptions): Promise<number> {
  let people = 0;
  await writePrivately(out, async (file) => {
    people = await writeAll(store, county, file);
  });
  return people;
}

async function writeAll(store: Store, county: string | null, file: Out): Promise<number> {
  await recordLooks(store, [look(county, '导出实名制管理台账')], new Date());
  const report = progress('已写');
  let people = 0;
  await file.write(BYTE_ORDER_MARK + csvLines([COLUMN_KEYS.map(headerOf)]));
  for await (const household of households(store, county)) {
    people += household.length;
    await file.write(csvLines(household.map(cells)));
    report(people);
  }
  return people;
}

/** Whole households, the head first. */
async function* households(store: Store, county: string | null): AsyncGenerator<RegisterVersion[]> {
  let current: RegisterVersion[] = [];
  let id = '';
  for await (const page of newestVersions(store, county)) {
    for (const { householdId, version } of page) {
      if (householdId !== id && current.length > 0) {
        yield headFirst(current);
        current = [];
      }
      id = householdId;
      current.push(version);
    }
  }
  if (current.length > 0) yield headFirst(current);
}

const rank = ({ row }: RegisterVersion) => `${row.relation === 'head' ? 0 : 1}${row.id_number}`;

const headFirst = (household: RegisterVersion[]): RegisterVersion[] =>
  household.sort((a, b) => (rank(a) < rank(b) ? -1 : 1));

/** An officer at the command line looks at everybody of a county, and everybody may know. */
export const look = (county: string | null, purpose: string) => ({
  actorKind: 'system' as const,
  actorId: null,
  office: '台账管理',
  purpose,
  county,
});
