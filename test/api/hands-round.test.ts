/** The rounds that tell of tomorrow's day labour and of contracts that end: one broken row is for a person to look at. */
import { randomUUID } from 'node:crypto';
import { eq, inArray, sql } from 'drizzle-orm';
import { remindHands } from '@/cloud/background/hands';
import { tellEndingPosts } from '@/cloud/background/posts';
import { account, gathering, message, postHolder } from '@/cloud/store/schema';
import { createWorld } from '@/cloud/world';
import { book } from '../book';
import { type TestServices, testServices } from '../services';
import { newGathering } from './hands';
import { newHeldPost } from './public-posts';
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

const noon = () =>
  createWorld(book, house.services, () => new Date(`${inDays(0)}T04:00:00Z`))({ caller: 'worker' });

test('一个零工的记录坏了，别的照样提醒', async () => {
  const log = jest.spyOn(process.stderr, 'write').mockReturnValue(true);
  const { db } = house.services.store;
  const broken = await newGathering(house, { day: inDays(1), joined: 'cross-region' });
  await db.update(gathering).set({ words: sql`'null'::jsonb` }).where(eq(gathering.id, broken.id));
  const good = await newGathering(house, { day: inDays(1), joined: 'cross-region' });
  expect(await remindHands(noon())).toBe(1);
  const rows = await db
    .select({ id: gathering.id, at: gathering.remindedAt })
    .from(gathering)
    .where(inArray(gathering.id, [broken.id, good.id]));
  expect(rows.find(({ id }) => id === good.id)?.at).not.toBeNull();
  expect(rows.find(({ id }) => id === broken.id)?.at).toBeNull();
  expect(log.mock.calls.join()).toContain(broken.id);
});

test('一份合同读不出来，别的照样告诉', async () => {
  jest.spyOn(process.stderr, 'write').mockReturnValue(true);
  const { db } = house.services.store;
  const first = await newHeldPost(house, { startsOn: inDays(-300), endsOn: inDays(20) });
  const next = randomUUID();
  const [row] = await db.select().from(postHolder).where(eq(postHolder.id, first.holder));
  await db.insert(postHolder).values({
    ...(row as typeof postHolder.$inferSelect),
    ...{ id: next, startsOn: inDays(-1), endsOn: inDays(200), contentEnc: Buffer.from('坏') },
  });
  const good = await newHeldPost(house, { endsOn: inDays(20) });
  expect(await tellEndingPosts(noon())).toBe(1);
  const refs = (await db.select({ ref: message.ref }).from(message)).map(({ ref }) => ref);
  expect(new Set(refs)).toEqual(new Set([good.holder]));
});

test('已经续签的，每一轮都不再一份一份地翻；续签撤回了才告诉', async () => {
  const { db, cipher } = house.services.store;
  const [own] = await db
    .select({ personId: account.personId })
    .from(account)
    .where(eq(account.id, accountOf('cross-region')));
  for (const personId of [own?.personId ?? null, null]) {
    const { holder } = await newHeldPost(house, { personId, startsOn: inDays(-300), endsOn: inDays(20) });
    const [row] = await db.select().from(postHolder).where(eq(postHolder.id, holder));
    const next = randomUUID();
    const name = JSON.stringify({ name: '样例 在岗人' });
    await db.insert(postHolder).values({
      ...(row as typeof postHolder.$inferSelect),
      ...{ id: next, startsOn: inDays(-1), endsOn: inDays(300) },
      contentEnc: cipher.seal('post_holder.content', next, name),
    });
    const opened = jest.spyOn(db, 'transaction');
    expect(await tellEndingPosts(noon())).toBe(0);
    expect(opened).not.toHaveBeenCalled();
    await db
      .update(postHolder)
      .set({ endedOn: inDays(0) })
      .where(eq(postHolder.id, next));
    expect(await tellEndingPosts(noon())).toBe(1);
    expect(opened).toHaveBeenCalledTimes(1);
    opened.mockRestore();
  }
});
