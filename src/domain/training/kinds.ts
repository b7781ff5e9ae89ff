/** What is offered: kinds of courses and what one learns in them. */

export const TRAINING_KINDS = {
  order: { title: '订单式培训', line: '先定好岗位，学完去上班' },
  housekeeping: { title: '家政培训', line: '月嫂、保洁、照护老人' },
  craftsman: { title: '乡村工匠培训', line: '传统手艺' },
  skills: { title: '“技能照亮前程”培训', line: '职业技能' },
  tech_school: { title: '技工院校招生', line: '给初中、高中毕业没升学的人' },
  internship: { title: '就业见习', line: '先到单位干一段' },
  guidance: { title: '职业指导', line: '有人指点找什么工作' },
  practice: { title: '求职能力实训', line: '学写简历、学面试' },
} as const;
export type TrainingKind = keyof typeof TRAINING_KINDS;

export const TRADES = {
  housekeeping: '家政、月嫂',
  care: '照护老人、病人',
  electric: '电工、焊工、修理',
  cooking: '厨师、面点',
  building: '泥瓦、木工、装修',
  farming: '种养技术',
  online: '网上卖货',
  craft: '传统手工',
  other: '别的',
} as const;
export type Trade = keyof typeof TRADES;

export const kindsOf = <T extends object>(words: T) =>
  Object.keys(words) as [keyof T & string, ...(keyof T & string)[]];
