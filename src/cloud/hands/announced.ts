/** A gathering and its posting, as rows: one is for joining, the other is what everybody finds. */

import { isDeepStrictEqual } from 'node:util';
import type { GatheringInput } from '@/contract/hands';
import { cellOf } from '@/domain/geo/cells';
import { endOf, startOf } from '@/domain/hands';
import { dayText } from '@/domain/hands/day-text';
import { monthly, POSTING_KINDS, type PostingWords } from '@/domain/jobs';
import { findingsOf, holdReason } from '@/domain/jobs/hold';
import type { Context } from '../context';
import type { pointOf } from '../policy-book/points';
import type { posting } from '../store/schema';
import type { Organiser } from './organiser';
import type { GatheringRow } from './seats';

export const columnsOf = (draft: GatheringInput) => ({
  work: draft.work,
  county: draft.county,
  town: draft.town || null,
  village: draft.village || null,
  address: draft.address,
  day: draft.day,
  fromTime: draft.from,
  toTime: draft.to,
  startsAt: new Date(startOf(draft)),
  endsAt: new Date(endOf(draft)),
  people: draft.people,
  payFen: draft.pay_fen,
  payUnit: draft.pay_unit,
  words: { paid: draft.paid, bring: draft.bring || null, route: draft.route || null },
});

/** The very same, sent again. */
export const isSame = (row: GatheringRow, draft: GatheringInput): boolean =>
  Object.entries(columnsOf(draft)).every(([at, value]) =>
    isDeepStrictEqual(row[at as keyof GatheringRow], value),
  );

const wordsOf = (draft: GatheringInput, phone: string | null): PostingWords => ({
  about: draft.bring ? `要带：${draft.bring}` : null,
  paid: draft.paid,
  hours: `${draft.from}到${draft.to <= draft.from ? '第二天' : ''}${draft.to}`,
  insurance: [],
  contract: null,
  phone,
  route: draft.route || null,
  gather: `${dayText(draft.day)} ${draft.from}开工，要${draft.people}人`,
  bus: null,
  cooperation: null,
  destination: null,
  brand: null,
  also: [],
});

/** What may not be demanded, wherever in the form it stands; null: nothing. */
export function heldBack(draft: GatheringInput): string | null {
  return holdReason(
    findingsOf({
      ...{ kind: 'day_labour', title: draft.work, skills: [], employer: '' },
      ...{ town: draft.town, village: draft.village, address: draft.address },
      words: wordsOf(draft, null),
    }),
  );
}

interface Announced {
  readonly id: string;
  readonly draft: GatheringInput;
  readonly organiser: Organiser;
  readonly employer: string;
  /** for everybody to read; null: for those alone who join */
  readonly phone: string | null;
  readonly point: NonNullable<ReturnType<typeof pointOf>>;
  /** for the county to look at first */
  readonly waits: boolean;
}

export function postingOf(
  { now, today }: Context,
  { id, draft, organiser, employer, phone, point, waits }: Announced,
): typeof posting.$inferInsert {
  const { lat, lng, exact } = point;
  const pay = { from_fen: draft.pay_fen, to_fen: null, unit: draft.pay_unit, pieces_per_day: null };
  return {
    ...{ id, source: 'hands', sourceId: id, print: `hands ${id}`, kind: POSTING_KINDS.day_labour.no },
    ...{ state: waits ? 'proposed' : 'open', title: draft.work, employer, county: draft.county, skills: [] },
    ...{ creditCode: organiser.creditCode, unitId: organiser.unitId },
    ...{ town: draft.town || null, village: draft.village || null, address: draft.address },
    ...{ lat, lng, exact, cell: cellOf(point), people: draft.people },
    ...{ payFrom: draft.pay_fen, payUnit: draft.pay_unit, monthFen: monthly(pay)?.fen ?? -1 },
    ...{ startsOn: draft.day, openUntil: draft.day, postedAt: now, shownAt: now, changedAt: now },
    version: 1,
    // an office vouches for itself; whoever else does so is the county's desk, with its day
    ...(organiser.as === 'staff' && { verifiedBy: employer, verifiedOn: today }),
    words: wordsOf(draft, phone),
  };
}
