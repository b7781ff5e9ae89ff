/** Where a page ended: the last row shown, so that what comes meanwhile moves nothing. */
import { type SQL, sql } from 'drizzle-orm';
import type { AnyPgColumn } from 'drizzle-orm/pg-core';
import { parseDay } from '@/domain/calendar/days';
import { refuseField } from './refuse';
import { isUuid, UUID } from './uuid';

/** Phones in the middle of a list may still have the milliseconds that were given out before. */
const FORM = new RegExp(`^(2\\d{3}-\\d\\d-\\d\\dT[\\d:.]{12}Z|\\d{1,13}) (${UUID.source})$`);

const unknown = () => refuseField('cursor', '请从第一页重新看');

export const cursorText = (at: Date, id: string): string => `${at.toISOString()} ${id}`;

/** @throws InvalidInput for what no page of ours gave out */
export function readCursor(cursor: string): { readonly at: Date; readonly id: string } {
  const [, moment = '', id = ''] = FORM.exec(cursor) ?? [];
  const at = new Date(/^\d+$/.test(moment) ? Number(moment) : moment);
  if (Number.isNaN(at.getTime())) throw unknown();
  return { at, id };
}

interface Order {
  readonly at: AnyPgColumn;
  readonly id: AnyPgColumn;
  /** both columns, the newest first or last */
  readonly order: 'asc' | 'desc';
}

/**
 * What comes behind the cursor. The database keeps microseconds, the cursor milliseconds: the row it names says which,
 * unless it is gone.
 * @throws InvalidInput for what no page of ours gave out
 */
export function after(cursor: string | undefined, { at, id, order }: Order): SQL | undefined {
  if (cursor === undefined) return undefined;
  const last = readCursor(cursor);
  const moment = sql`${last.at.toISOString()}::timestamptz`;
  const exact = sql`coalesce((select ${at} from ${at.table} where ${id} = ${last.id}::uuid
    and ${at} >= ${moment} and ${at} < ${moment} + interval '1 millisecond'), ${moment})`;
  return sql`(${at}, ${id}) ${order === 'asc' ? sql`>` : sql`<`} (${exact}, ${last.id}::uuid)`;
}

/** The same in a list that goes by days, the latest first. @throws InvalidInput */
export function afterDay(cursor: string | undefined, on: AnyPgColumn, id: AnyPgColumn): SQL | undefined {
  if (cursor === undefined) return undefined;
  const [day = '', last = ''] = cursor.split(' ');
  if (parseDay(day) === null || !isUuid(last)) throw unknown();
  return sql`(${on}, ${id}) < (${day}::date, ${last}::uuid)`;
}
