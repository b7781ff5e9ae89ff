/** Wage matters of others: what a neighbour, an officer of another service or county, and somebody who guesses can get at. */
import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { staff } from '@/cloud/store/schema';
import { type TestServices, testServices } from '../services';
import { type Entry, httpEntry } from './entries';
import { type Resident, sampleResident } from './resident';

let house: TestServices;
let entry: Entry;
let resident: Resident;
let neighbour: Resident;
let officer: Resident;
let second: Resident;
let elsewhere: Resident;

const ANSWERS = {
  danger: null,
  county: '500242',
  work_kind: 'unit',
  still_working: true,
  filed_before: ['none'],
  iou: 'none',
  group_size: 'few',
  owed_from: null,
  owed_to: null,
  owed_total: 500_000,
  pay_kind: 'month',
  pay_rate: null,
  started_on: null,
  employer_name: '样例餐饮店',
  employer_address: null,
  employer_phone: null,
  employer_rep: null,
  employer_state: null,
  name: '样例张跨区',
  address: null,
  phone: '13800000001',
};
const form = (answers: object = {}) => ({
  id: randomUUID(),
  service: 'wage-complaint',
  service_version: 1,
  answers: { ...ANSWERS, ...answers } as never,
  files: [],
  agreed: true as const,
});

beforeAll(async () => {
  house = await testServices();
  entry = await httpEntry(house);
  resident = await sampleResident(entry, 'cross-region');
  neighbour = await sampleResident(entry, 'continued');
  officer = await sampleResident(entry, 'wages-youyang');
  second = await sampleResident(entry, 'staff-youyang-2');
  elsewhere = await sampleResident(entry, 'staff-yongxiu');
}, 60_000);
afterAll(async () => {
  await entry.close();
  await house.drop();
});

test('邻居看不到、动不了别人的投诉；同在一个群里也看不到', async () => {
  const group = await resident.do('wages.group_create', { id: randomUUID(), employer: '样例餐饮店' });
  const { id } = await resident.do('cases.file', form({ group_code: group.code }));
  await neighbour.do('wages.group_join', { code: group.code });
  expect(await neighbour.refused('cases.show', { id })).toMatchObject({ name: 'NotFound' });
  const tell = {
    id,
    version: 1,
    event: randomUUID(),
    action: 'tell',
    what: 'paid',
    on: '2026-01-01',
    fen: 1,
  };
  expect(await neighbour.refused('cases.act', tell)).toMatchObject({ name: 'NotFound' });
  const seen = JSON.stringify(await neighbour.do('wages.group_show'));
  for (const secret of ['样例张跨区', '13800000001', '500000', id]) expect(seen).not.toContain(secret);
});

test('别人的群：拿着编号也退不了、看不了、改不了', async () => {
  const id = randomUUID();
  const group = await resident.do('wages.group_create', { id, employer: '样例餐饮店' });
  await neighbour.do('wages.group_leave', { id });
  expect(await resident.do('wages.group_show')).toEqual(
    expect.arrayContaining([expect.objectContaining({ id, joined: 1 })]),
  );
  expect(await neighbour.refused('wages.group_create', { id, employer: '样例' })).toMatchObject({
    name: 'NotFound',
  });
  // the same again is the same one
  expect(await resident.do('wages.group_create', { id, employer: '样例餐饮店' })).toEqual(group);
});

test('猜号码：二十次就停', async () => {
  const guesser = await sampleResident(entry, 'pension');
  for (let n = 0; n < 20; n++)
    await guesser.refused('wages.group_join', { code: String(n).padStart(10, '0') });
  expect(await guesser.refused('wages.group_join', { code: '0000000099' })).toMatchObject({
    name: 'TooManyTries',
  });
});

test('别的事项的经办、别的县的经办：看不到、并不了、登记不了', async () => {
  const { id } = await resident.do('cases.file', form());
  const other = await neighbour.do('cases.file', form({ name: '样例陈继续' }));
  const { db } = house.services.store;
  const account = '00000000-0000-4000-8000-000000000017';
  await db
    .update(staff)
    .set({ services: ['yulu'] })
    .where(eq(staff.id, account));
  const join = { id, version: 1, event: randomUUID(), with: other.id };
  const record = {
    id,
    version: 1,
    event: randomUUID(),
    action: 'record',
    milestone: 'received',
    on: '2026-01-01',
  };
  for (const who of [second, elsewhere]) {
    expect(await who.refused('desk.show', { id })).toMatchObject({ name: 'NotFound' });
    expect(await who.refused('desk.act', record)).toMatchObject({ name: 'NotFound' });
    expect(await who.refused('desk.join', join)).toMatchObject({ name: 'NotFound' });
    expect(await who.do('desk.hearings')).toEqual([]);
    expect((await who.do('desk.employers', {})).employers).toEqual([]);
  }
  await db.update(staff).set({ services: null }).where(eq(staff.id, account));
  // a case of another kind is not joined, nor one with itself
  const claim = await resident.do('cases.file', {
    id: randomUUID(),
    service: 'general-request',
    service_version: 1,
    answers: { county: '500242', topic: 'work', story: '样例', phone: null },
    files: [],
    agreed: true,
  });
  expect(await second.refused('desk.join', { ...join, with: claim.id })).toMatchObject({ name: 'NotFound' });
  expect(await officer.refused('desk.join', { ...join, with: id })).toMatchObject({ name: 'InvalidInput' });
});

test('经办自己欠薪的事自己登记不了、并不了；列表里也没有内容', async () => {
  const own = await officer.do('cases.file', form({ name: '样例监察员' }));
  const other = await resident.do('cases.file', form());
  const record = { action: 'record', milestone: 'received', on: '2026-01-01' };
  const input = { id: own.id, version: 1, event: randomUUID() };
  expect(await officer.refused('desk.act', { ...input, ...record })).toMatchObject({
    name: 'ActionNotAllowed',
  });
  expect(await officer.refused('desk.join', { ...input, with: other.id })).toMatchObject({
    name: 'ActionNotAllowed',
  });
  expect(
    await officer.refused('desk.join', { id: other.id, version: 1, event: randomUUID(), with: own.id }),
  ).toMatchObject({ name: 'InvalidInput' });
  const view = await officer.do('desk.show', { id: own.id });
  expect(view).toMatchObject({ complete: [], alike: [] });
  // what others wrote down of it stays from them as well
  const { case: seen } = await second.do('desk.show', { id: own.id });
  const placed = { action: 'record', milestone: 'received', on: seen.filed_on, text: '样例说明' };
  await second.do('desk.act', { ...placed, id: own.id, version: seen.version, event: randomUUID() } as never);
  const { case: kept } = await officer.do('desk.show', { id: own.id });
  expect(kept).toMatchObject({ moments: [], hearing: null });
  expect(kept.timeline.at(-1)).toMatchObject({ text: '登记进展', said: null });
});

test('删了账号就退出所有的群；没有人的群也没有了', async () => {
  const leaver = await sampleResident(entry, 'parent');
  const { code } = await leaver.do('wages.group_create', { id: randomUUID(), employer: '样例餐饮店' });
  const { sections } = await leaver.do('privacy.export');
  expect(JSON.stringify(sections.find(({ title }) => title === '一起讨薪'))).toContain(code);
  await leaver.do('privacy.delete_account', { sure: true });
  expect(await resident.refused('wages.group_join', { code })).toMatchObject({ name: 'InvalidInput' });
});
