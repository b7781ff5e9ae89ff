/** Public-welfare posts: by village for everybody, masked; contracts, and what the desk is told to look at. */
import { randomUUID } from 'node:crypto';
import { and, eq } from 'drizzle-orm';
import { tellEndingPosts } from '@/cloud/background/posts';
import { SAMPLES } from '@/cloud/demo/samples';
import { account, message, postHolder, staff as staffTable } from '@/cloud/store/schema';
import { createWorld } from '@/cloud/world';
import { book } from '../book';
import { type TestServices, testServices } from '../services';
import { type Entry, functionEntry, httpEntry } from './entries';
import { newHeldPost, samplePost } from './public-posts';
import { numberOf, type Resident, sampleResident } from './resident';
import { inDays } from './training';

const accountOf = (sample: string) => SAMPLES.find(({ id }) => id === sample)?.account as string;

describe.each([
  ['HTTP', httpEntry],
  ['云函数', functionEntry],
])('公益性岗位：%s', (_, open) => {
  let house: TestServices;
  let entry: Entry;
  let staff: Resident;
  let yongxiu: Resident;
  let personId: string;
  beforeAll(async () => {
    house = await testServices();
    entry = await open(house);
    staff = await sampleResident(entry, 'staff-youyang');
    yongxiu = await sampleResident(entry, 'staff-yongxiu');
    const [row] = await house.services.store.db
      .select()
      .from(account)
      .where(eq(account.id, accountOf('cross-region')));
    personId = row?.personId as string;
  }, 60_000);
  afterAll(async () => {
    await entry.close();
    await house.drop();
  });

  const enter = async (who: Resident, over = {}, contract = {}) => {
    const post = await who.do('posts.put', { id: randomUUID(), version: 0, post: samplePost(over) });
    const line = await who.do('posts.hold', {
      ...{
        id: randomUUID(),
        post: post.id,
        name: '样例在岗人',
        starts_on: inDays(-10),
        ends_on: inDays(300),
      },
      ...contract,
    });
    return { post, line };
  };

  test('谁都看得到每个村几个岗、谁在岗，名字遮着', async () => {
    await enter(staff, { village: '样例甲村' }, { name: '样例赵大' });
    const seen = await entry.call('posts.village', { county: '500242', town: '样例板溪镇' });
    if (!seen.ok) throw new Error(seen.error.name);
    expect(seen.data.posts).toContainEqual(
      expect.objectContaining({ village: '样例甲村', people: 2, held: 1, title: '样例护路员' }),
    );
    // Chongqing's text gives no term: none is invented
    expect(seen.data.longest).toBeNull();
    const holders = await entry.call('posts.holders', { county: '500242', village: '样例甲村' });
    expect(holders).toMatchObject({ ok: true, data: { holders: [{ name: '样例**' }] } });
    expect(JSON.stringify([seen, holders])).not.toContain('赵大');
    const law = await entry.call('posts.village', { county: '360425' });
    expect(law).toMatchObject({
      ok: true,
      data: {
        longest: { months: 12, item: '（八）', quote: '每次签订期限不超过1年', expired_on: '2025-12-31' },
      },
    });
  });

  test('合同超过一年：永修提醒、不拦；重庆没有写，不提醒', async () => {
    const long = { starts_on: inDays(-10), ends_on: inDays(500) };
    const here = await enter(yongxiu, { town: '样例涂埠镇' }, long);
    expect(here.line.flags).toEqual([
      expect.objectContaining({ kind: 'unknown' }),
      expect.objectContaining({
        kind: 'too_long',
        basis: { document: 'yongxiu-2021-75', item: '（八）', quote: '每次签订期限不超过1年' },
      }),
    ]);
    expect((await enter(staff, {}, long)).line.flags.map(({ kind }) => kind)).toEqual(['unknown']);
    const back = {
      id: randomUUID(),
      post: here.post.id,
      name: '样例人',
      starts_on: inDays(5),
      ends_on: inDays(1),
    };
    expect((await yongxiu.refused('posts.hold', back)).fields?.[0]?.message).toMatch(/到期在开始以前/);
    // another county's desk does not see it
    expect((await staff.refused('posts.hold', { ...back, ends_on: inDays(50) })).name).toBe('NotFound');
  });

  test('一家两个岗、和工作人员是一家人：提醒，写明依据，不拦', async () => {
    const person = { person: personId, name: undefined };
    const first = await enter(staff, { village: '样例乙村' }, person);
    expect(first.line).toMatchObject({ known: true, flags: [] });
    const second = await enter(staff, { village: '样例乙村' }, person);
    expect(second.line.flags.map(({ kind }) => kind)).toEqual(['household']);
    expect(second.line.flags[0]).toMatchObject({
      basis: null,
      text: expect.stringMatching(/万州.*以当地为准/),
    });
    await house.services.store.db
      .update(staffTable)
      .set({ personId })
      .where(eq(staffTable.id, accountOf('staff-youyang-2')));
    const { posts } = await staff.do('posts.desk', { town: '样例板溪镇', village: '样例乙村' });
    const flags = posts.flatMap(({ holders }) => holders.flatMap((one) => one.flags));
    expect(flags).toContainEqual(
      expect.objectContaining({
        kind: 'relative',
        basis: expect.objectContaining({ item: '（十三）', quote: expect.stringContaining('优亲厚友') }),
      }),
    );
    const me = await sampleResident(entry, 'cross-region');
    expect(await me.do('posts.mine')).toHaveLength(2);
    const ended = await staff.do('posts.end', { id: second.line.id, on: inDays(0), why: '样例退岗' });
    expect(ended).toMatchObject({ ended_on: inDays(0), flags: [] });
    expect(
      (await me.do('privacy.export')).sections.find(({ title }) => title === '公益性岗位')?.rows,
    ).toHaveLength(2);
    expect((await me.do('privacy.looks')).map(({ purpose }) => purpose)).toContain('看了公益性岗位的名单');
  });

  test('只办别的事的，不看、不登记；自己家里人的，由别的工作人员办', async () => {
    const { post, line } = await enter(staff, { village: '样例丁村' }, { person: personId, name: undefined });
    const wages = await sampleResident(entry, 'wages-youyang');
    const days = { starts_on: inDays(-5), ends_on: inDays(200) };
    const refusals = [
      await wages.refused('posts.desk', {}),
      await wages.refused('posts.register', { town: '样例板溪镇', village: '样例丁村' }),
      await wages.refused('posts.put', { id: randomUUID(), version: 0, post: samplePost() }),
      await wages.refused('posts.hold', { id: randomUUID(), post: post.id, name: '样例人', ...days }),
      await wages.refused('posts.end', { id: line.id, on: inDays(0), why: '样例' }),
    ];
    expect(refusals.map(({ name }) => name)).toEqual(refusals.map(() => 'NotAllowed'));
    await house.services.store.db
      .update(staffTable)
      .set({ personId })
      .where(eq(staffTable.id, accountOf('staff-youyang-2')));
    const kin = await sampleResident(entry, 'staff-youyang-2');
    for (const refused of [
      await kin.refused('posts.hold', { id: randomUUID(), post: post.id, person: personId, ...days }),
      await kin.refused('posts.end', { id: line.id, on: inDays(0), why: '样例' }),
    ])
      expect(refused).toMatchObject({ name: 'ActionNotAllowed', fields: [{ path: 'person' }] });
    expect((await staff.do('posts.end', { id: line.id, on: inDays(0), why: '样例' })).ended_on).toBe(
      inDays(0),
    );
    const end = { id: post.id, version: post.version, post: samplePost({ village: '样例丁村' }), end: true };
    expect((await staff.do('posts.put', end)).ended_on).toBe(inDays(0));
    expect(
      (await staff.refused('posts.hold', { id: randomUUID(), post: post.id, name: '样例人', ...days })).name,
    ).toBe('ActionNotAllowed');
  });

  test('证件号对得上台账才连上；姓名对不上要核对；岗位有人不能撤', async () => {
    const { post } = await enter(
      staff,
      { village: '样例丙村' },
      { name: '样例张跨区', id_number: numberOf('样例张跨区') },
    );
    const wrong = { id: randomUUID(), post: post.id, name: '样例别人', id_number: numberOf('样例张跨区') };
    const days = { starts_on: inDays(-5), ends_on: inDays(200) };
    expect((await staff.refused('posts.hold', { ...wrong, ...days })).fields?.[0]?.path).toBe('name');
    const { version } = post;
    const end = { id: post.id, version, post: samplePost({ village: '样例丙村' }), end: true };
    expect((await staff.refused('posts.put', end)).name).toBe('ActionNotAllowed');
  });

  test('快到期：本人和经办的各收到一次', async () => {
    const { holder } = await newHeldPost(house, { personId, startsOn: inDays(-300), endsOn: inDays(20) });
    const context = createWorld(book, house.services, () => new Date())({ caller: 'worker' });
    expect(await tellEndingPosts(context)).toBe(1);
    expect(await tellEndingPosts(context)).toBe(0);
    const rows = await house.services.store.db
      .select()
      .from(message)
      .where(and(eq(message.kind, 'post'), eq(message.ref, holder)));
    expect(rows.map(({ accountId }) => accountId)).toContain(accountOf('cross-region'));
    // and whoever sits at the desk of the town
    expect(rows.filter(({ accountId }) => accountId !== accountOf('cross-region')).length).toBeGreaterThan(0);
    await house.services.store.db.delete(postHolder).where(eq(postHolder.id, holder));
  });
});
