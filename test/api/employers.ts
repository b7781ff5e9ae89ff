/** Employers for tests, and a posting as they or the desk write it. */
import { randomUUID } from 'node:crypto';
import { asc } from 'drizzle-orm';
import { account, unit, unitMember } from '@/cloud/store/schema';
import type { PostingInput } from '@/contract/postings';
import { creditCheckDigit } from '@/domain/identity';
import type { TestServices } from '../services';
import type { Entry } from './entries';
import { byPhone, type Resident } from './resident';
import { inDays } from './training';

/** @param end four signs that tell codes apart; a good code */
export const creditCode = (end: string): string => {
  const first17 = `92500242MA5U9${end}`;
  return first17 + creditCheckDigit(first17);
};

export const postingInput = (over: Partial<PostingInput> = {}): PostingInput => ({
  kind: 'workshop',
  title: '样例缝纫工',
  employer: '样例帮扶车间',
  credit_code: null,
  county: '500242',
  town: '样例板溪镇',
  village: null,
  address: '样例路1号',
  point: null,
  offered_to: null,
  pay: { from_fen: 300_000, to_fen: null, unit: 'month', pieces_per_day: null },
  people: 5,
  shift: 'day',
  board: 'free',
  lodging: null,
  childcare_hours: null,
  elders: null,
  light: null,
  skills: ['sewing'],
  starts_on: null,
  open_until: inDays(30),
  about: '做校服',
  paid: '每月15日打卡',
  hours: '早8点到晚6点',
  insurance: ['accident'],
  contract: 'labour',
  phone: '02300000000',
  route: null,
  gather: null,
  bus: null,
  cooperation: null,
  destination: null,
  brand: null,
  ...over,
});

/** Somebody who signs in by SMS, bound to a unit of the county. */
export async function newEmployer(
  { services }: Pick<TestServices, 'services'>,
  entry: Entry,
  {
    phone,
    name = '样例服装厂',
    code = creditCode('0001'),
    county = '500242',
  }: {
    phone: string;
    name?: string;
    code?: string;
    county?: string;
  },
): Promise<Resident & { readonly unitId: string }> {
  const { db, cipher } = services.store;
  const who = await byPhone(entry, phone);
  const accountId = (await db.select().from(account).orderBy(asc(account.createdAt))).at(-1)?.id as string;
  const unitId = randomUUID();
  const contentEnc = cipher.seal('unit.content', unitId, JSON.stringify({ name, credit_code: code }));
  await db
    .insert(unit)
    .values({ id: unitId, codeHash: cipher.blind('credit_code', code), contentEnc, county });
  await db.insert(unitMember).values({ unitId, accountId, since: new Date() });
  return Object.assign(who, { unitId });
}
