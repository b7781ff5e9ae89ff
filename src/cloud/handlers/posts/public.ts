/** Public-welfare posts as everybody sees them: how many, which, and who, masked. */

import { and, asc, desc, eq, isNull } from 'drizzle-orm';
import type { InputOf, OutputOf } from '@/contract/api';
import { maskName } from '@/domain/identity';
import { endsSoon } from '@/domain/posts';
import { type Context, packFor, servicesOf, subjectOf } from '../../context';
import { afterDay } from '../../cursor';
import { rulesOf } from '../../posts/flags';
import { nameIn } from '../../posts/lines';
import { HELD, isRenewed, running } from '../../posts/running';
import { refuse } from '../../refuse';
import { postHolder, publicPost } from '../../store/schema';

const MOST = 1000;
const PAGE = 30;

export async function village(
  context: Context,
  { county, town }: InputOf<'posts.village'>,
): Promise<OutputOf<'posts.village'>> {
  if (!packFor(context, county)) throw refuse('RegionWithoutPack');
  const { store, limits } = servicesOf(context);
  await limits.take('sessions_caller', context.credentials.caller);
  const there = and(eq(publicPost.county, county), isNull(publicPost.endedOn));
  const towns = await store.db
    .selectDistinct({ town: publicPost.town })
    .from(publicPost)
    .where(there)
    .orderBy(asc(publicPost.town));
  const rows = await store.db
    .select({ post: publicPost, held: HELD })
    .from(publicPost)
    .leftJoin(postHolder, and(eq(postHolder.postId, publicPost.id), running(context)))
    .where(and(there, town === undefined ? undefined : eq(publicPost.town, town)))
    .groupBy(publicPost.id)
    .orderBy(asc(publicPost.town), asc(publicPost.village), asc(publicPost.id))
    .limit(MOST + 1);
  const posts = rows
    .slice(0, MOST)
    .map(({ post: { id, town: at, village: in_, kind, title, people, duty }, held }) => ({
      ...{ id, town: at, village: in_, kind, title, people, duty, held },
    }));
  return {
    towns: towns.map((one) => one.town),
    posts,
    people: posts.reduce((sum, { people }) => sum + people, 0),
    held: posts.reduce((sum, { held }) => sum + held, 0),
    longest: rulesOf(context, county).longest,
    more: rows.length > MOST,
  };
}

export async function holders(
  context: Context,
  { county, town, village: in_, cursor }: InputOf<'posts.holders'>,
): Promise<OutputOf<'posts.holders'>> {
  if (!packFor(context, county)) throw refuse('RegionWithoutPack');
  const { store, limits } = servicesOf(context);
  await limits.take('sessions_caller', context.credentials.caller);
  const rows = await store.db
    .select({ row: postHolder, post: publicPost })
    .from(postHolder)
    .innerJoin(publicPost, eq(publicPost.id, postHolder.postId))
    .where(
      and(
        eq(postHolder.county, county),
        running(context),
        town === undefined ? undefined : eq(publicPost.town, town),
        in_ === undefined ? undefined : eq(publicPost.village, in_),
        afterDay(cursor, postHolder.startsOn, postHolder.id),
      ),
    )
    .orderBy(desc(postHolder.startsOn), desc(postHolder.id))
    .limit(PAGE + 1);
  const shown = rows.slice(0, PAGE);
  const last = shown.at(-1)?.row;
  return {
    holders: shown.map(({ row, post }) => ({
      ...{ id: row.id, name: maskName(nameIn(context, row)), town: post.town, village: post.village },
      ...{ kind: post.kind, title: post.title, starts_on: row.startsOn, ends_on: row.endsOn },
    })),
    next: rows.length > PAGE && last ? `${last.startsOn} ${last.id}` : null,
  };
}

export const mine = (context: Context): Promise<OutputOf<'posts.mine'>> => {
  const { personId } = subjectOf(context);
  return postsOf(context, personId);
};

export async function postsOf(context: Context, personId: string): Promise<OutputOf<'posts.mine'>> {
  const rows = await servicesOf(context)
    .store.db.select({ row: postHolder, post: publicPost })
    .from(postHolder)
    .innerJoin(publicPost, eq(publicPost.id, postHolder.postId))
    .where(eq(postHolder.personId, personId))
    .orderBy(desc(postHolder.startsOn), desc(postHolder.id));
  const all = rows.map(({ row }) => row);
  const name = (row: (typeof all)[number]) => nameIn(context, row);
  return rows.map(({ row, post: { kind, title, town, village: in_, duty } }) => ({
    ...{ id: row.id, kind, title, town, village: in_, duty },
    ...{ starts_on: row.startsOn, ends_on: row.endsOn, ended_on: row.endedOn },
    soon: row.endedOn === null && endsSoon(row.endsOn, context.today) && !isRenewed(row, all, name),
  }));
}
