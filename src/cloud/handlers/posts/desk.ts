/** The desk's side of public-welfare posts: entering them and their holders, ending contracts, what to look at. */
import { and, asc, eq, inArray, isNull, type SQL } from 'drizzle-orm';
import type { InputOf, OutputOf } from '@/contract/api';
import type { HolderLine } from '@/contract/posts';
import { parseDay } from '@/domain/calendar/days';
import { checkIdNumber } from '@/domain/identity';
import { contractProblems, endsSoon } from '@/domain/posts';
import { type Context, servicesOf, staffOf } from '../../context';
import {
  decidersOf,
  type HolderRow,
  heldBy,
  holderFlags,
  homeFlags,
  overFlag,
  rulesOf,
} from '../../posts/flags';
import { recordLooksOnce } from '../../posts/looks';
import { refuse, refuseField } from '../../refuse';
import { memberById, personByNumber } from '../../store/people';
import { villagersOf } from '../../store/places';
import { postHolder, publicPost, serviceCase } from '../../store/schema';
import type { Queries } from '../../store/store';
import { familyOf, personsOf } from '../desk/conflict';
import { chosenIn, type Reach, reachOf } from '../visits/scope';
import { nameIn, running } from './public';

type PostRow = typeof publicPost.$inferSelect;
const SERVICE = 'public-post';
const MOST_PEOPLE = 500;

/** @throws NotAllowed also for whoever works on other services only */
function reachHere(context: Context): Reach {
  const { services } = staffOf(context);
  if (services !== null && !services.includes(SERVICE)) throw refuse('NotAllowed');
  return reachOf(context);
}

/** As far as the officer's role reaches. */
function within(context: Context): SQL | undefined {
  const { county } = staffOf(context);
  const { town, village } = reachHere(context);
  return and(
    eq(publicPost.county, county),
    town === null ? undefined : eq(publicPost.town, town),
    village === null ? undefined : eq(publicPost.village, village),
  );
}

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
    .limit(MOST_PEOPLE);
  const posts = await deskPosts(context, rows);
  return {
    ...{ towns: towns.map((one) => one.town), town, village, posts },
    longest: rulesOf(context, county).longest,
    applying: await applying(context, town),
  };
}

async function deskPosts(
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
  await recordLooksOnce(context, '看了公益性岗位的名单', all);
  return rows.map((row) => {
    const own = all.filter(({ postId }) => postId === row.id);
    const held = own.filter(({ endedOn, endsOn }) => endedOn === null && endsOn >= context.today).length;
    const { id, town, village, kind, title, people, duty, version, endedOn } = row;
    return {
      ...{ id, town, village, kind, title, people, duty, version, held, ended_on: endedOn },
      holders: own.map((one) => {
        const shown = line(one);
        const over = one.endedOn === null ? overFlag(people, held) : [];
        return { ...shown, flags: [...shown.flags, ...over] };
      }),
    };
  });
}

/** What is needed for flags is read once for all of them. */
async function liner(context: Context, county: string, rows: readonly HolderRow[]) {
  const rules = rulesOf(context, county);
  const deciders = await decidersOf(context, county);
  const held = await heldBy(context, [...new Set(rows.flatMap(({ householdId }) => householdId ?? []))]);
  return (row: HolderRow): HolderLine => ({
    ...{ id: row.id, name: nameIn(context, row), known: row.personId !== null },
    ...{ starts_on: row.startsOn, ends_on: row.endsOn, ended_on: row.endedOn },
    soon: row.endedOn === null && endsSoon(row.endsOn, context.today),
    flags: holderFlags(context, rules, deciders, held, row),
  });
}

/** Open applications from households that have a post already, or somebody who decides: numbers, no names. */
async function applying(context: Context, town: string | null): Promise<OutputOf<'posts.desk'>['applying']> {
  const { county } = staffOf(context);
  const rows = await servicesOf(context)
    .store.db.select({ id: serviceCase.id, number: serviceCase.number, home: serviceCase.householdId })
    .from(serviceCase)
    .where(
      and(
        eq(serviceCase.county, county),
        eq(serviceCase.service, SERVICE),
        isNull(serviceCase.closedOn),
        town === null ? undefined : eq(serviceCase.town, town),
      ),
    )
    .limit(MOST_PEOPLE);
  const rules = rulesOf(context, county);
  const deciders = await decidersOf(context, county);
  const held = await heldBy(context, [...new Set(rows.flatMap(({ home }) => home ?? []))]);
  return rows
    .map(({ id, number, home }) => ({
      ...{ case: id, number },
      flags: homeFlags(rules, deciders, home, home ? (held.get(home)?.length ?? 0) : 0),
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
              running(context),
            ),
          );
  const entered = new Set(known.map(({ id }) => id));
  const shown = inPost.filter(({ personId }) => !entered.has(personId));
  await recordLooksOnce(context, '看了台账里在公益性岗位上的人', shown);
  return shown.map(({ personId, row }) => ({
    person: personId,
    name: row.name,
    months: typeof row.post_contract_months === 'number' ? row.post_contract_months : null,
  }));
}

/** @throws NotAllowed for a place beyond the officer's reach */
function mayEnter(context: Context, { town, village }: { town: string; village: string }): void {
  const reach = reachHere(context);
  if ((reach.town !== null && reach.town !== town) || (reach.village !== null && reach.village !== village))
    throw refuse('NotAllowed');
}

/** Sent twice, it is there once. */
export async function put(context: Context, input: InputOf<'posts.put'>): Promise<OutputOf<'posts.put'>> {
  const { accountId, county } = staffOf(context);
  const { id, version, post: draft, end = false } = input;
  mayEnter(context, draft);
  if (draft.people < 1 || draft.people > MOST_PEOPLE)
    throw refuseField('post.people', `请写这个岗位要几个人，1到${MOST_PEOPLE}`);
  const { db } = servicesOf(context).store;
  const row = await db.transaction(async (queries) => {
    const [known] = await queries.select().from(publicPost).where(eq(publicPost.id, id)).for('update');
    const values = { ...draft, duty: draft.duty || null, changedAt: context.now };
    if (!known) {
      if (version !== 0) throw refuse('NotFound');
      const [anew] = await queries
        .insert(publicPost)
        .values({ ...values, id, county, version: 1, createdBy: accountId })
        .onConflictDoNothing()
        .returning();
      if (!anew) throw refuse('CaseChanged');
      return anew;
    }
    if (known.county !== county) throw refuse('NotFound');
    mayEnter(context, known);
    if (version === 0 && known.version === 1 && known.createdBy === accountId) return known;
    if (version !== known.version) throw refuse('CaseChanged');
    if (end) await requireEmpty(context, queries, id);
    const [changed] = await queries
      .update(publicPost)
      .set({ ...values, version: version + 1, ...(end && { endedOn: context.today }) })
      .where(eq(publicPost.id, id))
      .returning();
    return changed ?? known;
  });
  const [shown] = await deskPosts(context, [row]);
  if (!shown) throw refuse('NotFound');
  return shown;
}

async function requireEmpty(context: Context, queries: Queries, postId: string): Promise<void> {
  const [one] = await queries
    .select({ id: postHolder.id })
    .from(postHolder)
    .where(and(eq(postHolder.postId, postId), running(context)))
    .limit(1);
  if (one)
    throw refuse('ActionNotAllowed', {
      fields: [{ path: 'end', message: '还有人在这个岗位上，请先记退岗，再撤岗位' }],
    });
}

/** @throws NotFound for a post beyond the officer's reach as for none at all */
async function postOr404(context: Context, id: string): Promise<PostRow> {
  const [row] = await servicesOf(context)
    .store.db.select()
    .from(publicPost)
    .where(and(eq(publicPost.id, id), within(context)));
  if (!row) throw refuse('NotFound');
  return row;
}

/** Whoever is in the register is linked with it; somebody who is not is kept by name. */
export async function hold(context: Context, input: InputOf<'posts.hold'>): Promise<OutputOf<'posts.hold'>> {
  const { accountId, county } = staffOf(context);
  const { store } = servicesOf(context);
  const post = await postOr404(context, input.post);
  const [same] = await store.db.select().from(postHolder).where(eq(postHolder.id, input.id));
  if (same) {
    if (same.postId !== post.id || same.createdBy !== accountId) throw refuse('NotFound');
    return (await liner(context, county, [same]))(same);
  }
  const problems = contractProblems(input);
  if (problems.length > 0)
    throw refuse('InvalidInput', { fields: problems.map(({ at, message }) => ({ path: at, message })) });
  const { name, personId, householdId } = await whoHolds(context, county, input);
  const row = await store.db.transaction(async (queries) => {
    // whoever takes the post away holds it too
    const [held] = await queries.select().from(publicPost).where(eq(publicPost.id, post.id)).for('update');
    if (!held || held.endedOn !== null)
      throw refuse('ActionNotAllowed', { fields: [{ path: 'post', message: '这个岗位已经撤了' }] });
    await requireOther(context, queries, { personId, householdId });
    const [made] = await queries
      .insert(postHolder)
      .values({
        ...{ id: input.id, postId: post.id, county, personId, householdId },
        ...{ startsOn: input.starts_on, endsOn: input.ends_on, createdBy: accountId, createdAt: context.now },
        contentEnc: store.cipher.seal('post_holder.content', input.id, JSON.stringify({ name })),
      })
      .onConflictDoNothing()
      .returning();
    return made;
  });
  if (!row) throw refuse('AlreadyFiled');
  return (await liner(context, county, [row]))(row);
}

/** 回避. @throws ActionNotAllowed for themselves, the own family, a relative they named */
async function requireOther(
  context: Context,
  queries: Queries,
  { personId, householdId }: Pick<HolderRow, 'personId' | 'householdId'>,
): Promise<void> {
  const persons = personsOf(context);
  const own = personId !== null && persons.includes(personId);
  const message = own
    ? '这是您自己的事，要由别的工作人员办'
    : await familyOf(queries, householdId, [staffOf(context).accountId], persons);
  if (message !== null) throw refuse('ActionNotAllowed', { fields: [{ path: 'person', message }] });
}

async function whoHolds(context: Context, county: string, input: InputOf<'posts.hold'>) {
  const { store } = servicesOf(context);
  if (input.person !== undefined) {
    const member = await memberById(store, input.person);
    if (!member || member.county !== county)
      throw refuseField('person', '台账里没有这个人，请从名单里重新选');
    return { name: member.row.name, personId: member.id, householdId: member.householdId };
  }
  if (input.name === undefined) throw refuseField('name', '请写姓名');
  if (!input.id_number) return { name: input.name, personId: null, householdId: null };
  const checked = checkIdNumber(input.id_number, context.today);
  if (!checked.ok) throw refuseField('id_number', checked.problem.message);
  const found = await personByNumber(store, checked.number);
  if (!found || found.county !== county) return { name: input.name, personId: null, householdId: null };
  const member = await memberById(store, found.id);
  const bare = (text: string) => text.normalize('NFKC').replace(/\s/g, '');
  if (member && bare(member.row.name) !== bare(input.name))
    throw refuseField('name', '姓名和身份证号对不上台账，请核对');
  return { name: input.name, personId: found.id, householdId: found.householdId };
}

/** Ended twice, it is ended as it was said first. */
export async function end(context: Context, input: InputOf<'posts.end'>): Promise<OutputOf<'posts.end'>> {
  const { county } = staffOf(context);
  const { db } = servicesOf(context).store;
  const [row] = await db.select().from(postHolder).where(eq(postHolder.id, input.id));
  if (!row) throw refuse('NotFound');
  await postOr404(context, row.postId);
  if (parseDay(input.on) === null || input.on > context.today)
    throw refuseField('on', '请写退岗的日期，不能是以后的日子');
  if (input.on < row.startsOn) throw refuseField('on', `退岗在上岗（${row.startsOn}）以前，请改日期`);
  await db.transaction(async (queries) => {
    await requireOther(context, queries, row);
    await queries
      .update(postHolder)
      .set({ endedOn: input.on, endedWhy: input.why })
      .where(and(eq(postHolder.id, row.id), isNull(postHolder.endedOn)));
  });
  const [now] = await db.select().from(postHolder).where(eq(postHolder.id, row.id));
  return (await liner(context, county, [now ?? row]))(now ?? row);
}
