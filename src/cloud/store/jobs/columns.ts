import { cellOf } from '@/domain/geo/cells';
import { monthly, POSTING_KINDS, type PostingDraft } from '@/domain/jobs';
import type { posting } from '../schema';

type Values = typeof posting.$inferInsert;

/** The columns that say what is offered. */
export const columnsOf = (draft: PostingDraft) =>
  ({
    kind: POSTING_KINDS[draft.kind].no,
    title: draft.title,
    employer: draft.employer,
    creditCode: draft.credit_code,
    county: draft.county,
    town: draft.town,
    village: draft.village,
    address: draft.address,
    ...draft.point,
    exact: draft.exact,
    cell: cellOf(draft.point),
    offeredTo: draft.offered_to,
    payFrom: draft.pay?.from_fen ?? null,
    payTo: draft.pay?.to_fen ?? null,
    payUnit: draft.pay?.unit ?? null,
    piecesPerDay: draft.pay?.pieces_per_day ?? null,
    monthFen: monthly(draft.pay)?.fen ?? -1,
    people: draft.people,
    shift: draft.shift,
    board: draft.board,
    lodging: draft.lodging,
    childcareHours: draft.childcare_hours,
    elders: draft.elders,
    light: draft.light,
    skills: [...draft.skills],
    startsOn: draft.starts_on,
    openUntil: draft.open_until,
    words: draft.words,
  }) satisfies Partial<Values>;
