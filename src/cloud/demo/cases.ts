/** Invented cases for the demonstration, filed and worked on through the same handlers as everybody's. */
import { createHash } from 'node:crypto';
import { eq } from 'drizzle-orm';
import type { InputOf } from '@/contract/api';
import type { Context } from '../context';
import { file } from '../handlers/cases/file';
import { act } from '../handlers/desk/act';
import type { PolicyBook } from '../policy-book/book';
import type { Services } from '../services';
import { account, serviceCase } from '../store/schema';
import { createWorld } from '../world';
import { SAMPLES } from './samples';

type Step = Omit<InputOf<'desk.act'>, 'id' | 'version' | 'event'> & {
  readonly by: string;
  readonly ago: number;
};

interface SampleCase {
  readonly by: string;
  readonly service: string;
  readonly answers: InputOf<'cases.file'>['answers'];
  /** days before today */
  readonly ago: number;
  readonly steps: readonly Step[];
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
const casesOn = (inDays: (days: number) => string): readonly SampleCase[] => [
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
      } as Step,
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
      { by: OFFICER, ago: 9, action: 'approve', text: '学籍核对无误，同意。' } as Step,
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
      } as Step,
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
      } as Step,
    ],
  },
];

const DAY_MS = 86_400_000;

/** Puts them in once: what is there already stays as people have left it. */
export async function seedCases(services: Services, book: PolicyBook, now: Date): Promise<void> {
  const at = (ago: number) =>
    createWorld(book, services, () => new Date(now.getTime() - ago * DAY_MS))({ caller: 'demo' });
  for (const sample of casesOn((days) => at(-days).today)) await seedCase(at, sample);
}

async function seedCase(at: (ago: number) => Context, sample: SampleCase): Promise<void> {
  const id = idOf(`${sample.by} ${sample.service}`);
  const { db } = (at(0).services as Services).store;
  const known = await db.select({ id: serviceCase.id }).from(serviceCase).where(eq(serviceCase.id, id));
  if (known.length > 0) return;
  const { answers, service } = sample;
  const version = at(0).book.services.find((one) => one.id === service)?.version ?? 1;
  await file(await as(at(sample.ago), sample.by), {
    id,
    service,
    service_version: version,
    answers,
    files: [],
  });
  for (const [index, { by, ago, ...step }] of sample.steps.entries()) {
    const input = { ...step, id, version: index + 1, event: idOf(`${id} ${index}`) };
    await act(await as(at(ago), by), input as InputOf<'desk.act'>);
  }
}

/** The context of a sample who is signed in. */
async function as(context: Context, sample: string): Promise<Context> {
  const found = SAMPLES.find(({ id }) => id === sample);
  if (!found) throw new Error(`no sample ${sample}`);
  const { db } = (context.services as Services).store;
  const [row] = await db.select().from(account).where(eq(account.id, found.account));
  const own = { id: found.account, personId: row?.personId ?? null };
  const role = found.staff;
  const staff = role && {
    ...role,
    until: '2099-12-31',
    town: role.town ?? null,
    village: role.village ?? null,
    services: role.services ?? null,
    personId: null,
    name: found.name,
  };
  const asker = { account: own, sessionId: found.account, staff: staff ?? null, subject: own, mandate: null };
  return { ...context, asker };
}

function idOf(text: string): string {
  const hex = createHash('sha256').update(`demo ${text}`).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
