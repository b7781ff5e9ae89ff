/** Who stands behind postings: staff of the county, or a unit bound to its credit code. */
import { and, eq, isNull, or, type SQL } from 'drizzle-orm';
import { askerOf, type Context, type StaffRole, servicesOf } from '../context';
import type { PostingRow } from '../jobs/view';
import { regionOf } from '../policy-book/book';
import { refuse } from '../refuse';
import { posting } from '../store/schema';
import { unitOf } from '../training/provider';

/** the service by which people apply: a county handler of it works with postings too */
const SERVICE = 'job-apply';

export interface Poster {
  readonly as: 'staff' | 'unit';
  readonly accountId: string;
  /** the office, or the unit */
  readonly name: string;
  readonly unitId: string | null;
  readonly creditCode: string | null;
  readonly county: string;
  /** the region with all its counties: work elsewhere may be offered to all of them */
  readonly region: string | null;
  /** of a township clerk and a village worker: only its own */
  readonly town: string | null;
  readonly village: string | null;
  /** publishes, verifies, hides; a village worker reads */
  readonly writes: boolean;
  /** agrees to what new employers propose, and releases what was held back */
  readonly decides: boolean;
}

/** @throws NotAllowed for everybody else, and for whoever acts for a resident */
export async function posterOf(context: Context): Promise<Poster> {
  const { account, staff, mandate } = askerOf(context);
  if (mandate) throw refuse('NotAllowed');
  if (!staff) return unitPosterOf(context);
  const { county, office } = staff;
  const reach = officerReach(staff);
  // what people say of postings is not for officers of other services
  if (!reach || (!reach.writes && reach.village === null)) throw refuse('NotAllowed');
  return {
    as: 'staff',
    accountId: account.id,
    name: office,
    unitId: null,
    creditCode: null,
    county,
    region: regionOf(context.book, county),
    ...reach,
  };
}

type Reach = Pick<Poster, 'town' | 'village' | 'writes' | 'decides'>;

/** What an officer's role says of postings; null: one that was never told where. */
export function officerReach({
  role,
  town,
  village,
  services,
}: Pick<StaffRole, 'town' | 'village' | 'services'> & { readonly role: string }): Reach | null {
  const whole = role === 'admin' || (role === 'county' && (services === null || services.includes(SERVICE)));
  const local = role === 'town' || role === 'village';
  if (local && (town === null || (role === 'village' && village === null))) return null;
  return {
    town: local ? town : null,
    village: role === 'village' ? village : null,
    writes: whole || role === 'town',
    decides: whole,
  };
}

/** Also of staff who are bound to a unit themselves. @throws NotAllowed */
export async function unitPosterOf(context: Context): Promise<Poster> {
  const { account, mandate } = askerOf(context);
  const bound = mandate ? null : await unitOf(context, account.id);
  if (!bound) throw refuse('NotAllowed');
  const { unitId, county, name, creditCode } = bound;
  return {
    as: 'unit',
    accountId: account.id,
    ...{ name, unitId, creditCode, county },
    region: regionOf(context.book, county),
    ...{ town: null, village: null, writes: true, decides: false },
  };
}

/** Whose desk looks at it: where the work is, or where those live whom work elsewhere is offered to. */
export const deskOf = ({ county, offeredTo }: Pick<PostingRow, 'county' | 'offeredTo'>): string =>
  offeredTo ?? county;

/** Offered to all of a region, by a code that no county has: whoever applies has a desk in their own county. */
export const isWide = ({ offeredTo }: Pick<PostingRow, 'offeredTo'>): boolean =>
  offeredTo?.endsWith('0000') ?? false;

export function ownPostings({ as, unitId, county, region, town, village }: Poster): SQL | undefined {
  if (as === 'unit') return eq(posting.unitId, unitId as string);
  const here = and(eq(posting.county, county), isNull(posting.offeredTo));
  if (town !== null)
    return and(here, eq(posting.town, town), village === null ? undefined : eq(posting.village, village));
  return or(here, eq(posting.offeredTo, county), region === null ? undefined : eq(posting.offeredTo, region));
}

export function isOwn({ as, unitId, county, region, town, village }: Poster, row: PostingRow): boolean {
  if (as === 'unit') return row.unitId === unitId;
  if (row.offeredTo !== null) return town === null && (row.offeredTo === county || row.offeredTo === region);
  const local = (town === null || row.town === town) && (village === null || row.village === village);
  return row.county === county && local;
}

/** @throws NotFound for another's posting as for none at all */
export async function ownOr404(context: Context, poster: Poster, id: string): Promise<PostingRow> {
  const [row] = await servicesOf(context).store.db.select().from(posting).where(eq(posting.id, id));
  if (!row || !isOwn(poster, row)) throw refuse('NotFound');
  return row;
}
