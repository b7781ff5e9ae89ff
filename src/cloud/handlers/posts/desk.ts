/** The desk's side of public-welfare posts: what there is, what to look at, whom the register knows. */
import { and, asc, eq, exists, inArray, isNull, or } from 'drizzle-orm';
import type { InputOf, OutputOf } from '@/contract/api';
import { type Context, servicesOf, staffOf } from '../../context';
import { recordDeskLooksOnce } from '../../looks';
import { decidersOf, heldBy, homeFlags, rulesOf, seatsOf } from '../../posts/flags';
import { deskPosts } from '../../posts/lines';
import { reachHere, SERVICE, within } from '../../posts/reach';
import { notOver } from '../../posts/running';
import { villagersOf } from '../../store/places';
import { postHolder, publicPost, serviceCase } from '../../store/schema';
import { chosenIn } from '../../visits/scope';

/** rows of one answer */
const MOST = 500;

export async function desk(context: Context, input: InputOf<'posts.desk'>): Promise<OutputOf<'posts.desk'>> {
  const { county } = staffOf(context);
  const { town, village } = chosenIn(reachHere(context), input);
  const { db } = servicesOf(context).store;
  const towns = await db
    .selectDistinct({ town: publicPost.town })
    .from(publicPost)
    .where(within(context))
    .orderBy(asc(publicPost.town));
  const rows = await db
    .select()
    .from(publicPost)
    .where(
      and(
        within(context),
        town === null ? undefined : eq(publicPost.town, town),
        village === null ? undefined : eq(publicPost.village, village),
      ),
    )
    .orderBy(asc(publicPost.town), asc(publicPost.village), asc(publicPost.id))
    .limit(MOST + 1);
  const posts = await deskPosts(context, rows.slice(0, MOST));
  const flagged = await applying(context, town, village);
  return {
    ...{ towns: towns.map((one) => one.town), town, village, posts },
    longest: rulesOf(context, county).longest,
    applying: flagged.slice(0, MOST),
    more: rows.length > MOST || flagged.length > MOST,
  };
}

/** Open applications from households that have a post already, or somebody who decides: numbers, no names. */
async function applying(
  context: Context,
  town: string | null,
  village: string | null,
): Promise<OutputOf<'posts.desk'>['applying']> {
  const { county } = staffOf(context);
  const { db } = servicesOf(context).store;
  const deciders = await decidersOf(context, county);
  const deciding = [...new Set([...deciders.homes.keys(), ...deciders.declared.keys()])];
  const holding = db
    .select({ id: postHolder.id })
    .from(postHolder)
    .where(and(eq(postHolder.householdId, serviceCase.householdId), notOver(context)));
  const rows = await db
    .select({ id: serviceCase.id, number: serviceCase.number, home: serviceCase.householdId })
    .from(serviceCase)
    .where(
      and(
        eq(serviceCase.county, county),
        eq(serviceCase.service, SERVICE),
        isNull(serviceCase.closedOn),
        town === null ? undefined : eq(serviceCase.town, town),
        // a village's own alone: what has no village yet is the town's to look at
        village === null ? undefined : eq(serviceCase.village, village),
        // of the others nothing is said: they would only take up the room
        or(inArray(serviceCase.householdId, deciding), exists(holding)),
      ),
    )
    .orderBy(asc(serviceCase.filedOn), asc(serviceCase.id))
    .limit(MOST + 1);
  const rules = rulesOf(context, county);
  const held = await heldBy(context, [...new Set(rows.flatMap(({ home }) => home ?? []))]);
  return rows
    .map(({ id, number, home }) => ({
      ...{ case: id, number },
      flags: homeFlags(rules, deciders, home, home ? seatsOf(held.get(home)) : 0),
    }))
    .filter(({ flags }) => flags.length > 0);
}

export async function register(
  context: Context,
  input: InputOf<'posts.register'>,
): Promise<OutputOf<'posts.register'>> {
  const { county } = staffOf(context);
  const { town, village } = chosenIn(reachHere(context), input);
  const { store } = servicesOf(context);
  if (town === null || village === null) return [];
  const people = await villagersOf(store, county, { town, village });
  const inPost = people.filter(({ row }) => row.employment_form === 'public_post');
  const known =
    inPost.length === 0
      ? []
      : await store.db
          .select({ id: postHolder.personId })
          .from(postHolder)
          .where(
            and(
              inArray(
                postHolder.personId,
                inPost.map(({ personId }) => personId),
              ),
              notOver(context),
            ),
          );
  const entered = new Set(known.map(({ id }) => id));
  const shown = inPost.filter(({ personId }) => !entered.has(personId));
  await recordDeskLooksOnce(context, '看了台账里在公益性岗位上的人', shown);
  return shown.map(({ personId, row }) => ({
    person: personId,
    name: row.name,
    months: typeof row.post_contract_months === 'number' ? row.post_contract_months : null,
  }));
}
