/** Invented day labour and public-welfare posts for the demonstration; dates are counted from today. */

import { createHash } from 'node:crypto';
import { and, count, eq, gt, inArray } from 'drizzle-orm';
import { dayInChina } from '@/domain/calendar/china';
import { dayNumber, isoOf } from '@/domain/calendar/days';
import { cellOf } from '@/domain/geo/cells';
import { endOf, type HandPayUnit, startOf } from '@/domain/hands';
import { dayText } from '@/domain/hands/day-text';
import { monthly, POSTING_KINDS } from '@/domain/jobs';
import type { PostKind } from '@/domain/posts';
import type { PolicyBook } from '../policy-book/book';
import { pointOf } from '../policy-book/points';
import type { Services } from '../services';
import { account, gathering, hand, person, postHolder, posting, publicPost } from '../store/schema';
import { SAMPLES } from './samples';

interface Wanted {
  readonly work: string;
  readonly county: '500242' | '360425';
  readonly town: string;
  readonly village: string;
  readonly address: string;
  /** days from today */
  readonly in: number;
  readonly people: number;
  /** yuan */
  readonly pay: readonly [number, HandPayUnit];
  readonly paid: string;
  readonly bring: string | null;
  readonly taken: readonly string[];
}

const YOUYANG = { county: '500242', town: '样例板溪镇', village: '样例一村' } as const;
const WANTED: readonly Wanted[] = [
  {
    ...{
      ...YOUYANG,
      work: '样例摘辣椒',
      address: '样例村委会门口集合',
      in: 1,
      people: 12,
      pay: [120, 'day'],
    },
    ...{ paid: '当天干完给现金', bring: '手套、草帽', taken: ['continued'] },
  },
  {
    ...{ ...YOUYANG, work: '样例装车', address: '样例仓库', in: 2, people: 4, pay: [20, 'hour'] },
    ...{ paid: '干完当天转微信', bring: null, taken: [] },
  },
  {
    ...{ ...YOUYANG, work: '样例打包茶叶', address: '样例合作社', in: 4, people: 8, pay: [2, 'piece'] },
    ...{ paid: '做满一天，第二天中午给', bring: null, taken: [] },
  },
  {
    ...{
      county: '360425',
      town: '样例涂埠镇',
      village: '样例二村',
      work: '样例收白莲',
      address: '样例莲塘边',
    },
    ...{ in: 2, people: 10, pay: [130, 'day'], paid: '当天干完给现金', bring: '雨靴', taken: [] },
  },
];

interface Post {
  readonly county: '500242' | '360425';
  readonly town: string;
  readonly village: string;
  readonly kind: PostKind;
  readonly title: string;
  readonly people: number;
  readonly duty: string;
  /** a sample, or somebody the register does not know; days until the contract ends, and how long it is */
  readonly holders: readonly (readonly [string, number, number])[];
}

const POSTS: readonly Post[] = [
  {
    ...{ ...YOUYANG, kind: 'upkeep', title: '样例护路员', people: 3, duty: '扫村道、清水沟' },
    holders: [['样例吴大山', 20, 345]],
  },
  { ...YOUYANG, kind: 'care', title: '样例敬老协管员', people: 2, duty: '看望独居老人', holders: [] },
  {
    ...{ ...YOUYANG, village: '样例二村', kind: 'information', title: '样例信息员', people: 1 },
    ...{ duty: '登记、跑腿', holders: [] },
  },
  {
    ...{ county: '360425', town: '样例涂埠镇', village: '样例二村', kind: 'upkeep', title: '样例保洁员' },
    ...{ people: 2, duty: '扫村道', holders: [['yongxiu-post', 300, 500]] },
  },
];

const COUNTY_STAFF = { '500242': 'staff-youyang', '360425': 'staff-yongxiu' } as const;
const accountOf = (sample: string) => SAMPLES.find(({ id }) => id === sample)?.account ?? '';

function idOf(text: string): string {
  const hex = createHash('sha256').update(`demo hands ${text}`).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

/** Puts them in, and new ones when those of before are over. */
export async function seedHands(services: Services, book: PolicyBook, now: Date): Promise<void> {
  const { store } = services;
  const { db } = store;
  await seedPosts(services, now);
  const by = Object.values(COUNTY_STAFF).map(accountOf);
  const [found] = await db
    .select({ n: count() })
    .from(gathering)
    .where(and(inArray(gathering.accountId, by), gt(gathering.startsAt, now)));
  if ((found?.n ?? 0) >= 2) return;
  const today = dayNumber(dayInChina(now));
  for (const one of WANTED) await seedOne(services, book, one, today, now);
}

async function seedOne(
  { store }: Services,
  book: PolicyBook,
  one: Wanted,
  today: number,
  now: Date,
): Promise<void> {
  const { db, cipher } = store;
  const { work, county, town, village, address, people, paid, bring, taken } = one;
  const point = pointOf(book, county, town);
  if (!point) return;
  const { lat, lng, exact } = point;
  const id = idOf(`${work} ${today}`);
  const times = { day: isoOf(today + one.in), from: '07:30', to: '17:30' };
  const [yuan, payUnit] = one.pay;
  const payFen = yuan * 100;
  const employer = `样例${town.replace('样例', '')}人民政府`;
  const contact = JSON.stringify({ name: '样例组织人', phone: null });
  await db
    .insert(gathering)
    .values({
      ...{ id, accountId: accountOf(COUNTY_STAFF[county]), kind: 'staff', employer, work, county, town },
      ...{
        village,
        address,
        day: times.day,
        fromTime: times.from,
        toTime: times.to,
        people,
        payFen,
        payUnit,
      },
      ...{
        startsAt: new Date(startOf(times)),
        endsAt: new Date(endOf(times)),
        state: 'open',
        createdAt: now,
      },
      taken: taken.length,
      words: { paid, bring, route: null },
      contentEnc: cipher.seal('hands_gathering.content', id, contact),
    })
    .onConflictDoNothing();
  const month = monthly({ from_fen: payFen, to_fen: null, unit: payUnit, pieces_per_day: null });
  await db
    .insert(posting)
    .values({
      ...{ id, source: 'hands', sourceId: id, print: `hands ${id}`, kind: POSTING_KINDS.day_labour.no },
      ...{ state: 'open', title: work, employer, county, town, village, address, lat, lng, exact, people },
      ...{
        cell: cellOf(point),
        payFrom: payFen,
        payUnit,
        monthFen: month?.fen ?? -1,
        skills: [],
        version: 1,
      },
      ...{ startsOn: times.day, openUntil: times.day, postedAt: now, shownAt: now, changedAt: now },
      ...{ verifiedBy: employer, verifiedOn: dayInChina(now) },
      words: {
        ...{ about: bring && `要带：${bring}`, paid, hours: `${times.from}到${times.to}`, insurance: [] },
        ...{
          contract: null,
          phone: null,
          route: null,
          gather: `${dayText(times.day)} ${times.from}开工，要${people}人`,
        },
        ...{ bus: null, cooperation: null, destination: null, brand: null, also: [] },
      },
    })
    .onConflictDoNothing();
  for (const sample of taken) {
    const [own] = await db
      .select()
      .from(account)
      .where(eq(account.id, accountOf(sample)));
    if (!own) continue;
    const member = idOf(`member ${id} ${sample}`);
    const name = SAMPLES.find((other) => other.id === sample)?.name ?? '';
    await db
      .insert(hand)
      .values({
        ...{ id: member, gatheringId: id, accountId: own.id, personId: own.personId },
        ...{ whoId: own.personId ?? own.id, state: 'joined', joinedAt: now },
        contentEnc: cipher.seal('hands_member.content', member, JSON.stringify({ name, phone: null })),
      })
      .onConflictDoNothing();
  }
}

async function seedPosts({ store }: Services, now: Date): Promise<void> {
  const { db, cipher } = store;
  const today = dayNumber(dayInChina(now));
  for (const { holders, ...post } of POSTS) {
    const id = idOf(`post ${post.county} ${post.village} ${post.title}`);
    const by = accountOf(COUNTY_STAFF[post.county]);
    await db
      .insert(publicPost)
      .values({ ...post, id, version: 1, createdBy: by, changedAt: now })
      .onConflictDoNothing();
    for (const [sample, left, long] of holders) {
      const known = SAMPLES.find((one) => one.id === sample);
      const [own] = known ? await db.select().from(account).where(eq(account.id, known.account)) : [];
      const [in_] = own?.personId ? await db.select().from(person).where(eq(person.id, own.personId)) : [];
      const holder = idOf(`holder ${id} ${sample}`);
      await db
        .insert(postHolder)
        .values({
          ...{ id: holder, postId: id, county: post.county, personId: in_?.id ?? null },
          ...{ householdId: in_?.householdId ?? null, createdBy: by, createdAt: now },
          ...{ startsOn: isoOf(today + left - long), endsOn: isoOf(today + left) },
          contentEnc: cipher.seal(
            'post_holder.content',
            holder,
            JSON.stringify({ name: known?.name ?? sample }),
          ),
        })
        .onConflictDoNothing();
    }
  }
}
