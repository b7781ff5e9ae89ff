/** What happens by itself: overdue cases are reported once, one desk higher each time, however many workers there are. */
import { type ChildProcess, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { eq, inArray } from 'drizzle-orm';
import { doWork } from '@/cloud/background/work';
import { recordsOf } from '@/cloud/cases/record';
import { groundOf, serviceOf } from '@/cloud/cases/rules';
import { firstEvent, type Who, write } from '@/cloud/cases/write-filing';
import type { Context } from '@/cloud/context';
import type { PolicyBook } from '@/cloud/policy-book/book';
import type { Services } from '@/cloud/services';
import { caseEvent, serviceCase } from '@/cloud/store/schema';
import { openStore } from '@/cloud/store/store';
import { createWorld } from '@/cloud/world';
import { book } from '../book';
import { type TestServices, testServices } from '../services';
import { functionEntry, houseEnvironment, httpEntry, post } from './entries';
import { sampleResident } from './resident';

const PATIENCE_MS = 60_000;
let house: TestServices;
const workers: ChildProcess[] = [];
beforeEach(async () => {
  house = await testServices();
}, 60_000);
afterEach(async () => {
  // npm and what it started
  for (const { pid } of workers.splice(0)) if (pid !== undefined) signal(-pid, 'SIGKILL');
  await house.drop();
});

function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}

/** ten in the morning in China */
const morning = (day: string) => new Date(`${day}T02:00:00Z`);
const on = (day: string, services: Services = house.services, policy: PolicyBook = book): Context =>
  createWorld(policy, services, () => morning(day))({ caller: 'test' });
/** the same with the calendars of some years only */
const knowing = (...years: number[]): PolicyBook => ({
  ...book,
  calendars: { years: book.calendars.years.filter(({ year }) => years.includes(year)) },
});

const NOBODY: Who = {
  accountId: null,
  personId: null,
  householdId: null,
  unitId: null,
  keyHash: null,
  town: '样例板溪镇',
  village: null,
};

/** Cases as they are filed, without their people. */
async function filed(context: Context, count: number, service = 'general-request'): Promise<string[]> {
  const ground = groundOf(context, serviceOf(context, service), '500242');
  const ids = Array.from({ length: count }, () => randomUUID());
  for (const id of ids) {
    const event = firstEvent(context, ground, {
      input: { id, files: [] },
      answers: {},
      actor: { kind: 'resident', id: null },
      county: '500242',
      who: NOBODY,
    });
    await write(context, house.services.store.db, event, NOBODY, ground.service);
  }
  return ids;
}

async function actionsOf(ids: readonly string[]): Promise<Map<string, string[]>> {
  const { db } = house.services.store;
  const rows = await db
    .select()
    .from(serviceCase)
    .where(inArray(serviceCase.id, [...ids]));
  const records = await recordsOf(on('2026-11-22'), rows);
  return new Map(records.map(({ row, events }) => [row.id, events.map(({ action }) => action)]));
}

test('四个连接，加两个真的 npm run worker，同时做三百件：每件只报一次', async () => {
  const ids = await filed(on('2026-09-01'), 300);
  const { pool } = house.services.store;
  const stores = Array.from({ length: 4 }, () => openStore(house.url, house.keys, 2));
  const gate = await pool.connect();
  // nobody sees a case before all six ask for them
  await gate.query('begin; lock table service_case in access exclusive mode');
  const said = [startWorker(), startWorker()];
  const here = Promise.all(
    stores.map((store) => doWork(createWorld(book, { ...house.services, store })({ caller: 'test' }))),
  );
  try {
    await until(async () => (await waiting()) === 6);
  } finally {
    await gate.query('commit');
    gate.release();
  }
  const done = (await here).map(({ escalated }) => escalated);
  await Promise.all(stores.map((store) => store.close()));
  const theirs = () => said.map((output) => Number(/上报 (\d+) 件/.exec(output())?.[1] ?? 0));
  const sum = () => [...done, ...theirs()].reduce((all, one) => all + one, 0);
  await until(async () => sum() >= 300);
  expect(sum()).toBe(300);
  expect([...done, ...theirs()].filter((share) => share > 0).length).toBeGreaterThan(1);
  const actions = await actionsOf(ids);
  expect([...actions.values()].filter((one) => one.join() !== 'file,escalate')).toEqual([]);
  expect(actions.size).toBe(300);
  await Promise.all(workers.map(ended));
}, 120_000);

/** How many connections wait for a lock. */
async function waiting(): Promise<number | undefined> {
  const { rows } = await house.services.store.pool.query<{ n: number }>(
    `select count(*)::int as n from pg_stat_activity
     where datname = current_database() and wait_event_type = 'Lock'`,
  );
  return rows[0]?.n;
}

/** @returns what it has written */
function startWorker(): () => string {
  const child = spawn('npm', ['run', '-s', 'worker'], {
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...houseEnvironment(house) },
  });
  workers.push(child);
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => {
      said += chunk.toString();
    });
  return () => said;
}

/** Told to end, it ends by itself. */
const ended = (child: ChildProcess) =>
  new Promise<void>((resolve) => {
    child.once('exit', () => resolve());
    signal(-(child.pid as number), 'SIGTERM');
  });

async function until(there: () => Promise<boolean>): Promise<void> {
  const end = Date.now() + PATIENCE_MS;
  while (!(await there()) && Date.now() < end) await new Promise((resolve) => setTimeout(resolve, 20));
}

test('过了期限逐级上报：村、镇、县、主管；本人看得到，到主管为止', async () => {
  let day = '2026-09-01';
  const entry = await httpEntry(house, () => morning(day));
  const work = async (to: string) => {
    day = to;
    return (await doWork(on(to))).escalated;
  };
  const resident = await sampleResident(entry, 'cross-region');
  const officer = await sampleResident(entry, 'staff-youyang');
  const id = randomUUID();
  await resident.do('cases.file', {
    id,
    service: 'cq-transport-claim',
    service_version: 1,
    answers: { work_county: '440300', since: '2026-05', account: '6217000010001234567' },
    files: [],
    agreed: true,
  });
  const down = { action: 'transfer', level: 'village', county: '500242', text: '样例：请村里核实' } as const;
  await officer.do('desk.act', { id, version: 1, event: randomUUID(), ...down });
  const late = async () => {
    // signed in anew: in between more days pass than a session lasts
    const now = await sampleResident(entry, 'cross-region');
    const { escalated, timeline } = await now.do('cases.show', { id });
    return [escalated, timeline.filter(({ action }) => action === 'escalate').map(({ text }) => text)];
  };
  // five working days of the official calendar: the 8th is the last
  expect(await work('2026-09-08')).toBe(0);
  expect(await late()).toEqual([false, []]);
  expect(await work('2026-09-09')).toBe(1);
  expect(await late()).toEqual([true, ['已超过应办日期2026-09-08，已上报乡镇']]);
  await seenBy(entry, { 'village-youyang': false, 'town-youyang': true });
  expect(await work('2026-09-15')).toBe(0);
  expect(await work('2026-09-16')).toBe(1);
  await seenBy(entry, { 'town-youyang': false, 'staff-youyang': true });
  expect(await work('2026-09-23')).toBe(1);
  for (const later of ['2026-09-30', '2026-10-20']) expect(await work(later)).toBe(0);
  expect(await late()).toEqual([
    true,
    ['乡镇', '区县', '区县主管'].map((desk) => `已超过应办日期2026-09-08，已上报${desk}`),
  ]);
  await entry.close();

  async function seenBy(at: typeof entry, desks: Record<string, boolean>): Promise<void> {
    for (const [name, sees] of Object.entries(desks)) {
      const { cases } = await (await sampleResident(at, name)).do('desk.queue', { show: 'late' });
      expect([name, cases.some((one) => one.id === id)]).toEqual([name, sees]);
    }
  }
});

test('放假安排公布以前不编日期；公布以后补上一次，已经过了的同一轮就上报', async () => {
  const early = knowing(2024, 2025);
  const ids = await filed(on('2025-12-29', house.services, early), 60);
  const [first] = await house.services.store.db.select().from(serviceCase);
  expect(first).toMatchObject({ dueOn: null, dueMissing: 2026, sortOn: '9999-12-31' });
  expect(await doWork(on('2026-01-05', house.services, early))).toMatchObject({ escalated: 0, redated: 0 });
  const both = await Promise.all([doWork(on('2026-01-05')), doWork(on('2026-01-05'))]);
  expect(both.reduce((sum, { redated }) => sum + redated, 0)).toBe(60);
  const [dated] = await house.services.store.db.select().from(serviceCase);
  // 元旦 is until the 3rd, and the 4th, a Sunday, is worked
  expect(dated).toMatchObject({ dueOn: '2026-01-06', dueMissing: null, sortOn: '2026-01-06' });
  expect(await doWork(on('2026-01-06'))).toMatchObject({ escalated: 0, redated: 0 });
  const more = await filed(on('2025-12-29', house.services, early), 1);
  expect(await doWork(on('2026-01-07'))).toMatchObject({ escalated: 61, redated: 1 });
  const actions = [...(await actionsOf([...ids, ...more])).values()].map((one) => one.join());
  expect(new Set(actions)).toEqual(new Set(['file,redate,escalate']));
});

test('事件坏了的排在最前面，也不耽误别的', async () => {
  const broken = await filed(on('2026-08-03'), 60);
  const sound = await filed(on('2026-09-01'), 60);
  const { db } = house.services.store;
  const third = (n: number) => broken.filter((_, index) => index % 3 === n);
  await db.delete(caseEvent).where(inArray(caseEvent.caseId, third(0)));
  await db
    .update(caseEvent)
    .set({ dataEnc: Buffer.alloc(80) })
    .where(inArray(caseEvent.caseId, third(1)));
  await db
    .update(serviceCase)
    .set({ version: 7 })
    .where(inArray(serviceCase.id, third(2)));
  const stderr = jest.spyOn(process.stderr, 'write').mockReturnValue(true);
  const { escalated } = await doWork(on('2026-09-09'));
  const complaints = stderr.mock.calls.map(([words]) => String(words)).join('');
  stderr.mockRestore();
  expect(escalated).toBe(60);
  expect([...(await actionsOf(sound)).values()].every((one) => one.join() === 'file,escalate')).toBe(true);
  // whoever looks after the machine is told which
  expect(broken.filter((id) => !complaints.includes(id))).toEqual([]);
});

describe('云函数', () => {
  // as the platform's timer calls it
  const TIMER = { Type: 'Timer', TriggerName: 'work', Time: '2026-11-22T00:00:00Z', Message: '' };
  const reported = async (id: string) => {
    const [row] = await house.services.store.db.select().from(serviceCase).where(eq(serviceCase.id, id));
    return row?.escalated ?? null;
  };

  test('定时触发做同样的事', async () => {
    const [id = ''] = await filed(on('2026-09-01'), 1);
    const entry = await functionEntry(house, '');
    const answer = await (await post(entry.url, TIMER)).json();
    await entry.close();
    expect(answer).toMatchObject({ ok: true, data: { escalated: 1, redated: 0 } });
    expect(await reported(id)).toBe('county');
  });

  test('手机冒充不了：微信说出了是谁', async () => {
    const [id = ''] = await filed(on('2026-09-01'), 1);
    const entry = await functionEntry(house);
    for (const event of [TIMER, { ...TIMER, path: 'policy.regions' }, [TIMER], 'Timer', null]) {
      const answer = (await (await post(entry.url, JSON.stringify(event))).json()) as { ok: boolean };
      expect(JSON.stringify(answer)).not.toContain('escalated');
    }
    const { error } = (await (await post(entry.url, TIMER)).json()) as { error: { name: string } };
    await entry.close();
    expect(error.name).toBe('UnknownProcedure');
    expect(await reported(id)).toBeNull();
  });
});
