import type { AreaCount } from '@/client/summary';

export const copy = {
  title: '办事',
  areas: '能办什么',
  more: '还可以看',
  check: '看看我能享受什么',
  checkLine: '答几道题，逐项告诉你符不符合',
  library: '政策宣传',
  libraryLine: (n: number) => `${n} 份文件，逐条原文，可以搜`,
};

/** 共 8 项，2 项符合，1 项在范围内 */
export function countLine({ total, eligible, inScope, unclear }: AreaCount): string {
  if (total === 0) return '这里的文件没有写到';
  const parts = [`共 ${total} 项`];
  if (eligible > 0) parts.push(`${eligible} 项符合`);
  if (inScope > 0) parts.push(`${inScope} 项在范围内`);
  if (unclear > 0) parts.push(`${unclear} 项待补`);
  return parts.join('，');
}
