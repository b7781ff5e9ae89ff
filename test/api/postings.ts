/** Postings for tests, put straight into the database. */
import { randomUUID } from 'node:crypto';
import { posting } from '@/cloud/store/schema';
import { cellOf } from '@/domain/geo/cells';
import { monthly, POSTING_KINDS, type PostingKind, type PostingWords } from '@/domain/jobs';
import type { TestServices } from '../services';
import { inDays } from './training';

type Row = typeof posting.$inferInsert;

const WORDS: PostingWords = {
  about: null,
  paid: null,
  hours: null,
  insurance: [],
  contract: null,
  phone: null,
  route: null,
  gather: null,
  bus: null,
  cooperation: null,
  destination: null,
  brand: null,
  also: [],
};

export type Over = Partial<Omit<Row, 'kind' | 'words' | 'cell' | 'monthFen'>> & {
  readonly kind?: PostingKind;
  readonly words?: Partial<PostingWords>;
};

/** An open posting in the county town of 酉阳, 3000 yuan a month, unless said otherwise. */
export function samplePosting({ kind = 'enterprise', words, ...over }: Over = {}): Row {
  const id = over.id ?? randomUUID();
  const at = { lat: over.lat ?? 28.8412, lng: over.lng ?? 108.7725 };
  const pay = { payFrom: 300_000, payTo: null, payUnit: 'month', piecesPerDay: null, ...over } as const;
  const month =
    pay.payFrom === null
      ? null
      : monthly({
          from_fen: pay.payFrom,
          to_fen: pay.payTo,
          unit: pay.payUnit ?? 'month',
          pieces_per_day: pay.piecesPerDay,
        });
  return {
    source: '样例来源',
    sourceId: id,
    print: id,
    state: 'open',
    title: '样例缝纫工',
    employer: '样例服装厂',
    county: '500242',
    exact: 'exact',
    skills: [],
    openUntil: inDays(30),
    postedAt: new Date(),
    shownAt: over.postedAt ?? new Date(),
    changedAt: new Date(),
    version: 1,
    ...pay,
    ...at,
    id,
    kind: POSTING_KINDS[kind].no,
    cell: cellOf(at),
    monthFen: month?.fen ?? -1,
    words: { ...WORDS, ...words },
  };
}

/** @returns its id */
export async function newPosting(
  { services }: Pick<TestServices, 'services'>,
  over: Over = {},
): Promise<string> {
  const row = samplePosting(over);
  await services.store.db.insert(posting).values(row);
  return row.id;
}
