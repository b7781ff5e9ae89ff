/** Invented cases for the demonstration, filed and worked on through the same handlers as everybody's. */
import { createHash } from 'node:crypto';
import { and, eq } from 'drizzle-orm';
import type { InputOf } from '@/contract/api';
import { stepServiceId } from '@/domain/cases';
import type { Context } from '../context';
import { act as ownAct } from '../handlers/cases/act';
import { file } from '../handlers/cases/file';
import { act as deskAct } from '../handlers/desk/act';
import type { PolicyBook } from '../policy-book/book';
import type { Services } from '../services';
import { account, serviceCase } from '../store/schema';
import { createWorld } from '../world';
import { casesOn, type SampleCase } from './sample-cases';
import { SAMPLES } from './samples';
import { shopOn } from './startup';

const DAY_MS = 86_400_000;

/** Puts them in once: what is there already stays as people have left it. */
export async function seedCases(services: Services, book: PolicyBook, now: Date): Promise<void> {
  const at = (ago: number) =>
    createWorld(book, services, () => new Date(now.getTime() - ago * DAY_MS))({ caller: 'demo' });
  const inDays = (days: number) => at(-days).today;
  for (const sample of [...casesOn(inDays), shopOn(inDays)]) await seedCase(at, sample);
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
  for (const [index, { by, ago, of, ...step }] of sample.steps.entries()) {
    const done = of === undefined ? eq(serviceCase.id, id) : isStep(id, stepServiceId(service, of));
    const [row] = await db.select().from(serviceCase).where(done);
    if (!row) throw new Error(`no step ${of}`);
    const input = { ...step, id: row.id, version: row.version, event: idOf(`${id} ${index}`) };
    const who = await as(at(ago), by);
    if (by === sample.by) await ownAct(who, input as InputOf<'cases.act'>);
    else await deskAct(who, input as InputOf<'desk.act'>);
  }
}

const isStep = (bundle: string, service: string) =>
  and(eq(serviceCase.parentId, bundle), eq(serviceCase.service, service));

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
