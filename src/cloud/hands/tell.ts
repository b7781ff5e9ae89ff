/** What those who joined are told, in the transaction that changes it: told again, it is the same message. */
import { dayText } from '@/domain/hands/day-text';
import type { Context } from '../context';
import type { Told } from '../messages/tell-account';
import { tellThere } from '../messages/tell-there';
import type { Queries } from '../store/store';
import type { GatheringRow, HandRow } from './seats';

interface HandNews {
  /** the same for the same news */
  readonly what: string;
  readonly text: string;
  readonly said?: string;
  readonly urgent: boolean;
}

/** @returns how many were told */
export const tellHands = (
  context: Context,
  queries: Queries,
  { id, work, day }: Pick<GatheringRow, 'id' | 'work' | 'day'>,
  rows: readonly Pick<HandRow, 'id' | 'accountId'>[],
  { what, text, said, urgent }: HandNews,
): Promise<number> =>
  tellThere(
    context,
    queries,
    rows.map(
      (row): Told => ({
        accountId: row.accountId,
        source: `hands ${row.id} ${what}`,
        kind: 'hands',
        ref: id,
        urgent,
        ...(urgent && { dueOn: day }),
        content: { title: work, text, ...(said !== undefined && { said }) },
      }),
    ),
  );

const placeOf = ({ town, village, address }: GatheringRow) =>
  [town, village, address].filter(Boolean).join(' ');
export const whenWhere = (row: GatheringRow): string =>
  `${dayText(row.day)} ${row.fromTime}开工，在${placeOf(row)}。`;

/** A place came free, and is theirs. */
export const tellMovedUp = (
  context: Context,
  queries: Queries,
  row: GatheringRow,
  moved: readonly HandRow[],
): Promise<number> =>
  tellHands(context, queries, row, moved, {
    what: 'moved up',
    text: `轮到您了，已经给您报上。${whenWhere(row)}去不了请退出，让给下一位。`,
    urgent: true,
  });
