import type { IsoDate, PolicyDocumentMeta } from '@/domain/eligibility/types';
import { dateText } from '@/ui';

export interface DocumentNotice {
  readonly document: string;
  readonly date: IsoDate;
  readonly title: string;
  readonly line: string;
  readonly kind: 'from' | 'assumed' | 'to' | 'expired';
}

/** What the documents say of their own time, the newest first; what starts later is said ahead. */
export function documentNotices(
  documents: readonly PolicyDocumentMeta[],
  today: IsoDate,
): readonly DocumentNotice[] {
  const notices = documents.flatMap(({ id, number, title, effective }): DocumentNotice[] => {
    const { from, to, assumed, note } = effective;
    const begin: DocumentNotice = {
      document: id,
      date: from,
      kind: assumed ? 'assumed' : 'from',
      title: assumed ? `按${dateText(from)}起算` : `从${dateText(from)}起实行`,
      line: assumed ? (note ?? title) : `${number}　${title}`,
    };
    if (to === null) return [begin];
    const over = to < today;
    const end: DocumentNotice = {
      document: id,
      date: to,
      kind: over ? 'expired' : 'to',
      title: over ? `${number}已于${dateText(to)}到期` : `${number}执行到${dateText(to)}`,
      line: over ? `可以看，不能再申领。${note ?? ''}` : title,
    };
    return [end, begin];
  });
  return notices.sort((a, b) => (a.date < b.date ? 1 : -1));
}
