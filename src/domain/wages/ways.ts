/** Which way to the money, from what was answered. Every condition is a row of `policy/law/`. */
import { type Known, type Truth, truthOf } from '../cases/when';
import type { AdviceRow, LawBook, NoteRow, TrackRow } from './law';

export interface Ways {
  /** what to do first */
  readonly advice: AdviceRow;
  /** a row before it may hold as well: something that would matter is not known */
  readonly unsure: boolean;
  readonly tracks: readonly {
    readonly row: TrackRow;
    /** null: not known, and so not closed */
    readonly open: Truth;
    /** why it is closed */
    readonly why: string | null;
  }[];
  /** without those known not to hold */
  readonly notes: readonly { readonly row: NoteRow; readonly holds: Truth }[];
}

const holds = ({ when }: Pick<AdviceRow, 'when'>, known: Known): Truth =>
  when === undefined ? true : truthOf(when, known);

/** @throws RangeError for a book without a last advice, which the loader refuses */
export function waysOf(book: Pick<LawBook, 'advice' | 'tracks' | 'notes'>, known: Known): Ways {
  const at = book.advice.findIndex((row) => holds(row, known) === true);
  const advice = book.advice[at];
  if (!advice) throw new RangeError('no advice stands without a condition');
  return {
    advice,
    unsure: book.advice.slice(0, at).some((row) => holds(row, known) === null),
    tracks: book.tracks.map((row) => {
      const open = row.open_when === undefined ? true : truthOf(row.open_when, known);
      return { row, open, why: open === false ? (row.closed_why ?? null) : null };
    }),
    notes: book.notes.flatMap((row) => {
      const truth = holds(row, known);
      return truth === false ? [] : [{ row, holds: truth }];
    }),
  };
}

/** The ways that stay open when `first` is taken first, `first` among them. */
export function doorsAfter(
  { tracks }: Pick<LawBook, 'tracks'>,
  first: TrackRow['id'],
): readonly TrackRow['id'][] {
  const shut = tracks.find(({ id }) => id === first)?.shuts ?? [];
  return tracks.map(({ id }) => id).filter((id) => !shut.includes(id));
}
