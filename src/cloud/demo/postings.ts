/** Invented postings that wait for the desk: one nobody has looked at, one held back, one that people doubt. */

import { inArray } from 'drizzle-orm';
import { dayInChina } from '@/domain/calendar/china';
import { dayNumber, isoOf } from '@/domain/calendar/days';
import { cellOf } from '@/domain/geo/cells';
import { POSTING_KINDS } from '@/domain/jobs';
import { findingsOf, holdReason } from '@/domain/jobs/hold';
import type { Services } from '../services';
import { account, posting, postingEvent, postingReport } from '../store/schema';
import { PLACES, SAMPLES } from './samples';

const id = (number: number) => `00000000-0000-4000-8022-${String(number).padStart(12, '0')}`;
const EMPLOYER = SAMPLES.find((one) => one.id === 'employer-youyang');
const DAY_MS = 86_400_000;
const AT = { lat: 28.756, lng: 108.728 };

const WORDS = {
  ...{
    about: null,
    paid: '每月15日打到卡上',
    hours: '早8点到晚6点，中午休息1小时',
    insurance: [],
    contract: null,
  },
  ...{ phone: '02300000000', route: null, gather: null, bus: null, cooperation: null, destination: null },
  ...{ brand: null, also: [] },
};

const OFFERS = [
  { no: 1, state: 'proposed', title: '样例缝纫工', about: '做校服，会用平车就行', people: 8, ago: 1 },
  { no: 2, state: 'held', title: '样例包装工', about: '限女性，手脚麻利', people: 3, ago: 2 },
  { no: 3, state: 'open', title: '样例锁边工', about: '按件算也可以', people: 2, ago: 9 },
] as const;

/** Two have said so: the third would hide it. */
const DOUBTS = [
  { no: 11, by: 'continued', reasons: ['pay'], text: '说好3000，到手2400' },
  { no: 12, by: 'parent', reasons: ['gone'], text: null },
] as const;

/** Once: what is there already stays, whatever was done with it. */
export async function seedPostings({ store }: Pick<Services, 'store'>, now: Date): Promise<void> {
  const { db, cipher } = store;
  const bound = EMPLOYER?.unit;
  const writers = [EMPLOYER, ...DOUBTS.map(({ by }) => SAMPLES.find((one) => one.id === by))];
  const wanted = writers.flatMap((one) => one?.account ?? []);
  const known = await db.select({ id: account.id }).from(account).where(inArray(account.id, wanted));
  if (!bound || known.length < wanted.length) return;
  const today = dayInChina(now);
  const before = (days: number) => new Date(now.getTime() - days * DAY_MS);
  const rows = OFFERS.map(({ no, state, title, about, people, ago }) => {
    const words = { ...WORDS, about };
    const reason =
      state === 'held' ? holdReason(findingsOf({ kind: 'enterprise', title, skills: [], words })) : null;
    return {
      ...{ id: id(no), source: 'employer', sourceId: id(no), print: `样例|${title}`, state, reason, title },
      ...{
        kind: POSTING_KINDS.enterprise.no,
        employer: bound.name,
        creditCode: bound.code,
        unitId: bound.id,
      },
      ...{ county: bound.county, ...PLACES['500242'], address: '样例路3号', ...AT, cell: cellOf(AT) },
      ...{
        exact: 'town' as const,
        payFrom: 300_000,
        payTo: 450_000,
        payUnit: 'month' as const,
        monthFen: 300_000,
      },
      ...{ people, shift: 'day' as const, board: 'free' as const, skills: ['sewing' as const] },
      ...{
        openUntil: isoOf(dayNumber(today) + 45),
        postedAt: before(ago),
        shownAt: before(ago),
        changedAt: before(ago),
        version: 1,
        words,
      },
    };
  });
  const made = await db.insert(posting).values(rows).onConflictDoNothing().returning({ id: posting.id });
  if (made.length < rows.length) return;
  await db.insert(postingEvent).values(
    rows.map((row, index) => ({
      ...{
        id: id(21 + index),
        postingId: row.id,
        at: row.postedAt,
        who: bound.name,
        actorId: EMPLOYER.account,
      },
      ...{
        action: row.state === 'proposed' ? 'proposed' : 'published',
        state: row.state,
        reason: row.reason,
      },
    })),
  );
  await db.insert(postingReport).values(
    DOUBTS.map(({ no, by, reasons, text }, index) => ({
      ...{
        id: id(no),
        postingId: id(3),
        county: bound.county,
        saidAt: before(2 - index),
        reasons: [...reasons],
      },
      accountId: SAMPLES.find((one) => one.id === by)?.account ?? null,
      whoHash: cipher.blind('doubt', `sample ${by}`),
      contentEnc: text === null ? null : cipher.seal('posting_report.content', id(no), text),
    })),
  );
}
