import type { AreaCount } from '@/client/summary';
import type { Service } from '@/domain/cases/service';

export const copy = {
  title: '办事',
  search: '想办什么，用您自己的话说',
  searchHint: '比如：找活干、娃儿上学、车票钱',
  found: (n: number) => `找到 ${n} 项`,
  none: '没有找到',
  noneLine: (typed: string) => `没有叫“${typed}”的。换个说法试试，或者写一条“就业诉求”，有人答复您。`,
  request: '写就业诉求',
  mine: '我的办件',
  mineNone: '办过的事、没写完的表，都在这里',
  tasks: (n: number) => `要您做的 ${n} 件`,
  drafts: (n: number) => `没写完的 ${n} 件`,
  waiting: (n: number) => `还没送到的 ${n} 件`,
  over: '已到期，只能看',
  early: '还没有开始',
  failed: '能办的事项没有读到',
  areas: '能享受什么',
  more: '还可以看',
  check: '看看我能享受什么',
  checkLine: '答几道题，逐项告诉您符不符合',
  library: '政策宣传',
  libraryLine: (n: number) => `${n} 份文件，逐条原文，可以搜`,
};

/** The groups of the hall, in this order, each in everyday words. */
export const GROUPS: readonly { readonly area: Service['area']; readonly word: string }[] = [
  { area: 'subsidies', word: '领补贴' },
  { area: 'training', word: '学手艺' },
  { area: 'jobs', word: '找活干' },
  { area: 'startup', word: '开店办厂' },
  { area: 'yulu', word: '孩子读书' },
  { area: 'arrears', word: '要工钱' },
  { area: 'register', word: '反映、更正、单位' },
];

/** 共 8 项，2 项符合，1 项在范围内 */
export function countLine({ total, eligible, inScope, unclear }: AreaCount): string {
  if (total === 0) return '这里的文件没有写到';
  const parts = [`共 ${total} 项`];
  if (eligible > 0) parts.push(`${eligible} 项符合`);
  if (inScope > 0) parts.push(`${inScope} 项在范围内`);
  if (unclear > 0) parts.push(`${unclear} 项待补`);
  return parts.join('，');
}

/** 要您做的 1 件，没写完的 2 件 */
export function todoLine(tasks: number, drafts: number, waiting: number): string {
  const parts = [
    ...(tasks > 0 ? [copy.tasks(tasks)] : []),
    ...(waiting > 0 ? [copy.waiting(waiting)] : []),
    ...(drafts > 0 ? [copy.drafts(drafts)] : []),
  ];
  return parts.join('，') || copy.mineNone;
}
