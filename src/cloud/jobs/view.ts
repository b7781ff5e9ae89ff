/** Postings as they are read. */
import type { EmployerRecord, PostingLine, PostingView } from '@/contract/jobs';
import { kindOfNo, monthly, type Pay } from '@/domain/jobs';
import { countyName } from '../cases/names';
import type { Context } from '../context';
import type { posting } from '../store/schema';

export type PostingRow = typeof posting.$inferSelect;
export type Reason = PostingLine['reasons'][number];

/** What one looks at a posting with: how far it is, and why it is shown. */
export interface Seen {
  readonly metres: number | null;
  readonly reasons: readonly Reason[];
}

/** Whose word it is: an import goes by its name. */
const sourceName = ({ source, employer, verifiedBy }: PostingRow): string =>
  source === 'employer' || source === 'hands'
    ? employer
    : source === 'desk'
      ? (verifiedBy ?? '就业部门')
      : source;

/** Day labour of no unit, and of no office: that vouches for itself under its own name. */
const isPersons = ({ source, creditCode, unitId, employer, verifiedBy }: PostingRow): boolean =>
  source === 'hands' && creditCode === null && unitId === null && verifiedBy !== employer;

export function payOf({ payFrom, payTo, payUnit, piecesPerDay }: PostingRow): Pay | null {
  if (payFrom === null || payUnit === null) return null;
  return { from_fen: payFrom, to_fen: payTo, unit: payUnit, pieces_per_day: piecesPerDay };
}

export function lineOf(context: Context, row: PostingRow, { metres, reasons }: Seen): PostingLine {
  const pay = payOf(row);
  return {
    id: row.id,
    kind: kindOfNo(row.kind),
    title: row.title,
    employer: row.employer,
    county: row.county,
    county_name: countyName(context.book, row.county),
    town: row.town,
    lat: row.lat,
    lng: row.lng,
    exact: row.exact,
    metres,
    pay,
    monthly: monthly(pay),
    starts_on: row.startsOn,
    open_until: row.openUntil,
    posted_at: row.postedAt.toISOString(),
    verified: row.verifiedOn !== null,
    by_person: isPersons(row),
    reasons: [...reasons],
  };
}

export function viewOf(
  context: Context,
  row: PostingRow,
  seen: Seen,
  alike: readonly PostingLine[],
  records: readonly EmployerRecord[],
): PostingView {
  const { also, insurance, ...words } = row.words;
  return {
    ...lineOf(context, row, seen),
    ...words,
    insurance: [...insurance],
    state: row.state,
    reason: row.reason,
    village: row.village,
    address: row.address,
    credit_code: row.creditCode,
    offered_to: row.offeredTo,
    people: row.people,
    shift: row.shift,
    board: row.board,
    lodging: row.lodging,
    childcare_hours: row.childcareHours,
    elders: row.elders,
    light: row.light,
    skills: [...row.skills],
    sources: [sourceName(row), ...also],
    verified_by: row.verifiedBy,
    verified_on: row.verifiedOn,
    records: [...records],
    // only who asks for one posting is told how many have joined
    gathering: null,
    alike: [...alike],
  };
}
