/** Posts and their holders as the desk reads them, with what to look at. */
import { and, asc, inArray } from 'drizzle-orm';
import type { OutputOf } from '@/contract/api';
import type { HolderLine } from '@/contract/posts';
import { endsSoon } from '@/domain/posts';
import { type Context, servicesOf, staffOf } from '../context';
import { recordDeskLooksOnce } from '../looks';
import { postHolder } from '../store/schema';
import { decidersOf, type HolderRow, heldBy, holderFlags, overFlag, rulesOf } from './flags';
import type { PostRow } from './reach';
import { heldIn, isRenewed, isRunning, notOver } from './running';

type Sealed = Pick<HolderRow, 'id' | 'contentEnc'>;

/** The name, whether the village's register had it when it was entered, and why it ended. */
const said = (
  context: Context,
  { id, contentEnc }: Sealed,
): { name: string; namesake?: boolean; why?: string } =>
  JSON.parse(servicesOf(context).store.cipher.open('post_holder.content', id, contentEnc));

export const nameIn = (context: Context, row: Sealed): string => said(context, row).name;

export async function deskPosts(
  context: Context,
  rows: readonly PostRow[],
): Promise<OutputOf<'posts.desk'>['posts']> {
  const { county } = staffOf(context);
  const { db } = servicesOf(context).store;
  const all =
    rows.length === 0
      ? []
      : await db
          .select()
          .from(postHolder)
          .where(
            inArray(
              postHolder.postId,
              rows.map(({ id }) => id),
            ),
          )
          .orderBy(asc(postHolder.endsOn), asc(postHolder.id));
  const line = await liner(context, county, all);
  await recordDeskLooksOnce(context, '看了公益性岗位的名单', all);
  return rows.map((row) => {
    const own = all.filter(({ postId }) => postId === row.id);
    const held = heldIn(own, context.today);
    const { id, town, village, kind, title, people, duty, version, endedOn } = row;
    return {
      ...{ id, town, village, kind, title, people, duty, version, held, ended_on: endedOn },
      holders: own.map((one) => {
        const shown = line(one);
        const over = isRunning(one, context.today) ? overFlag(people, held) : [];
        return { ...shown, flags: [...shown.flags, ...over] };
      }),
    };
  });
}

/** What is needed for flags is read once for all of them. */
export async function liner(context: Context, county: string, rows: readonly HolderRow[]) {
  const rules = rulesOf(context, county);
  const deciders = await decidersOf(context, county);
  const held = await heldBy(context, [...new Set(rows.flatMap(({ householdId }) => householdId ?? []))]);
  const posts = [...new Set(rows.map(({ postId }) => postId))];
  const beside =
    posts.length === 0
      ? []
      : await servicesOf(context)
          .store.db.select()
          .from(postHolder)
          .where(and(inArray(postHolder.postId, posts), notOver(context)));
  const renewed = (row: HolderRow) => isRenewed(row, beside, (one) => nameIn(context, one));
  return (row: HolderRow): HolderLine => ({
    ...{ id: row.id, name: nameIn(context, row), known: row.personId !== null },
    ...{ starts_on: row.startsOn, ends_on: row.endsOn, ended_on: row.endedOn },
    ended:
      row.endedAt === null
        ? null
        : { at: row.endedAt.toISOString(), office: row.endedOffice ?? '', why: said(context, row).why ?? '' },
    soon: row.endedOn === null && endsSoon(row.endsOn, context.today) && !renewed(row),
    flags: holderFlags(context, rules, deciders, held, row, {
      renewed: renewed(row),
      namesake: said(context, row).namesake === true,
    }),
  });
}
