/** Puts the invented courses into the demonstration, with whoever sits in them. */

import { createHash } from 'node:crypto';
import { and, count, eq, gt, inArray } from 'drizzle-orm';
import { dayInChina } from '@/domain/calendar/china';
import { dayNumber, isoOf } from '@/domain/calendar/days';
import { isEvening, momentOf } from '@/domain/training';
import type { Services } from '../services';
import { account, trainingEnrolment, trainingMark, trainingSession } from '../store/schema';
import { SESSIONS } from './sample-sessions';
import { SAMPLES } from './samples';

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
  const today = dayNumber(dayInChina(now));
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
