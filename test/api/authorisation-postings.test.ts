/** Postings × those who stand behind them, or did: units, villages, towns, officers of other services. */
import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { unitMember } from '@/cloud/store/schema';
import { contract, type Path } from '@/contract/api';
import { type TestServices, testServices } from '../services';
import { type Outcome, POSTERS, POSTINGS_MATRIX, type PosterKind } from './authorisation.data';
import { creditCode, newEmployer, postingInput } from './employers';
import { type Entry, httpEntry } from './entries';
import { newPosting } from './postings';
import { type Resident, sampleResident } from './resident';
import { inDays } from './training';

let house: TestServices;
let entry: Entry;
let target: string;
let record: string;
const askers: Partial<Record<PosterKind, Resident>> = {};

beforeAll(async () => {
  house = await testServices({ limits: { take: async () => undefined, clear: async () => undefined } });
  entry = await httpEntry(house);
  const here = { town: '样例板溪镇', village: '样例村', source: 'desk' } as const;
  target = await newPosting(house, here);
  askers.unit = await newEmployer(house, entry, { phone: '13900400001', code: creditCode('0401') });
  const ended = await newEmployer(house, entry, { phone: '13900400002', code: creditCode('0402') });
  await house.services.store.db
    .update(unitMember)
    .set({ endedAt: new Date() })
    .where(eq(unitMember.unitId, ended.unitId));
  askers.unit_ended = ended;
  const samples = {
    ...{ other_services: 'wages-youyang', village: 'village-youyang' },
    ...{ village_far: 'village-yongxiu', town: 'town-youyang' },
  } as const;
  for (const [kind, sample] of Object.entries(samples))
    askers[kind as PosterKind] = await sampleResident(entry, sample);
  record = randomUUID();
  const staff = await sampleResident(entry, 'staff-youyang');
  await staff.do('postings.add_record', { ...RECORD, id: record });
}, 60_000);
afterAll(async () => {
  await entry.close();
  await house.drop();
});

const RECORD = {
  ...{ kind: 'decision' as const, credit_code: creditCode('0403'), employer: '样例单位', office: '样例单位' },
  ...{ about: null, number: '样例〔2026〕1号', link: null, published_on: inDays(-1), until: null },
};

const inputs = (): Partial<Record<Path, unknown>> => ({
  'postings.report': { id: randomUUID(), posting: target, reasons: ['gone'] },
  'postings.mine': {},
  'postings.own': { id: target },
  'postings.publish': {
    ...{ id: randomUUID(), version: 0 },
    posting: postingInput({ title: `样例${randomUUID().slice(0, 8)}` }),
  },
  'postings.close': { id: target, version: 99 },
  'postings.queue': { show: 'open' },
  'postings.act': { id: target, version: 99, action: 'verify' },
  'postings.numbers': { from: inDays(-30), to: inDays(0) },
  'postings.records': {},
  'postings.add_record': { ...RECORD, id: randomUUID() },
  'postings.withdraw_record': { id: record, reason: '样例原因' },
});

test('每个接口都写明了', () => {
  const paths = Object.keys(contract.postings).map((name) => `postings.${name}`);
  expect(Object.keys(POSTINGS_MATRIX).sort()).toEqual(paths.sort());
});

test.each(Object.keys(POSTINGS_MATRIX) as Path[])('%s', async (path) => {
  const outcomes: Partial<Record<PosterKind, Outcome>> = {};
  for (const kind of POSTERS) {
    const answer = await entry.call(path, inputs()[path], askers[kind]?.as);
    outcomes[kind] = answer.ok ? 'ok' : answer.error.name;
    // three who say so would hide it
    await house.services.store.pool.query('delete from posting_report');
  }
  expect(outcomes).toEqual(POSTINGS_MATRIX[path]);
});
