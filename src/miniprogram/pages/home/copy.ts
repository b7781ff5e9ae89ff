import type { AreaCount, Summary } from '@/client/summary';

export const copy = {
  brand: '就业帮扶码',
  changePlace: '换地方',
  ownedBy: (owner: string) => `${owner}的文件`,
  tools: { elder: '大字版', standard: '标准版', hotline: '12333' },
  choosePlace: {
    title: '先选一下您家在哪个区县',
    line: '各地政策不一样。选了才知道您能享受哪些。',
    button: '选地方',
  },
  finding: '正在认您扫的码',
  call: {
    title: '看看我能享受什么',
    line: '答几道题就知道，不用登录，答案只存在这台手机上。',
    lineWhenOver: '这一天没有在执行的文件，可以按别的日子答一答。不用登录，答案只存在这台手机上。',
    button: '开始',
  },
  goOn: '接着答',
  see: '去看看',
  eligible: (n: number) => ({ before: '你现在符合', count: n, after: '项' }),
  keepOn: '接着答，看能享受什么',
  nothingNow: '现在没有符合的',
  overTitle: '现在没有能申领的',
  overLine: '这一天没有在执行的文件。可以看每一项怎么规定。',
  inScope: (n: number) => `另有 ${n} 项在范围内，金额以当地为准`,
  expired: (date: string) => `文件${date}已到期`,
  notYet: (date: string) => `文件从${date}起实行`,
  seeDocument: '看文件',
  signedOut: { title: '登录后有您的帮扶码', line: '不登录，其他的也都能用' },
  todo: {
    tag: '待办',
    task: (task: string, more: number) => (more > 0 ? `${task}，还有 ${more} 件` : task),
    waiting: (n: number) => `${n} 件还没送到，等信号`,
    drafts: (n: number) => `${n} 件没写完`,
  },
  unbound: { title: '还差一步就有帮扶码', line: '去核对身份' },
};

/** The answer in one line, with the number apart where there is one. */
export function answerLine(
  { eligible, unclear }: Summary,
  over: boolean,
): { before: string; count?: number; after?: string } {
  if (over) return { before: copy.overTitle };
  if (eligible > 0) return copy.eligible(eligible);
  return { before: unclear > 0 ? copy.keepOn : copy.nothingNow };
}

/** 再答 2 题，还有 5 项能弄清楚 */
export function restLine({ questions, unclear, next }: Summary, over: boolean): string {
  if (over) return copy.overLine;
  if (unclear === 0) return '每一项都弄清楚了，去看看差在哪';
  if (next === null) return `还有 ${unclear} 项要问清楚才知道`;
  return `再答 ${questions} 题，还有 ${unclear} 项能弄清楚`;
}

/** What stands under a tile once something is known. */
export function tileLine(line: string, count: AreaCount): string {
  if (count.eligible > 0) return `${count.eligible} 项符合`;
  if (count.inScope > 0) return `${count.inScope} 项在范围内`;
  return count.unclear > 0 ? `${count.unclear} 项待补` : line;
}

/** What stands on the card of the personal code, the first line large. */
export function codeWords(name: string, county: string, elder: boolean): readonly string[] {
  if (elder) return [name || '我的', '我的帮扶码', '点开放大'];
  return [name ? `${name} 的帮扶码` : '我的帮扶码', ...(county ? [county] : []), '点开给工作人员看'];
}
