/** Whose visits an officer sees: a village worker the own village, a clerk the own town, the county's own the county. */
import { eq } from 'drizzle-orm';
import { type Context, servicesOf, staffOf } from '../context';
import { refuse } from '../refuse';
import { type Place, placeHashes } from '../store/places';
import { person } from '../store/schema';

/** How a place is called that the register leaves open. */
const LEFT_OPEN = '（没有写）';
export const placeName = (name: string): string => (name === '' ? LEFT_OPEN : name);
const placeSaid = (name: string): string => (name === LEFT_OPEN ? '' : name);

/** null: the whole county, or the whole town */
export interface Reach {
  readonly town: string | null;
  readonly village: string | null;
}

/** As far as the role reaches. @throws NotAllowed for a role that was never told where */
export function reachOf(context: Context): Reach {
  const { role, town, village } = staffOf(context);
  if (role === 'county' || role === 'admin') return { town: null, village: null };
  if (town === null || (role === 'village' && village === null)) throw refuse('NotAllowed');
  return { town, village: role === 'village' ? village : null };
}

/** What was chosen within it. @throws NotAllowed beyond it */
export function chosenIn(
  reach: Reach,
  input: { readonly town?: string; readonly village?: string },
): { readonly town: string | null; readonly village: string | null } {
  const one = (fixed: string | null, asked: string | undefined) => {
    const said = asked === undefined ? null : placeSaid(asked);
    if (fixed !== null && said !== null && said !== fixed) throw refuse('NotAllowed');
    return fixed ?? said;
  };
  const town = one(reach.town, input.town);
  const village = one(reach.village, input.village);
  return { town, village: town === null ? null : village };
}

export interface Visited {
  readonly id: string;
  readonly householdId: string;
}

/** Somebody whom this officer may visit; null for anybody else, in the register or not. */
export async function visitedBy(context: Context, personId: string): Promise<Visited | null> {
  const { county } = staffOf(context);
  const { db, cipher } = servicesOf(context).store;
  const reach = reachOf(context);
  const [found] = await db.select().from(person).where(eq(person.id, personId));
  if (!found || found.county !== county) return null;
  if (reach.town === null) return found;
  const place: Place = { town: reach.town, village: reach.village ?? '' };
  const own = placeHashes(cipher, county, place);
  const there = reach.village === null ? found.townHash : found.villageHash;
  return there?.equals(reach.village === null ? own.townHash : own.villageHash) ? found : null;
}
