import type { PlanQuestion, PlanWords } from '@/domain/startup/plan';

interface Ask {
  readonly title: string;
  readonly hint: string;
  /** on the paper */
  readonly label: string;
}

export const ASKS: Readonly<Record<PlanQuestion, Ask>> = {
  what: { title: '您想开什么？', hint: '卖什么、做什么，一两句话', label: '想开什么' },
  where: { title: '开在哪里？', hint: '镇上、村口、网上，店面是自己的还是租的', label: '开在哪里' },
  buyers: { title: '谁来买？', hint: '附近的人、过路的人、网上的人，大概有多少', label: '谁来买' },
  why_us: { title: '为什么买您的？', hint: '手艺、价钱、地段、别人没有的', label: '为什么买我的' },
  costs: {
    title: '要花哪些钱？',
    hint: '房租、装修、机器、进货、请人，一样写一个大概的数',
    label: '要花的钱',
  },
  earns: { title: '一个月大概卖多少、剩多少？', hint: '往少里估，淡季也想一想', label: '估计卖多少、剩多少' },
  own_money: { title: '自己有多少钱投进去？', hint: '也算上家里人凑的', label: '自己投的钱' },
  wanted_money: { title: '还差多少，打算怎么来？', hint: '贷款、合伙、亲戚，什么时候还', label: '还差的钱' },
  helpers: { title: '谁来帮忙？', hint: '家里人、请的人、师傅、村里', label: '谁来帮忙' },
  risks: {
    title: '怕什么？真来了怎么办？',
    hint: '没人来、涨价、生病、天气，想一条应付的办法',
    label: '怕什么、怎么办',
  },
};

export const WORDS: PlanWords = {
  name: '开店计划',
  title: '开店计划（一页）',
  labels: Object.fromEntries(
    Object.entries(ASKS).map(([id, { label }]) => [id, label]),
  ) as PlanWords['labels'],
  empty: '（还没想好）',
  signature: '写的人',
  foot: '本人自己写的计划，数目是估计',
  warning: '上面的数目是本人估计的，不是保证。贷款批不批、批多少，由经办机构和银行定。',
};

export const copy = {
  title: '一页计划',
  head: '十个问题，写成一页',
  line: '给贷款的人看，也给自己看。一句话就行，想到哪写到哪，随时能改。只存在这部手机上。',
  done: (n: number, all: number) => `写了 ${n} 题，共 ${all} 题`,
  long: (n: number) => `太长了，最多${n}个字`,
  saved: '已存在这部手机上',
  notSaved: '手机存不下了，关掉以前先存成文件',
  pdf: '存成PDF',
  docx: '存成Word，还能改',
  making: '正在做成文件',
  kept: { saved: '已经存到手机的下载里', opened: '已经打开，点右上角可以转发、保存', shared: '已经转发' },
  failed: '没有存成，过一会儿再试。写的都还在。',
  empty: '先写一题，再存成文件',
  clear: '清空重写',
  clearSure: { title: '清空这一页？', line: '写的都会没有，找不回来。', yes: '清空' },
  loan: '贷款每月还多少，算一算',
  near: '附近的导师和园区，请他们看看',
  read: '计划的问题',
} as const;
