/** Groups of facts asked together, and the questions that are neither yes/no nor a group. */
import type { FactId } from './facts';
import type { Option, Question } from './questions';

/** Groups: several facts under one question. */
export const GROUPS: readonly {
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
    title: '你或家里有人在读书，或刚毕业吗？',
    again: '你或家里还有下面的情况吗？',
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

/** Questions that are neither yes/no nor a group. `{province}` is put in by the page. */
export const OTHERS: readonly Question[] = [
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
