import type { PostingCounts } from '@/cloud/store/jobs/plan';
import { BYTE_ORDER_MARK, csvLines, writePrivately } from '../register/private-file';

/** One thing the office has to look at. */
export interface Remark {
  readonly number: number;
  /** header, or empty when the whole row is meant */
  readonly column: string;
  /** 退回: not taken; 扣下: taken, shown to nobody until staff look; 改正: taken with this put right */
  readonly what: '退回' | '扣下' | '改正';
  readonly message: string;
}

const AT_ONCE = 1000;

/** 行号、列、结果、说明. Written also when empty, so that no old one stays beside the file. */
export const writeRemarks = (file: string, remarks: readonly Remark[]): Promise<void> =>
  writePrivately(file, async (out) => {
    await out.write(BYTE_ORDER_MARK + csvLines([['行号', '列', '结果', '说明']]));
    for (let at = 0; at < remarks.length; at += AT_ONCE) {
      const some = remarks.slice(at, at + AT_ONCE);
      await out.write(
        csvLines(some.map(({ number, column, what, message }) => [String(number), column, what, message])),
      );
    }
  });

interface Outcome {
  readonly notes: readonly string[];
  readonly unknown: readonly string[];
  readonly rows: number;
  readonly taken: number;
  readonly held: number;
  readonly exactness: Readonly<Record<'exact' | 'town' | 'county', number>>;
  readonly counts: PostingCounts;
  readonly remarks: readonly Remark[];
  readonly report: string;
}

/** What an office reads before and after an import. */
export function summary(outcome: Outcome): string {
  const { notes, unknown, rows, taken, held, exactness, counts, remarks, report } = outcome;
  const refused = new Set(remarks.flatMap(({ what, number }) => (what === '退回' ? [number] : []))).size;
  const corrected = remarks.filter(({ what }) => what === '改正').length;
  const lines = [
    ...notes,
    `读到 ${rows} 行，收 ${taken} 行`,
    `  新的          ${counts.added} 条`,
    `  有变化        ${counts.changed} 条`,
    `  不再算核实过  ${counts.unverified} 条（核实以后内容变了，照样看得到，要工作人员再看）`,
    `  没变化        ${counts.same} 条`,
    `  别的来源已有  ${counts.merged} 条（并成一条，两个来源都写上）`,
    `  文件里没有了  ${counts.vanished} 条（下架 ${counts.withdrawn} 条，别的来源还有的留着）`,
    `  扣下          ${held} 条（写了法律不许的条件，工作人员看过才放出来）`,
    `  改正          ${corrected} 条`,
    `  退回          ${refused} 行`,
    `位置：准确 ${exactness.exact} 条，乡镇的点 ${exactness.town} 条，区县的中间 ${exactness.county} 条`,
  ];
  if (unknown.length > 0) lines.push(`认不出的列（没有读）：${unknown.join('、')}`);
  if (remarks.length > 0) lines.push(`退回、扣下、改正的原因见 ${report}`);
  return lines.join('\n');
}
