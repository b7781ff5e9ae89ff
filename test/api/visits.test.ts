/** Visits: whom a village worker sees, what is kept once however often it is sent, and what the resident reads of it. */
import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { accessLog, account, staff, visit } from '@/cloud/store/schema';
import type { InputOf } from '@/contract/api';
import { type TestServices, testServices } from '../services';
import { type Entry, functionEntry, httpEntry } from './entries';
import { accountOf, type Resident, sampleResident } from './resident';

const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
const PLACE = { town: '样例板溪镇', village: '样例村' };

type ResidentVisit = Extract<InputOf<'visits.record'>, { kind: 'resident' }>;
const aVisit = (over: Partial<ResidentVisit>): ResidentVisit => ({
  id: randomUUID(),
  kind: 'resident',
  visited_on: inDays(-1),
  content: { how: 'home', work: 'lost', wants: ['job', 'arrears'], note: '样例：厂里欠两个月工资' },
  ...over,
});

async function personOf(house: TestServices, sample: string): Promise<string> {
  const [row] = await house.services.store.db
    .select()
    .from(account)
    .where(eq(account.id, accountOf(sample)));
  return row?.personId as string;
}

describe.each([
  ['HTTP', httpEntry],
  ['云函数', functionEntry],
])('走访：%s', (_, open) => {
  let house: TestServices;
  let entry: Entry;
  let worker: Resident;
  let clerk: Resident;
  let county: Resident;

  beforeAll(async () => {
    house = await testServices();
    entry = await open(house);
    worker = await sampleResident(entry, 'village-youyang');
    clerk = await sampleResident(entry, 'town-youyang');
    county = await sampleResident(entry, 'staff-youyang');
  }, 60_000);
  afterAll(async () => {
    await entry.close();
    await house.drop();
  });

  test('走访一家：名单上看得到，送几次都只记一次，本人看得到、拿得走', async () => {
    const person = await personOf(house, 'lifted-only');
    const sent = aVisit({ person });
    const month = sent.visited_on.slice(0, 7);
    const lineIn = async (who: Resident, place = {}) =>
      (await who.do('visits.residents', { month, ...place })).residents.find((one) => one.person === person);
    expect(await lineIn(worker)).toMatchObject({
      name: '样例王脱贫',
      head: true,
      visited_on: null,
      entered: false,
      last_visit: null,
    });
    expect(await worker.do('visits.record', sent)).toEqual({ id: sent.id, again: false });
    expect(await worker.do('visits.record', sent)).toEqual({ id: sent.id, again: true });
    const twice = await Promise.all(
      [0, 1, 2].map(() => worker.do('visits.record', aVisit({ ...sent, id: ONCE }))),
    );
    expect(twice.filter(({ again }) => !again)).toHaveLength(1);
    expect(await lineIn(worker)).toMatchObject({ visited_on: sent.visited_on, last_visit: sent.visited_on });
    expect((await worker.do('visits.of', { person })).map(({ id }) => id).sort()).toEqual(
      [sent.id, ONCE].sort(),
    );
    expect((await clerk.do('visits.of', { person })).find(({ id }) => id === sent.id)).toMatchObject({
      office: '样例村村民委员会',
      content: sent.content,
    });
    const resident = await sampleResident(entry, 'lifted-only');
    const looks = (await resident.do('privacy.looks')).map(({ purpose }) => purpose);
    expect(looks).toEqual(
      expect.arrayContaining(['看了走访名单', `${sent.visited_on}走访，写了记录`, '看了以前的走访记录']),
    );
    const { sections } = await resident.do('privacy.export');
    expect(sections.find(({ title }) => title === '村里、乡镇的走访')?.rows).toContainEqual({
      日期: sent.visited_on,
      单位: '样例村村民委员会',
      怎么走访的: '上门',
      干活的情况: '没有工作了',
      想要: '想找工作、被欠工资',
      备注: '样例：厂里欠两个月工资',
    });
  });
  const ONCE = randomUUID();

  test('名单一天记一次“看过”，不是每次刷新都记', async () => {
    const resident = await sampleResident(entry, 'continued');
    const told = async () =>
      (await resident.do('privacy.looks')).filter(({ purpose }) => purpose === '看了走访名单').length;
    const before = await told();
    await county.do('visits.residents', PLACE);
    await county.do('visits.residents', PLACE);
    expect(await told()).toBe(before + 1);
    const second = await sampleResident(entry, 'staff-youyang-2');
    await second.do('visits.residents', PLACE);
    expect(await told()).toBe(before + 2);
  });

  test('乡镇录入以后名单上写明；后来又走访的，还没有录入', async () => {
    const person = await personOf(house, 'blank');
    const first = aVisit({ person });
    await worker.do('visits.record', first);
    const month = first.visited_on.slice(0, 7);
    const entered = async () =>
      (await clerk.do('visits.residents', { month, village: '样例村' })).residents.find(
        (one) => one.person === person,
      )?.entered;
    expect(await entered()).toBe(false);
    expect((await clerk.do('visits.enter', { month, village: '样例没有的村' })).entered).toBe(0);
    expect((await clerk.do('visits.enter', { month, village: '样例村' })).entered).toBeGreaterThan(0);
    expect(await entered()).toBe(true);
    expect((await clerk.do('visits.enter', { month, village: '样例村' })).entered).toBe(0);
    await worker.do('visits.record', aVisit({ person, visited_on: first.visited_on }));
    expect(await entered()).toBe(false);
    for (const who of [worker, county])
      expect((await who.refused('visits.enter', { month, village: '样例村' })).name).toBe('NotAllowed');
  });

  test('没见到人，不算走访过', async () => {
    const person = await personOf(house, 'exited');
    const sent = aVisit({ person, content: { how: 'not_met', work: 'unknown', wants: [] } });
    await worker.do('visits.record', sent);
    const { residents } = await worker.do('visits.residents', { month: sent.visited_on.slice(0, 7) });
    expect(residents.find((one) => one.person === person)).toMatchObject({
      visited_on: null,
      last_visit: null,
    });
    expect(await worker.do('visits.of', { person })).toHaveLength(1);
  });

  test('只看得到自己的地方：村、乡镇、区县', async () => {
    const { store } = house.services;
    const other = await sampleResident(entry, 'village-yongxiu');
    const person = await personOf(house, 'parent');
    expect((await other.refused('visits.of', { person })).name).toBe('NotFound');
    expect((await other.refused('visits.record', aVisit({ person }))).name).toBe('NotFound');
    expect((await other.do('visits.residents')).residents.map(({ name }) => name)).not.toContain(
      '样例周家长',
    );
    expect((await worker.refused('visits.residents', { town: '样例别的镇' })).name).toBe('NotAllowed');
    expect((await worker.refused('visits.residents', { village: '样例别的村' })).name).toBe('NotAllowed');
    expect((await clerk.refused('visits.residents', { town: '样例别的镇' })).name).toBe('NotAllowed');
    expect((await worker.refused('visits.of', { person: randomUUID() })).name).toBe('NotFound');
    // nobody is shown before a village was chosen
    const whole = await county.do('visits.residents');
    expect([whole.towns, whole.villages, whole.residents]).toEqual([['样例板溪镇'], [], []]);
    const town = await clerk.do('visits.residents');
    expect([town.towns, town.villages, town.residents]).toEqual([['样例板溪镇'], ['样例村'], []]);
    // a worker of another village of the same town
    await store.db
      .update(staff)
      .set({ village: '样例别的村' })
      .where(eq(staff.id, accountOf('village-youyang')));
    expect((await worker.do('visits.residents')).residents).toEqual([]);
    expect((await worker.refused('visits.of', { person })).name).toBe('NotFound');
    expect((await worker.refused('visits.record', aVisit({ person }))).name).toBe('NotFound');
    await store.db
      .update(staff)
      .set({ village: PLACE.village })
      .where(eq(staff.id, accountOf('village-youyang')));
  });

  test('别人的编号当作没有；日期不对、选了两样、什么都没选，说是哪一格', async () => {
    const person = await personOf(house, 'parent');
    const sent = aVisit({ person });
    await worker.do('visits.record', sent);
    expect((await county.refused('visits.record', sent)).name).toBe('NotFound');
    const fieldOf = async (over: Partial<ResidentVisit>) =>
      (await worker.refused('visits.record', aVisit(over))).fields?.[0]?.path;
    expect(await fieldOf({ person, visited_on: inDays(2) })).toBe('visited_on');
    expect(await fieldOf({ person, visited_on: inDays(-70) })).toBe('visited_on');
    expect(await fieldOf({})).toBe('person');
    expect(await fieldOf({ person, code: 'eyJ' })).toBe('person');
    expect(await fieldOf({ code: 'eyJ.made.up' })).toBe('code');
    // what is kept is not judged again
    expect((await worker.do('visits.record', { ...sent, visited_on: inDays(-70) })).again).toBe(true);
    expect((await worker.refused('visits.residents', { month: '2026-13' })).name).toBe('InvalidInput');
    expect((await worker.refused('visits.residents', { month: '2999-01' })).name).toBe('InvalidInput');
  });

  test('编号大写小写是同一个；打不出来的字符、没有的年份不收', async () => {
    const person = await personOf(house, 'hidden');
    const sent = aVisit({ person });
    await worker.do('visits.record', { ...sent, id: sent.id.toUpperCase() });
    expect((await worker.do('visits.record', sent)).again).toBe(true);
    expect(await worker.do('visits.of', { person: person.toUpperCase() })).toHaveLength(1);
    const note: ResidentVisit['content'] = { how: 'home', work: 'same', wants: [], note: '样\u0000例' };
    expect((await worker.refused('visits.record', aVisit({ person, content: note }))).name).toBe(
      'InvalidInput',
    );
    expect((await clerk.refused('visits.residents', { village: '样\u0000例' })).name).toBe('InvalidInput');
    expect((await worker.refused('visits.record', aVisit({ person, visited_on: '0000-01-01' }))).name).toBe(
      'InvalidInput',
    );
  });

  test('写的内容在数据库里是密的', async () => {
    const rows = await house.services.store.db.select().from(visit);
    expect(rows.length).toBeGreaterThan(0);
    for (const row of rows) expect(row.contentEnc.toString('utf8')).not.toContain('样例');
  });
});

describe('扫码、期限和车间', () => {
  let house: TestServices;
  let entry: Entry;
  let now = new Date('2026-11-20T01:00:00Z');
  const sameDay = '2026-11-20';
  let worker: Resident;

  beforeAll(async () => {
    house = await testServices();
    entry = await httpEntry(house, () => now);
    worker = await sampleResident(entry, 'village-youyang');
  }, 60_000);
  afterAll(async () => {
    await entry.close();
    await house.drop();
  });
  const at = async <T>(moment: string, work: () => Promise<T>): Promise<T> => {
    const before = now;
    now = new Date(moment);
    return work().finally(() => {
      now = before;
    });
  };

  test('没有信号时扫的码，过了那一天也认；别的日子的、改过的、别村的不认', async () => {
    const person = await personOf(house, 'cross-region');
    const resident = await sampleResident(entry, 'cross-region');
    const { token } = await resident.do('code.issue');
    const { token: elsewhere } = await (await sampleResident(entry, 'yongxiu-post')).do('code.issue');
    await at('2026-12-28T01:00:00Z', async () => {
      const late = await sampleResident(entry, 'village-youyang');
      const scanned = aVisit({ code: token, visited_on: sameDay });
      expect(await late.do('visits.record', scanned)).toMatchObject({ again: false });
      expect((await late.do('visits.of', { person })).map(({ id }) => id)).toEqual([scanned.id]);
      const why = async (over: Partial<ResidentVisit>) =>
        (await late.refused('visits.record', aVisit({ visited_on: sameDay, ...over }))).fields?.[0];
      expect(await why({ code: token, visited_on: '2026-11-21' })).toEqual({
        path: 'code',
        message: expect.stringContaining('2026-11-20'),
      });
      expect((await why({ code: `${token.slice(0, -4)}AAAA` }))?.path).toBe('code');
      expect((await why({ code: elsewhere }))?.message).toContain('不在您负责的地方');
      const [kept] = await house.services.store.db.select().from(visit).where(eq(visit.id, scanned.id));
      expect(kept).toMatchObject({ month: '2026-11', personId: person, ...PLACE });
    });
    // the account is gone, and with it whose code it was
    await resident.do('privacy.delete_account', { sure: true });
    const gone = await worker.refused('visits.record', aVisit({ code: token, visited_on: sameDay }));
    expect(gone.fields?.[0]?.message).toContain('认不出');
  });

  test('不满16岁的不在走访名单上', async () => {
    const names = async () => (await worker.do('visits.residents')).residents.map(({ name }) => name);
    expect(await names()).toContain('样例周学生');
    await at('2026-05-15T01:00:00Z', async () => {
      worker = await sampleResident(entry, 'village-youyang');
      expect(await names()).not.toContain('样例周学生');
    });
    worker = await sampleResident(entry, 'village-youyang');
  });

  test('一户的人在一起，户主在前', async () => {
    const { residents } = await worker.do('visits.residents');
    const household = residents.find(({ name }) => name === '样例周家长')?.household;
    const at = residents.flatMap((one, index) => (one.household === household ? [index] : []));
    expect(at).toEqual([at[0], Number(at[0]) + 1, Number(at[0]) + 2]);
    expect(residents[at[0] as number]?.head).toBe(true);
  });

  test('永修的期限写明出处和过期；重庆没有写，就没有', async () => {
    expect((await worker.do('visits.residents')).rule).toBeNull();
    const yongxiu = await sampleResident(entry, 'village-yongxiu');
    const { rule } = await yongxiu.do('visits.residents');
    expect(rule).toMatchObject({
      village_by: '2026-11-15',
      town_by: '2026-11-25',
      document: 'yongxiu-2021-75',
      number: '永人社字〔2021〕75号',
      item: '（十八）',
      expired: true,
    });
    expect((await yongxiu.do('visits.residents', { month: '2025-12' })).rule?.expired).toBe(false);
    expect((await yongxiu.do('visits.residents', { month: '2026-01' })).rule?.expired).toBe(true);
  });

  test('车间每季度看一次：这一季看过没有、到哪天', async () => {
    const yongxiu = await sampleResident(entry, 'village-yongxiu');
    const shop = (name: string, visited_on: string) => ({
      id: randomUUID(),
      kind: 'workshop' as const,
      name,
      visited_on,
      workers: 12,
    });
    await yongxiu.do('visits.record', shop('样例服装车间', '2026-09-30'));
    await yongxiu.do('visits.record', shop('样例电子车间', '2026-09-21'));
    await yongxiu.do('visits.record', shop('样例电子车间', '2026-11-02'));
    const workshops = async (who: Resident, month?: string) =>
      (await who.do('visits.residents', { ...(month && { month }) })).workshops;
    expect(await workshops(yongxiu)).toEqual([
      { name: '样例电子车间', visited_on: '2026-11-02', due_by: '2026-12-31' },
      { name: '样例服装车间', visited_on: null, due_by: '2026-12-31' },
    ]);
    expect(await workshops(yongxiu, '2026-08')).toEqual([
      { name: '样例电子车间', visited_on: '2026-09-21', due_by: '2026-09-30' },
      { name: '样例服装车间', visited_on: '2026-09-30', due_by: '2026-09-30' },
    ]);
    // no document of Chongqing says by when
    await worker.do('visits.record', shop('样例编织车间', sameDay));
    expect(await workshops(worker)).toEqual([{ name: '样例编织车间', visited_on: sameDay, due_by: null }]);
    const admin = await sampleResident(entry, 'admin-yongxiu');
    expect(await workshops(admin)).toHaveLength(2);
    const looks = await house.services.store.db.select().from(accessLog);
    expect(looks.filter(({ purpose }) => purpose.includes('车间'))).toEqual([]);
  });
});
