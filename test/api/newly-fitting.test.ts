/** "您新符合一项政策": after an import, with a new pack, once, with its clause, and never without the consent. */
import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { tellNewlyFitting } from '@/cloud/background/newly-fitting';
import type { Context } from '@/cloud/context';
import { fillFitting } from '@/cloud/messages/fitting';
import type { PolicyBook } from '@/cloud/policy-book/book';
import { memberById } from '@/cloud/store/people';
import { ImportPlan } from '@/cloud/store/register/import-plan';
import { applyStaged, prepareStaging } from '@/cloud/store/register/staging';
import { account, fitting, message, registerImport, toldBenefit } from '@/cloud/store/schema';
import { createWorld } from '@/cloud/world';
import type { RegisterRow } from '@/domain/register';
import { book } from '../book';
import { type TestServices, testServices } from '../services';
import { type Entry, httpEntry } from './entries';
import { accountOf, type Resident, sampleResident } from './resident';

const ID = accountOf('lifted-only');

let house: TestServices;
let entry: Entry;
let resident: Resident;
/** ten in the morning in China; the documents of that day */
const BEGAN = Date.parse('2026-11-22T02:00:00Z');
let minutes = 0;
beforeEach(async () => {
  house = await testServices();
  entry = await httpEntry(house);
  resident = await sampleResident(entry, 'lifted-only');
  await fillFitting(house.services.store, new Date(BEGAN));
}, 60_000);
afterEach(async () => {
  await entry.close();
  await house.drop();
});

const at = (policy: PolicyBook = book): Context =>
  createWorld(policy, house.services, () => new Date(BEGAN + minutes * 60_000))({ caller: 'test' });
const told = async () => (await resident.do('messages.list', {})).messages;

/** The register as the authorities bring it: the same person, from now on watched over. */
async function imports(changes: Partial<RegisterRow>): Promise<void> {
  minutes += 10;
  const { store } = house.services;
  const [own] = await store.db.select().from(account).where(eq(account.id, ID));
  const member = await memberById(store, own?.personId as string);
  const row = { ...(member?.row as RegisterRow), data_date: '2026-11-20', ...changes } as RegisterRow;
  const now = new Date(BEGAN + minutes * 60_000);
  const client = await store.pool.connect();
  try {
    await client.query('begin');
    await prepareStaging(client);
    const plan = new ImportPlan(client, store.cipher, []);
    await plan.add([{ number: 1, row, idNumber: row.id_number }]);
    await plan.finish();
    expect(plan.refusals).toEqual([]);
    await applyStaged(client, randomUUID(), now);
    await client.query('commit');
  } finally {
    client.release();
  }
  await store.db.insert(registerImport).values({
    id: randomUUID(),
    county: '500242',
    fileName: '样例.csv',
    sha256: '0'.repeat(64),
    startedAt: now,
    finishedAt: now,
    counts: {},
  });
  minutes += 10;
}
const TARGET = { fpzp: true, fpzp_entered_on: '2026-11-01' };

test('第一次看只记下来，不说；台账一变，新符合的说一次，写明哪一条；再看、两个一起看，都不再说', async () => {
  expect(await tellNewlyFitting(at())).toBe(0);
  expect(await told()).toEqual([]);
  await imports(TARGET);
  const shares = await Promise.all([tellNewlyFitting(at()), tellNewlyFitting(at())]);
  const messages = await told();
  expect(messages.length).toBeGreaterThan(0);
  expect(shares[0] + shares[1]).toBe(messages.length);
  for (const one of messages) {
    expect(one).toMatchObject({ kind: 'benefit', case: null, urgent: false, read: false });
    expect(one.title).toMatch(/^您新符合一项政策：/);
    expect(one.text).toContain('参考结果');
    const benefit = book.rules.benefits.find(({ id }) => id === one.ref);
    const cited = book.documents.find(({ id }) => id === one.cite?.document);
    expect(cited?.number).toBe(one.cite?.title);
    expect(cited?.id).toBe(benefit?.document);
    const item = cited?.items.find(({ key }) => key === one.cite?.item);
    expect(item?.text.replace(/\s/g, '')).toContain(
      one.said?.replace(/^原文：“|”$/g, '').replace(/\s/g, '') ?? '没有引原文',
    );
  }
  // back and forth: never again
  await imports({ fpzp: false, fpzp_entered_on: undefined, data_date: '2026-11-21' });
  expect(await tellNewlyFitting(at())).toBe(0);
  await imports({ ...TARGET, data_date: '2026-11-22' });
  expect(await tellNewlyFitting(at())).toBe(0);
  expect(await told()).toHaveLength(messages.length);
  const looks = (await resident.do('privacy.looks')).map(({ purpose }) => purpose);
  expect(looks).toContain('台账或政策有了变化，核对有没有新符合的政策');
});

test('这一回读不出来的，不算看过：好了以后照样说', async () => {
  expect(await tellNewlyFitting(at())).toBe(0);
  await imports(TARGET);
  const { pool } = house.services.store;
  const { rows } = await pool.query('select id, row_enc from person_version');
  const errors = jest.spyOn(process.stderr, 'write').mockReturnValue(true);
  await pool.query("update person_version set row_enc = '\\x00'");
  expect(await tellNewlyFitting(at())).toBe(0);
  errors.mockRestore();
  for (const { id, row_enc } of rows)
    await pool.query('update person_version set row_enc = $2 where id = $1', [id, row_enc]);
  minutes += 1;
  expect(await tellNewlyFitting(at())).toBeGreaterThan(0);
  expect((await told()).length).toBeGreaterThan(0);
});

test('新出的政策：原来就符合的人，说一次；别的都不说', async () => {
  await imports(TARGET);
  const region = book.regions.find(({ region: { id } }) => id === '500000');
  const without = (id: string): PolicyBook => ({
    ...book,
    regions: book.regions.map((one) =>
      one === region ? { ...one, benefits: one.benefits.filter((benefit) => benefit.id !== id) } : one,
    ),
  });
  await tellNewlyFitting(at());
  const { db } = house.services.store;
  const fits = (await db.select().from(fitting).where(eq(fitting.id, ID)))[0];
  const known = JSON.parse(
    house.services.store.cipher.open('fitting.benefits', ID, fits?.benefitsEnc as Buffer),
  ) as string[];
  const [fresh] = known as [string];
  await tellNewlyFitting(at(without(fresh)));
  expect(await told()).toEqual([]);
  await tellNewlyFitting(at());
  expect((await told()).map(({ ref }) => ref)).toEqual([fresh]);
  // the ones who never fitted hear nothing of it
  const others = await db.select().from(toldBenefit);
  expect(others.every(({ benefit }) => benefit === fresh)).toBe(true);
});

test('没有同意读台账的，不看也不说；关掉的，不说；断开身份的，记的也没有了', async () => {
  await tellNewlyFitting(at());
  await resident.do('consent.withdraw', { kind: 'register' });
  await imports(TARGET);
  expect(await tellNewlyFitting(at())).toBe(0);
  const { db } = house.services.store;
  const mine = async () => (await db.select().from(fitting).where(eq(fitting.id, ID)))[0];
  expect((await mine())?.benefitsEnc).toBeNull();
  await resident.do('consent.give', { kind: 'register', version: 1 });
  await imports({ data_date: '2026-11-21', fpzp: false, fpzp_entered_on: undefined });
  // what fits now is where it begins
  await tellNewlyFitting(at());
  await resident.do('messages.settings', { policies: false });
  await imports({ ...TARGET, data_date: '2026-11-22' });
  expect(await tellNewlyFitting(at())).toBe(0);
  expect(await db.select().from(message)).toEqual([]);
  await resident.do('consent.withdraw', { kind: 'identity' });
  expect(await mine()).toBeUndefined();
});
