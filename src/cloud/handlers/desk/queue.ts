/** What waits at a desk, the most urgent first. Cursors, never offsets; counts stop at a thousand. */

import { and, asc, desc, eq, inArray, isNull, lt, notInArray, or, type SQL, sql } from 'drizzle-orm';
import type { InputOf, OutputOf } from '@/contract/api';
import type { QueueLine } from '@/contract/desk';
import { parseDay } from '@/domain/calendar/days';
import type { CaseState } from '@/domain/cases';
import { maskName } from '@/domain/identity';
import { appliedFor } from '../../cases/applied';
import type { CaseRow } from '../../cases/record';
import { lineOf } from '../../cases/view';
import { type Context, type StaffRole, servicesOf, staffOf } from '../../context';
import { levelOf } from '../../desk/hand';
import { refuseField } from '../../refuse';
import { membersByIds } from '../../store/people';
import { serviceCase, staff, unit } from '../../store/schema';
import { isUuid } from '../../uuid';
import { colleaguesOf, officerName } from './colleagues';

type Input = InputOf<'desk.queue'>;
type Show = NonNullable<Input['show']>;

const PAGE = 30;
const COUNTED = 1000;

/** Everything this desk may see. */
export function scopeOf(role: StaffRole): SQL | undefined {
  const { county, town, village, services } = role;
  return and(
    eq(serviceCase.county, county),
    role.role === 'town' || role.role === 'village' ? eq(serviceCase.town, town ?? '') : undefined,
    role.role === 'village' ? eq(serviceCase.village, village ?? '') : undefined,
    // what lies higher may be about this very desk
    role.role === 'village' ? eq(serviceCase.level, 'village') : undefined,
    role.role === 'town' ? inArray(serviceCase.level, ['village', 'town']) : undefined,
    role.role === 'county' && services !== null ? inArray(serviceCase.service, [...services]) : undefined,
  );
}

/** What lies on this desk and no other; an administrator watches over all. */
const onDesk = (role: StaffRole): SQL | undefined =>
  role.role === 'admin' ? undefined : eq(serviceCase.level, levelOf(role));

/** Whose move it is not: the person's, or another step's; a bundle's own case is nobody's work. */
const THEIRS: CaseState[] = ['supplement', 'self', 'waiting'];
const NOT_OURS: CaseState[] = [...THEIRS, 'bundle'];

function filterOf(show: Show, role: StaffRole & { accountId: string }, today: string): SQL | undefined {
  const open = isNull(serviceCase.closedOn);
  const ours = notInArray(serviceCase.state, NOT_OURS);
  switch (show) {
    case 'open':
      return and(open, ours, onDesk(role));
    case 'today':
      return and(open, ours, onDesk(role), eq(serviceCase.sortOn, today));
    case 'late':
      return and(open, ours, onDesk(role), lt(serviceCase.sortOn, today));
    case 'mine':
      return and(open, eq(serviceCase.assigneeId, role.accountId));
    case 'waiting':
      return and(open, onDesk(role), inArray(serviceCase.state, THEIRS));
    case 'closed':
      return sql`${serviceCase.closedOn} is not null`;
  }
}

const SHOWN = ['open', 'today', 'late', 'mine', 'waiting'] as const;

export async function queue(context: Context, input: Input): Promise<OutputOf<'desk.queue'>> {
  const role = staffOf(context);
  const show = input.show ?? 'open';
  const rows = await pageOf(context, input, show);
  const shown = rows.slice(0, PAGE);
  const last = shown.at(-1);
  const [lines, counts, kinds] = await Promise.all([
    linesOf(context, shown),
    Promise.all(SHOWN.map((one) => countOf(context, and(scopeOf(role), filterOf(one, role, context.today))))),
    placesOf(context),
  ]);
  const [open = 0, today = 0, late = 0, mine = 0, waiting = 0] = counts;
  return {
    cases: lines,
    next: rows.length > PAGE && last ? cursorOf(last, show) : null,
    counts: { open, today, late, mine, waiting },
    ...kinds,
    colleagues: await colleaguesOf(context),
  };
}

const cursorOf = (row: CaseRow, show: Show) =>
  show === 'closed' ? `${row.closedOn ?? ''} ${row.id}` : `${row.rank} ${row.sortOn} ${row.id}`;

interface Cursor {
  readonly rank: number;
  readonly day: string;
  readonly id: string;
}

/** @throws InvalidInput for what no page of ours gave out */
function cursorAt(cursor: string | undefined, show: Show): Cursor | null {
  if (cursor === undefined) return null;
  const [rank = '', day = '', id = ''] = show === 'closed' ? ['0', ...cursor.split(' ')] : cursor.split(' ');
  if (!RANKS.includes(Number(rank)) || rank === '' || parseDay(day) === null || !isUuid(id))
    throw refuseField('cursor', '请从第一页重新看');
  return { rank: Number(rank), day, id };
}

/** Those whom the region's document puts first, then everybody else. */
const RANKS: readonly number[] = [0, 1];

/** Each rank is walked by itself along the index, so a page costs the same however many cases wait. */
async function pageOf(context: Context, input: Input, show: Show): Promise<CaseRow[]> {
  const from = cursorAt(input.cursor, show);
  if (show === 'closed' || input.number !== undefined) return closedPage(context, input, show, from);
  const rows: CaseRow[] = [];
  for (const rank of RANKS) {
    if (from !== null && rank < from.rank) continue;
    const after =
      from?.rank === rank
        ? sql`(${serviceCase.sortOn}, ${serviceCase.id}) > (${from.day}::date, ${from.id}::uuid)`
        : undefined;
    const more = await selected(context, input, show, and(eq(serviceCase.rank, rank), after))
      .orderBy(asc(serviceCase.sortOn), asc(serviceCase.id))
      .limit(PAGE + 1 - rows.length);
    rows.push(...more);
    if (rows.length > PAGE) break;
  }
  return rows;
}

/** What is over, the latest first; and the one case that a number names. */
const closedPage = (context: Context, input: Input, show: Show, from: Cursor | null): Promise<CaseRow[]> =>
  selected(
    context,
    input,
    show,
    from === null || input.number !== undefined
      ? undefined
      : or(
          lt(serviceCase.closedOn, from.day),
          and(eq(serviceCase.closedOn, from.day), lt(serviceCase.id, from.id)),
        ),
  )
    .orderBy(desc(serviceCase.closedOn), desc(serviceCase.id))
    .limit(PAGE + 1);

function selected(context: Context, input: Input, show: Show, also: SQL | undefined) {
  const role = staffOf(context);
  return servicesOf(context)
    .store.db.select()
    .from(serviceCase)
    .where(
      and(
        scopeOf(role),
        // a number finds its case wherever it lies
        input.number === undefined
          ? filterOf(show, role, context.today)
          : eq(serviceCase.number, input.number),
        input.service === undefined ? undefined : eq(serviceCase.service, input.service),
        input.town === undefined ? undefined : eq(serviceCase.town, input.town),
        also,
      ),
    )
    .$dynamic();
}

async function countOf(context: Context, where: SQL | undefined): Promise<number> {
  const { db } = servicesOf(context).store;
  const some = db.select({ one: sql`1` }).from(serviceCase).where(where).limit(COUNTED).as('some');
  const [{ n } = { n: 0 }] = await db.select({ n: sql<number>`count(*)::int` }).from(some);
  return n;
}

/** What one can filter by: the services of the region, and the townships named in the open cases. */
async function placesOf(context: Context) {
  const role = staffOf(context);
  const { book } = context;
  const own = book.services.filter(({ id }) => role.services === null || role.services.includes(id));
  const towns = await townsOf(context, role);
  return { services: own.map(({ id, title }) => ({ id, title })), towns };
}

/** From township to township along the index: as many steps as there are townships, however many cases. */
async function townsOf(context: Context, role: StaffRole): Promise<string[]> {
  if (role.role === 'town' || role.role === 'village') return role.town === null ? [] : [role.town];
  const { rows } = await servicesOf(context).store.pool.query<{ town: string }>({
    name: 'towns-of-a-desk',
    text: `with recursive step as (
        (select town from service_case where county = $1 and town is not null and closed_on is null
         order by town limit 1)
        union all
        select (select c.town from service_case c where c.county = $1 and c.town > step.town and closed_on is null
                order by c.town limit 1)
        from step where step.town is not null)
      select town from step where town is not null limit 200`,
    values: [role.county],
  });
  return rows.map(({ town }) => town);
}

export async function linesOf(context: Context, rows: readonly CaseRow[]): Promise<QueueLine[]> {
  const { store } = servicesOf(context);
  const ids = <K extends 'personId' | 'unitId' | 'assigneeId'>(key: K) => [
    ...new Set(rows.flatMap((row) => row[key] ?? [])),
  ];
  const [about, people, units, officers] = await Promise.all([
    appliedFor(context, rows),
    membersByIds(store, ids('personId')),
    ids('unitId').length === 0
      ? []
      : store.db
          .select()
          .from(unit)
          .where(inArray(unit.id, ids('unitId'))),
    ids('assigneeId').length === 0
      ? []
      : store.db
          .select()
          .from(staff)
          .where(inArray(staff.id, ids('assigneeId'))),
  ]);
  return rows.map((row) => {
    const person = people.find(({ id }) => id === row.personId);
    const company = units.find(({ id }) => id === row.unitId);
    const officer = officers.find(({ id }) => id === row.assigneeId);
    return {
      ...lineOf(context, row, { about: about.get(row.id) }),
      name: company
        ? (JSON.parse(store.cipher.open('unit.content', company.id, company.contentEnc)) as { name: string })
            .name
        : person
          ? maskName(person.row.name)
          : null,
      town: row.town,
      village: row.village,
      level: row.level as QueueLine['level'],
      assignee: officer ? { id: officer.id, name: officerName(context, officer) } : null,
      escalated: row.escalated !== null,
      green: row.rank === 0,
      together: row.groupId !== null,
    };
  });
}
