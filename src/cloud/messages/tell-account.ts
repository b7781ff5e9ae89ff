/** One thing told to one person: in the inbox with the transaction that tells it, and in the outbox beside it. */

import type { Context } from '../context';
import { servicesOf } from '../context';
import type { FieldCipher } from '../store/field-cipher';
import { delivery, message } from '../store/schema';
import type { Queries } from '../store/store';
import { uuidOf } from '../uuid';

/** What a message says, sealed as one. */
export interface Content {
  readonly title: string;
  readonly text: string;
  /** what somebody said with it, in their own words */
  readonly said?: string;
  /** the passage it rests on; `law`: a title and an article of the law instead */
  readonly cite?: { readonly document: string; readonly item: string; readonly law?: boolean };
  /** the document to open */
  readonly document?: string;
  /** what may stand on a locked screen instead of the title */
  readonly outside?: string;
  /** the number people ask about */
  readonly number?: string;
}

export interface Told {
  readonly accountId: string;
  /** what happened, in words that are the same whenever it is told: told again, it is the same message */
  readonly source: string;
  readonly kind: 'case' | 'benefit' | 'training' | 'hands' | 'post' | 'work' | 'notice';
  readonly caseId?: string;
  readonly ref?: string;
  /** there is something to do, or a decision: it leaves the house at once */
  readonly urgent?: boolean;
  /** the last day of what is to be done */
  readonly dueOn?: string;
  readonly content: Content;
}

const PLACE = 'message.content';

export const contentOf = (cipher: FieldCipher, row: { id: string; contentEnc: Buffer }): Content =>
  JSON.parse(cipher.open(PLACE, row.id, row.contentEnc)) as Content;

/** @returns how many were new */
export async function tellAccounts(
  context: Context,
  queries: Queries,
  told: readonly Told[],
): Promise<number> {
  if (told.length === 0) return 0;
  const { cipher } = servicesOf(context).store;
  const rows = told.map((one): typeof message.$inferInsert => {
    const id = uuidOf(cipher.blind('message', `${one.source} ${one.accountId}`));
    return {
      id,
      accountId: one.accountId,
      kind: one.kind,
      caseId: one.caseId ?? null,
      ref: one.ref ?? null,
      urgent: one.urgent ?? false,
      dueOn: one.dueOn ?? null,
      contentEnc: cipher.seal(PLACE, id, JSON.stringify(one.content)),
      createdAt: context.now,
    };
  });
  const written = await queries
    .insert(message)
    .values(rows)
    .onConflictDoNothing()
    .returning({ id: message.id, accountId: message.accountId, urgent: message.urgent });
  const out = written.filter(({ urgent }) => urgent);
  if (out.length > 0)
    await queries
      .insert(delivery)
      .values(out.map((one) => deliveryOf(context, { ...one, channel: 'wechat' })))
      .onConflictDoNothing();
  return written.length;
}

export type Channel = 'wechat' | 'sms';

interface Leaving {
  readonly id: string;
  readonly accountId: string;
  readonly urgent: boolean;
  readonly channel: Channel;
}

/** The row of the outbox for a message on a channel: the same id however often it is made. */
export function deliveryOf(
  context: Context,
  { id, accountId, urgent, channel }: Leaving,
): typeof delivery.$inferInsert {
  const { cipher } = servicesOf(context).store;
  return {
    id: uuidOf(cipher.blind('delivery', `${id} ${channel}`)),
    messageId: id,
    accountId,
    channel,
    urgent,
    nextAt: context.now,
  };
}
