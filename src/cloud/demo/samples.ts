/**
 * The invented residents of the demonstration, each with a trap of the two documents. Every name begins with 样例, every
 * number has the sequence 999 that no registry office gives out. Nothing of this exists outside the demonstration.
 */
import type { RegisterValue } from '@/domain/register';
import type { StaffRoleName } from '@/domain/staff';

export interface SampleStaff {
  readonly county: string;
  readonly office: string;
  readonly role: StaffRoleName;
  readonly town?: string;
  readonly village?: string;
  /** ids of services; none named: all of the county's */
  readonly services?: string[];
}

export interface Sample {
  readonly id: string;
  readonly account: string;
  readonly name: string;
  /** what this sample shows */
  readonly line: string;
  readonly staff?: SampleStaff;
  /** the unit this account is bound to */
  readonly unit?: {
    readonly id: string;
    readonly name: string;
    readonly code: string;
    readonly county: string;
  };
}

/** A row of the register; `born` and `sex` make the number. */
export interface SamplePerson {
  /** the sample whose account is bound to this person */
  readonly sample?: string;
  readonly household: string;
  readonly name: string;
  readonly county: '500242' | '360425';
  readonly born: string;
  readonly sex: 'male' | 'female';
  readonly relation: string;
  /** the guardian's sample id */
  readonly guardian?: string;
  readonly columns: Readonly<Record<string, RegisterValue>>;
}

const account = (number: number) => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;

/** Accounts that only the demonstration lets in. */
export const isSample = (accountId: string): boolean => accountId.startsWith(account(0).slice(0, -12));

const resident = (number: number, id: string, name: string, line: string): Sample => ({
  id,
  account: account(number),
  name,
  line,
});

/** Where the sample people live, as the register writes it. */
export const PLACES = {
  '500242': { town: '样例板溪镇', village: '样例村' },
  '360425': { town: '样例涂埠镇', village: '样例村' },
} as const;

export const SAMPLES: readonly Sample[] = [
  resident(1, 'cross-region', '样例张跨区', '酉阳，防止返贫致贫对象，在就业：看交通补助要不要先答务工地'),
  resident(2, 'exited', '样例李已退', '酉阳，2026年3月已按程序退出：不再是帮扶对象，有跟踪服务'),
  resident(3, 'lifted-only', '样例王脱贫', '酉阳，只是原脱贫人口：2026年的文件不看这一条'),
  resident(4, 'continued', '样例陈继续', '酉阳，继续帮扶对象，已认定就业困难人员'),
  resident(5, 'pension', '样例刘低保', '酉阳，低保、重度残疾：看养老保险代缴'),
  resident(6, 'parent', '样例周家长', '酉阳，监护人：替在读职校的孩子看'),
  resident(7, 'blank', '样例吴空白', '酉阳，台账里多数没写：没写不等于否'),
  resident(8, 'hidden', '样例郑不公开', '酉阳，成年家人：对家里隐藏了自己的情况'),
  resident(9, 'yongxiu-migrant', '样例赵外出', '永修，脱贫人口，跨省务工：2021年的文件已经到期'),
  resident(10, 'yongxiu-marginal', '样例钱边缘', '永修，监测对象，不是脱贫人口'),
  resident(11, 'yongxiu-eliminated', '样例孙消除', '永修，监测风险已消除：雨露计划看消除在哪个学期'),
  resident(12, 'yongxiu-post', '样例冯公岗', '永修，在公益性岗位上'),
  {
    ...resident(13, 'staff-youyang', '样例干部', '酉阳的县级经办，驻板溪镇：当面核对身份、答复申请、办件'),
    staff: { county: '500242', office: '样例板溪镇便民服务站', role: 'county' },
  },
  {
    ...resident(14, 'staff-yongxiu', '样例专员', '永修的县级经办：看不到别的县的人'),
    staff: { county: '360425', office: '样例永修县人社局', role: 'county' },
  },
  {
    ...resident(15, 'village-youyang', '样例村务员', '酉阳板溪镇样例村的村干部：只看本村，走访、初审'),
    staff: { ...PLACES['500242'], county: '500242', office: '样例村村民委员会', role: 'village' },
  },
  {
    ...resident(16, 'town-youyang', '样例镇经办', '酉阳板溪镇的经办：只看本镇'),
    staff: { county: '500242', office: '样例板溪镇人民政府', role: 'town', town: PLACES['500242'].town },
  },
  {
    ...resident(17, 'staff-youyang-2', '样例复核员', '酉阳的另一位县级经办：大额的要第二个人复核'),
    staff: { county: '500242', office: '样例酉阳县人社局', role: 'county' },
  },
  {
    ...resident(18, 'admin-youyang', '样例管理员', '酉阳的管理员：给谁什么权限、到哪天'),
    staff: { county: '500242', office: '样例酉阳县人社局', role: 'admin' },
  },
  {
    ...resident(19, 'admin-yongxiu', '样例主管', '永修的管理员：管不到别的县'),
    staff: { county: '360425', office: '样例永修县人社局', role: 'admin' },
  },
  {
    ...resident(20, 'village-yongxiu', '样例网格员', '永修涂埠镇样例村的村干部：每月15日前走访完'),
    staff: { ...PLACES['360425'], county: '360425', office: '样例涂埠镇样例村村民委员会', role: 'village' },
  },
  {
    ...resident(21, 'wages-youyang', '样例监察员', '酉阳的劳动监察和仲裁经办：只看讨薪的投诉和仲裁申请'),
    staff: {
      county: '500242',
      office: '样例酉阳县劳动监察、仲裁',
      role: 'county',
      services: ['wage-complaint', 'wage-arbitration'],
    },
  },
  {
    ...resident(22, 'employer-youyang', '样例厂长', '酉阳一家制衣厂的经办：发布岗位，看谁来应聘'),
    unit: {
      id: account(22),
      name: '样例板溪制衣厂',
      code: '92500242MA5U90022W',
      county: '500242',
    },
  },
];

const TARGET = { fpzp: true, fpzp_entered_on: '2025-06-10' };

export const PEOPLE: readonly SamplePerson[] = [
  {
    sample: 'cross-region',
    household: '样例-0001',
    name: '样例张跨区',
    county: '500242',
    born: '1988-04-12',
    sex: 'male',
    relation: 'head',
    columns: {
      ...TARGET,
      labour_capacity: true,
      employment_will: true,
      employed: true,
      employment_form: 'unit',
    },
  },
  {
    sample: 'hidden',
    household: '样例-0001',
    name: '样例郑不公开',
    county: '500242',
    born: '1990-09-03',
    sex: 'female',
    relation: 'spouse',
    columns: { ...TARGET, labour_capacity: true, employment_will: true, ill_or_carer_at_home: true },
  },
  {
    sample: 'exited',
    household: '样例-0002',
    name: '样例李已退',
    county: '500242',
    born: '1979-11-20',
    sex: 'male',
    relation: 'head',
    columns: {
      fpzp: true,
      fpzp_entered_on: '2024-02-01',
      fpzp_exited_on: '2026-03-31',
      labour_capacity: true,
      employment_will: true,
    },
  },
  {
    sample: 'lifted-only',
    household: '样例-0003',
    name: '样例王脱贫',
    county: '500242',
    born: '1970-01-15',
    sex: 'female',
    relation: 'head',
    columns: { poverty_alleviated: true, fpzp: false, continued: false, labour_capacity: true },
  },
  {
    sample: 'continued',
    household: '样例-0004',
    name: '样例陈继续',
    county: '500242',
    born: '1972-07-08',
    sex: 'male',
    relation: 'head',
    columns: {
      continued: true,
      continued_entered_on: '2025-01-05',
      labour_capacity: true,
      labour_grade: 'weak',
      employment_will: true,
      employed: false,
      hard_to_employ: true,
    },
  },
  {
    sample: 'pension',
    household: '样例-0005',
    name: '样例刘低保',
    county: '500242',
    born: '1975-03-30',
    sex: 'female',
    relation: 'head',
    columns: {
      ...TARGET,
      dibao: true,
      severe_disabled: true,
      resident_pension_payer: true,
      labour_capacity: false,
    },
  },
  {
    sample: 'parent',
    household: '样例-0006',
    name: '样例周家长',
    county: '500242',
    born: '1983-12-01',
    sex: 'female',
    relation: 'head',
    columns: { ...TARGET, labour_capacity: true, employment_will: true, vocational_student: true },
  },
  {
    household: '样例-0006',
    name: '样例周学生',
    county: '500242',
    born: '2010-05-16',
    sex: 'male',
    relation: 'son',
    guardian: 'parent',
    columns: { ...TARGET, vocational_student: true, employment_form: 'student' },
  },
  {
    household: '样例-0006',
    name: '样例周奶奶',
    county: '500242',
    born: '1956-08-21',
    sex: 'female',
    relation: 'mother',
    columns: { ...TARGET, labour_capacity: false },
  },
  {
    sample: 'blank',
    household: '样例-0007',
    name: '样例吴空白',
    county: '500242',
    born: '1995-02-11',
    sex: 'male',
    relation: 'head',
    columns: {},
  },
  {
    sample: 'yongxiu-migrant',
    household: '样例-0101',
    name: '样例赵外出',
    county: '360425',
    born: '1985-06-18',
    sex: 'male',
    relation: 'head',
    columns: {
      poverty_alleviated: true,
      labour_capacity: true,
      labour_grade: 'general',
      employment_will: true,
      employed: true,
      employment_form: 'unit',
      stable_since: '2026-09-20',
    },
  },
  {
    sample: 'yongxiu-marginal',
    household: '样例-0102',
    name: '样例钱边缘',
    county: '360425',
    born: '1991-10-10',
    sex: 'female',
    relation: 'head',
    columns: {
      poverty_alleviated: false,
      monitored_ever: true,
      monitored_on: '2025-08-01',
      labour_capacity: true,
      employment_will: true,
    },
  },
  {
    sample: 'yongxiu-eliminated',
    household: '样例-0103',
    name: '样例孙消除',
    county: '360425',
    born: '1981-01-27',
    sex: 'male',
    relation: 'head',
    columns: {
      poverty_alleviated: false,
      monitored_ever: true,
      monitored_on: '2022-03-01',
      eliminated_on: '2023-04-10',
      vocational_student: true,
    },
  },
  {
    sample: 'yongxiu-post',
    household: '样例-0104',
    name: '样例冯公岗',
    county: '360425',
    born: '1968-05-05',
    sex: 'female',
    relation: 'head',
    columns: {
      poverty_alleviated: true,
      labour_capacity: true,
      labour_grade: 'half',
      employed: true,
      employment_form: 'public_post',
      post_contract_months: 12,
    },
  },
];
