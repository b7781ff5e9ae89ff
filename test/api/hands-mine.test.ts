/** My day labour: what comes next first, by the clock of China; a long list costs no more questions than a short one. */
import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { mine } from '@/cloud/handlers/hands/show';
import { forgetHandsOver } from '@/cloud/hands/forget';
import { gathering, hand } from '@/cloud/store/schema';
import { createWorld } from '@/cloud/world';
import { addMonths, dayNumber, isoOf } from '@/domain/calendar/days';
import { book } from '../book';
import { type TestServices, testServices } from '../services';
import { newGathering } from './hands';
import { accountOf } from './resident';
import { inDays } from './training';

let house: TestServices;
beforeEach(async () => {
  house = await testServices();
}, 60_000);
afterEach(async () => {
  jest.restoreAllMocks();
  await house.drop();
});

/** seven in the morning in China: the day before by UTC */
const SEVEN = new Date(`${inDays(0)}T07:00:00+08:00`);
function asking() {
  const context = createWorld(book, house.services, () => SEVEN)({ caller: 'test' });
  const account = { id: accountOf('continued'), personId: null };
  return { ...context, asker: { account, subject: account, staff: null, mandate: null } as never };
}

test('早上七点：昨天的完了，今天的还没开工；最近的排最前，过了的从近到远', async () => {
  const put = (days: number, over = {}) =>
    newGathering(house, { day: inDays(days), joined: 'continued', work: `样例${days}`, ...over });
  for (const days of [5, -9, 1, -1, 3]) await put(days);
  await put(0, { from: '08:00', to: '12:00' });
  const { db } = house.services.store;
  await db.update(gathering).set({ state: 'cancelled' }).where(eq(gathering.work, '样例3'));
  const { joined } = await mine(asking());
  expect(joined.map(({ work }) => work)).toEqual(['样例0', '样例1', '样例5', '样例3', '样例-1', '样例-9']);
});

test('三个和三十个，问数据库的次数一样', async () => {
  const { pool, db } = house.services.store;
  const asked = async () => {
    const queries = jest.spyOn(pool, 'query');
    const { joined } = await mine(asking());
    const times = queries.mock.calls.length;
    queries.mockRestore();
    return [joined.length, times];
  };
  const add = async (many: number) => {
    for (let n = 0; n < many; n++) {
      const { id, member } = await newGathering(house, { joined: 'continued' });
      await db.update(hand).set({ state: 'waiting', seq: 7 }).where(eq(hand.id, member));
      await db.insert(hand).values({
        ...{ id: randomUUID(), gatheringId: id, accountId: randomUUID(), whoId: randomUUID() },
        ...{ state: 'waiting', seq: 3, joinedAt: new Date(), contentEnc: Buffer.from('') },
      });
    }
  };
  await add(3);
  const [three, few] = await asked();
  await add(27);
  const [thirty, many] = await asked();
  expect([three, thirty]).toEqual([3, 30]);
  expect(many).toBe(few);
  expect((await mine(asking())).joined.map((one) => one.mine?.ahead)).toEqual(Array(30).fill(1));
});

test('干活那天起三年：按中国的日子算，早上七点到了日子的已经删掉', async () => {
  const { db } = house.services.store;
  const day = isoOf(addMonths(dayNumber(inDays(0)), -36) - 1);
  const { id } = await newGathering(house, { day, joined: 'continued' });
  await db.update(gathering).set({ forgottenAt: SEVEN }).where(eq(gathering.id, id));
  await forgetHandsOver(house.services.store, SEVEN);
  expect(await db.select().from(gathering).where(eq(gathering.id, id))).toEqual([]);
});
