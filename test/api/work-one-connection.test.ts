/** A function has one connection: whatever asks for a second one inside a transaction waits for itself. */
import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { doWork } from '@/cloud/background/work';
import { fillFitting } from '@/cloud/messages/fitting';
import { createLimits } from '@/cloud/store/limits';
import { fitting, posting, unit, unitMember, workNotice, workSpell } from '@/cloud/store/schema';
import { openStore, type Store } from '@/cloud/store/store';
import { createWorld } from '@/cloud/world';
import { book } from '../book';
import { type TestServices, testServices } from '../services';
import { type Entry, httpEntry } from './entries';
import { newGathering, sampleGathering } from './hands';
import { newPosting } from './postings';
import { newHeldPost } from './public-posts';
import { accountOf, byPhone, type Resident, sampleResident } from './resident';
import { inDays } from './training';

let house: TestServices;
let single: Store;
let entry: Entry;
let me: Resident;
beforeAll(async () => {
  house = await testServices();
  single = openStore(house.url, house.keys, 1);
  house = {
    ...house,
    services: { ...house.services, store: single, limits: createLimits(single.pool, single.cipher) },
  };
  entry = await httpEntry(house);
  me = await sampleResident(entry, 'cross-region');
}, 60_000);
afterAll(async () => {
  await entry.close();
  await single.close();
  await house.drop();
});

test('应聘、答复、上班、不干了、撤回、注销', async () => {
  const { db, cipher } = single;
  const boss = await byPhone(entry, '13700000001');
  const { account } = await boss.do('session.me');
  const unitId = randomUUID();
  await db.insert(unit).values({
    ...{ id: unitId, codeHash: cipher.blind('credit_code', unitId), county: '500242' },
    contentEnc: cipher.seal('unit.content', unitId, JSON.stringify({ name: '样例厂', credit_code: unitId })),
  });
  await db.insert(unitMember).values({ unitId, accountId: account, since: new Date() });
  const about = await newPosting(house, { unitId });
  const answers = { ...{ posting: about, county: '500242', name: '样例张跨区', phone: '13800001111' } };
  const said = { skills: ['sewing'], words: '样例', start: 'now' };
  const { id } = await me.do('cases.file', {
    ...{ id: randomUUID(), service: 'job-apply', service_version: 1, files: [], agreed: true },
    answers: { ...answers, ...said },
  });
  const seen = await boss.do('work.answer', { id, version: 1, event: randomUUID(), answer: 'seen' });
  // closed, it is looked up how the desk stands to it
  await db.update(posting).set({ state: 'closed' }).where(eq(posting.id, about));
  await boss.do('work.answer', { id, version: seen.version, event: randomUUID(), answer: 'taken' });

  const begun = { employer: '样例厂', form: 'unit', where: 'other_province', on: inDays(-100) } as const;
  const spell = randomUUID();
  await me.do('work.start', { id: spell, ...begun, posting: about, known: {} });
  await me.do('work.leave', { id: spell, on: inDays(0), paid: true, known: {} });
  const back = await me.do('work.undo', { id: spell });
  expect(back.spell?.promised?.fen).toBe(300_000);
  await boss.do('privacy.delete_account', { sure: true });
}, 60_000);

test('要人、报名、退出、取消', async () => {
  const organiser = await byPhone(entry, '13700000002');
  const own = randomUUID();
  await organiser.do('hands.publish', {
    id: own,
    gathering: sampleGathering({ name: '样例请人', people: 1 }),
  });
  const mine = randomUUID();
  await me.do('hands.join', { id: mine, gathering: own });
  const other = await byPhone(entry, '13700000003');
  const waits = randomUUID();
  await other.do('hands.join', { id: waits, gathering: own, name: '样例排队' });
  await me.do('hands.leave', { id: mine });
  expect((await other.do('hands.show', { id: own })).mine?.state).toBe('joined');
  await organiser.do('hands.cancel', { id: own, reason: '样例下雨' });
}, 60_000);

test('后台一轮：找活的消息、外出满月、新符合的政策、第二天的零工、到期的岗位', async () => {
  const { db } = single;
  const noon = new Date(`${inDays(1)}T04:00:00Z`);
  const wanted = { scope: 'near', county: '500242', filter: {} } as const;
  await me.do('work.save_search', { id: randomUUID(), wanted });
  await newPosting(house, { postedAt: new Date(Date.now() + 1000) });
  await db.update(workSpell).set({ lookOn: inDays(0) });
  await newGathering(house, { day: inDays(2), joined: 'cross-region' });
  await newHeldPost(house, { endsOn: inDays(20) });
  await fillFitting(single, new Date());
  const worker = createWorld(book, house.services, () => noon)({ caller: 'worker' });
  await doWork(worker);
  const own = accountOf('cross-region');
  const [notice] = await db.select().from(workNotice).where(eq(workNotice.id, own));
  expect(notice?.toldOn).toBe(inDays(1));
  const [fit] = await db.select().from(fitting).where(eq(fitting.id, own));
  expect(fit?.stamp).not.toBe('');
  const [left] = await db.select().from(workSpell).where(eq(workSpell.accountId, own));
  expect(left?.lookOn).not.toBe(inDays(0));
}, 60_000);
