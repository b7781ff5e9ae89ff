/** The words of the yes/no facts, alone and as one line of a group. */
import type { FactId } from './facts';

export interface YesNo {
  readonly title: string;
  readonly why: string;
  readonly yes?: string;
  readonly no?: string;
  /** a line under "yes" */
  readonly hint?: string;
  readonly sensitive?: true;
}

/** Wording of the yes/no facts; also the words of a fact inside its group. */
export const YES_NO: Partial<Record<FactId, YesNo>> = {
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
    yes: '有',
    no: '没有',
    hint: '半劳动力、弱劳动力也算有',
  },
  employment_will: {
    title: '你想就业吗？',
    why: '找工作、上岗一类的帮扶，要本人愿意。',
    yes: '想',
    no: '不想',
  },
  transport_paid_this_year: {
    title: '今年领过外出务工交通补助吗？',
    why: '这项补助一年只能领一次。',
    yes: '领过',
    no: '没领过',
  },
  wants_out_work: { title: '你想外出打工吗？', why: '想外出打工的，优先帮着解决。', yes: '想', no: '不想' },
  employed_in_local_park: { title: '你在本地工业园区的企业上班吗？', why: '园区企业用工有专门的规定。' },
  in_train_by_work: { title: '你正在参加以工代训吗？', why: '以工代训是单位边用工边培训。' },
  train_by_work_used_before: { title: '这次以前，你享受过以工代训补贴吗？', why: '享受过的人不能再算一次。' },
  household_able_willing: {
    title: '家里有人能干活、也想干活吗？',
    why: '按家庭帮扶时，看家里有没有能干活、想干活的人。',
    yes: '有',
    no: '没有',
  },
  yulu_graduate: { title: '你或家里有人是“雨露计划”毕业生吗？', why: '“雨露计划”毕业生有专门的就业帮扶。' },
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
    title: '你或家里有人在读职业学校吗？',
    why: '读职业学校的，看雨露计划。',
    yes: '有',
    no: '没有',
    hint: '比如中专、职高、技校、高职',
  },
  lianghousheng_in_tech_school: {
    title: '家里有“两后生”在读技工院校吗？',
    why: '“两后生”读技工院校，有专门的支持。',
    yes: '有',
    no: '没有',
    hint: '初中、高中毕业后没有继续升学的孩子',
  },
  college_graduate: {
    title: '你或家里有高校毕业生吗？',
    why: '高校毕业生有专门的就业帮扶。',
    yes: '有',
    no: '没有',
    hint: '今年毕业、还在学校的也算',
  },
  household_has_worker: {
    title: '家里现在有人在上班或打工吗？',
    why: '一个人都没有就业的家庭，要优先帮。',
    yes: '有',
    no: '没有',
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
  arrears: { title: '有老板欠你的工资没给吗？', why: '帮扶对象的欠薪案件优先处理。', yes: '有', no: '没有' },
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
    yes: '参加了，或可以参加',
    no: '不是',
  },
};

/** How a fact reads as one line of a group. */
export const LINE: Partial<Record<FactId, string>> = {
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
