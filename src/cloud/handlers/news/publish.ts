/** The desk's side of news: what may be said, and taking it back. */

import { and, desc, eq } from 'drizzle-orm';
import type { InputOf, OutputOf } from '@/contract/api';
import type { NewsDraft, NewsView } from '@/contract/news';
import { newsProblems } from '@/domain/news';
import { type Context, packFor, serviceBookFor, servicesOf, staffOf } from '../../context';
import { after } from '../../cursor';
import { forgetFile } from '../../files/forget';
import { type Picture, takenPicture } from '../../news/picture';
import { lineOf, type NewsRow, viewOf } from '../../news/view';
import { documentOf } from '../../policy-book/book';
import { refuse, refuseField } from '../../refuse';
import { news, newsPicture } from '../../store/schema';
import { pageOf } from './pages';

const PAGE = 20;

/** It speaks for the county. @throws NotAllowed for a village's and a township's desk, and who works on some services */
function writerOf(context: Context) {
  const staff = staffOf(context);
  const whole = staff.role === 'admin' || (staff.role === 'county' && staff.services === null);
  if (!whole) throw refuse('NotAllowed');
  return staff;
}

/** @throws InvalidInput at the field, RegionWithoutPack */
function checked(context: Context, id: string, draft: NewsDraft): NewsRow {
  const { county, office, accountId } = writerOf(context);
  const pack = packFor(context, county);
  const region = pack?.region;
  if (!pack || !region) throw refuse('RegionWithoutPack');
  const document = region.documents.includes(draft.document)
    ? documentOf(context.book, draft.document)
    : null;
  if (!document) throw refuseField('news.document', '请选本地的一份文件');
  const cited = document.items.filter(({ key }) => draft.items.includes(key));
  const unknown = draft.items.find((key) => !cited.some((item) => item.key === key));
  if (unknown !== undefined) throw refuseField('news.items', `这份文件里没有“${unknown}”这一条，请重新选`);
  const problems = newsProblems(draft, cited);
  if (problems.length > 0)
    throw refuse('InvalidInput', {
      fields: problems.map(({ at, message }) => ({ path: `news.${at}`, message })),
    });
  const known = serviceBookFor(context, county)?.services ?? [];
  if (draft.service !== null && !known.some((one) => one.id === draft.service))
    throw refuseField('news.service', '本地没有这一项可以办，请重新选');
  if (draft.picture && draft.picture.says === '')
    throw refuseField('news.says', '请用一句话写图上是什么，看不见的人靠它');
  return {
    ...{ id, place: county, kind: draft.kind, title: draft.title, text: draft.text },
    document: draft.document,
    // in the order of the document, each once
    items: cited.map(({ key }) => key),
    service: draft.service,
    pictureSays: draft.picture?.says ?? null,
    ...{ office, publishedBy: accountId, publishedAt: context.now, withdrawnAt: null },
  };
}

export const preview = (context: Context, { id, news: draft }: InputOf<'news.preview'>): NewsView =>
  viewOf(context, checked(context, id, draft));

/** Sent twice it is there once; withdrawn meanwhile it stays withdrawn. */
export async function publish(context: Context, input: InputOf<'news.publish'>): Promise<NewsView> {
  const { county } = writerOf(context);
  const { store, limits } = servicesOf(context);
  const known = await rowOf(context, input.id);
  if (known) {
    if (known.place !== county) throw refuse('NotFound');
    return viewOf(context, known);
  }
  const row = checked(context, input.id, input.news);
  const { picture } = input.news;
  const taken: Picture | null = picture ? await takenPicture(context, picture.file) : null;
  await limits.take('publish_account', row.publishedBy);
  await store.db.transaction(async (queries) => {
    const [made] = await queries.insert(news).values(row).onConflictDoNothing().returning();
    if (made && taken)
      await queries.insert(newsPicture).values({ newsId: row.id, type: taken.type, bytes: taken.bytes });
  });
  if (picture) await forgetFile(context, { id: picture.file });
  return viewOf(context, (await rowOf(context, input.id)) ?? row);
}

async function rowOf(context: Context, id: string): Promise<NewsRow | null> {
  const [row] = await servicesOf(context).store.db.select().from(news).where(eq(news.id, id));
  return row ?? null;
}

/** Of the own county, whoever wrote it. The picture goes at once. */
export async function withdraw(
  context: Context,
  { id }: InputOf<'news.withdraw'>,
): Promise<OutputOf<'news.withdraw'>> {
  const { county } = writerOf(context);
  const row = await rowOf(context, id);
  if (row?.place !== county) throw refuse('NotFound');
  if (row.withdrawnAt) return lineOf(context, row);
  await servicesOf(context).store.db.transaction(async (queries) => {
    await queries.update(news).set({ withdrawnAt: context.now }).where(eq(news.id, id));
    await queries.delete(newsPicture).where(eq(newsPicture.newsId, id));
  });
  return lineOf(context, { ...row, withdrawnAt: context.now });
}

/** The newest first, withdrawn ones among them. */
export async function mine(
  context: Context,
  { cursor }: InputOf<'news.mine'>,
): Promise<OutputOf<'news.mine'>> {
  const { county } = writerOf(context);
  const rows = await servicesOf(context)
    .store.db.select()
    .from(news)
    .where(and(eq(news.place, county), after(cursor, { at: news.publishedAt, id: news.id, order: 'desc' })))
    .orderBy(desc(news.publishedAt), desc(news.id))
    .limit(PAGE + 1);
  const documents = packFor(context, county)?.documents ?? [];
  const services = serviceBookFor(context, county)?.services ?? [];
  return {
    ...pageOf(context, rows, PAGE),
    documents: documents.map(({ id, number, title }) => ({ id, number, title })),
    services: services.filter(({ step_of }) => !step_of).map(({ id, title }) => ({ id, title })),
  };
}
