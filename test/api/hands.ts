/** Day labour for tests: as an organiser writes it, or with somebody who joined put straight into the database. */
import { randomUUID } from 'node:crypto';
import { SAMPLES } from '@/cloud/demo/samples';
import { gathering, hand, posting } from '@/cloud/store/schema';
import type { GatheringInput } from '@/contract/hands';
import { cellOf } from '@/domain/geo/cells';
import { endOf, startOf } from '@/domain/hands';
import { POSTING_KINDS } from '@/domain/jobs';
import type { TestServices } from '../services';
import { inDays } from './training';

export const sampleGathering = (over: Partial<GatheringInput> = {}): GatheringInput => ({
  work: '样例摘辣椒',
  county: '500242',
  town: '样例板溪镇',
  village: '样例村',
  address: '样例地头',
  day: inDays(3),
  from: '07:30',
  to: '17:30',
  people: 3,
  pay_fen: 15_000,
  pay_unit: 'day',
  paid: '当天干完给现金',
  bring: '手套',
  route: null,
  ...over,
});

/** Begins so many minutes from now, for two hours. */
export function startingIn(minutes: number): { day: string; from: string; to: string } {
  const clock = (ms: number) => new Date(ms + 8 * 3_600_000).toISOString();
  const start = Date.now() + minutes * 60_000;
  const [from, to] = [clock(start), clock(start + 2 * 3_600_000)];
  return { day: from.slice(0, 10), from: from.slice(11, 16), to: to.slice(11, 16) };
}

const accountOf = (sample: string) => SAMPLES.find(({ id }) => id === sample)?.account as string;

/** Wanted by the county's office. @returns its id, and that of the one who joined */
export async function newGathering(
  { services: { store } }: Pick<TestServices, 'services'>,
  over: Partial<GatheringInput> & { readonly joined?: string; readonly personId?: string } = {},
): Promise<{ id: string; member: string }> {
  const { joined, personId, ...rest } = over;
  const draft = sampleGathering(rest);
  const [id, member] = [randomUUID(), randomUUID()];
  const seal = (place: string, of: string, name: string) =>
    store.cipher.seal(place, of, JSON.stringify({ name, phone: '13800000000' }));
  const at = { lat: 28.8412, lng: 108.7725 };
  await store.db.insert(posting).values({
    ...{ id, source: 'hands', sourceId: id, print: `hands ${id}`, state: 'open', skills: [], version: 1 },
    ...{ kind: POSTING_KINDS.day_labour.no, title: draft.work, employer: '样例单位', county: draft.county },
    ...{ ...at, cell: cellOf(at), exact: 'county', monthFen: -1, openUntil: draft.day },
    ...{ postedAt: new Date(), shownAt: new Date(), changedAt: new Date() },
    words: {
      ...{ about: null, paid: null, hours: null, insurance: [], contract: null, phone: null, route: null },
      ...{ gather: null, bus: null, cooperation: null, destination: null, brand: null, also: [] },
    },
  });
  const times = { startsAt: new Date(startOf(draft)), endsAt: new Date(endOf(draft)) };
  const { work, county, town, village, address, day, from, to, people } = draft;
  await store.db.insert(gathering).values({
    ...{ id, accountId: accountOf('staff-youyang'), kind: 'staff', employer: '样例单位', state: 'open' },
    ...{ work, county, town, village, address, day, fromTime: from, toTime: to, people, ...times },
    ...{ payFen: draft.pay_fen, payUnit: draft.pay_unit, createdAt: new Date() },
    taken: joined === undefined ? 0 : 1,
    words: { paid: draft.paid, bring: draft.bring, route: draft.route },
    contentEnc: seal('hands_gathering.content', id, '样例组织人'),
  });
  if (joined !== undefined)
    await store.db.insert(hand).values({
      ...{ id: member, gatheringId: id, accountId: accountOf(joined), personId: personId ?? null },
      ...{ whoId: personId ?? accountOf(joined), state: 'joined', joinedAt: new Date() },
      contentEnc: seal('hands_member.content', member, '样例来人'),
    });
  return { id, member };
}
