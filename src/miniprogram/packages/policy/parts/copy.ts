import type { IsoDate, PolicyDocumentMeta } from '@/domain/eligibility/types';
import { dateText } from '@/ui';

export const copy = {
  library: '政策宣传',
  news: '政策动态',
  newsLine: '新的、快到期的，用平常话说',
  search: '在文件里搜',
  searchPlaceholder: '搜一个词',
  found: (n: number) => `找到 ${n} 条`,
  nothing: (text: string) => `文件里没有写“${text}”`,
  nothingLine: '换一个词试试，也可以打 12333 问。',
  citing: (n: number) => `${n} 项政策`,
  document: '文件原文',
  all: '全部条目',
  reading: '正在读文件',
  restOnIt: '按这一条算的',
  elsewhere: '别的地方的文件',
  foreign: (jurisdiction: string) => `这份文件只管${jurisdiction}。换到那里，可以看和它有关的政策。`,
  changePlace: '换地方',
  noItem: '这份文件里没有这一条',
  expiredLine: (note: string | undefined) => `可以看，不能再申领。${note ? '没有收录新文件。' : ''}`,
  issuedBy: (issuers: readonly string[]) =>
    `${issuers[0] ?? ''}${issuers.length > 1 ? ` 等 ${issuers.length} 个单位` : ''}`,
};

export const expiredOn = ({ effective }: PolicyDocumentMeta, today: IsoDate): IsoDate | null =>
  effective.to !== null && effective.to < today ? effective.to : null;

/** 2021年7月27日起实行，到2025年12月31日 */
export function periodText({ effective: { from, to, assumed } }: PolicyDocumentMeta): string {
  const start = assumed ? `按${dateText(from)}起算` : `${dateText(from)}起实行`;
  return to === null ? `${start}，没有写到哪天` : `${start}，到${dateText(to)}`;
}
