/** The office's numbers, and the public list of posts: both count what the other tests of cases write one by one. */
import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { account, serviceCase, staff } from '@/cloud/store/schema';
import type { OutputOf } from '@/contract/api';
import { type TestServices, testServices } from '../services';
import { type Entry, functionEntry, httpEntry } from './entries';
import { accountOf, Resident, sampleResident } from './resident';

type Row = typeof serviceCase.$inferInsert;

const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
const TOWN = '样例板溪镇';

let order = 0;

async function put(house: TestServices, over: Partial<Row>, answers: Record<string, unknown> = {}) {
  const id = randomUUID();
  const { cipher, db } = house.services.store;
  const filedOn = over.filedOn ?? inDays(-20);
  await db.insert(serviceCase).values({
    id,
    number: `样例-${++order}`,
    service: 'cq-transport-claim',
    county: '500242',
    town: TOWN,
    village: '样例村',
    level: 'village',
    state: 'accepted',
    version: 1,
    dueOn: inDays(5),
    dueOf: 'decide',
    sortOn: over.dueOn ?? inDays(5),
    filedAt: new Date(filedOn),
    filedOn,
    answersEnc: cipher.seal('service_case.answers', id, JSON.stringify(answers)),
    ...over,
  });
  return id;
}

describe.each([
  ['HTTP', httpEntry],
  ['云函数', functionEntry],
])('单位的数字：%s', (_, open) => {
  let house: TestServices;
  let entry: Entry;
  const period = { from: inDays(-60), to: inDays(0) };
  const numbersFor = async (sample: string, asked = period): Promise<OutputOf<'desk.numbers'>> =>
    (await sampleResident(entry, sample)).do('desk.numbers', asked);

  beforeAll(async () => {
    house = await testServices();
    entry = await open(house);
    const closed = { state: 'paid', dueOn: null, dueOf: null };
    await put(house, {});
    await put(house, { ...closed, closedOn: inDays(-10), inTime: true, stars: 5 });
    await put(house, {
      ...closed,
      closedOn: inDays(-5),
      inTime: false,
      stars: 4,
      service: 'general-request',
    });
    // filed long ago, and still lying there
    await put(house, { filedOn: inDays(-300), dueOn: inDays(-200) });
    // waiting for the resident: nobody at the office is late
    await put(house, { state: 'supplement', dueOf: 'supplement', dueOn: inDays(-3) });
    // no limit, decided: neither in time nor late
    await put(house, {
      ...closed,
      state: 'done',
      closedOn: inDays(-1),
      inTime: null,
      service: 'public-post',
    });
    await put(house, { level: 'county', village: null });
    await put(house, { town: '样例别的镇', level: 'town', dueOn: inDays(-1) });
    await put(house, { town: null, village: null, level: 'county', service: 'general-request' });
    await put(house, { county: '360425', service: 'yx-transport-claim' });
  }, 60_000);
  afterAll(async () => {
    await entry.close();
    await house.drop();
  });

  test('全县：收到、按时、超时、正超期、满意度', async () => {
    const numbers = await numbersFor('admin-youyang');
    expect(numbers.total).toEqual({
      received: 8,
      closed: 3,
      in_time: 1,
      late: 1,
      open: 6,
      overdue: 2,
      stars: 4.5,
      // filed without a name: each is somebody
      people: 8,
      asked_fen: null,
    });
    expect(numbers.by_service).toEqual([
      expect.objectContaining({
        service: 'cq-transport-claim',
        received: 5,
        in_time: 1,
        late: 0,
        overdue: 2,
      }),
      expect.objectContaining({ service: 'general-request', received: 2, in_time: 0, late: 1, overdue: 0 }),
      {
        service: 'public-post',
        title: '公益性岗位',
        received: 1,
        in_time: 0,
        late: 0,
        overdue: 0,
        people: 1,
        asked_fen: null,
      },
    ]);
    expect(numbers.by_town).toEqual([
      { town: TOWN, received: 6, in_time: 1, late: 1, overdue: 1 },
      { town: '样例别的镇', received: 1, in_time: 0, late: 0, overdue: 1 },
      { town: '（没有写）', received: 1, in_time: 0, late: 0, overdue: 0 },
    ]);
    const months = numbers.by_month;
    expect(months[0]?.month).toBe(period.from.slice(0, 7));
    expect(months.at(-1)?.month).toBe(period.to.slice(0, 7));
    const total = (key: 'received' | 'closed') => months.reduce((sum, one) => sum + one[key], 0);
    expect([total('received'), total('closed')]).toEqual([8, 3]);
  });

  test('没有事的月份也在，一个月不漏', async () => {
    const { by_month, total } = await numbersFor('admin-youyang', { from: '2024-01-31', to: '2024-04-01' });
    expect(by_month.map(({ month }) => month)).toEqual(['2024-01', '2024-02', '2024-03', '2024-04']);
    // what lies there now is said whatever the months
    expect(total).toMatchObject({ received: 0, closed: 0, open: 6, overdue: 2, stars: null });
  });

  test('只数自己看得到的：乡镇、村、分到几项的区县经办、别的县', async () => {
    const received = async (sample: string) => (await numbersFor(sample)).total.received;
    expect(await received('town-youyang')).toBe(5);
    expect(await received('village-youyang')).toBe(5);
    expect(await received('admin-yongxiu')).toBe(1);
    const { db } = house.services.store;
    await db
      .update(staff)
      .set({ services: ['general-request'] })
      .where(eq(staff.id, accountOf('staff-youyang-2')));
    expect(await received('staff-youyang-2')).toBe(2);
  });

  test('日期反了、太长了，说是哪一格', async () => {
    const admin = await sampleResident(entry, 'admin-youyang');
    const fieldOf = async (from: string, to: string) =>
      (await admin.refused('desk.numbers', { from, to })).fields?.[0]?.path;
    expect(await fieldOf('2026-02-01', '2026-01-01')).toBe('to');
    expect(await fieldOf('2020-01-01', '2026-01-01')).toBe('from');
    expect(await fieldOf('0000-01-01', '2026-01-01')).toBe('from');
  });
});

describe('公益性岗位公示', () => {
  let house: TestServices;
  let entry: Entry;
  let anybody: Resident;
  const done = { service: 'public-post', state: 'done', dueOn: null, dueOf: null } as const;

  beforeAll(async () => {
    house = await testServices();
    entry = await httpEntry(house);
    anybody = new Resident(entry, {});
  }, 60_000);
  afterAll(async () => {
    await entry.close();
    await house.drop();
  });

  test('谁都能看，只有打码的名字；没批的、撤回的、一年以前的、别的事项不在里面', async () => {
    const { db } = house.services.store;
    const [row] = await db
      .select()
      .from(account)
      .where(eq(account.id, accountOf('lifted-only')));
    const whose = { personId: row?.personId, accountId: row?.id, householdId: null };
    const shown = await put(house, { ...done, ...whose, closedOn: inDays(-2) }, { wish: ['upkeep', 'any'] });
    await put(house, { ...done, ...whose, closedOn: inDays(-400) });
    await put(house, { ...done, ...whose, state: 'refused', closedOn: inDays(-2) });
    await put(house, { ...done, ...whose, state: 'accepted' });
    await put(house, { ...done, ...whose, service: 'general-request', closedOn: inDays(-2) });
    await put(house, { ...done, ...whose, county: '360425', closedOn: inDays(-2) });
    const { posts, next } = await anybody.do('notices.posts', { county: '500242' });
    const [{ number } = { number: '' }] = await db
      .select({ number: serviceCase.number })
      .from(serviceCase)
      .where(eq(serviceCase.id, shown));
    expect(posts).toEqual([
      {
        name: '样例**',
        town: TOWN,
        village: '样例村',
        post: '保洁、护路、管水这类',
        decided_on: inDays(-2),
        number,
      },
    ]);
    expect(next).toBeNull();
  });

  test('一页一页看，不重不漏；同一天的也不丢', async () => {
    for (let n = 0; n < 45; n++) await put(house, { ...done, closedOn: inDays(-10 - Math.floor(n / 30)) });
    const numbers: string[] = [];
    let cursor: string | undefined;
    let pages = 0;
    do {
      const page = await anybody.do('notices.posts', { county: '500242', ...(cursor && { cursor }) });
      numbers.push(...page.posts.map(({ number }) => number));
      cursor = page.next ?? undefined;
      pages++;
    } while (cursor !== undefined);
    expect([pages, numbers.length, new Set(numbers).size]).toEqual([3, 46, 46]);
  });

  test('没有收录的地方、编出来的页码', async () => {
    expect((await anybody.refused('notices.posts', { county: '110101' })).name).toBe('RegionWithoutPack');
    for (const cursor of ['2026-99-99 x', `2026-99-99 ${randomUUID()}`, '2026-01-01 00000000'])
      expect((await anybody.refused('notices.posts', { county: '500242', cursor })).name).toBe(
        'InvalidInput',
      );
  });
});
