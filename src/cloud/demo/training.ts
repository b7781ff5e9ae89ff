/** Invented sessions for the demonstration: some with seats, one full, one that is over. Dates are counted from today. */
import { createHash } from 'node:crypto';
import { and, count, eq, gt, inArray } from 'drizzle-orm';
import { dayNumber, isoOf } from '@/domain/calendar/days';
import { isEvening, momentOf, type Trade, type TrainingKind } from '@/domain/training';
import { todayInChina } from '../china-day';
import type { Services } from '../services';
import {
  account,
  type SessionWords,
  trainingEnrolment,
  trainingMark,
  trainingSession,
} from '../store/schema';
import { SAMPLES } from './samples';

interface Sample {
  readonly kind: TrainingKind;
  readonly trade: Trade;
  readonly title: string;
  readonly provider: string;
  readonly county: '500242' | '360425';
  readonly town: string;
  /** days from today, and how many */
  readonly starts: number;
  readonly days: number;
  readonly times: readonly [string, string];
  readonly capacity: number;
  readonly childcare?: true;
  readonly words?: Partial<SessionWords>;
  /** samples that have a seat */
  readonly taken?: readonly string[];
}

const YOUYANG = { county: '500242', town: '样例板溪镇', provider: '样例酉阳职业培训学校' } as const;
const YONGXIU = { county: '360425', town: '样例涂埠镇', provider: '样例永修职业培训学校' } as const;
const DAY = ['09:00', '17:00'] as const;
const EVENING = ['18:30', '20:30'] as const;

const SESSIONS: readonly Sample[] = [
  {
    ...YOUYANG,
    kind: 'housekeeping',
    trade: 'housekeeping',
    title: '样例月嫂培训班',
    starts: 9,
    days: 6,
    times: DAY,
    capacity: 40,
    childcare: true,
    words: {
      about: '怎么照顾产妇和新生儿，怎么做月子餐。',
      bring: '身份证',
      route: '样例镇坐3路车到样例站下',
    },
  },
  {
    ...YOUYANG,
    kind: 'skills',
    trade: 'electric',
    title: '样例电工初级班',
    starts: 12,
    days: 8,
    times: EVENING,
    capacity: 30,
    words: { about: '看电路图，接线，安全用电。' },
  },
  {
    ...YOUYANG,
    kind: 'order',
    trade: 'care',
    title: '样例养老护理订单班',
    provider: '样例养老服务公司',
    starts: 16,
    days: 10,
    times: DAY,
    capacity: 25,
    words: { about: '学完到样例养老院上班，愿意去的才报。' },
  },
  {
    ...YOUYANG,
    kind: 'craftsman',
    trade: 'craft',
    title: '样例苗绣工匠班',
    town: '样例苍岭镇',
    starts: 20,
    days: 5,
    times: DAY,
    capacity: 2,
    taken: ['exited', 'lifted-only'],
    words: { about: '苗绣的针法和图样。', bring: '针线由培训机构准备' },
  },
  {
    ...YOUYANG,
    kind: 'skills',
    trade: 'cooking',
    title: '样例面点班',
    town: '样例苍岭镇',
    starts: 26,
    days: 7,
    times: DAY,
    capacity: 30,
    childcare: true,
  },
  {
    ...YOUYANG,
    kind: 'tech_school',
    trade: 'other',
    title: '样例技工学校春季招生说明会',
    provider: '样例技工学校',
    starts: 15,
    days: 1,
    times: ['14:00', '16:00'],
    capacity: 200,
    words: { about: '给初中、高中毕业没升学的娃和家长听：有哪些专业，怎么报。' },
  },
  {
    ...YOUYANG,
    kind: 'internship',
    trade: 'other',
    title: '样例就业见习：镇便民服务站',
    provider: '样例板溪镇人民政府',
    starts: 30,
    days: 90,
    times: DAY,
    capacity: 3,
    words: { about: '在窗口帮忙，有人带。' },
  },
  {
    ...YOUYANG,
    kind: 'guidance',
    trade: 'other',
    title: '样例职业指导：一对一聊聊',
    provider: '样例酉阳县人社局',
    starts: 5,
    days: 1,
    times: DAY,
    capacity: 12,
  },
  {
    ...YOUYANG,
    kind: 'practice',
    trade: 'other',
    title: '样例求职能力实训',
    provider: '样例酉阳县人社局',
    starts: 8,
    days: 2,
    times: DAY,
    capacity: 20,
    words: { about: '写简历，练面试。' },
  },
  {
    ...YOUYANG,
    kind: 'skills',
    trade: 'online',
    title: '样例网上卖货班',
    starts: 40,
    days: 5,
    times: EVENING,
    capacity: 35,
  },
  {
    ...YONGXIU,
    kind: 'skills',
    trade: 'electric',
    title: '样例焊工培训班',
    starts: 14,
    days: 10,
    times: DAY,
    capacity: 30,
  },
  {
    ...YONGXIU,
    kind: 'housekeeping',
    trade: 'housekeeping',
    title: '样例家政培训班',
    starts: 18,
    days: 5,
    times: DAY,
    capacity: 40,
    childcare: true,
  },
  {
    ...YOUYANG,
    kind: 'housekeeping',
    trade: 'housekeeping',
    title: '样例保洁培训班',
    starts: -12,
    days: 3,
    times: DAY,
    capacity: 20,
    taken: ['continued'],
  },
  {
    ...YONGXIU,
    kind: 'skills',
    trade: 'cooking',
    title: '样例厨师培训班',
    starts: -9,
    days: 3,
    times: DAY,
    capacity: 20,
    taken: ['yongxiu-migrant'],
  },
];

const BY = SAMPLES.find(({ id }) => id === 'staff-youyang')?.account ?? '';
const ENOUGH = 6;

/** Puts them in, and new ones when those of before are over. */
export async function seedTraining({ store }: Pick<Services, 'store'>, now: Date): Promise<void> {
  const { db } = store;
  const [found] = await db
    .select({ n: count() })
    .from(trainingSession)
    .where(and(eq(trainingSession.createdBy, BY), gt(trainingSession.startsAt, now)));
  if ((found?.n ?? 0) >= ENOUGH) return;
  const today = dayNumber(todayInChina(now.getTime()));
  for (const sample of SESSIONS) {
    const id = idOf(`training ${sample.title} ${today}`);
    const { words, taken = [], starts, days, times, ...rest } = sample;
    const [startsOn, endsOn] = [isoOf(today + starts), isoOf(today + starts + days - 1)];
    const [from, to] = times;
    const startsAt = new Date(momentOf(startsOn, from));
    await db
      .insert(trainingSession)
      .values({
        ...rest,
        id,
        address: '样例路1号',
        createdBy: BY,
        createdAt: now,
        version: 1,
        state: 'open',
        startsOn,
        endsOn,
        fromTime: from,
        toTime: to,
        startsAt,
        endsAt: new Date(momentOf(endsOn, to)),
        enrolUntil: new Date(Math.min(momentOf(isoOf(today + starts - 1), '18:00'), startsAt.getTime())),
        taken: taken.length,
        childcare: sample.childcare ?? false,
        evening: isEvening({ from }),
        words: { about: null, bring: null, fee: null, phone: null, route: null, ...words },
      })
      .onConflictDoNothing();
    await seatsOf(store, { id, taken, startsOn, over: starts < 0, now });
  }
}

interface Seats {
  readonly id: string;
  readonly taken: readonly string[];
  readonly startsOn: string;
  readonly over: boolean;
  readonly now: Date;
}

/** Of the sample residents; whoever had one in a session that is over came, and has a certificate. */
async function seatsOf(
  { db, cipher }: Services['store'],
  { id, taken, startsOn, over, now }: Seats,
): Promise<void> {
  const samples = SAMPLES.filter((one) => taken.includes(one.id));
  if (samples.length === 0) return;
  const accounts = await db
    .select()
    .from(account)
    .where(
      inArray(
        account.id,
        samples.map((one) => one.account),
      ),
    );
  for (const { id: accountId, personId } of accounts) {
    const enrolment = idOf(`enrolment ${id} ${accountId}`);
    const name = samples.find((one) => one.account === accountId)?.name ?? '';
    const number = createHash('sha256').update(enrolment).digest().readUInt32BE(0) % 1_000_000;
    await db
      .insert(trainingEnrolment)
      .values({
        id: enrolment,
        sessionId: id,
        accountId,
        personId,
        whoId: personId ?? accountId,
        state: over ? 'certified' : 'enrolled',
        rank: 1,
        enrolledAt: now,
        ...(over && {
          certificate: `PX${startsOn.replaceAll('-', '')}-${String(number).padStart(6, '0')}`,
          certifiedOn: startsOn,
        }),
        contentEnc: cipher.seal(
          'training_enrolment.content',
          enrolment,
          JSON.stringify({ name, phone: null }),
        ),
      })
      .onConflictDoNothing();
    if (!over) continue;
    const mark = {
      id: idOf(`mark ${enrolment}`),
      sessionId: id,
      enrolmentId: enrolment,
      day: startsOn,
      how: 'list',
    };
    await db
      .insert(trainingMark)
      .values({ ...mark, at: now, markedBy: BY, recordedAt: now })
      .onConflictDoNothing();
  }
}

function idOf(text: string): string {
  const hex = createHash('sha256').update(`demo ${text}`).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
