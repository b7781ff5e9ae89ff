/** Public-welfare posts at the desk: what a number says to whoever may not know, whose village it is, and who ended what. */
import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import {
  account,
  person,
  postHolder,
  publicPost,
  serviceCase,
  staff as staffTable,
} from '@/cloud/store/schema';
import { type TestServices, testServices } from '../services';
import { type Entry, httpEntry } from './entries';
import { newHeldPost, samplePost } from './public-posts';
import { accountOf, numberOf, type Resident, sampleResident, unknownNumber } from './resident';
import { inDays } from './training';

const DAYS = { starts_on: inDays(-5), ends_on: inDays(200) };

let house: TestServices;
let entry: Entry;
let staff: Resident;
let worker: Resident;
beforeAll(async () => {
  house = await testServices();
  entry = await httpEntry(house);
  staff = await sampleResident(entry, 'staff-youyang');
  worker = await sampleResident(entry, 'village-youyang');
}, 60_000);
afterAll(async () => {
  await entry.close();
  await house.drop();
});

const villageOf = (village: string) =>
  house.services.store.db
    .update(staffTable)
    .set({ village })
    .where(eq(staffTable.id, accountOf('village-youyang')));
const newPost = (who: Resident, over = {}) =>
  who.do('posts.put', { id: randomUUID(), version: 0, post: samplePost(over) });
const personOf = async (sample: string) => {
  const { db } = house.services.store;
  const [row] = await db
    .select({ id: person.id, householdId: person.householdId })
    .from(person)
    .innerJoin(account, eq(account.personId, person.id))
    .where(eq(account.id, accountOf(sample)));
  return row as { id: string; householdId: string };
};

test('够不着的人，和台账里没有的人一样答：只记名字，不说在不在台账里', async () => {
  const me = await sampleResident(entry, 'cross-region');
  await villageOf('样例别的村');
  const post = await newPost(worker, { village: '样例别的村' });
  const hold = (over: object) =>
    worker.do('posts.hold', { id: randomUUID(), post: post.id, ...DAYS, ...over } as never);
  const number = numberOf('样例张跨区');
  const answers = [
    await hold({ name: '样例张跨区', id_number: number }),
    await hold({ name: '样例别的名字', id_number: number }),
    await hold({ name: '样例谁也不是', id_number: unknownNumber() }),
  ].map(({ id: _id, name: _name, ...rest }) => rest);
  expect(answers[0]).toMatchObject({ known: false, flags: [{ kind: 'unknown' }] });
  expect(answers).toEqual([answers[0], answers[0], answers[0]]);
  const { id } = await personOf('cross-region');
  const chosen = { id: randomUUID(), post: post.id, person: id, ...DAYS };
  const nobody = { ...chosen, person: randomUUID() };
  const [one, other] = [
    await worker.refused('posts.hold', chosen),
    await worker.refused('posts.hold', nobody),
  ];
  expect([one.name, one.fields]).toEqual([other.name, other.fields]);
  expect((await me.do('privacy.looks')).map(({ purpose }) => purpose)).not.toContain(
    '登记公益性岗位，按身份证号查了台账',
  );
  // in the own village it is theirs to know, and written down for the one who was looked up
  await villageOf('样例村');
  const own = await newPost(worker);
  const wrong = { id: randomUUID(), post: own.id, name: '样例别的名字', id_number: number, ...DAYS };
  expect((await worker.refused('posts.hold', wrong)).fields?.[0]?.path).toBe('name');
  expect(await worker.do('posts.hold', { ...wrong, name: '样例张跨区' })).toMatchObject({ known: true });
  const looks = (await me.do('privacy.looks')).filter(({ purpose }) => purpose.startsWith('登记公益性岗位'));
  expect(looks.map(({ office }) => office)).toEqual(['样例村村民委员会']);
});

test('按证件号查台账，一天有个数', async () => {
  const clerk = await sampleResident(entry, 'town-youyang');
  const post = await newPost(clerk, { village: '样例次数村' });
  const ask = () =>
    entry.call(
      'posts.hold',
      { id: randomUUID(), post: post.id, name: '样例人', id_number: unknownNumber(), ...DAYS },
      clerk.as,
    );
  for (let asked = 0; asked < 100; asked++) expect((await ask()).ok).toBe(true);
  expect(await ask()).toMatchObject({ ok: false, error: { name: 'TooManyTries' } });
});

test('在申请的提醒：村里的只看本村的，镇上的看全镇的', async () => {
  const { householdId, id: personId } = await personOf('pension');
  await newHeldPost(house, { personId, householdId, post: { village: '样例远村' } });
  const numbers: string[] = [];
  for (const village of ['样例村', '样例远村']) {
    const id = randomUUID();
    numbers.push(`样例${id.slice(0, 8)}`);
    await house.services.store.db.insert(serviceCase).values({
      ...{ id, number: numbers.at(-1) as string, householdId, service: 'public-post', county: '500242' },
      ...{ town: '样例板溪镇', village, level: 'village', state: 'filed', version: 1, sortOn: '9999-12-31' },
      ...{ filedAt: new Date(), filedOn: inDays(0), answersEnc: Buffer.from('') },
    });
  }
  const seenBy = async (who: Resident) =>
    (await who.do('posts.desk', {})).applying
      .map(({ number }) => number)
      .filter((one) => numbers.includes(one));
  expect(await seenBy(worker)).toEqual([numbers[0]]);
  expect((await seenBy(await sampleResident(entry, 'town-youyang'))).sort()).toEqual([...numbers].sort());
});

test('退岗记着谁、哪天、为什么；为什么封着存', async () => {
  const { holder } = await newHeldPost(house);
  const ended = await staff.do('posts.end', { id: holder, on: inDays(-1), why: '样例身体不好' });
  expect(ended.ended).toMatchObject({
    ...{ office: '样例板溪镇便民服务站', why: '样例身体不好' },
    at: expect.stringContaining('T'),
  });
  const { db } = house.services.store;
  const rowOf = async () => (await db.select().from(postHolder).where(eq(postHolder.id, holder)))[0];
  expect(await rowOf()).toMatchObject({
    endedBy: accountOf('staff-youyang'),
    endedOn: inDays(-1),
    endedWhy: null,
  });
  // said once more by somebody else, the first word stands
  const second = await sampleResident(entry, 'staff-youyang-2');
  expect((await second.do('posts.end', { id: holder, on: inDays(0), why: '样例别的' })).ended?.why).toBe(
    '样例身体不好',
  );
  expect((await rowOf())?.endedBy).toBe(accountOf('staff-youyang'));
});

test('岗位、申请再多：要留意的一件不落，没列完就说', async () => {
  const { db } = house.services.store;
  const town = '样例多多镇';
  const values = (householdId: string | null) => {
    const id = randomUUID();
    return {
      ...{ id, number: `样例${id.slice(0, 8)}`, householdId, service: 'public-post', county: '500242' },
      ...{ town, village: '样例村', level: 'town', state: 'filed', version: 1, sortOn: '9999-12-31' },
      ...{ filedAt: new Date(), filedOn: inDays(0), answersEnc: Buffer.from('') },
    };
  };
  const householdId = randomUUID();
  await newHeldPost(house, { householdId, post: { town } });
  await db.insert(serviceCase).values(Array.from({ length: 600 }, () => values(randomUUID())));
  const flagged = values(householdId);
  await db.insert(serviceCase).values({ ...flagged, filedOn: inDays(1) });
  const county = await sampleResident(entry, 'staff-youyang');
  const few = await county.do('posts.desk', { town });
  expect(few.applying.map(({ number }) => number)).toEqual([flagged.number]);
  expect(few.more).toBe(false);
  const post = { ...samplePost({ town }), county: '500242', version: 1, createdBy: randomUUID() };
  await db
    .insert(publicPost)
    .values(Array.from({ length: 500 }, () => ({ ...post, id: randomUUID(), changedAt: new Date() })));
  const many = await county.do('posts.desk', { town });
  expect([many.posts.length, many.more]).toEqual([500, true]);
  await db.delete(serviceCase).where(eq(serviceCase.town, town));
  await db.delete(publicPost).where(eq(publicPost.town, town));
});
