/** Words of the columns that take one of a few: the code that is kept, the word written, other words read. */
import type { Choice } from '../../register/choices';
import type { Contract, Cooperation, Insurance, Keep, PayUnit, PostingKind, Shift, Skill } from '../kinds';
import { COOPERATIONS, POSTING_KINDS, SHIFTS, SKILLS } from '../kinds';

type Aliases<K extends string> = Readonly<Record<K, readonly string[]>>;

/** The words people see are the ones written; these are read as well. */
const choices = <K extends string>(
  labels: Readonly<Record<K, string>>,
  aliases: Aliases<K>,
): readonly Choice[] =>
  (Object.keys(labels) as K[]).map((code) => ({ code, label: labels[code], aliases: aliases[code] }));

const titles = Object.fromEntries(
  Object.entries(POSTING_KINDS).map(([kind, { title }]) => [kind, title]),
) as Record<PostingKind, string>;

export const KIND_WORDS = choices<PostingKind>(titles, {
  enterprise: ['企业', '园区', '企业用工', '园区企业', '工业园区', '企业招聘'],
  workshop: ['车间', '就业帮扶车间', '扶贫车间', '帮扶工坊', '乡村就业工厂'],
  work_relief: ['以工代赈项目', '以工代赈岗位'],
  public_post: ['公岗', '公益岗', '公益岗位', '乡村公益性岗位', '公益性岗'],
  day_labour: ['零工岗位', '日结', '临时工', '临工', '散工'],
  cooperation: ['劳务输出', '劳务协作', '市外务工', '省外务工', '转移就业'],
  brand: ['品牌劳务', '劳务品牌岗位'],
  internship: ['见习', '见习岗位', '就业见习岗位'],
  expert: ['三支一扶', '专家岗', '三支一扶岗位', '专家岗位'],
});

export const UNIT_WORDS = choices<PayUnit>(
  { month: '月', day: '天', hour: '小时', piece: '件' },
  {
    month: ['每月', '按月', '元/月', '月薪', '元每月'],
    day: ['日', '每天', '每日', '按天', '元/天', '元/日', '日薪', '日结'],
    hour: ['时', '每小时', '按小时', '元/小时', '元/时', '时薪'],
    piece: ['每件', '按件', '计件', '元/件', '个', '元/个'],
  },
);

export const SHIFT_WORDS = choices<Shift>(SHIFTS, {
  day: ['长白班', '日班', '正常班'],
  night: ['晚班'],
  rotating: ['两班倒', '三班倒', '轮班'],
  flexible: ['弹性', '灵活', '自由', '弹性工作'],
});

export const BOARDS = choices<Keep>(
  { free: '包吃', paid: '食堂自己出钱', none: '不管吃' },
  {
    free: ['包', '包餐', '包三餐', '包午餐', '免费', '提供'],
    paid: ['有食堂', '自费', '有，自己出钱', '补贴餐费'],
    none: ['不包吃', '不包', '无', '没有', '不提供'],
  },
);

export const LODGINGS = choices<Keep>(
  { free: '包住', paid: '宿舍自己出钱', none: '不管住' },
  {
    free: ['包', '包住宿', '免费', '提供', '提供住宿'],
    paid: ['有宿舍', '自费', '有，自己出钱'],
    none: ['不包住', '不包', '无', '没有', '不提供'],
  },
);

export const INSURANCE_WORDS = choices<Insurance>(
  { social: '职工社会保险', injury: '工伤保险', accident: '意外险', none: '没有保险' },
  {
    social: ['社保', '五险', '五险一金', '社会保险', '职工社保'],
    injury: ['工伤', '工伤险'],
    accident: ['意外伤害保险', '意外伤害商业保险', '商业意外险', '雇主责任险'],
    none: ['无', '没有', '不买'],
  },
);

export const CONTRACT_WORDS = choices<Contract>(
  { labour: '劳动合同', service: '劳务协议', none: '不签' },
  {
    labour: ['合同', '签劳动合同'],
    service: ['劳务合同', '协议', '签劳务协议'],
    none: ['无', '没有', '不签合同'],
  },
);

export const COOPERATION_WORDS = choices<Cooperation>(COOPERATIONS, {
  lu_yu: ['鲁渝', '鲁渝协作', '东西部协作'],
  chuan_yu: ['川渝', '川渝协作'],
  cheng_yu: ['成渝', '成渝双城', '双城经济圈', '成渝双城经济圈'],
  city: ['对口协同', '市内协同', '区县对口协同'],
  other: ['其他', '别的'],
});

export const SKILL_WORDS = choices<Skill>(SKILLS, {
  sewing: ['车工', '针车', '缝纫工', '服装'],
  cooking: ['厨师', '帮厨', '烹饪', '厨工', '面点'],
  cleaning: ['清洁', '家政', '保洁员'],
  care: ['护理', '护工', '养老护理', '照护'],
  childcare: ['育婴', '月嫂', '保育', '育儿'],
  driving: ['驾驶', '司机', '开车驾驶'],
  electric: ['电工', '焊工', '水电', '电焊'],
  machine: ['操作工', '机床', '数控', '叉车', '挖机'],
  assembly: ['普工', '流水线', '装配', '组装'],
  building: ['建筑', '泥工', '瓦工', '木工', '装修', '钢筋工', '小工'],
  farming: ['种植', '养殖', '农业', '采摘', '种地'],
  packing: ['打包', '搬运', '分拣', '装卸', '包装'],
  craft: ['手工活', '刺绣', '编织', '苗绣'],
  selling: ['销售', '服务员', '营业员', '收银', '餐饮服务'],
  computer: ['电脑', '文员', '客服', '电商', '办公软件'],
  guard: ['保安', '门卫', '值守', '巡查', '护林'],
});
