/** Sessions for tests: put straight into the database, or as a provider writes them. */
import { randomUUID } from 'node:crypto';
import { trainingSession } from '@/cloud/store/schema';
import type { InputOf } from '@/contract/api';
import { momentOf } from '@/domain/training';
import type { TestServices } from '../services';

type Draft = InputOf<'training.publish'>['session'];

export const inDays = (days: number): string =>
  new Date(Date.now() + 8 * 3_600_000 + days * 86_400_000).toISOString().slice(0, 10);

export const sampleSession = (over: Partial<Draft> = {}): Draft => ({
  kind: 'skills',
  trade: 'electric',
  title: '样例电工班',
  provider: '样例培训学校',
  county: '500242',
  town: '样例板溪镇',
  address: '样例路1号',
  starts_on: inDays(10),
  ends_on: inDays(12),
  from: '09:00',
  to: '17:00',
  enrol_on: inDays(9),
  enrol_at: '18:00',
  capacity: 30,
  childcare: false,
  about: null,
  bring: null,
  fee: null,
  phone: null,
  route: null,
  ...over,
});

/** @returns its id */
export async function newSession(
  { services }: Pick<TestServices, 'services'>,
  over: Partial<typeof trainingSession.$inferInsert> = {},
): Promise<string> {
  const id = randomUUID();
  const [startsOn, endsOn, enrolOn] = [over.startsOn ?? inDays(10), over.endsOn ?? inDays(12), inDays(9)];
  await services.store.db.insert(trainingSession).values({
    id,
    county: '500242',
    town: '样例板溪镇',
    address: '样例路1号',
    kind: 'skills',
    trade: 'electric',
    title: '样例电工班',
    provider: '样例培训学校',
    createdBy: randomUUID(),
    createdAt: new Date(),
    version: 1,
    state: 'open',
    startsOn,
    endsOn,
    fromTime: '09:00',
    toTime: '17:00',
    startsAt: new Date(momentOf(startsOn, '09:00')),
    endsAt: new Date(momentOf(endsOn, '17:00')),
    enrolUntil: new Date(momentOf(enrolOn, '18:00')),
    capacity: 30,
    childcare: false,
    evening: false,
    words: { about: null, bring: null, fee: null, phone: null, route: null },
    ...over,
  });
  return id;
}
