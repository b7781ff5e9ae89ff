/** What an office of wage matters looks ahead to, and back on: hearings, and employers about whom many complain. */
import { and, asc, desc, gte, inArray, isNotNull, isNull, type SQL, sql } from 'drizzle-orm';
import type { InputOf, OutputOf } from '@/contract/api';
import { addMonths, dayNumber, isoOf } from '@/domain/calendar/days';
import { type Answers, hearingIn } from '@/domain/cases';
import { recordsOf } from '../../cases/record';
import { type Context, servicesOf, staffOf } from '../../context';
import { handOf, isOff } from '../../desk/hand';
import { pointOf } from '../../policy-book/points';
import { serviceCase } from '../../store/schema';
import { wageServices } from './alike';
import { linesOf, scopeOf } from './queue';

const HEARINGS = 50;

const wageScope = (context: Context): SQL | undefined =>
  and(scopeOf(staffOf(context)), inArray(serviceCase.service, wageServices(context)));

/** The next hearings, the nearest first. */
export async function hearings(context: Context): Promise<OutputOf<'desk.hearings'>> {
  const rows = await servicesOf(context)
    .store.db.select()
    .from(serviceCase)
    .where(and(wageScope(context), isNull(serviceCase.closedOn), gte(serviceCase.hearingOn, context.today)))
    .orderBy(asc(serviceCase.hearingOn), asc(serviceCase.id))
    .limit(HEARINGS);
  const [lines, records] = [await linesOf(context, rows), await recordsOf(context, rows)];
  const found: OutputOf<'desk.hearings'> = [];
  for (const [index, line] of lines.entries()) {
    const record = records[index];
    // whoever keeps off a case reads none of its days
    if (!record || isOff(record, await handOf(context, record))) continue;
    const set = hearingIn(record.events, record.ground.service.workflow)?.event.data;
    found.push({ case: line, on: set?.on ?? context.today, time: set?.time ?? '', place: set?.place ?? '' });
  }
  return found.sort((a, b) => (`${a.on} ${a.time}` < `${b.on} ${b.time}` ? -1 : 1));
}

/** Only a township's own: the middle of the county says nothing of it. */
function townPoint(context: Context, town: string | null): { lat: number; lng: number } | null {
  const found = town === null ? null : pointOf(context.book, staffOf(context).county, town);
  return found?.exact === 'town' ? { lat: found.lat, lng: found.lng } : null;
}

const EMPLOYERS = 50;
/** the inspectorate looks back two years (监察条例 20) */
const MONTHS_BACK = 24;

const PERSON = sql`coalesce(${serviceCase.personId}, ${serviceCase.accountId}, ${serviceCase.id})`;

/** Who is complained about most, counted in the database; of the names one of each is opened. */
export async function employers(
  context: Context,
  { by = 'employer' }: InputOf<'desk.employers'>,
): Promise<OutputOf<'desk.employers'>> {
  const { db, cipher } = servicesOf(context).store;
  const since = isoOf(addMonths(dayNumber(context.today), -MONTHS_BACK));
  const key = by === 'site' ? serviceCase.siteHash : serviceCase.employerHash;
  const where = and(wageScope(context), gte(serviceCase.filedOn, since));
  const rows = await db
    .select({
      newestId: sql<string>`(array_agg(${serviceCase.id} order by ${serviceCase.filedAt} desc))[1]`,
      newest: sql<string>`max(${serviceCase.filedOn})::text`,
      cases: sql<number>`count(*)::int`,
      people: sql<number>`count(distinct ${PERSON})::int`,
      open: sql<number>`(count(*) filter (where ${serviceCase.closedOn} is null))::int`,
      fen: sql<number | null>`sum(${serviceCase.askedFen})::float8`,
    })
    .from(serviceCase)
    .where(and(where, isNotNull(key)))
    .groupBy(key)
    .orderBy(desc(sql`count(*)`), desc(sql`max(${serviceCase.filedOn})`))
    .limit(EMPLOYERS);
  const towns = await db
    .select({ town: serviceCase.town, cases: sql<number>`count(*)::int` })
    .from(serviceCase)
    .where(where)
    .groupBy(serviceCase.town)
    .orderBy(desc(sql`count(*)`))
    .limit(EMPLOYERS);
  const named =
    rows.length === 0
      ? []
      : await db
          .select({ id: serviceCase.id, answersEnc: serviceCase.answersEnc })
          .from(serviceCase)
          .where(
            inArray(
              serviceCase.id,
              rows.map(({ newestId }) => newestId),
            ),
          );
  const nameOf = (id: string) => {
    const found = named.find((one) => one.id === id);
    if (!found) return '';
    const answers = JSON.parse(cipher.open('service_case.answers', id, found.answersEnc)) as Answers;
    return String(answers[by === 'site' ? 'site_name' : 'employer_name'] ?? '');
  };
  return {
    since,
    employers: rows.map(({ newestId, ...counts }) => ({ name: nameOf(newestId), ...counts })),
    by_town: towns.map(({ town, cases }) => ({
      town: town ?? '（没有写）',
      cases,
      point: townPoint(context, town),
    })),
  };
}
