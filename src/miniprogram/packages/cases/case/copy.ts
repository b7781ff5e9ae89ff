import type { Action } from '@/domain/cases';
import type { Tellable } from '@/domain/wages/moments';

/** What a resident can do with a case. */
export const DEEDS = [
  'supplement',
  'withdraw',
  'ask_review',
  'reopen',
  'rate',
  'tell',
] as const satisfies readonly Action[];
export type Deed = (typeof DEEDS)[number];

export const copy = {
  title: '办到哪了',
  why: '登录以后，可以看您办的事到了哪一步。',
  supply: '拍照补上',
  supplyText: '去补上',
  ask: '问经办人',
  deeds: '还能办的',
  deed: {
    supplement: '补充材料',
    withdraw: '撤回',
    ask_review: '申请重新审查',
    reopen: '要求重新办理',
    rate: '评价',
    tell: '拿到钱了、收到裁决了，说一声',
  } satisfies Record<Deed, string>,
  deedLine: {
    supplement: '又有了材料，或者有话要补充',
    withdraw: '不办了，或者填错了要重来',
    ask_review: '不同意这个结果，说明理由，再审一次',
    reopen: '还有问题，请他们重新办',
    rate: '办得怎么样，一句话就行',
    tell: '又要过一次、对方答应给，也说一声，期限跟着重新算',
  } satisfies Record<Deed, string>,
  until: (day: string) => `${day}以前可以`,
  notNow: (n: number) => `现在不能办的 ${n} 项`,
  withdraw: {
    title: '撤回这一件？',
    line: '撤回以后就不办了，经办机构不再审。要办得重新交一次。已经交的内容还看得到。',
    yes: '撤回',
  },
  words: {
    ask_review: {
      title: '申请重新审查',
      label: '为什么不同意',
      hint: '写清楚哪里不对，有新情况也写上',
      send: '提交',
    },
    reopen: { title: '要求重新办理', label: '还有什么问题', hint: '写清楚哪里没有办好', send: '提交' },
    empty: '请写几句，再提交',
    no: '先不办',
  },
  rate: {
    title: '办得怎么样？',
    stars: ['很不满意', '不满意', '一般', '满意', '很满意'],
    label: '想说的话（可以不写）',
    pick: '请先选一个',
    send: '提交评价',
  },
  tell: {
    title: '有了什么事？',
    what: '什么事',
    pick: '请先选一个',
    kinds: {
      paid: '拿到钱了',
      demanded: '又要过一次',
      hearing: '去开庭了',
      award_received: '收到裁决书了',
      employment_ended: '不在那里干了',
    } as Readonly<Partial<Record<Tellable, string>>>,
    on: '哪一天',
    noDay: '请选是哪一天',
    yuan: '拿到多少钱（元）',
    noYuan: '请填钱数，比如 1200 或 1200.50',
    text: '想说的话（可以不写）',
    send: '说一声',
  },
  rated: (stars: number) => `您的评价：${['很不满意', '不满意', '一般', '满意', '很满意'][stars - 1] ?? ''}`,
  sending: '正在提交',
  waiting: (title: string) => `${title}：未送达`,
  waitingLine: '没有信号，已存在这部手机上，有信号会自动送出。',
  again: '再送一次',
  refused: (title: string) => `${title}：没有办成`,
  read: '知道了',
  changed: '这件事刚有了新进展，已经换成最新的。您写的还在，看过再交。',
} as const;
