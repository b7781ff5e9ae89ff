/** Saved searches, and whether somebody is told of what is new. */
import { and, asc, count, eq } from 'drizzle-orm';
import type { InputOf } from '@/contract/api';
import type { SearchesView } from '@/contract/work';
import { MOST_SEARCHES, searchName, type Wanted } from '@/domain/jobs/wishes';
import { countyName } from '../../cases/names';
import { askerOf, type Context, packFor, servicesOf } from '../../context';
import { holdAccount } from '../../hold-account';
import { refuse } from '../../refuse';
import { workNotice, workSearch } from '../../store/schema';
import { sealSearch, wantedIn } from '../../work/searches';

export async function searches(context: Context): Promise<SearchesView> {
  const { id } = askerOf(context).account;
  const { db, cipher } = servicesOf(context).store;
  const [rows, [notice]] = await Promise.all([
    db.select().from(workSearch).where(eq(workSearch.accountId, id)).orderBy(asc(workSearch.savedAt)),
    db.select().from(workNotice).where(eq(workNotice.id, id)),
  ]);
  return {
    searches: rows.map((row) => {
      const wanted = wantedIn(cipher, row);
      return {
        ...(wanted as InputOf<'work.save_search'>['wanted']),
        id: row.id,
        name: searchName(wanted, countyName(context.book, wanted.county)),
        saved_at: row.savedAt.toISOString(),
      };
    }),
    told: notice?.wanted ?? false,
    last_told: notice?.toldOn ?? null,
  };
}

export async function saveSearch(
  context: Context,
  { id, wanted }: InputOf<'work.save_search'>,
): Promise<SearchesView> {
  if (!packFor(context, wanted.county)) throw refuse('RegionWithoutPack');
  const accountId = askerOf(context).account.id;
  const { cipher } = servicesOf(context).store;
  await holdAccount(context, accountId, async (queries) => {
    const [before] = await queries
      .select({ accountId: workSearch.accountId })
      .from(workSearch)
      .where(eq(workSearch.id, id));
    if (before && before.accountId !== accountId) throw refuse('NotFound');
    const [{ n } = { n: 0 }] = await queries
      .select({ n: count() })
      .from(workSearch)
      .where(eq(workSearch.accountId, accountId));
    if (!before && n >= MOST_SEARCHES) throw refuse('TooManySearches');
    const contentEnc = sealSearch(cipher, id, wanted as Wanted);
    await queries
      .insert(workSearch)
      .values({ id, accountId, contentEnc, savedAt: context.now })
      .onConflictDoUpdate({ target: workSearch.id, set: { contentEnc } });
    // whoever switched the messages off keeps them off
    await queries
      .insert(workNotice)
      .values({ id: accountId, wanted: true, since: context.now, nextOn: context.today })
      .onConflictDoNothing();
  });
  return searches(context);
}

export async function dropSearch(context: Context, { id }: { id: string }): Promise<SearchesView> {
  const accountId = askerOf(context).account.id;
  await servicesOf(context)
    .store.db.delete(workSearch)
    .where(and(eq(workSearch.id, id), eq(workSearch.accountId, accountId)));
  return searches(context);
}

export async function notify(context: Context, { on }: { on: boolean }): Promise<SearchesView> {
  const { id } = askerOf(context).account;
  await holdAccount(context, id, async (queries) => {
    const fresh = { wanted: on, since: context.now, nextOn: context.today };
    await queries
      .insert(workNotice)
      .values({ id, ...fresh })
      // what came while it was off is no news; the week since the last message goes on
      .onConflictDoUpdate({ target: workNotice.id, set: { wanted: on, since: context.now } });
  });
  return searches(context);
}
