/** Whatever is asked, from wherever: the list is the one that looking at every posting would give, page by page. */
import fc from 'fast-check';
import { SAMPLES } from '@/cloud/demo/samples';
import { count, search } from '@/cloud/handlers/jobs/search';
import { createLimits } from '@/cloud/store/limits';
import { posting, workCard } from '@/cloud/store/schema';
import { sealCard } from '@/cloud/work/card';
import { createWorld } from '@/cloud/world';
import type { PostingFilter, PostingLine, PostingSort } from '@/contract/jobs';
import { metresBetween } from '@/domain/geo/cells';
import { keysOf, kindOfNo, POSTING_KINDS, SHIFTS, SKILLS } from '@/domain/jobs';
import { EMPTY_CARD } from '@/domain/jobs/card';
import { book } from '../book';
import { type TestServices, testServices } from '../services';
import { type Over, samplePosting } from './postings';
import { inDays } from './training';

type Row = ReturnType<typeof samplePosting>;
const YOUYANG = { lat: 28.84, lng: 108.77 };
const SEEDED = 42;
const KINDS = keysOf(POSTING_KINDS);
const SKILL_NAMES = keysOf(SKILLS).slice(0, 4);

const degrees = (spread: number) => fc.double({ min: -spread, max: spread, noNaN: true });
/** Mostly close together, some of them at the very same place, a few far away. */
const place = fc
  .oneof(
    { weight: 5, arbitrary: fc.tuple(degrees(0.05), degrees(0.05)) },
    { weight: 3, arbitrary: fc.tuple(degrees(0.4), degrees(0.4)) },
    { weight: 2, arbitrary: fc.tuple(degrees(1.5), degrees(1.5)) },
    { weight: 1, arbitrary: fc.constant([0.01, 0.01] as [number, number]) },
  )
  .map(([up, right]) => ({ lat: YOUYANG.lat + up, lng: YOUYANG.lng + right }));

const maybe = <T>(one: fc.Arbitrary<T>) => fc.option(one, { nil: null });
const drawn: fc.Arbitrary<Over> = fc
  .record({
    at: place,
    kind: fc.constantFrom(...KINDS),
    county: fc.constantFrom('500242', '500243', '433130'),
    payFrom: maybe(fc.integer({ min: 10, max: 80 }).map((hundreds) => hundreds * 10_000)),
    board: maybe(fc.constantFrom('free' as const, 'paid' as const)),
    lodging: maybe(fc.constantFrom('free' as const, 'none' as const)),
    shift: maybe(fc.constantFrom(...keysOf(SHIFTS))),
    childcareHours: maybe(fc.boolean()),
    elders: maybe(fc.boolean()),
    light: maybe(fc.boolean()),
    skills: fc.uniqueArray(fc.constantFrom(...SKILL_NAMES), { maxLength: 3 }),
    startsOn: maybe(fc.integer({ min: 0, max: 40 }).map(inDays)),
    openUntil: fc.integer({ min: -2, max: 30 }).map(inDays),
    state: fc.constantFrom('open' as const, 'open' as const, 'open' as const, 'closed' as const),
    offeredTo: fc.constantFrom(null, null, null, '500242', '360425'),
    // several at the same moment
    postedAt: fc.integer({ min: 0, max: 50 }).map((hours) => new Date(1_780_000_000_000 - hours * 3_600_000)),
  })
  .map(({ at, ...over }) => ({ ...over, ...at }));

const flag = fc.option(fc.boolean(), { nil: undefined, freq: 2 });
const asked: fc.Arbitrary<PostingFilter> = fc.record(
  {
    kinds: fc.uniqueArray(fc.constantFrom(...KINDS), { maxLength: 4 }),
    pay_from: fc.integer({ min: 0, max: 80 }).map((hundreds) => hundreds * 10_000),
    within: fc.integer({ min: 500, max: 100_000 }),
    board: flag,
    lodging: flag,
    shifts: fc.uniqueArray(fc.constantFrom(...keysOf(SHIFTS)), { maxLength: 3 }),
    childcare_hours: flag,
    elders: flag,
    light: flag,
    or_unsaid: flag,
    skills: fc.uniqueArray(fc.constantFrom(...SKILL_NAMES), { maxLength: 2 }),
    starts_by: fc.integer({ min: 0, max: 40 }).map(inDays),
  },
  { requiredKeys: [] },
);

const fits = (row: Row, f: PostingFilter): boolean =>
  row.state === 'open' &&
  (row.openUntil as string) >= inDays(0) &&
  (!f.kinds?.length || f.kinds.includes(kindOfNo(row.kind))) &&
  (!f.pay_from || row.monthFen >= f.pay_from) &&
  (!f.board || row.board === 'free' || (f.or_unsaid === true && row.board == null)) &&
  (!f.lodging || row.lodging === 'free' || (f.or_unsaid === true && row.lodging == null)) &&
  (!f.shifts?.length || (row.shift != null && f.shifts.includes(row.shift))) &&
  (!f.childcare_hours ||
    row.childcareHours === true ||
    (f.or_unsaid === true && row.childcareHours == null)) &&
  (!f.elders || row.elders === true || (f.or_unsaid === true && row.elders == null)) &&
  (!f.light || row.light === true || (f.or_unsaid === true && row.light == null)) &&
  (!f.skills?.length || f.skills.some((skill) => row.skills.includes(skill))) &&
  (!f.starts_by || row.startsOn == null || row.startsOn <= f.starts_by);

let house: TestServices;
let rows: Row[];
const token = 'sample-token-of-the-test-0000000';
const account = SAMPLES.find(({ id }) => id === 'continued')?.account as string;

beforeAll(async () => {
  house = await testServices({ limits: { take: async () => undefined, clear: async () => undefined } });
  const { db, cipher } = house.services.store;
  rows = fc.sample(drawn, { seed: SEEDED, numRuns: 900 }).map((over) => samplePosting(over));
  for (let from = 0; from < rows.length; from += 300)
    await db.insert(posting).values(rows.slice(from, from + 300));
  const card = sealCard(cipher, account, { ...EMPTY_CARD, skills: ['sewing', 'cooking'] });
  await db.insert(workCard).values({ id: account, contentEnc: card, rev: 1, savedAt: new Date() });
}, 60_000);
afterAll(() => house.drop());

/** As the entry would make it, for the sample resident or for a stranger. */
const world = (signedIn: boolean) => {
  const context = createWorld(book, house.services)({ caller: 'test' });
  const own = { id: account, personId: null };
  const asker = { account: own, sessionId: token, staff: null, subject: own, mandate: null };
  return signedIn ? { ...context, asker } : context;
};

async function all(
  input: Omit<Parameters<typeof search>[1], 'cursor'>,
  signedIn = false,
): Promise<{ lines: PostingLine[]; within: number | null; widened: boolean }> {
  const lines: PostingLine[] = [];
  let cursor: string | undefined;
  let first: { within: number | null; widened: boolean } | undefined;
  do {
    const page = await search(world(signedIn), { ...input, ...(cursor !== undefined && { cursor }) });
    first ??= page;
    lines.push(...page.postings);
    if (page.next) expect([page.postings.length, page.next.length <= 120]).toEqual([20, true]);
    cursor = page.next ?? undefined;
  } while (cursor !== undefined);
  return { lines, within: first.within, widened: first.widened };
}

const mine = (line: PostingLine) => line.reasons.filter((one) => one.mine).length;
const idOrder = (one: Row, other: Row) => (one.id < other.id ? -1 : 1);

const rank = (sort: PostingSort, row: Row, met: ReadonlyMap<string, number>): number =>
  sort === 'pay'
    ? -row.monthFen
    : sort === 'new'
      ? -(row.postedAt as Date).getTime()
      : sort === 'fit'
        ? -(met.get(row.id) ?? 0)
        : 0;

test('附近：和一条一条看过去的结果一样，翻页不丢不重', async () => {
  // what each posting meets of the resident's, as the reasons beside it say
  const everything = await all(
    { scope: 'near', from: { ...YOUYANG, datum: 'gcj02' }, filter: { within: 100_000 }, sort: 'near' },
    true,
  );
  const met = new Map(everything.lines.map((line) => [line.id, mine(line)]));
  expect(new Set(met.values()).size).toBeGreaterThan(2);
  const sorts = fc.constantFrom<PostingSort>('near', 'near', 'pay', 'new', 'fit');
  await fc.assert(
    fc.asyncProperty(place, asked, sorts, async (at, filter, sort) => {
      const begin = filter.within ?? 30_000;
      const { lines, within, widened } = await all(
        { scope: 'near', from: { ...at, datum: 'gcj02' }, filter, sort },
        sort === 'fit',
      );
      const of = (metres: number) =>
        rows.filter((row) => row.offeredTo == null && fits(row, filter) && metresBetween(at, row) <= metres);
      // a distance that was asked for is kept
      const steps = filter.within === undefined ? [30_000, 60_000, 100_000] : [filter.within];
      const wide = steps.find((one) => of(one).length >= 5) ?? (steps.at(-1) as number);
      expect([within, widened]).toEqual([wide, wide > begin]);
      const quiet = filter.or_unsaid
        ? 0
        : rows.filter(
            (row) =>
              row.offeredTo == null &&
              !fits(row, filter) &&
              fits(row, { ...filter, or_unsaid: true }) &&
              metresBetween(at, row) <= wide,
          ).length;
      expect(await count(world(false), { scope: 'near', from: { ...at, datum: 'gcj02' }, filter })).toEqual({
        ...{ count: lines.length, more: false, within, widened },
        unsaid: filter.pay_from
          ? rows.filter(
              (row) =>
                row.offeredTo == null &&
                row.monthFen === -1 &&
                fits(row, { ...filter, pay_from: 0 }) &&
                metresBetween(at, row) <= wide,
            ).length
          : 0,
        unsaid_traits: { count: Math.min(quiet, 99), more: quiet > 99 },
      });
      const far = sort === 'fit' ? lines : [];
      for (const line of far) met.set(line.id, mine(line));
      const expected = of(wide).sort(
        (a, b) =>
          rank(sort, a, met) - rank(sort, b, met) ||
          metresBetween(at, a) - metresBetween(at, b) ||
          idOrder(a, b),
      );
      expect(lines.map(({ id }) => id)).toEqual(expected.map(({ id }) => id));
    }),
    { numRuns: 120, seed: SEEDED },
  );
}, 120_000);

test('外出：按区县给的，先看新的、钱多的、合自己的', async () => {
  await fc.assert(
    fc.asyncProperty(
      asked,
      fc.constantFrom<PostingSort>('near', 'pay', 'new', 'fit'),
      async (filter, sort) => {
        const { lines } = await all(
          { scope: 'away', from: { county: '500242' }, filter, sort },
          sort === 'fit',
        );
        const met = new Map(lines.map((line) => [line.id, mine(line)]));
        const by = sort === 'near' ? 'new' : sort;
        const expected = rows
          .filter((row) => row.offeredTo === '500242' && fits(row, filter))
          .sort((a, b) => rank(by, a, met) - rank(by, b, met) || idOrder(a, b));
        expect(lines.map(({ id }) => id)).toEqual(expected.map(({ id }) => id));
        expect(lines.every(({ metres }) => metres === null)).toBe(true);
        const counted = await count(world(false), { scope: 'away', from: { county: '500242' }, filter });
        expect(counted.count).toBe(lines.length);
      },
    ),
    { numRuns: 40, seed: SEEDED },
  );
}, 60_000);

test('问得太多的要等一等；数着，可一行也不写', async () => {
  const { pool, cipher } = house.services.store;
  const limits = createLimits(pool, cipher);
  for (let n = 0; n < 1_200; n++) await limits.take('postings_caller', 'one');
  await expect(limits.take('postings_caller', 'one')).rejects.toMatchObject({ code: 'TooManyTries' });
  await limits.take('postings_caller', 'other');
  expect((await pool.query('select 1 from rate_limit')).rowCount).toBe(0);
});
