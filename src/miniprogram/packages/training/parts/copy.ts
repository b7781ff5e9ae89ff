import type { EnrolmentState } from '@/domain/training';

/** Words that several pages of training say. */
export const copy = {
  left: (n: number) => `还有${n}个名额`,
  full: (waiting: number) => (waiting > 0 ? `满了，${waiting}人排队` : '满了，可以排队'),
  closed: '报名截止了',
  cancelled: '取消了',
  childcare: '能带孩子',
  evening: '晚上上课',
  each: (from: string, to: string) => `每天${from}–\u2060${to}`,
  once: (from: string, to: string) => `${from}–\u2060${to}`,
  noPlace: '还没有选地方',
  read: '这个班',
  states: {
    enrolled: '已报上',
    waiting: '在排队',
    offered: '等您确认',
    confirmed: '已报上',
    cancelled: '已取消',
    expired: '没确认，让给下一位',
    attended: '来上课了',
    absent: '没有来',
    certified: '已结业',
  } satisfies Record<EnrolmentState, string>,
  says: '文件怎么说',
  items: (labels: readonly string[]) => `原文${labels.join('')}`,
  more: '再看一些',
};
