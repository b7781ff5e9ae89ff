/** News as it is read: bound to the policy book at the moment of reading, so what has ended says so. */
import type { NewsLine, NewsView } from '@/contract/news';
import type { PolicyDocument } from '@/domain/eligibility';
import { type NewsKind, standingOf, touchedBy } from '@/domain/news';
import { type Context, packFor, serviceBookFor } from '../context';
import { documentOf } from '../policy-book/book';
import type { news } from '../store/schema';

export type NewsRow = typeof news.$inferSelect;

/** The county's own name, or the region's. */
function placeName(context: Context, code: string): string {
  const region = packFor(context, code)?.region;
  const unit = region?.units.find((one) => one.code === code || one.aliases?.includes(code));
  return unit?.name ?? region?.name ?? code;
}

/** A document that is kept no more is named by its id: what was said once can still be read. */
const citedOf = (context: Context, id: string): PolicyDocument | null => documentOf(context.book, id);

export function lineOf(context: Context, row: NewsRow): NewsLine {
  const document = citedOf(context, row.document);
  return {
    id: row.id,
    kind: row.kind as NewsKind,
    title: row.title,
    office: row.office,
    place: placeName(context, row.place),
    published_at: row.publishedAt.toISOString(),
    withdrawn_at: row.withdrawnAt?.toISOString() ?? null,
    document: {
      id: row.document,
      number: document?.number ?? row.document,
      standing: document ? standingOf(document.effective, context.today) : 'ended',
      to: document?.effective.to ?? null,
    },
    items: row.items,
    picture: row.withdrawnAt ? null : row.pictureSays,
  };
}

export function viewOf(context: Context, row: NewsRow): NewsView {
  const line = lineOf(context, row);
  if (row.withdrawnAt) return { ...line, text: '', passages: [], touches: [], service: null };
  const pack = packFor(context, row.place);
  const cited = citedOf(context, row.document)?.items.filter(({ key }) => row.items.includes(key)) ?? [];
  const service = serviceBookFor(context, row.place)?.services.find(({ id }) => id === row.service);
  return {
    ...line,
    text: row.text,
    passages: cited.map(({ key, title, text }) => ({ item: key, title, text })),
    touches: pack ? touchedBy(pack, row.document, row.items) : [],
    service: service ? { id: service.id, title: service.title } : null,
  };
}
