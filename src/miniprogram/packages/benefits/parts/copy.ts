import type { StatusName } from '@/ui';

export const copy = {
  title: '我的补贴和服务',
  search: '搜一搜',
  date: '看哪一天',
  all: '全部',
  filter: '按结果筛选',
  seeAll: (count: number) => `全部 ${count} 项`,
  count: (count: number) => `${count} 项`,
  fold: (count: number) => `${count} 项，看差在哪`,
  goOn: (questions: number) => `接着答，大约还有 ${questions} 题`,
  begin: '先答几个问题，就知道哪些能享受',
  nothing: (text: string) => `没有找到“${text}”`,
  nothingLine: '换个词试试，比如“路费”“娃儿上学”；也可以打 12333 问。',
  emptyGroup: '这一组现在没有',
  expired: {
    title: (day: string) => `这里的文件已于${day}到期`,
    line: '可以看原来的规定，不能再申领。没有收录新文件。',
    read: '看文件',
  },
  elsewhere: (region: string) =>
    `你说家里的名单不在${region}，这里的政策大多用不上。可以换个地方看，或打 12333 问。`,
  changeAnswer: '改回答',
  registeredElsewhere: (region: string) =>
    `台账里写的名单不在${region}，这里的政策大多用不上。可以换到自己的区县看。`,
  changePlace: '换地方',
  readAloud: '结果',
  eligible: (count: number) => `现在符合 ${count} 项`,
  noneEligible: '现在没有符合的',
  ended: (count: number) => `${count} 项都已到期`,
  notAllowed: '对方没有让您看台账里的情况，下面只按您替对方答的算。',
  noRegister: '台账没有读到，下面先按您自己答的算。连上网下拉再试。',
} as const;

export type Group = Extract<
  StatusName,
  'eligible' | 'in_scope' | 'needs_info' | 'warning' | 'not_eligible' | 'expired' | 'not_yet'
>;

/** In this order; tabs carry the short word. */
export const GROUPS: readonly { group: Group; word: string; tab: string }[] = [
  { group: 'eligible', word: '符合', tab: '符合' },
  { group: 'in_scope', word: '在范围内 · 金额以当地为准', tab: '在范围' },
  { group: 'warning', word: '要留意', tab: '要留意' },
  { group: 'needs_info', word: '待补信息', tab: '待补' },
  { group: 'not_eligible', word: '暂不符合', tab: '不符合' },
  { group: 'not_yet', word: '还没有开始', tab: '未开始' },
  { group: 'expired', word: '已到期', tab: '已到期' },
];
