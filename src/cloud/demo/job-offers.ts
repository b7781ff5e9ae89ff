/** Invented work around the sample residents: every kind, some held back, some over, some far away with a bus. */
import type { Cooperation, Insurance, Keep, PayUnit, PostingKind, Shift, Skill } from '@/domain/jobs';

export interface DemoOffer {
  readonly kind: PostingKind;
  readonly title: string;
  readonly employer: string;
  readonly at: 'youyang' | 'banxi' | 'cangling' | 'yongxiu' | 'tubu' | 'qingdao' | 'chengdu' | 'baoan';
  /** yuan; null: not said */
  readonly pay: readonly [number, number | null, PayUnit] | null;
  readonly pieces?: number;
  readonly about: string;
  /** days from today; null: at once */
  readonly starts?: number;
  /** days from today; below 0 it is over */
  readonly until: number;
  readonly people: number;
  readonly skills?: readonly Skill[];
  readonly board?: Keep;
  readonly lodging?: Keep;
  readonly shift?: Shift;
  readonly childcare?: true;
  readonly elders?: true;
  readonly light?: true;
  readonly insurance?: readonly Insurance[];
  readonly hours?: string;
  readonly paid?: string;
  readonly gather?: string;
  readonly bus?: string;
  readonly cooperation?: Cooperation;
  readonly brand?: string;
}

/** GCJ-02. Away: only the district is known, and whose people it is offered to. */
export const DEMO_PLACES = {
  youyang: { county: '500242', town: '样例桃花源街道', lat: 28.8416, lng: 108.7728, for: null },
  banxi: { county: '500242', town: '样例板溪镇', lat: 28.7581, lng: 108.7302, for: null },
  cangling: { county: '500242', town: '样例苍岭镇', lat: 28.9386, lng: 108.6553, for: null },
  yongxiu: { county: '360425', town: '样例丰安街道', lat: 29.0198, lng: 115.8214, for: null },
  tubu: { county: '360425', town: '样例涂埠镇', lat: 29.0345, lng: 115.8002, for: null },
  qingdao: { county: '370202', town: null, lat: 36.0664, lng: 120.3956, for: '500242' },
  chengdu: { county: '510112', town: null, lat: 30.6065, lng: 104.3057, for: '500242' },
  baoan: { county: '440306', town: null, lat: 22.7, lng: 113.86, for: '360425' },
} as const;

export const DESTINATIONS: Readonly<Record<string, string>> = {
  qingdao: '山东省青岛市市南区',
  chengdu: '四川省成都市龙泉驿区',
  baoan: '广东省深圳市宝安区',
};

const MONTHLY = {
  insurance: ['social'],
  paid: '每月10日发上个月的工资',
  hours: '8:30—17:30，周日休',
} as const;

export const DEMO_OFFERS: readonly DemoOffer[] = [
  {
    ...{ kind: 'enterprise', title: '样例装配工', employer: '样例酉阳电子厂', at: 'youyang', ...MONTHLY },
    ...{ pay: [3500, 4800, 'month'], about: '装配小家电，不会的教', until: 40, people: 30, shift: 'day' },
    ...{ skills: ['assembly'], board: 'free', lodging: 'free' },
  },
  {
    ...{ kind: 'enterprise', title: '样例食堂帮厨', employer: '样例酉阳食品厂', at: 'youyang', ...MONTHLY },
    ...{ pay: [2800, null, 'month'], about: '洗菜切菜，要有健康证', until: 20, people: 2, shift: 'day' },
    ...{ skills: ['cooking'], board: 'free', elders: true },
  },
  {
    ...{ kind: 'workshop', title: '样例校服缝纫工', employer: '样例板溪帮扶车间', at: 'banxi' },
    ...{ pay: [3.5, null, 'piece'], pieces: 40, about: '做校服，时间自己定', until: 60, people: 12 },
    ...{
      skills: ['sewing'],
      childcare: true,
      light: true,
      shift: 'flexible',
      board: 'none',
      lodging: 'none',
    },
    ...{ insurance: ['injury'], paid: '按件算，每月15日发' },
  },
  {
    ...{ kind: 'work_relief', title: '样例村道硬化小工', employer: '样例以工代赈项目部', at: 'banxi' },
    ...{ pay: [160, 200, 'day'], about: '拌料、抹面，优先帮扶对象', starts: 5, until: 12, people: 25 },
    ...{ skills: ['building'], insurance: ['injury'], paid: '每月发一次，打到银行卡', shift: 'day' },
  },
  {
    ...{
      kind: 'public_post',
      title: '样例乡村公共基础设施养护员',
      employer: '样例村村民委员会',
      at: 'banxi',
    },
    ...{ pay: [800, null, 'month'], about: '看护村道和水池，一天半天活', until: 15, people: 2 },
    ...{ light: true, elders: true, insurance: ['accident'], shift: 'flexible', paid: '每月发一次' },
  },
  {
    ...{ kind: 'day_labour', title: '样例柑橘采摘', employer: '样例果园', at: 'cangling' },
    ...{ pay: [130, null, 'day'], about: '采果装筐', starts: 2, until: 1, people: 15, skills: ['farming'] },
    ...{ board: 'free', light: true, gather: '早上6:30，样例苍岭镇市场门口', paid: '当天结清' },
  },
  {
    ...{
      kind: 'cooperation',
      title: '样例家电装配工',
      employer: '样例青岛家电厂',
      at: 'qingdao',
      ...MONTHLY,
    },
    ...{ pay: [5000, 6800, 'month'], about: '流水线装配', starts: 10, until: 8, people: 80 },
    ...{ skills: ['assembly'], board: 'paid', lodging: 'free', shift: 'rotating', cooperation: 'lu_yu' },
    bus: '样例县人社局组织的点对点专车，样例客运站出发，早上7:00',
  },
  {
    ...{
      kind: 'cooperation',
      title: '样例汽配厂普工',
      employer: '样例成都汽配厂',
      at: 'chengdu',
      ...MONTHLY,
    },
    ...{
      pay: [4600, 5800, 'month'],
      about: '装配、打包',
      until: 25,
      people: 40,
      skills: ['assembly', 'packing'],
    },
    ...{ lodging: 'free', cooperation: 'chuan_yu' },
  },
  {
    ...{ kind: 'brand', title: '样例月嫂', employer: '样例劳务品牌公司', at: 'youyang' },
    ...{
      pay: [6000, 9000, 'month'],
      about: '先培训后上岗，培训不收钱',
      until: 50,
      people: 10,
      brand: '样例月嫂',
    },
    ...{ skills: ['childcare', 'care'], board: 'free', lodging: 'free', shift: 'flexible' },
  },
  {
    ...{ kind: 'internship', title: '样例窗口见习', employer: '样例政务服务中心', at: 'youyang', ...MONTHLY },
    ...{
      pay: [2000, null, 'month'],
      about: '在窗口帮忙，有人带',
      until: 30,
      people: 4,
      skills: ['computer'],
    },
  },
  {
    ...{ kind: 'expert', title: '样例三支一扶（支农）', employer: '样例苍岭镇人民政府', at: 'cangling' },
    ...{ pay: null, about: '到乡镇服务，工资按规定', until: 35, people: 1, skills: ['farming'] },
  },
  {
    ...{ kind: 'enterprise', title: '样例仓库打包员', employer: '样例酉阳物流公司', at: 'youyang' },
    ...{ pay: [3200, null, 'month'], about: '只招男工，45岁以下', until: 30, people: 5, skills: ['packing'] },
  },
  {
    ...{ kind: 'enterprise', title: '样例保安', employer: '样例酉阳物业公司', at: 'youyang' },
    ...{ pay: [2600, null, 'month'], about: '入职交服装押金300元', until: 30, people: 3, skills: ['guard'] },
  },
  {
    ...{ kind: 'workshop', title: '样例竹编手工', employer: '样例苍岭帮扶车间', at: 'cangling' },
    ...{
      pay: [5, null, 'piece'],
      about: '编竹篮，料送到家',
      until: -3,
      people: 10,
      skills: ['craft'],
      light: true,
    },
  },
  {
    ...{
      kind: 'enterprise',
      title: '样例有机硅操作工',
      employer: '样例永修化工厂',
      at: 'yongxiu',
      ...MONTHLY,
    },
    ...{ pay: [5000, 7000, 'month'], about: '看仪表，按规程操作', until: 45, people: 20, shift: 'rotating' },
    ...{ skills: ['machine'], board: 'free', lodging: 'free' },
  },
  {
    ...{ kind: 'workshop', title: '样例电子插件工', employer: '样例涂埠帮扶车间', at: 'tubu' },
    ...{ pay: [14, 18, 'hour'], about: '坐着做，接送孩子不误', until: 60, people: 8, childcare: true },
    ...{ skills: ['assembly'], light: true, shift: 'flexible', paid: '每月发一次' },
  },
  {
    ...{ kind: 'public_post', title: '样例村道保洁员', employer: '样例涂埠镇样例村村民委员会', at: 'tubu' },
    ...{ pay: [600, null, 'month'], about: '扫村道，弱劳力、半劳力优先', until: 20, people: 3 },
    ...{ skills: ['cleaning'], light: true, elders: true, insurance: ['accident'] },
  },
  {
    ...{ kind: 'day_labour', title: '样例稻田开沟', employer: '样例合作社', at: 'tubu' },
    ...{ pay: [150, null, 'day'], about: '开沟、清田', starts: 3, until: 2, people: 6, skills: ['farming'] },
    ...{ gather: '早上7:00，样例涂埠镇农机站', paid: '当天结清' },
  },
  {
    ...{ kind: 'cooperation', title: '样例电子厂普工', employer: '样例深圳电子厂', at: 'baoan', ...MONTHLY },
    ...{ pay: [5200, 7000, 'month'], about: '贴片、测试', starts: 12, until: 10, people: 60 },
    ...{ skills: ['assembly'], lodging: 'free', cooperation: 'other' },
    bus: '样例永修县人社局组织的点对点专车，样例汽车站出发',
  },
];
