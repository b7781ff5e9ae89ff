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
    services: null,
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
