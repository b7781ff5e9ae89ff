/** The invented cases of the demonstration. */
import type { InputOf } from '@/contract/api';

/** What somebody did with it: a sample of the desk, or whoever filed it. */
export type SampleStep = Omit<InputOf<'desk.act'> | InputOf<'cases.act'>, 'id' | 'version' | 'event'> & {
  readonly by: string;
  readonly ago: number;
  /** with a step of the bundle, and not with the whole */
  readonly of?: string;
};

export interface SampleCase {
  readonly by: string;
  readonly service: string;
  readonly answers: InputOf<'cases.file'>['answers'];
  /** days before today */
  readonly ago: number;
  readonly steps: readonly SampleStep[];
}

const OFFICER = 'staff-youyang';
const INSPECTOR = 'wages-youyang';

/** What both wage matters say alike: of one site, so that the desk finds that they may belong together. */
const WAGES = {
  danger: ['none'],
  county: '500242',
  work_kind: 'site',
  filed_before: ['none'],
  iou: 'none',
  group_size: 'few',
  owed_from: '2026-06',
  owed_to: '2026-08',
  pay_kind: 'day',
  pay_rate: 28_000,
  started_on: '2026-06-01',
  employer_name: '样例劳务有限公司',
  employer_address: '样例路1号',
  employer_phone: null,
  employer_rep: null,
  employer_state: ['normal'],
  site_name: '样例小区二期工地',
  contractor_name: '样例建设集团有限公司',
  developer_name: null,
  chain: ['subcontract'],
  address: '样例村1组',
};

/** Dates as days from today, so that the demonstration is never out of date. */
export const casesOn = (inDays: (days: number) => string): readonly SampleCase[] => [
  {
    by: 'cross-region',
    service: 'cq-transport-claim',
    answers: { work_county: '440300', since: '2026-05', account: '6217000010001234567' },
    ago: 6,
    steps: [
      { by: OFFICER, ago: 5, action: 'accept' },
      {
        by: OFFICER,
        ago: 2,
        action: 'ask_supplement',
        text: '请补一张最近三个月的工资转账照片，截图也可以。',
        evidence: ['work_proof'],
        until: inDays(12),
      } as SampleStep,
    ],
  },
  {
    by: 'continued',
    service: 'cq-si-flexible',
    answers: {
      work_form: 'flexible',
      insurance: ['employee_pension'],
      from: '2026-01',
      to: '2026-06',
      unit_subsidy: false,
      account: '6217000010007654321',
    },
    ago: 1,
    steps: [],
  },
  {
    by: 'pension',
    service: 'cq-pension-check',
    answers: {
      insurance: 'resident',
      trouble: 'missing',
      year: 'last_year',
      story: '去年说是全额代缴，查不到记录。',
    },
    ago: 20,
    steps: [],
  },
  {
    by: 'parent',
    service: 'yulu',
    answers: {
      for_whom: 'child',
      student: '样例周学生',
      level: 'secondary',
      semester: '2026A',
      received: false,
      account: '6217000010001112223',
    },
    ago: 24,
    steps: [
      { by: OFFICER, ago: 22, action: 'accept' },
      { by: OFFICER, ago: 9, action: 'approve', text: '学籍核对无误，同意。' } as SampleStep,
    ],
  },
  {
    by: 'blank',
    service: 'general-request',
    answers: { county: '500242', topic: 'work', story: '想在镇上找个活，能照顾家里老人。', phone: null },
    ago: 3,
    steps: [],
  },
  {
    by: 'cross-region',
    service: 'wage-complaint',
    answers: {
      ...WAGES,
      still_working: false,
      left_on: inDays(-40),
      owed_total: 1_260_000,
      employer_hint: '带班的叫样例老赵，工地门口有维权信息告示牌',
      story: '干木工，说好一天280元，干了45天，只给过生活费，要了三次都说等甲方拨款。',
      name: '样例张跨区',
      phone: '13800000001',
    },
    ago: 8,
    steps: [
      { by: INSPECTOR, ago: 5, action: 'accept' },
      {
        by: INSPECTOR,
        ago: 3,
        action: 'record',
        milestone: 'inspected',
        on: inDays(-3),
        place: '样例工地项目部',
        text: '查了考勤和工资表，项目部说三天内补齐材料。',
      } as SampleStep,
    ],
  },
  {
    by: 'continued',
    service: 'wage-arbitration',
    answers: {
      ...WAGES,
      still_working: false,
      left_on: inDays(-60),
      filed_before: ['complaint'],
      owed_total: 980_000,
      contract: false,
      claim_wages: 980_000,
      claim_period: '工钱，上一季度的三个月',
      evidence_note: '转账记录，自己手机里的；量单，带班的签的',
      ask_produce: true,
      ask_advance: false,
      ask_simple: true,
      name: '样例陈继续',
      id_number: null,
      phone: '13800000004',
    },
    ago: 30,
    steps: [
      { by: INSPECTOR, ago: 27, action: 'accept' },
      {
        by: INSPECTOR,
        ago: 15,
        action: 'record',
        milestone: 'hearing',
        on: inDays(12),
        time: '09:30',
        place: '样例仲裁庭（县人社局三楼）',
        confirmed: '双方都同意这一天',
      } as SampleStep,
    ],
  },
];
