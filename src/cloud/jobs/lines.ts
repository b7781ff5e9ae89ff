/** Rows of a list with their reasons, in the order they were found. */
import { getTableColumns } from 'drizzle-orm';
import type { LookFrom, PostingLine } from '@/contract/jobs';
import { metresBetween } from '@/domain/geo/cells';
import { kindOfNo, why } from '@/domain/jobs';
import { countyName } from '../cases/names';
import type { Context } from '../context';
import { posting } from '../store/schema';
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

const COLUMNS = Object.entries(getTableColumns(posting)).map(([key, { name, dataType }]) => ({
  ...{ key, name },
  moment: dataType === 'date',
}));

/** A row as JSON, as the table's own type has it. */
function rowOf(row: Found['row']): PostingRow {
  const read: Record<string, unknown> = {};
  for (const { key, name, moment } of COLUMNS)
    read[key] = moment && row[name] ? new Date(row[name] as string) : (row[name] ?? null);
  return read as PostingRow;
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

/** What gives nobody anything by name is read on the posting's own page. */
export const linesOf = (context: Context, found: readonly Found[], eyes: Eyes): PostingLine[] =>
  found.map((one) => {
    const row = rowOf(one.row);
    const metres = metresShown(eyes, row);
    const reasons = reasonsOf(context, row, eyes, metres).filter(({ passage }) => passage?.benefit !== null);
    return lineOf(context, row, { metres, reasons });
  });
