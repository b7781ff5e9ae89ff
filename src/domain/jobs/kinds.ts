/** What kinds of work there are, and the words of a posting that can be chosen from. */

/** `no` is what the database keeps: short, and never given to another kind. */
export const POSTING_KINDS = {
  enterprise: { no: 1, title: '企业和园区', line: '本地企业、工业园区招人' },
  workshop: { no: 2, title: '帮扶车间', line: '家门口的车间' },
  work_relief: { no: 3, title: '以工代赈', line: '工程项目用当地人，发劳务报酬' },
  public_post: { no: 4, title: '公益性岗位', line: '村里、乡镇的岗位' },
  day_labour: { no: 5, title: '零工', line: '按天、按件，干完结钱' },
  cooperation: { no: 6, title: '外出务工', line: '劳务协作组织的，外省、外区县的活' },
  brand: { no: 7, title: '劳务品牌', line: '叫得响的一门手艺，培训好了送出去' },
  internship: { no: 8, title: '就业见习', line: '先到单位干一段' },
  expert: { no: 9, title: '三支一扶和专家岗', line: '到乡镇服务的岗位' },
} as const;
export type PostingKind = keyof typeof POSTING_KINDS;

export type { PostingState } from './states';

export const PAY_UNITS = {
  month: '每月',
  day: '每天',
  hour: '每小时',
  piece: '每件',
} as const;
export type PayUnit = keyof typeof PAY_UNITS;

export const SHIFTS = { day: '白班', night: '夜班', rotating: '倒班', flexible: '时间自己定' } as const;
export type Shift = keyof typeof SHIFTS;

/** free: the employer pays; paid: there is, and one pays; none: there is none */
export const KEEPS = { free: '包', paid: '有，自己出钱', none: '没有' } as const;
export type Keep = keyof typeof KEEPS;

export const INSURANCES = {
  social: '职工社会保险',
  injury: '工伤保险',
  accident: '意外伤害商业保险',
  none: '没有保险',
} as const;
export type Insurance = keyof typeof INSURANCES;

export const CONTRACTS = {
  labour: '劳动合同',
  service: '劳务协议',
  none: '不签',
} as const;
export type Contract = keyof typeof CONTRACTS;

export const SKILLS = {
  sewing: '缝纫',
  cooking: '做饭',
  cleaning: '保洁',
  care: '照护老人、病人',
  childcare: '带娃',
  driving: '开车',
  electric: '电工、焊工',
  machine: '开机器',
  assembly: '流水线、装配',
  building: '泥瓦、木工、装修',
  farming: '种地、养殖',
  packing: '打包、搬运',
  craft: '手工',
  selling: '卖货、跑堂',
  computer: '用电脑',
  guard: '门卫、值守',
} as const;
export type Skill = keyof typeof SKILLS;

/** Where work outside the county comes from: named by the documents (Chongqing （三）), or another way. */
export const COOPERATIONS = {
  lu_yu: '鲁渝劳务协作',
  chuan_yu: '川渝劳务协作',
  cheng_yu: '成渝地区双城经济圈',
  city: '市内对口协同',
  other: '别的劳务协作',
} as const;
export type Cooperation = keyof typeof COOPERATIONS;

/** How exact a point is: the place itself, the township's point, the middle of the county. */
export const EXACTNESS = {
  exact: '位置准确',
  town: '只知道在哪个乡镇，位置是乡镇的点',
  county: '只知道在哪个区县，位置是区县的中间',
} as const;
export type Exactness = keyof typeof EXACTNESS;

export const keysOf = <T extends object>(words: T) =>
  Object.keys(words) as [keyof T & string, ...(keyof T & string)[]];
const BY_NO = new Map(keysOf(POSTING_KINDS).map((kind) => [POSTING_KINDS[kind].no as number, kind]));
/** @throws a number that no kind has: the database is not this version's */
export function kindOfNo(no: number): PostingKind {
  const kind = BY_NO.get(no);
  if (!kind) throw new RangeError(`no kind of work has the number ${no}`);
  return kind;
}
