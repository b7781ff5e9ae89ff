/** One case that is broken, or whose service is gone, is no reason for anybody else's to stand still. And time. */
import { createHash, randomUUID } from 'node:crypto';
import { rmSync } from 'node:fs';
import path from 'node:path';
import { doWork } from '@/cloud/background/work';
import { loadPolicyBook } from '@/cloud/policy-book/book';
import { createWorld } from '@/cloud/world';
import { addWorkDays } from '@/domain/calendar/work-days';
import { book } from '../book';
import { temporaryPolicy } from '../temporary-policy';
import { fileOne, filing, type House, openHouse, step } from './attacks';
import { type Entry, httpEntry } from './entries';
import { Resident, sampleResident } from './resident';

let at: House;
let resident: Resident;
let officer: Resident;
beforeAll(async () => {
  at = await openHouse();
  resident = await at.who('cross-region');
  officer = await at.who('staff-youyang');
}, 60_000);
afterAll(() => at.close());

const entries: Entry[] = [];
afterEach(async () => {
  for (const entry of entries.splice(0)) await entry.close();
});

/** The same house on another day, or with another policy folder. */
async function open({ moment, policyRoot }: { moment?: string; policyRoot?: string }): Promise<Entry> {
  const clock = moment === undefined ? undefined : () => new Date(moment);
  const entry = await httpEntry({ services: at.house.services }, clock, policyRoot);
  entries.push(entry);
  return entry;
}

const policy = temporaryPolicy();
const work = () => doWork(createWorld(book, at.house.services)({ caller: 'test' }));
const overdue = (id: string) =>
  at.sql("update service_case set due_on = '2026-01-01', sort_on = '2026-01-01' where id = $1", [id]);
const escalated = async (...ids: string[]) => {
  const rows = await at.sql<{ id: string }>(
    'select id from service_case where escalated is not null and id = any($1)',
    [ids],
  );
  return ids.map((id) => rows.some((row) => row.id === id));
};

describe('事项文件没有了', () => {
  test('办过的照样看得到，不能再决定；别的事、别的人、后台都不受影响', async () => {
    const gone = await fileOne(resident);
    const claim = { work_form: 'flexible', insurance: ['employee_pension'], from: '2026-01', to: '2026-06' };
    const neighbour = await at.who('continued');
    const other = await fileOne(neighbour, {
      service: 'cq-si-flexible',
      answers: { ...claim, unit_subsidy: false, account: '6217000010007654321' },
    });
    rmSync(path.join(policy.root, 'services/cq-transport-claim.yaml'));
    const entry = await open({ policyRoot: policy.root });
    const later = (who: Resident) => new Resident(entry, who.as);
    const own = later(resident);
    expect((await own.do('cases.mine', {})).cases).toMatchObject([{ id: gone, title: '不再收录的事项' }]);
    expect((await own.do('cases.show', { id: gone })).timeline.length).toBe(1);
    await own.do('cases.receipt', { id: gone });
    await own.do('cases.prefill', { service: 'cq-si-flexible' });
    const { sections } = await own.do('privacy.export');
    expect(JSON.stringify(sections)).toContain('不再收录的事项');
    const queue = await later(officer).do('desk.queue', {});
    expect(queue.cases.map(({ id }) => id)).toEqual(expect.arrayContaining([gone, other]));
    const { can } = (await later(officer).do('desk.show', { id: gone })).case;
    expect(can.accept).toEqual({ ok: false, why: '事项库里没有这一项了，请先把事项文件放回来' });
    await overdue(gone);
    await overdue(other);
    const { escalated: n } = await doWork(
      createWorld(loadPolicyBook(policy.root), at.house.services)({ caller: 'test' }),
    );
    expect(n).toBe(2);
    const withdraw = { id: gone, version: 2, event: randomUUID(), action: 'withdraw' as const };
    expect((await own.do('cases.act', withdraw)).state).toBe('withdrawn');
  });
});

describe('后台', () => {
  test('坏了的一件不挡住别的；谁也不能抢先用掉后台的编号', async () => {
    const [poisoned, broken, drifted, sound] = [
      await fileOne(resident),
      await fileOne(resident),
      await fileOne(resident),
      await fileOne(resident),
    ];
    // what the worker's event used to be called, taken by the resident one version before
    const hex = createHash('sha256').update(`escalate ${poisoned} 2`).digest('hex');
    const event = `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
    const taken = { id: poisoned as string, version: 1, event, action: 'supplement' as const };
    await resident.do('cases.act', { ...taken, files: [], text: '样例' });
    await at.sql("update case_event set data_enc = '\\x00' where case_id = $1", [broken]);
    await at.sql('update service_case set version = 7 where id = $1', [drifted]);
    const all = [poisoned, broken, drifted, sound] as string[];
    for (const id of all) await overdue(id);
    const log = jest.spyOn(process.stderr, 'write').mockReturnValue(true);
    const { escalated: n } = await work();
    const told = log.mock.calls.map(([text]) => String(text)).join('');
    log.mockRestore();
    expect([n, await escalated(...all)]).toEqual([2, [true, false, false, true]]);
    expect([told.includes(String(broken)), told.includes(String(drifted))]).toEqual([true, true]);
    await at.sql('delete from service_case where id = any($1)', [all]);
  });

  test('五十件都坏了，后面的照样上报', async () => {
    const sound = await fileOne(resident);
    await at.sql(
      `insert into service_case (id, number, service, county, level, state, version, due_on, sort_on, filed_at, filed_on, answers_enc)
       select gen_random_uuid(), 'b' || n, 'cq-transport-claim', '500242', 'county', 'filed', 1, '2025-01-01', '2025-01-01',
         now(), '2025-01-01', '\\x00' from generate_series(1, 60) n`,
    );
    await overdue(sound);
    const log = jest.spyOn(process.stderr, 'write').mockReturnValue(true);
    await work();
    log.mockRestore();
    expect(await escalated(sound)).toEqual([true]);
    await at.sql("delete from service_case where number like 'b%'");
  });
});

describe('年底', () => {
  const on = async (moment: string) => {
    const entry = await open({ moment });
    // a session of today would have ended by then
    const filed = await (await sampleResident(entry, 'cross-region')).do('cases.file', filing());
    const desk = await sampleResident(entry, 'staff-youyang');
    const queue = await desk.do('desk.queue', { number: filed.number });
    return { ...filed, desk, line: queue.cases[0] };
  };

  test('日期按中国时间；没有下一年的放假安排就不编日期，也不算超期', async () => {
    const last = await on('2026-12-02T15:59:59.999Z');
    expect([last.filed_on, last.number.slice(0, 9)]).toEqual(['2026-12-02', '2026-1202']);
    expect((await on('2026-12-02T16:00:00.000Z')).filed_on).toBe('2026-12-03');
    const late = await on('2026-12-31T15:59:59.999Z');
    expect([late.filed_on, late.due]).toEqual(['2026-12-31', { of: 'accept', on: null, missing: 2027 }]);
    expect([late.line?.late, late.line?.due]).toEqual([false, { of: 'accept', on: null, missing: 2027 }]);
  });

  test('放假安排公布以后补算：移送过的，从移送那天算起', async () => {
    const { id } = await on('2026-12-28T02:00:00Z');
    const { desk } = await on('2026-12-30T02:00:00Z');
    await step(desk, id, { action: 'transfer', level: 'town', county: '500242', text: '样例' });
    const [last] = book.calendars.years.filter(({ year }) => year === 2026);
    const next = { ...(last as NonNullable<typeof last>), year: 2027, holidays: [], work_days: [] };
    const calendars = { years: [...book.calendars.years, next] };
    const moment = new Date('2026-12-31T02:00:00Z');
    const known = createWorld({ ...book, calendars }, at.house.services, () => moment)({ caller: 'test' });
    await doWork(known);
    const [row] = await at.sql<{ due: string }>('select due_on::text due from service_case where id = $1', [
      id,
    ]);
    const counted = addWorkDays(calendars, '2026-12-30', 5);
    expect(row?.due).toBe(counted.ok && counted.day);
  });
});
