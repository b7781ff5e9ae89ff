/**
 * The columns of a file of postings, as data: what they are called, what may stand in them. docs/jobs.md is compared
 * with this list by a test.
 */
import type { Choice } from '../../register/choices';
import { headerTable } from '../../register/header-table';
import * as words from './choices';

export type IncomingType =
  | 'text'
  | 'lines'
  | 'county'
  | 'choice'
  | 'choices'
  | 'yes_no'
  | 'count'
  | 'yuan'
  | 'degrees'
  | 'date';

export interface IncomingSpec {
  readonly header: string;
  readonly aliases: readonly string[];
  readonly type: IncomingType;
  readonly required?: true;
  /** characters of a text */
  readonly max?: number;
  readonly choices?: readonly Choice[];
  readonly meaning: string;
  readonly example: string;
}

type More = Omit<IncomingSpec, 'header' | 'aliases' | 'type'>;
const column = (
  type: IncomingType,
  header: string,
  aliases: readonly string[],
  more: More,
): IncomingSpec => ({
  ...{ header, aliases, type },
  ...more,
});
const chosen = (
  type: 'choice' | 'choices',
  choices: readonly Choice[],
  header: string,
  aliases: readonly string[],
  meaning: string,
): IncomingSpec => column(type, header, aliases, { choices, meaning, example: choices[0]?.label ?? '' });
const yesNo = (header: string, aliases: readonly string[], meaning: string): IncomingSpec =>
  column('yes_no', header, aliases, { meaning, example: '是' });

const OFFER = {
  source_id: column('text', '编号', ['岗位编号', '职位编号', '岗位ID', '职位ID', '序列号'], {
    required: true,
    max: 60,
    meaning: '这个来源里不重复，而且每次都一样：凭它认出是同一条',
    example: 'YY-2026-0001',
  }),
  kind: {
    ...chosen(
      'choice',
      words.KIND_WORDS,
      '类别',
      ['岗位类别', '岗位类型', '工作类别', '工作类型'],
      '哪一类工作',
    ),
    required: true,
  },
  title: column('text', '岗位名称', ['岗位', '职位', '职位名称', '工种', '招聘岗位'], {
    required: true,
    max: 40,
    meaning: '做什么，一句话',
    example: '缝纫工',
  }),
  employer: column('text', '用人单位', ['单位名称', '企业名称', '招聘单位', '公司名称', '用工单位'], {
    required: true,
    max: 60,
    meaning: '谁招人，写全称',
    example: '样例服装厂',
  }),
  credit_code: column('text', '统一社会信用代码', ['信用代码', '社会信用代码', '单位代码'], {
    max: 30,
    meaning: '18位，校验位要对；没有的空着',
    example: '9144030071526726XG',
  }),
} as const satisfies Record<string, IncomingSpec>;

const PLACE = {
  county: column('county', '区县代码', ['工作地区县代码', '行政区划代码', '区划代码', '工作区县代码'], {
    required: true,
    meaning: '在哪里干活：6位代码。家附近的工作，要是有政策包的区县；外出的，写外面那个区县',
    example: '500242',
  }),
  town: column('text', '乡镇', ['乡镇街道', '所在乡镇', '街道'], {
    max: 40,
    meaning: '没有经纬度时按它找位置',
    example: '板溪镇',
  }),
  village: column('text', '村', ['行政村', '村社区', '社区'], { max: 40, meaning: '', example: '样例村' }),
  address: column('text', '地址', ['工作地址', '工作地点', '详细地址', '上班地点'], {
    max: 120,
    meaning: '找得到的地址',
    example: '样例路1号',
  }),
  lat: column('degrees', '纬度', ['lat', 'latitude', 'y'], {
    meaning: '度，小数；和经度要么都写，要么都空着',
    example: '28.84120',
  }),
  lng: column('degrees', '经度', ['lng', 'lon', 'longitude', 'x'], {
    meaning: '度，小数；是哪种坐标，导入时用 --datum 说',
    example: '108.77150',
  }),
  offered_to: column('county', '面向地区代码', ['面向区县代码', '面向区县', '招工地区代码', '输出地代码'], {
    meaning: '外出的工作：介绍给哪个区县的人；整个重庆写 500000。家附近的工作空着',
    example: '500242',
  }),
} as const satisfies Record<string, IncomingSpec>;

const PAY = {
  pay_from: column('yuan', '最低工资', ['工资', '薪资', '月薪', '工资待遇', '薪酬', '最低薪资', '工资下限'], {
    meaning: '数字，单位元；也可以写 3000-4500。没有说、面议的空着',
    example: '3000',
  }),
  pay_to: column('yuan', '最高工资', ['最高薪资', '工资上限'], {
    meaning: '只有一个数的空着',
    example: '4500',
  }),
  pay_unit: chosen(
    'choice',
    words.UNIT_WORDS,
    '按什么算',
    ['计薪单位', '工资单位', '薪资单位', '计薪方式'],
    '写了工资就要写',
  ),
  pieces_per_day: column('count', '一天多少件', ['日均件数', '每天件数'], {
    meaning: '按件的：多数人一天做多少，招人的说的；知道了才折得出一个月大约多少',
    example: '120',
  }),
  paid: column('lines', '怎么发工资', ['发薪方式', '发薪日', '工资发放'], {
    max: 200,
    meaning: '哪天发、怎么发',
    example: '每月10日打到银行卡',
  }),
} as const satisfies Record<string, IncomingSpec>;

const TERMS = {
  people: column('count', '招聘人数', ['人数', '招工人数', '需求人数', '岗位数'], {
    meaning: '',
    example: '10',
  }),
  shift: chosen('choice', words.SHIFT_WORDS, '班次', ['上班班次'], ''),
  hours: column('lines', '工作时间', ['上班时间', '工时', '作息时间'], {
    max: 200,
    meaning: '',
    example: '8:30—17:30，周日休',
  }),
  board: chosen('choice', words.BOARDS, '吃饭', ['伙食', '包吃', '餐食'], ''),
  lodging: chosen('choice', words.LODGINGS, '住宿', ['住', '包住', '宿舍'], ''),
  childcare_hours: yesNo('能接送孩子', ['妈妈岗', '接送孩子', '可接送孩子'], '上下班时间能接送孩子'),
  elders: yesNo('超龄可做', ['60岁以上可做', '老年人可做', '大龄可做'], '过了退休年龄也能做'),
  light: yesNo(
    '弱劳力可做',
    ['半弱劳力可做', '半劳力可做', '弱劳动力可做', '轻体力'],
    '半劳力、弱劳力也能做',
  ),
  skills: chosen(
    'choices',
    words.SKILL_WORDS,
    '技能',
    ['技能要求', '要会什么'],
    '几个用顿号隔开；不要技能的空着',
  ),
  insurance: chosen('choices', words.INSURANCE_WORDS, '保险', ['社保', '参保'], '几个用顿号隔开'),
  contract: chosen('choice', words.CONTRACT_WORDS, '签什么', ['合同', '合同类型', '签订合同'], ''),
  starts_on: column('date', '开工日期', ['到岗日期', '开工时间', '到岗时间'], {
    meaning: '随时可以来的空着',
    example: '2026-12-01',
  }),
  open_until: column('date', '截止日期', ['有效期', '有效期至', '截止时间', '招聘截止', '招聘截止日期'], {
    required: true,
    meaning: '最后一天；过了自己下架',
    example: '2026-12-31',
  }),
  posted_on: column('date', '发布日期', ['发布时间'], {
    meaning: '空着就是导入这一天。最新的排前面、“有新的活告诉我”，都从大家看得到的那一刻算，不按它',
    example: '2026-11-20',
  }),
} as const satisfies Record<string, IncomingSpec>;

const WORDS = {
  about: column('lines', '岗位说明', ['岗位描述', '工作内容', '岗位职责', '职责'], {
    max: 1000,
    meaning: '做什么',
    example: '锁边、平车',
  }),
  demands: column('lines', '任职要求', ['要求', '招聘条件', '条件', '岗位要求'], {
    max: 500,
    meaning: '要什么条件，接在岗位说明后面；法律不许的条件会被扣下，见下面',
    example: '不会的教',
  }),
  phone: column('text', '联系电话', ['电话', '联系方式', '招聘电话'], {
    max: 32,
    meaning: '公开的招工电话，谁都看得到',
    example: '023-12345678',
  }),
  route: column('lines', '怎么去', ['交通', '乘车路线', '路线'], {
    max: 200,
    meaning: '',
    example: '3路车到样例站下',
  }),
  gather: column('lines', '集合', ['集合时间地点', '集合地点', '集合时间'], {
    max: 200,
    meaning: '零工：几点、在哪里',
    example: '早上6:30样例市场门口',
  }),
  bus: column('lines', '接送车', ['点对点', '接送', '专车', '包车'], {
    max: 200,
    meaning: '外出的：谁组织、从哪里、几点',
    example: '12月1日7:00县客运站，点对点专车',
  }),
  cooperation: chosen(
    'choice',
    words.COOPERATION_WORDS,
    '劳务协作',
    ['协作机制', '协作渠道'],
    '外出的：哪一个协作组织的',
  ),
  destination: column('text', '去哪里', ['目的地', '务工地', '务工地点'], {
    max: 100,
    meaning: '外出的：省、市、区县的名字；空着就用区县代码的名字',
    example: '山东省青岛市市南区',
  }),
  brand: column('text', '劳务品牌', ['品牌', '品牌名称'], {
    max: 40,
    meaning: '劳务品牌的名字',
    example: '样例缝纫',
  }),
} as const satisfies Record<string, IncomingSpec>;

const COLUMNS = { ...OFFER, ...PLACE, ...PAY, ...TERMS, ...WORDS } as const;
export type IncomingKey = keyof typeof COLUMNS;
/** In the order of the document, and of a sample file. */
export const INCOMING_KEYS = Object.keys(COLUMNS) as IncomingKey[];
export const incomingSpec = (key: IncomingKey): IncomingSpec => COLUMNS[key];

/** The column that a header means; JSON may also use the key itself. Null for an unknown one. */
export const incomingOf = headerTable<IncomingKey>(
  INCOMING_KEYS.map((key) => [key, [COLUMNS[key].header, ...COLUMNS[key].aliases, key]]),
);
