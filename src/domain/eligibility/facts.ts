/**
 * The fact catalogue: every public fact id with its type, Chinese label and who can supply it.
 * Ids are the public names used by policy data, the API and the command line; they are never renamed.
 */

/** register · resident (asked on the phone) · officer (a determination, never asked) · history · derived (computed) */
export type FactSource = 'register' | 'resident' | 'officer' | 'history' | 'derived';

/** `county` is a 6-digit division code; `semester` is `2023S` (spring) or `2023A` (autumn). */
export type FactType = 'bool' | 'int' | 'enum' | 'date' | 'semester' | 'county';

export interface FactSpec {
  readonly type: FactType;
  readonly label: string;
  readonly sources: readonly FactSource[];
  /** enum values in a fixed order; the order is the code of the value in a row */
  readonly values?: readonly string[];
  readonly unit?: string;
  /** health, disability or welfare status: PIPL art. 28 */
  readonly sensitive?: true;
  /** a semester fact that may also be the word `none` (it never happened) */
  readonly orNone?: true;
}

const register = ['register'] as const;
const resident = ['resident'] as const;
const either = ['register', 'resident'] as const;

export const FACTS = {
  home_county: { type: 'county', label: '台账所在区县', sources: either },
  fpzp: { type: 'bool', label: '防止返贫致贫对象（是或曾是）', sources: register },
  continued: { type: 'bool', label: '继续帮扶对象（是或曾是）', sources: register },
  exit_completed: { type: 'bool', label: '已按程序退出帮扶', sources: register },
  poverty_alleviated: { type: 'bool', label: '脱贫人口', sources: register },
  rural_low_income: { type: 'bool', label: '农村低收入人口', sources: register },
  monitored_active: { type: 'bool', label: '防止返贫监测对象（风险未消除）', sources: register },
  household_monitored_ever: { type: 'bool', label: '曾为监测户', sources: register },
  elimination_semester: { type: 'semester', label: '风险消除所在学期', sources: register, orNone: true },
  eliminated_on: { type: 'date', label: '风险消除日', sources: register },
  benefit_semester: { type: 'semester', label: '申请补助的学期', sources: resident },
  labour_capacity: { type: 'bool', label: '有劳动能力（含半、弱劳动力）', sources: either },
  employment_will: { type: 'bool', label: '有就业意愿', sources: either },
  labour_grade: {
    type: 'enum',
    label: '劳动力类别',
    sources: register,
    values: ['general', 'skilled', 'half', 'weak'],
  },
  employed: { type: 'bool', label: '目前在就业', sources: either },
  employment_form: {
    type: 'enum',
    label: '就业形式',
    sources: either,
    values: ['unit', 'flexible', 'self', 'public_post', 'workshop', 'student', 'none'],
  },
  work_region: {
    type: 'enum',
    label: '务工地',
    sources: ['derived', 'resident'],
    values: ['same_county', 'other_county_same_province', 'other_province'],
  },
  work_county: { type: 'county', label: '务工区县', sources: resident },
  stable_since: { type: 'date', label: '本次跨省稳定就业起始日', sources: either },
  stable_months: { type: 'int', label: '已满稳定就业月数', sources: ['derived', 'resident'], unit: '个月' },
  transport_last_paid_on: { type: 'date', label: '上次交通补助发放日', sources: ['history'] },
  transport_paid_this_year: { type: 'bool', label: '本年已享受交通补助', sources: ['derived', 'resident'] },
  transport_paid_within_12_months: {
    type: 'bool',
    label: '近12个月内发放过交通补助',
    sources: ['derived'],
  },
  wants_out_work: { type: 'bool', label: '想外出务工', sources: resident },
  can_go_out: { type: 'bool', label: '能外出', sources: resident },
  employed_in_local_park: { type: 'bool', label: '在本地工业园区企业就业', sources: either },
  in_train_by_work: { type: 'bool', label: '在以工代训中', sources: register },
  train_by_work_used_before: { type: 'bool', label: '本轮之前已享受过以工代训', sources: register },
  train_by_work_month_no: { type: 'int', label: '以工代训第几个月', sources: register, unit: '个月' },
  post_contract_months: { type: 'int', label: '公益性岗位合同月数', sources: either, unit: '个月' },
  household_able_willing: { type: 'bool', label: '家中有人有劳动能力和就业意愿', sources: either },
  yulu_graduate: { type: 'bool', label: '“雨露计划”毕业生', sources: either },
  returning: { type: 'bool', label: '返乡或入乡', sources: resident },
  starting_business: { type: 'bool', label: '正在或准备创业（含已登记）', sources: resident },
  startup_failed: { type: 'bool', label: '创业失败', sources: resident },
  farming_at_home: { type: 'bool', label: '在家务农', sources: resident },
  hard_to_employ: { type: 'bool', label: '已认定就业困难人员', sources: register },
  lost_job: { type: 'bool', label: '失业', sources: either },
  ui_insured_and_unemployed: { type: 'bool', label: '参加过失业保险、现在失业', sources: either },
  new_form_worker: { type: 'bool', label: '新就业形态人员', sources: either },
  in_training: { type: 'bool', label: '正在参加培训', sources: either },
  vocational_student: { type: 'bool', label: '家中有人在职业院校就读', sources: either },
  lianghousheng_in_tech_school: { type: 'bool', label: '“两后生”在读技工院校', sources: either },
  college_graduate: { type: 'bool', label: '高校毕业生（含毕业年度在校生）', sources: either },
  household_has_worker: { type: 'bool', label: '家中有人就业（含本人）', sources: either },
  returned_from_work: { type: 'bool', label: '务工回流', sources: either },
  ill_or_carer_at_home: { type: 'bool', label: '因病或照顾家庭在家', sources: either, sensitive: true },
  craftsman_leading_targets: { type: 'bool', label: '带动帮扶对象的乡村工匠', sources: register },
  idle_at_home: { type: 'bool', label: '在家闲置', sources: either },
  labour_broker_for_targets: {
    type: 'bool',
    label: '面向帮扶对象开展有组织劳务输出的机构或劳务经纪人',
    sources: resident,
  },
  arrears: { type: 'bool', label: '被拖欠工资', sources: resident },
  tekun: { type: 'bool', label: '特困人员', sources: register, sensitive: true },
  dibao: { type: 'bool', label: '低保对象', sources: register, sensitive: true },
  severe_disabled: { type: 'bool', label: '重度残疾人', sources: register, sensitive: true },
  resident_pension_payer: { type: 'bool', label: '已参加或可参加城乡居民基本养老保险', sources: either },
  birth_date: { type: 'date', label: '出生日期', sources: register },
  age: { type: 'int', label: '年龄', sources: ['derived'], unit: '岁' },
} as const satisfies Record<string, FactSpec>;

export type FactId = keyof typeof FACTS;
export type FactValue = boolean | number | string;
/** What is known of one person. A missing key and `null` both mean unknown. */
export type Facts = { readonly [K in FactId]?: FactValue | null };

export const FACT_IDS = Object.keys(FACTS) as FactId[];

const KNOWN: ReadonlySet<string> = new Set(FACT_IDS);

export const isFactId = (id: string): id is FactId => KNOWN.has(id);

/** The catalogue entry of a fact, with its optional fields. */
export const factSpec = (id: FactId): FactSpec => FACTS[id];
