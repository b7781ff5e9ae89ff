/** How far an officer's hand reaches in public-welfare posts. */
import { and, eq, type SQL } from 'drizzle-orm';
import { type Context, servicesOf, staffOf } from '../context';
import { refuse } from '../refuse';
import { publicPost } from '../store/schema';
import { type Reach, reachOf } from '../visits/scope';

export type PostRow = typeof publicPost.$inferSelect;
/** the service by which people apply */
export const SERVICE = 'public-post';

/** @throws NotAllowed also for whoever works on other services only */
export function reachHere(context: Context): Reach {
  const { services } = staffOf(context);
  if (services !== null && !services.includes(SERVICE)) throw refuse('NotAllowed');
  return reachOf(context);
}

/** As far as the officer's role reaches. */
export function within(context: Context): SQL | undefined {
  const { county } = staffOf(context);
  const { town, village } = reachHere(context);
  return and(
    eq(publicPost.county, county),
    town === null ? undefined : eq(publicPost.town, town),
    village === null ? undefined : eq(publicPost.village, village),
  );
}

/** @throws NotAllowed for a place beyond the officer's reach */
export function mayEnter(context: Context, { town, village }: { town: string; village: string }): void {
  const reach = reachHere(context);
  if ((reach.town !== null && reach.town !== town) || (reach.village !== null && reach.village !== village))
    throw refuse('NotAllowed');
}

/** @throws NotFound for a post beyond the officer's reach as for none at all */
export async function postOr404(context: Context, id: string): Promise<PostRow> {
  const [row] = await servicesOf(context)
    .store.db.select()
    .from(publicPost)
    .where(and(eq(publicPost.id, id), within(context)));
  if (!row) throw refuse('NotFound');
  return row;
}
