/** A village is found by its hash: new imports, people who move, and a register from before there were places. */
import { randomUUID } from 'node:crypto';
import { fillPlaces, townsOf, villagersOf, villagesOf } from '@/cloud/store/places';
import { ImportPlan } from '@/cloud/store/register/import-plan';
import { applyStaged, prepareStaging } from '@/cloud/store/register/staging';
import { idCheckDigit } from '@/domain/identity';
import type { RegisterRow } from '@/domain/register';
import { type TestDatabase, testDatabase } from '../postgres';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
}, 60_000);
afterAll(() => database.drop());

const number = (order: number) => {
  const year = 1980 + Math.floor(order / 900);
  const first17 = `500242${year}0101${String(100 + (order % 900))}`;
  return first17 + idCheckDigit(first17);
};

const row = (
  order: number,
  place: { town?: string; village?: string },
  date = '2026-10-31',
): RegisterRow => ({
  household_no: `样例-${order}`,
  name: `样例${order}`,
  id_kind: 'resident',
  id_number: number(order),
  relation: 'head',
  county: '500242',
  source: '样例农业农村部门',
  data_date: date,
  ...place,
});

async function bring(rows: readonly RegisterRow[]): Promise<void> {
  const { pool, cipher } = database.store;
  const client = await pool.connect();
  try {
    await client.query('begin');
    await prepareStaging(client);
    const plan = new ImportPlan(client, cipher, []);
    await plan.add(rows.map((one, index) => ({ number: index + 1, row: one, idNumber: one.id_number })));
    await plan.finish();
    expect(plan.refusals).toEqual([]);
    await applyStaged(client, randomUUID(), new Date());
    await client.query('commit');
  } finally {
    client.release();
  }
}

const namesIn = async (town: string, village: string) =>
  (await villagersOf(database.store, '500242', { town, village })).map(({ row: one }) => one.name).sort();

test('按台账的写法找到一个村的人；两个镇的同名村是两个村；没有写的也找得到', async () => {
  await bring([
    row(1, { town: '样例甲镇', village: '样例村' }),
    row(2, { town: '样例乙镇', village: '样例村' }),
    row(3, { town: '样例甲镇' }),
    row(4, {}),
  ]);
  const { store } = database;
  expect(await townsOf(store, '500242')).toEqual(['样例甲镇', '样例乙镇', '']);
  expect(await villagesOf(store, '500242', '样例甲镇')).toEqual(['样例村', '']);
  expect(await townsOf(store, '360425')).toEqual([]);
  expect(await namesIn('样例甲镇', '样例村')).toEqual(['样例1']);
  expect(await namesIn('样例 乙镇', '样例村')).toEqual(['样例2']);
  expect(await namesIn('样例甲镇', '')).toEqual(['样例3']);
  expect(await namesIn('', '')).toEqual(['样例4']);
});

test('搬到别的村，跟着台账走', async () => {
  await bring([row(1, { town: '样例乙镇', village: '样例村' }, '2026-11-15')]);
  expect(await namesIn('样例甲镇', '样例村')).toEqual([]);
  expect(await namesIn('样例乙镇', '样例村')).toEqual(['样例1', '样例2']);
});

test('以前导入的补上，一批一批；再来一次什么都不做', async () => {
  const { store } = database;
  await bring(Array.from({ length: 1200 }, (_, n) => row(n + 5, { town: '样例丙镇', village: '样例村' })));
  await store.pool.query('update person set town_hash = null, village_hash = null');
  expect(await namesIn('样例乙镇', '样例村')).toEqual([]);
  const filled = await Promise.all([fillPlaces(store), fillPlaces(store)]);
  expect(filled[0] + filled[1]).toBe(1204);
  expect(await namesIn('样例乙镇', '样例村')).toEqual(['样例1', '样例2']);
  expect(await namesIn('样例丙镇', '样例村')).toHaveLength(1200);
  expect(await fillPlaces(store)).toBe(0);
});
