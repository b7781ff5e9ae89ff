/** News for everybody. */

import { and, desc, eq, inArray, isNull } from 'drizzle-orm';
import type { InputOf, OutputOf } from '@/contract/api';
import { changesOf } from '@/domain/news';
import { type Context, packFor, servicesOf } from '../../context';
import { after } from '../../cursor';
import { viewOf } from '../../news/view';
import { refuse } from '../../refuse';
import { news, newsPicture } from '../../store/schema';
import { pageOf } from './pages';

const PAGE = 20;

/** Of a county: its own, and what the region says to all. Of a region: what its desk and its counties say. */
export async function list(context: Context, input: InputOf<'news.list'>): Promise<OutputOf<'news.list'>> {
  const pack = packFor(context, input.place);
  if (!pack) throw refuse('RegionWithoutPack');
  const { id, units } = pack.region;
  const codes = (unit: (typeof units)[number]) =>
    [unit.code, ...(unit.aliases ?? [])].flatMap((one) => one ?? []);
  const own = units.filter((unit) => input.place === id || codes(unit).includes(input.place));
  const places = [...new Set([id, input.place, ...own.flatMap(codes)])];
  const rows = await servicesOf(context)
    .store.db.select()
    .from(news)
    .where(
      and(
        inArray(news.place, places),
        isNull(news.withdrawnAt),
        input.kind ? eq(news.kind, input.kind) : undefined,
        after(input.cursor, { at: news.publishedAt, id: news.id, order: 'desc' }),
      ),
    )
    .orderBy(desc(news.publishedAt), desc(news.id))
    .limit(PAGE + 1);
  return { ...pageOf(context, rows, PAGE), changes: changesOf(pack, context.today), today: context.today };
}

/** A withdrawn one says so: it may have been shared. */
export async function show(context: Context, { id }: InputOf<'news.show'>): Promise<OutputOf<'news.show'>> {
  const [row] = await servicesOf(context).store.db.select().from(news).where(eq(news.id, id));
  if (!row) throw refuse('NotFound');
  return viewOf(context, row);
}

export async function picture(
  context: Context,
  { id }: InputOf<'news.picture'>,
): Promise<OutputOf<'news.picture'>> {
  const { store, limits } = servicesOf(context);
  await limits.take('picture_caller', context.credentials.caller);
  const [row] = await store.db.select().from(newsPicture).where(eq(newsPicture.newsId, id));
  if (!row) throw refuse('NotFound');
  return { type: row.type as 'image/jpeg' | 'image/png', base64: row.bytes.toString('base64') };
}
