import type { ImportCounts } from '@/cloud/store/register/import-plan';
import { headerOf } from '@/domain/register';
import { BYTE_ORDER_MARK, csvLines, writePrivately } from './private-file';
import type { Table } from './table';

export interface Rejected {
  readonly number: number;
  /** header, or empty when the whole row is meant */
  readonly column: string;
  readonly message: string;
}

const AT_ONCE = 1000;

/** 行号、列、原因: never who it is. Written also when empty, so that no old report stays beside the file. */
export const writeRejected = (file: string, rejected: readonly Rejected[]): Promise<void> =>
  writePrivately(file, async (out) => {
    await out.write(BYTE_ORDER_MARK + csvLines([['行号', '列', '原因']]));
    for (let at = 0; at < rejected.length; at += AT_ONCE) {
      const some = rejected.slice(at, at + AT_ONCE);
      await out.write(csvLines(some.map(({ number, column, message }) => [String(number), column, message])));
    }
  });

interface Outcome {
  readonly table: Table;
  readonly rows: number;
  readonly counts: ImportCounts;
  readonly refusedRows: number;
  readonly reportFile: string | null;
}

/** What an officer reads before and after an import. */
export function importReport({ table, rows, counts, refusedRows, reportFile }: Outcome): string {
  const { unknown, absent } = table.header;
  const lines = [
    ...table.notes,
    `读到 ${rows} 行`,
    `  新增          ${counts.added} 人`,
    `  有变化        ${counts.changed} 人${counts.moved > 0 ? `（其中换了户或区县 ${counts.moved} 人）` : ''}`,
    `  没变化        ${counts.unchanged} 人${counts.confirmed > 0 ? `（其中数据日期更新 ${counts.confirmed} 人）` : ''}`,
    `  纳入          ${counts.entered} 人`,
    `  退出          ${counts.left} 人`,
    `  台账里有而文件里没有  ${counts.missing} 人（不改动）`,
    `  退回          ${refusedRows} 行${reportFile ? `，原因见 ${reportFile}` : ''}`,
  ];
  if (unknown.length > 0) lines.push(`认不出的列（没有读）：${unknown.join('、')}`);
  if (absent.length > 0) lines.push(`文件里没有的列（原来的内容不改动）：${absent.map(headerOf).join('、')}`);
  return lines.join('\n');
}
