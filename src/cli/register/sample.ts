/** register sample: invented households as a file that can be imported. */
import {
  COLUMN_KEYS,
  cellText,
  columnSpec,
  headerOf,
  type SampleOptions,
  sampleHouseholds,
} from '@/domain/register';
import { BYTE_ORDER_MARK, csvLines, writePrivately } from './private-file';

const AT_ONCE = 500;

/** @param out null: standard output. @returns how many people */
export async function writeSample(
  households: number,
  options: SampleOptions,
  out: string | null,
): Promise<number> {
  let people = 0;
  await writePrivately(out, async (file) => {
    await file.write(BYTE_ORDER_MARK + csvLines([COLUMN_KEYS.map(headerOf)]));
    let lines: string[][] = [];
    for (const household of sampleHouseholds(households, options)) {
      for (const row of household)
        lines.push(
          COLUMN_KEYS.map((key) => (row[key] === undefined ? '' : cellText(columnSpec(key), row[key]))),
        );
      people += household.length;
      if (lines.length < AT_ONCE) continue;
      await file.write(csvLines(lines));
      lines = [];
    }
    await file.write(csvLines(lines));
  });
  return people;
}
