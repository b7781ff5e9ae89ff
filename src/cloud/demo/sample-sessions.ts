/** Invented courses of the demonstration: some with seats, one full, one that is over. Days are counted from today. */
import type { Trade, TrainingKind } from '@/domain/training';
import type { SessionWords } from '../store/schema';

export interface SampleSession {
  readonly kind: TrainingKind;
  readonly trade: Trade;
  readonly title: string;
  readonly provider: string;
  readonly county: '500242' | '360425';
  readonly town: string;
  /** days from today, and how many */
  readonly starts: number;
  readonly days: number;
  readonly times: readonly [string, string];
  readonly capacity: number;
  readonly childcare?: true;
  readonly words?: Partial<SessionWords>;
  /** samples that have a seat */
  readonly taken?: readonly string[];
}

const YOUYANG = { county: '500242', town: '样例板溪镇', provider: '样例酉阳职业培训学校' } as const;
const YONGXIU = { county: '360425', town: '样例涂埠镇', provider: '样例永修职业培训学校' } as const;
const DAY = ['09:00', '17:00'] as const;
const EVENING = ['18:30', '20:30'] as const;

export const SESSIONS: readonly SampleSession[] = [
  {
    ...YOUYANG,
    kind: 'housekeeping',
    trade: 'housekeeping',
    title: '样例月嫂培训班',
    starts: 9,
    days: 6,
    times: DAY,
    capacity: 40,
    childcare: true,
    words: {
      about: '怎么照顾产妇和新生儿，怎么做月子餐。',
      bring: '身份证',
      route: '样例镇坐3路车到样例站下',
    },
  },
  {
    ...YOUYANG,
    kind: 'skills',
    trade: 'electric',
    title: '样例电工初级班',
    starts: 12,
    days: 8,
    times: EVENING,
    capacity: 30,
    words: { about: '看电路图，接线，安全用电。' },
  },
  {
    ...YOUYANG,
    kind: 'order',
    trade: 'care',
    title: '样例养老护理订单班',
    provider: '样例养老服务公司',
    starts: 16,
    days: 10,
    times: DAY,
    capacity: 25,
    words: { about: '学完到样例养老院上班，愿意去的才报。' },
  },
  {
    ...YOUYANG,
    kind: 'craftsman',
    trade: 'craft',
    title: '样例苗绣工匠班',
    town: '样例苍岭镇',
    starts: 20,
    days: 5,
    times: DAY,
    capacity: 2,
    taken: ['exited', 'lifted-only'],
    words: { about: '苗绣的针法和图样。', bring: '针线由培训机构准备' },
  },
  {
    ...YOUYANG,
    kind: 'skills',
    trade: 'cooking',
    title: '样例面点班',
    town: '样例苍岭镇',
    starts: 26,
    days: 7,
    times: DAY,
    capacity: 30,
    childcare: true,
  },
  {
    ...YOUYANG,
    kind: 'tech_school',
    trade: 'other',
    title: '样例技工学校春季招生说明会',
    provider: '样例技工学校',
    starts: 15,
    days: 1,
    times: ['14:00', '16:00'],
    capacity: 200,
    words: { about: '给初中、高中毕业没升学的娃和家长听：有哪些专业，怎么报。' },
  },
  {
    ...YOUYANG,
    kind: 'internship',
    trade: 'other',
    title: '样例就业见习：镇便民服务站',
    provider: '样例板溪镇人民政府',
    starts: 30,
    days: 90,
    times: DAY,
    capacity: 3,
    words: { about: '在窗口帮忙，有人带。' },
  },
  {
    ...YOUYANG,
    kind: 'guidance',
    trade: 'other',
    title: '样例职业指导：一对一聊聊',
    provider: '样例酉阳县人社局',
    starts: 5,
    days: 1,
    times: DAY,
    capacity: 12,
  },
  {
    ...YOUYANG,
    kind: 'practice',
    trade: 'other',
    title: '样例求职能力实训',
    provider: '样例酉阳县人社局',
    starts: 8,
    days: 2,
    times: DAY,
    capacity: 20,
    words: { about: '写简历，练面试。' },
  },
  {
    ...YOUYANG,
    kind: 'skills',
    trade: 'online',
    title: '样例网上卖货班',
    starts: 40,
    days: 5,
    times: EVENING,
    capacity: 35,
  },
  {
    ...YONGXIU,
    kind: 'skills',
    trade: 'electric',
    title: '样例焊工培训班',
    starts: 14,
    days: 10,
    times: DAY,
    capacity: 30,
  },
  {
    ...YONGXIU,
    kind: 'housekeeping',
    trade: 'housekeeping',
    title: '样例家政培训班',
    starts: 18,
    days: 5,
    times: DAY,
    capacity: 40,
    childcare: true,
  },
  {
    ...YOUYANG,
    kind: 'housekeeping',
    trade: 'housekeeping',
    title: '样例保洁培训班',
    starts: -12,
    days: 3,
    times: DAY,
    capacity: 20,
    taken: ['continued'],
  },
  {
    ...YONGXIU,
    kind: 'skills',
    trade: 'cooking',
    title: '样例厨师培训班',
    starts: -9,
    days: 3,
    times: DAY,
    capacity: 20,
    taken: ['yongxiu-migrant'],
  },
];
