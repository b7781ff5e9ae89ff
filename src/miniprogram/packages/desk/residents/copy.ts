import { dayWords } from '@/client/case-words';
import { momentText } from '@/client/clock';
import { monthDayText } from '@/ui/date-text';

export const copy = {
  title: '居民和走访',
  why: '村里和乡镇的工作人员在这里看本月走访了谁、还有谁没见到。',
  months: '哪个月',
  thisMonth: '本月',
  lastMonth: '上月',
  town: '乡镇',
  village: '村（社区）',
  choose: '先选乡镇和村',
  chooseLine: '选了以后，才看得到这个村的人。看名单会记下来，本人看得到。',
  noOne: '这个村的台账里没有满16周岁的人',
  figures: (left: number, all: number) => `还没见到 ${left} 人，一共 ${all} 人`,
  allSeen: (all: number) => `${all} 人都见到了`,
  villageBy: (day: string, left: number) =>
    left < 0
      ? `村里应在${dayWords(day)}前报乡镇，已经过了`
      : `村里在${dayWords(day)}前报乡镇，${left === 0 ? '就是今天' : `还有 ${left} 天`}`,
  townBy: (day: string, left: number) =>
    left < 0
      ? `乡镇应在${dayWords(day)}前录入，已经过了`
      : `乡镇在${dayWords(day)}前录入，${left === 0 ? '就是今天' : `还有 ${left} 天`}`,
  noRule: '本地的文件没有写每月哪天前走访，照当地的安排。',
  expired: (village: string, town: string) =>
    `文件原来的要求：村里${dayWords(village)}前报乡镇，乡镇${dayWords(town)}前录入`,
  expiredLine: '这份文件已经到期，现在照当地的安排。',
  source: (number: string, item: string) => `${number}${item}`,
  search: '按姓名找',
  scan: '扫帮扶码走访',
  paste: '贴上帮扶码走访',
  notSeen: '还没见到的',
  seen: '已经见到的',
  head: '户主',
  lastVisit: (day: string) => `上次见到 ${monthDayText(day)}`,
  neverVisited: '还没有走访记录',
  tagWaiting: '写好了，没送到',
  tagSeen: (day: string) => `${monthDayText(day)}见到`,
  tagEntered: '已录入',
  row: (name: string, village: string | null) => (village ? `${name}（${village}）` : name),
  none: '没有这个名字',
  noneLine: '换个写法再找。不在台账里的人，请他在“办事”里申请核实。',
  outbox: (n: number) => `有 ${n} 份走访在这台手机上`,
  outboxLine: '有信号时会自己送出去，也可以现在试一次。',
  retry: '现在送',
  forget: '不要了',
  reopen: '打开改一改',
  stateOf: {
    waiting: '未送达，等信号',
    sending: '正在送',
    delivered: '已送达',
    refused: '没有收',
  },
  workshops: '车间（每季度）',
  noWorkshops: '还没有车间的走访记录。',
  workshopSeen: (day: string) => `本季度 ${monthDayText(day)} 去过`,
  workshopDue: (day: string | null) =>
    day === null ? '本季度还没有去' : `本季度还没有去，${dayWords(day)}前`,
  workshopTag: '去过了',
  workshopTagNot: '还没去',
  newWorkshop: '记一次车间走访',
  enter: '录入这个村的走访',
  enterLine: (village: string) =>
    `把${village}这个月报上来的走访标为“已录入”。之后村里再报来的，要再录一次。`,
  enterYes: '录入',
  entered: (n: number) => (n === 0 ? '没有新的要录入' : `录入了 ${n} 份走访`),
  offline: (at: number) => `现在没有连上网。这是 ${momentText(at)} 的名单，走访照样可以写。`,
  keptNote: '名单在这台手机上存一天，没有信号也能用；退出登录就删掉。',
};
