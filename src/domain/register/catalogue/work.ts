/** Labour, work and learning. */
import { EMPLOYMENT_FORMS, LABOUR_GRADES } from '../choices';
import { type ColumnSpec, date, plain, yesNo } from './spec';

export const WORK = {
  labour_capacity: yesNo(
    'labour_capacity',
    '有劳动能力',
    ['劳动能力', '是否有劳动能力'],
    '含半、弱劳动力；也可以写有、无',
  ),
  labour_grade: plain({
    header: '劳动力类别',
    aliases: ['劳动技能', '劳动力类型'],
    type: 'choice',
    choices: LABOUR_GRADES,
    facts: ['labour_grade', 'labour_capacity'],
    meaning: '按记载写，不按年龄推算',
    example: '普通劳动力',
  }),
  employment_will: yesNo('employment_will', '有就业意愿', ['就业意愿', '是否有就业意愿'], '也可以写有、无'),
  employed: yesNo('employed', '目前在就业', ['是否就业', '在就业']),
  employment_form: plain({
    header: '就业形式',
    aliases: ['就业方式', '就业类型'],
    type: 'choice',
    choices: EMPLOYMENT_FORMS,
    facts: ['employment_form'],
    meaning: '',
    example: '灵活就业',
  }),
  stable_since: date(
    '跨省稳定就业起始日期',
    ['stable_since'],
    ['稳定就业起始日期', '跨省稳定就业起始日'],
    '本次的第一天；换单位不重算',
  ),
  employed_in_local_park: yesNo('employed_in_local_park', '在本地工业园区企业就业', ['园区企业就业']),
  in_train_by_work: yesNo('in_train_by_work', '在以工代训中', ['以工代训']),
  train_by_work_used_before: yesNo('train_by_work_used_before', '以前享受过以工代训', [], '本轮之前'),
  train_by_work_month_no: plain({
    header: '以工代训第几个月',
    type: 'count',
    facts: ['train_by_work_month_no'],
    meaning: '整数',
    example: '2',
  }),
  post_contract_months: plain({
    header: '公益性岗位合同月数',
    type: 'count',
    facts: ['post_contract_months'],
    meaning: '整数',
    example: '12',
  }),
  household_able_willing: yesNo('household_able_willing', '家中有人有劳动能力和就业意愿'),
  household_has_worker: yesNo('household_has_worker', '家中有人就业', ['家庭有人就业'], '含本人'),
  hard_to_employ: yesNo('hard_to_employ', '就业困难人员', ['是否就业困难人员'], '经认定的'),
  lost_job: yesNo('lost_job', '失业', ['是否失业']),
  ui_insured_and_unemployed: yesNo('ui_insured_and_unemployed', '参加过失业保险现在失业', ['参保失业人员']),
  new_form_worker: yesNo('new_form_worker', '新就业形态人员'),
  returned_from_work: yesNo('returned_from_work', '务工回流'),
  idle_at_home: yesNo('idle_at_home', '在家闲置'),
  ill_or_carer_at_home: yesNo('ill_or_carer_at_home', '因病或照顾家庭在家', [], '敏感'),
  craftsman_leading_targets: yesNo('craftsman_leading_targets', '带动帮扶对象的乡村工匠'),
} as const satisfies Record<string, ColumnSpec>;

export const LEARN = {
  in_training: yesNo('in_training', '正在参加培训', ['培训中']),
  yulu_graduate: yesNo('yulu_graduate', '雨露计划毕业生'),
  vocational_student: yesNo('vocational_student', '家中有人在职业院校就读'),
  lianghousheng_in_tech_school: yesNo('lianghousheng_in_tech_school', '两后生在读技工院校'),
  college_graduate: yesNo('college_graduate', '高校毕业生', [], '含毕业年度在校生'),
  resident_pension_payer: yesNo(
    'resident_pension_payer',
    '城乡居民养老保险缴费人员',
    ['参加城乡居民养老保险'],
    '含由政府代缴；没有领待遇，没有参加职工养老',
  ),
} as const satisfies Record<string, ColumnSpec>;
