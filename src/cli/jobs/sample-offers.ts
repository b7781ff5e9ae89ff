/** What the invented postings offer. Every employer's name begins with 样例. */
import type { Keep, PayUnit, PostingKind, Shift, Skill } from '@/domain/jobs';

export interface Offer {
  readonly kind: PostingKind;
  readonly employer: string;
  readonly titles: readonly (readonly [string, readonly Skill[]])[];
  readonly unit: PayUnit;
  /** yuan */
  readonly pay: readonly [number, number];
  /** how often, beside the others */
  readonly weight: number;
  readonly board: readonly (Keep | null)[];
  readonly shifts: readonly (Shift | null)[];
  readonly people: readonly [number, number];
  /** elders, half and weak labour: how often it says yes */
  readonly light: number;
}

const LOCAL = [null, 'none', 'free'] as const;
const FACTORY = ['free', 'paid', null] as const;
const DAYS = ['day', null] as const;

export const OFFERS: readonly Offer[] = [
  {
    kind: 'enterprise',
    employer: '园区企业',
    titles: [
      ['装配工', ['assembly']],
      ['质检员', ['assembly']],
      ['叉车司机', ['driving', 'machine']],
      ['车间电工', ['electric']],
      ['食堂帮厨', ['cooking']],
      ['仓库打包员', ['packing']],
      ['门卫', ['guard']],
      ['办公室文员', ['computer']],
    ],
    unit: 'month',
    pay: [2600, 6500],
    weight: 34,
    board: FACTORY,
    shifts: ['day', 'rotating', 'night', null],
    people: [1, 60],
    light: 0.1,
  },
  {
    kind: 'workshop',
    employer: '帮扶车间',
    titles: [
      ['缝纫工', ['sewing']],
      ['电子元件插件工', ['assembly']],
      ['竹编手工', ['craft']],
      ['茶叶拣选工', ['packing']],
    ],
    unit: 'piece',
    pay: [1, 8],
    weight: 18,
    board: LOCAL,
    shifts: ['flexible', 'day'],
    people: [5, 40],
    light: 0.6,
  },
  {
    kind: 'work_relief',
    employer: '以工代赈项目部',
    titles: [
      ['便道硬化小工', ['building']],
      ['水渠砌筑工', ['building']],
      ['绿化栽植工', ['farming']],
    ],
    unit: 'day',
    pay: [120, 260],
    weight: 8,
    board: LOCAL,
    shifts: DAYS,
    people: [10, 80],
    light: 0.3,
  },
  {
    kind: 'public_post',
    employer: '村民委员会',
    titles: [
      ['村道保洁员', ['cleaning']],
      ['敬老助残协管员', ['care']],
      ['乡村公共基础设施养护员', ['building']],
    ],
    unit: 'month',
    pay: [500, 1800],
    weight: 10,
    board: [null, 'none'],
    shifts: ['flexible', 'day'],
    people: [1, 4],
    light: 0.8,
  },
  {
    kind: 'day_labour',
    employer: '零工市场',
    titles: [
      ['搬运工', ['packing']],
      ['果园采摘工', ['farming']],
      ['宴席帮厨', ['cooking', 'selling']],
      ['装修小工', ['building']],
    ],
    unit: 'day',
    pay: [100, 350],
    weight: 14,
    board: ['free', null],
    shifts: DAYS,
    people: [1, 20],
    light: 0.2,
  },
  {
    kind: 'cooperation',
    employer: '劳务公司',
    titles: [
      ['电子厂普工', ['assembly']],
      ['家电装配工', ['assembly']],
      ['服装厂车工', ['sewing']],
    ],
    unit: 'month',
    pay: [4500, 8500],
    weight: 7,
    board: ['free', 'paid'],
    shifts: ['rotating', 'day'],
    people: [20, 200],
    light: 0,
  },
  {
    kind: 'brand',
    employer: '劳务品牌公司',
    titles: [
      ['品牌月嫂', ['childcare', 'care']],
      ['品牌面点师', ['cooking']],
    ],
    unit: 'month',
    pay: [4000, 9000],
    weight: 3,
    board: ['free'],
    shifts: [null, 'flexible'],
    people: [5, 30],
    light: 0,
  },
  {
    kind: 'internship',
    employer: '见习单位',
    titles: [
      ['窗口见习', ['computer']],
      ['设备维护见习', ['electric', 'machine']],
    ],
    unit: 'month',
    pay: [1800, 3000],
    weight: 4,
    board: [null, 'paid'],
    shifts: ['day'],
    people: [1, 6],
    light: 0,
  },
  {
    kind: 'expert',
    employer: '乡镇人民政府',
    titles: [
      ['三支一扶（支农）', []],
      ['农技专家岗', ['farming']],
    ],
    unit: 'month',
    pay: [3000, 6000],
    weight: 2,
    board: [null, 'paid'],
    shifts: ['day'],
    people: [1, 3],
    light: 0,
  },
];
