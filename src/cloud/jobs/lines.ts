/** Rows of a list with their reasons, in the order they were found. */
import { inArray, sql } from 'drizzle-orm';
import type { LookFrom, PostingLine } from '@/contract/jobs';
import { metresBetween } from '@/domain/geo/cells';
import { kindOfNo, why } from '@/domain/jobs';
import { countyName } from '../cases/names';
import { type Context, servicesOf } from '../context';
import { posting } from '../store/schema';
import type { Database } from '../store/store';
import type { Found } from './find';
import { awayFrom, type Place } from './from';
import type { Person } from './looker';
import { lineOf, type PostingRow, type Reason } from './view';

/** Who looks, and from where. */
export interface Eyes {
  readonly person: Person;
  readonly from: LookFrom | null;
  readonly place: Place | null;
}

const prepared = new WeakMap<Database, ReturnType<typeof prepare>>();
const prepare = (db: Database) =>
  db
    .select()
    .from(posting)
    .where(inArray(posting.id, sql`(select unnest(${sql.placeholder('ids')}::uuid[]))`))
    .prepare('jobs-rows');

/** One that was closed a moment ago is left out. */
async function rowsOf(context: Context, ids: readonly string[]): Promise<Map<string, PostingRow>> {
  const { db } = servicesOf(context).store;
  const query = prepared.get(db) ?? prepare(db);
  prepared.set(db, query);
  const rows = ids.length === 0 ? [] : await query.execute({ ids });
  return new Map(rows.filter(({ state }) => state === 'open').map((row) => [row.id, row]));
}

/** Null where either end is not known. */
export const metresShown = ({ place }: Eyes, row: PostingRow): number | null =>
  place === null || place.name === null || row.offeredTo !== null
    ? null
    : Math.round(metresBetween(place.at, row));

export function reasonsOf(context: Context, row: PostingRow, eyes: Eyes, metres: number | null): Reason[] {
  const { person, from, place } = eyes;
  const home = { county: person.looker.home, town: person.town };
  const looked = {
    kind: kindOfNo(row.kind),
    county: row.county,
    county_name: countyName(context.book, row.county),
    exact: row.exact,
    offered_to: row.offeredTo,
    skills: row.skills,
    board: row.board,
    lodging: row.lodging,
    childcare_hours: row.childcareHours,
    elders: row.elders,
    light: row.light,
    cooperation: row.words.cooperation,
    bus: row.words.bus !== null,
  };
  return why(looked, person.looker, from ? awayFrom(place, from, home, metres) : null);
}

export async function linesOf(
  context: Context,
  found: readonly Pick<Found, 'id'>[],
  eyes: Eyes,
): Promise<PostingLine[]> {
  const rows = await rowsOf(
    context,
    found.map(({ id }) => id),
  );
  return found.flatMap(({ id }) => {
    const row = rows.get(id);
    if (!row) return [];
    const shown = metresShown(eyes, row);
    return lineOf(context, row, { metres: shown, reasons: reasonsOf(context, row, eyes, shown) });
  });
}
