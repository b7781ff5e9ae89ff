/**
 * The questions in plain words. A group asks about several facts at once ("which of these lists?"): it settles
 * one fact a tap and is asked again for the rest, so that nothing the person did not say becomes a "no".
 */
import { FACT_IDS, type FactId, type Facts } from './facts';

export interface Option {
  readonly id: string;
  readonly label: string;
  readonly hint?: string;
  readonly sets: Facts;
}

export interface Question {
  readonly id: string;
  /** facts it can settle; 不清楚 skips all of them */
  readonly facts: readonly FactId[];
  readonly title: string;
  readonly why: string;
  readonly sensitive?: true;
  /** position of the answer most people give, for the estimate of what is left; −1 = the last */
  readonly usual: number;
  readonly input:
    | { readonly kind: 'choice'; readonly options: readonly Option[] }
    | {
        readonly kind: 'date' | 'number' | 'semester' | 'home';
        readonly fact: FactId;
        readonly unit?: string;
      };
}

interface YesNo {
  readonly title: string;
  readonly why: string;
  readonly yes?: string;
  readonly no?: string;
  /** a line under "yes" */
  readonly hint?: string;
  readonly sensitive?: true;
}

/** Wording of the yes/no facts; also the words of a fact inside its group. */
const YES_NO: Partial<Record<FactId, YesNo>> = {
  fpzp: {
    title: '你家是（或以前是）防止返贫致贫对象吗？',
    why: '重庆的多数帮扶先看这个名单。名单由农业农村部门定，村里可以查。',
  },
  continued: {
    title: '你家是（或以前是）继续帮扶对象吗？',
    why: '继续帮扶对象是离开帮扶政策可能返贫的原建档立卡脱贫户。村里可以查。',
  },
  exit_completed: {
    title: '你家最近一次列入名单以后，已经办手续退出了吗？',
    why: '按程序退出后，就不在帮扶范围里了，但还有跟踪服务。风险消除了、手续没办完的，不算退出。',
    yes: '已经退出',
    no: '没有退出',
  },
  poverty_alleviated: { title: '你是脱贫人口吗？', why: '以前的建档立卡贫困户，已经脱贫的，就是脱贫人口。' },
  rural_low_income: {
    title: '你家是农村低收入人口吗？',
    why: '农村低收入人口也是永修的帮扶对象。村里可以查。',
  },
  monitored_active: {
    title: '你家现在是防止返贫监测对象吗？',
    why: '监测对象看的是户，风险还没有消除的才算。',
    hint: '风险还没有消除',
  },
  household_monitored_ever: { title: '你家曾经是监测户吗？', why: '监测户家的学生，雨露计划有专门的规定。' },
  labour_capacity: {
    title: '你有劳动能力吗？',
    why: '找工作、上岗一类的帮扶，要有劳动能力。',
    hint: '半劳动力、弱劳动力也算有',
  },
  employment_will: { title: '你想就业吗？', why: '找工作、上岗一类的帮扶，要本人愿意。' },
  transport_paid_this_year: {
    title: '今年领过外出务工交通补助吗？',
    why: '这项补助一年只能领一次。',
    yes: '领过',
    no: '没领过',
  },
  wants_out_work: { title: '你想外出打工吗？', why: '想外出打工的，优先帮着解决。' },
  employed_in_local_park: { title: '你在本地工业园区的企业上班吗？', why: '园区企业用工有专门的规定。' },
  in_train_by_work: { title: '你正在参加以工代训吗？', why: '以工代训是单位边用工边培训。' },
  train_by_work_used_before: { title: '这次以前，你享受过以工代训补贴吗？', why: '享受过的人不能再算一次。' },
  household_able_willing: {
    title: '家里有人能干活、也想干活吗？',
    why: '按家庭帮扶时，看家里有没有能干活、想干活的人。',
  },
  yulu_graduate: { title: '你是“雨露计划”毕业生吗？', why: '“雨露计划”毕业生有专门的就业帮扶。' },
  returning: { title: '你是返乡或到乡下来创业的吗？', why: '返乡、入乡创业有专门的服务。' },
  starting_business: {
    title: '你正在创业，或准备创业吗？',
    why: '开店、办厂、搞种养都算，已经办了执照的也算。',
  },
  startup_failed: { title: '你创业没有做成吗？', why: '没做成的，可以得到找工作的帮助。' },
  farming_at_home: { title: '你在家务农吗？', why: '在家种养的，有技术和贷款方面的扶持。' },
  hard_to_employ: {
    title: '你被认定为就业困难人员了吗？',
    why: '这个要单独去乡镇（街道）认定。是帮扶对象，不等于就是就业困难人员。',
    yes: '已经认定',
    no: '没有认定',
  },
  lost_job: { title: '你失业了吗？', why: '失业的人可以再培训、再就业。' },
  ui_insured_and_unemployed: {
    title: '你参加过失业保险，现在失业了吗？',
    why: '这样的人可能有失业保险待遇。',
  },
  new_form_worker: {
    title: '你在平台上接活干吗？',
    why: '送外卖、跑网约车这类，有职业伤害保障试点。',
    hint: '比如送外卖、跑网约车',
  },
  in_training: { title: '你正在参加技能培训吗？', why: '培训期间可能有补贴。' },
  vocational_student: {
    title: '家里有人在读职业学校吗？',
    why: '读职业学校的，看雨露计划。',
    hint: '比如中专、职高、技校、高职',
  },
  lianghousheng_in_tech_school: {
    title: '家里有“两后生”在读技工院校吗？',
    why: '“两后生”读技工院校，有专门的支持。',
    hint: '初中、高中毕业后没有继续升学的孩子',
  },
  college_graduate: {
    title: '家里有高校毕业生吗？',
    why: '高校毕业生有专门的就业帮扶。',
    hint: '今年毕业、还在学校的也算',
  },
  household_has_worker: {
    title: '家里现在有人在上班或打工吗？',
    why: '一个人都没有就业的家庭，要优先帮。',
    hint: '你自己也算',
  },
  returned_from_work: { title: '你是在外打工后回来的吗？', why: '打工回来的，重点帮着再找工作。' },
  ill_or_carer_at_home: {
    title: '你因为生病，或要照顾家人，在家吗？',
    why: '这样的情况有专门的关怀。只用来看政策，只存在这台手机上。',
    sensitive: true,
  },
  idle_at_home: { title: '你现在在家闲着吗？', why: '在家闲着的，会有人来了解、引导就业。' },
  craftsman_leading_targets: {
    title: '你是带着帮扶对象学手艺、增收的乡村工匠吗？',
    why: '这样的工匠可能有补贴。',
  },
  labour_broker_for_targets: {
    title: '你是组织帮扶对象外出务工的机构或劳务经纪人吗？',
    why: '这样的机构和经纪人可能有补助。',
  },
  arrears: { title: '有老板欠你的工资没给吗？', why: '帮扶对象的欠薪案件优先处理。' },
  tekun: {
    title: '你是特困人员吗？',
    why: '特困人员的养老保险费由政府全额代缴。只存在这台手机上。',
    sensitive: true,
  },
  dibao: {
    title: '你是低保对象吗？',
    why: '低保对象的养老保险费由政府代缴一部分。只存在这台手机上。',
    sensitive: true,
  },
  severe_disabled: {
    title: '你是重度残疾人吗？',
    why: '重度残疾人的养老保险费由政府全额代缴。只存在这台手机上。',
    hint: '以残疾人证为准',
    sensitive: true,
  },
  resident_pension_payer: {
    title: '你参加了（或可以参加）城乡居民养老保险吗？',
    why: '政府代缴的是城乡居民养老保险。单位给你交职工养老的、已经在领养老金的，选“不是”。',
  },
};

const WORK_NOW: readonly Option[] = [
  {
    id: 'unit',
    label: '在单位、企业上班',
    sets: {
      employed: true,
      employment_form: 'unit',
      household_has_worker: true,
      ui_insured_and_unemployed: false,
      lost_job: false,
    },
  },
  {
    id: 'workshop',
    label: '在帮扶车间上班',
    sets: {
      employed: true,
      employment_form: 'workshop',
      household_has_worker: true,
      ui_insured_and_unemployed: false,
      lost_job: false,
    },
  },
  {
    id: 'public_post',
    label: '在公益性岗位上',
    hint: '村里安排的保洁、护路一类',
    sets: {
      employed: true,
      employment_form: 'public_post',
      household_has_worker: true,
      ui_insured_and_unemployed: false,
      lost_job: false,
    },
  },
  {
    id: 'flexible',
    label: '打零工、接散活',
    sets: { employed: true, employment_form: 'flexible', household_has_worker: true },
  },
  {
    id: 'self',
    label: '自己做生意',
    sets: { employed: true, employment_form: 'self', household_has_worker: true },
  },
  { id: 'student', label: '在上学', sets: { employed: false, employment_form: 'student' } },
  { id: 'none', label: '现在没有工作', sets: { employed: false, employment_form: 'none' } },
];

/** Groups: several facts under one question. */
const GROUPS: readonly {
  id: string;
  facts: readonly FactId[];
  title: string;
  again: string;
  why: string;
  sensitive?: true;
}[] = [
  {
    id: 'lists-cq',
    facts: ['fpzp', 'continued'],
    title: '你家在（或以前在）下面哪个名单上？',
    again: '你家还在别的名单上吗？',
    why: '重庆的多数帮扶先看名单。名单由农业农村部门定，村里可以查。',
  },
  {
    id: 'lists-yx',
    facts: ['poverty_alleviated', 'monitored_active', 'rural_low_income'],
    title: '你家在下面哪个名单上？',
    again: '你家还在别的名单上吗？',
    why: '永修的帮扶对象是脱贫人口和农村低收入人口。不清楚的，问村里。',
  },
  {
    id: 'welfare',
    facts: ['tekun', 'severe_disabled', 'dibao'],
    title: '你有下面哪种情况？',
    again: '还有下面的情况吗？',
    why: '这几种情况，养老保险费由政府代缴。只用来看政策，只存在这台手机上。',
    sensitive: true,
  },
  {
    id: 'school',
    facts: ['vocational_student', 'college_graduate', 'yulu_graduate', 'lianghousheng_in_tech_school'],
    title: '家里有人在读书，或刚毕业吗？',
    again: '家里还有下面的情况吗？',
    why: '学生和毕业生有专门的帮扶，比如雨露计划。',
  },
  {
    id: 'business',
    facts: ['starting_business', 'farming_at_home', 'returning', 'startup_failed'],
    title: '你有下面的打算或情况吗？',
    again: '还有下面的打算或情况吗？',
    why: '创业、种养有贷款、培训、场地方面的扶持。',
  },
  {
    id: 'at-home',
    facts: ['returned_from_work', 'idle_at_home', 'ill_or_carer_at_home'],
    title: '你现在在家，是下面哪种情况？',
    again: '还有下面的情况吗？',
    why: '情况不同，帮扶的办法不同。只存在这台手机上。',
    sensitive: true,
  },
  {
    id: 'job-lost',
    facts: ['ui_insured_and_unemployed', 'lost_job'],
    title: '你失业了吗？',
    again: '还有下面的情况吗？',
    why: '失业的人可以再培训，参加过失业保险的可能有待遇。',
  },
  {
    id: 'special-work',
    facts: ['new_form_worker', 'craftsman_leading_targets', 'labour_broker_for_targets'],
    title: '你做下面的事吗？',
    again: '你还做下面的事吗？',
    why: '这几种人有专门的规定。',
  },
  {
    id: 'training',
    facts: ['in_training', 'in_train_by_work'],
    title: '你正在参加培训吗？',
    again: '还有下面的情况吗？',
    why: '培训期间可能有补贴。',
  },
];

/** How a fact reads as one line of a group. */
const LINE: Partial<Record<FactId, string>> = {
  fpzp: '防止返贫致贫对象',
  continued: '继续帮扶对象（原建档立卡脱贫户）',
  poverty_alleviated: '脱贫人口',
  monitored_active: '防止返贫监测对象',
  rural_low_income: '农村低收入人口',
  tekun: '特困人员',
  severe_disabled: '重度残疾人',
  dibao: '低保对象',
  vocational_student: '在读职业学校',
  college_graduate: '高校毕业生',
  yulu_graduate: '“雨露计划”毕业生',
  lianghousheng_in_tech_school: '“两后生”在读技工院校',
  starting_business: '正在或准备创业、开店',
  farming_at_home: '在家务农、搞种养',
  returning: '返乡或到乡下来',
  startup_failed: '创业没有做成',
  returned_from_work: '在外打工后回来的',
  idle_at_home: '在家闲着',
  ill_or_carer_at_home: '生病，或要照顾家人',
  ui_insured_and_unemployed: '参加过失业保险，现在失业',
  lost_job: '失业了',
  new_form_worker: '在平台上接活（外卖、网约车等）',
  craftsman_leading_targets: '带着帮扶对象干的乡村工匠',
  labour_broker_for_targets: '组织帮扶对象外出务工',
  in_training: '正在参加技能培训',
  in_train_by_work: '正在参加以工代训',
};

/** Questions that are neither yes/no nor a group. `{province}` is put in by the page. */
const OTHERS: readonly Question[] = [
  {
    id: 'home_county',
    facts: ['home_county'],
    title: '你家的帮扶名单在哪里？',
    why: '政策分地方。名单（台账）在哪个区县，就看哪里的文件；跟你在哪里打工没有关系。',
    usual: 0,
    input: { kind: 'home', fact: 'home_county' },
  },
  {
    id: 'employment_form',
    facts: ['employed', 'employment_form'],
    title: '你现在做什么？',
    why: '上班的、打零工的、没工作的，能享受的不一样。',
    usual: 0,
    input: { kind: 'choice', options: WORK_NOW },
  },
  {
    id: 'work_region',
    facts: ['work_region'],
    title: '你现在在哪里干活？',
    why: '到外区县、外省干活，可能有交通补助和专门的服务。',
    usual: 0,
    input: {
      kind: 'choice',
      options: [
        {
          id: 'same_county',
          label: '就在本区县',
          hint: '现在没有外出的也选这个',
          sets: { work_region: 'same_county' },
        },
        {
          id: 'other_county_same_province',
          label: '{province}内别的区县',
          sets: { work_region: 'other_county_same_province' },
        },
        {
          id: 'other_province',
          label: '{province}以外',
          hint: '比如浙江、广东',
          sets: { work_region: 'other_province' },
        },
      ],
    },
  },
  {
    id: 'stable_months',
    facts: ['stable_months'],
    title: '你从哪天起在省外一直干到现在？',
    why: '要稳定就业满3个月。中间换了单位，不用重新算。',
    usual: 0,
    input: { kind: 'date', fact: 'stable_since' },
  },
  {
    id: 'labour_grade',
    facts: ['labour_grade'],
    title: '村里登记的，你是哪种劳动力？',
    why: '乡村公益性岗位优先安排半劳动力、弱劳动力。以村里的登记为准，不按年龄算。',
    usual: 0,
    input: {
      kind: 'choice',
      options: [
        { id: 'general', label: '普通劳动力', sets: { labour_grade: 'general' } },
        { id: 'skilled', label: '技能劳动力', sets: { labour_grade: 'skilled' } },
        { id: 'half', label: '半劳动力', sets: { labour_grade: 'half' } },
        { id: 'weak', label: '弱劳动力', sets: { labour_grade: 'weak' } },
      ],
    },
  },
  {
    id: 'post_contract_months',
    facts: ['post_contract_months'],
    title: '你的公益性岗位合同，一次签了几个月？',
    why: '每次签订不超过1年（12个月）。',
    usual: 0,
    input: { kind: 'number', fact: 'post_contract_months', unit: '个月' },
  },
  {
    id: 'train_by_work_month_no',
    facts: ['train_by_work_month_no'],
    title: '以工代训，现在是第几个月？',
    why: '以工代训补贴最长6个月。',
    usual: 0,
    input: { kind: 'number', fact: 'train_by_work_month_no', unit: '个月' },
  },
  {
    id: 'benefit_semester',
    facts: ['benefit_semester'],
    title: '申请哪个学期的补助？',
    why: '雨露计划按学期算。',
    usual: 0,
    input: { kind: 'semester', fact: 'benefit_semester' },
  },
  {
    id: 'elimination_semester',
    facts: ['elimination_semester'],
    title: '你家的风险是哪个学期消除的？',
    why: '风险消除后，从下一学期起停止发放。还没有消除的，选“还没有消除”。',
    usual: 0,
    input: { kind: 'semester', fact: 'elimination_semester' },
  },
];

/** Facts nobody is asked for: they follow from others, or an office holds them. */
export const NOT_ASKED: readonly FactId[] = [
  'eliminated_on',
  'work_county',
  'stable_since',
  'transport_last_paid_on',
  'transport_paid_within_12_months',
  'can_go_out',
  'birth_date',
  'age',
];

/** Whoever opens this page is usually listed, able and willing; everything else is the exception. */
const USUALLY_YES: readonly FactId[] = [
  'fpzp',
  'continued',
  'poverty_alleviated',
  'labour_capacity',
  'employment_will',
  'household_able_willing',
  'household_has_worker',
  'resident_pension_payer',
];

const yesNo = (fact: FactId, { title, why, yes = '是', no = '不是', hint, sensitive }: YesNo): Question => ({
  id: fact,
  facts: [fact],
  title,
  why,
  usual: USUALLY_YES.includes(fact) ? 0 : -1,
  ...(sensitive ? { sensitive } : {}),
  input: {
    kind: 'choice',
    options: [
      { id: 'yes', label: yes, ...(hint ? { hint } : {}), sets: { [fact]: true } },
      { id: 'no', label: no, sets: { [fact]: false } },
    ],
  },
});

/** The question for exactly one fact, or null for a fact nobody is asked for. */
export function questionFor(fact: FactId): Question | null {
  const wording = YES_NO[fact];
  const other = OTHERS.find(({ facts }) => facts.includes(fact));
  return other ?? (wording ? yesNo(fact, wording) : null);
}

/**
 * The question to ask next for a fact: its group, as far as its other facts still matter, or the fact alone.
 * @param live facts that still matter and were not skipped
 * @param asked whether one of the group was answered before ("anything else?")
 */
export function groupFor(
  fact: FactId,
  live: ReadonlySet<FactId>,
  asked: (fact: FactId) => boolean,
): Question | null {
  const group = GROUPS.find(({ facts }) => facts.includes(fact));
  const facts = (group?.facts ?? []).filter((id) => live.has(id));
  if (!group || facts.length < 2) return questionFor(fact);
  const none: Facts = Object.fromEntries(facts.map((id) => [id, false]));
  const again = group.facts.some(asked);
  const options: Option[] = facts.map((id) => {
    const hint = YES_NO[id]?.hint;
    return { id, label: LINE[id] as string, ...(hint ? { hint } : {}), sets: { [id]: true } };
  });
  return {
    id: group.id,
    facts,
    title: again ? group.again : group.title,
    why: group.why,
    usual: !again && group.id.startsWith('lists') ? 0 : -1,
    ...(group.sensitive ? { sensitive: group.sensitive } : {}),
    input: {
      kind: 'choice',
      options: [...options, { id: 'none', label: again ? '没有别的了' : '都没有', sets: none }],
    },
  };
}

/** Every fact that a person can be asked for. */
export const ASKED: readonly FactId[] = FACT_IDS.filter((id) => !NOT_ASKED.includes(id));
