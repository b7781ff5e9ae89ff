/** The inbox: the newest first, of one case or all; what was read is read on every device. */

import { and, count, desc, eq, exists, inArray, isNull, lte, type SQL } from 'drizzle-orm';
import type { InputOf, OutputOf } from '@/contract/api';
import type { MessageView } from '@/contract/messages';
import { dayInChina } from '@/domain/calendar/china';
import { forHelpers } from '../../cases/access';
import { askerOf, type Context, servicesOf } from '../../context';
import { after, cursorText } from '../../cursor';
import { contentOf } from '../../messages/tell-account';
import { message, serviceCase } from '../../store/schema';

const PAGE = 30;
type Row = typeof message.$inferSelect;

/** The account's own; a helper sees what the cases say that helpers may see. */
function mine(context: Context): SQL | undefined {
  const { subject, mandate } = askerOf(context);
  const own = eq(message.accountId, subject.id);
  if (!mandate) return own;
  const cases = servicesOf(context)
    .store.db.select({ id: serviceCase.id })
    .from(serviceCase)
    .where(and(eq(serviceCase.id, message.caseId), inArray(serviceCase.service, forHelpers(context))));
  return and(own, exists(cases));
}

export async function list(
  context: Context,
  input: InputOf<'messages.list'>,
): Promise<OutputOf<'messages.list'>> {
  const { db } = servicesOf(context).store;
  const whose = mine(context);
  const rows = await db
    .select()
    .from(message)
    .where(
      and(
        whose,
        input.case === undefined ? undefined : eq(message.caseId, input.case),
        input.unread ? isNull(message.readAt) : undefined,
        after(input.cursor, { at: message.createdAt, id: message.id, order: 'desc' }),
      ),
    )
    .orderBy(desc(message.createdAt), desc(message.id))
    .limit(PAGE + 1);
  const shown = rows.slice(0, PAGE);
  const last = shown.at(-1);
  return {
    messages: shown.map((row) => viewOf(context, row)),
    unread: await unreadOf(context, whose),
    next: rows.length > PAGE && last ? cursorText(last.createdAt, last.id) : null,
  };
}

function viewOf(context: Context, row: Row): MessageView {
  const content = contentOf(servicesOf(context).store.cipher, row);
  const { cite } = content;
  return {
    id: row.id,
    kind: row.kind as MessageView['kind'],
    case: row.caseId,
    ref: row.ref,
    title: content.title,
    text: content.text,
    said: content.said ?? null,
    number: content.number ?? null,
    cite: cite ? { title: cite.document, item: cite.item, document: content.document ?? null } : null,
    urgent: row.urgent,
    due_on: row.dueOn,
    at: row.createdAt.toISOString(),
    day: dayInChina(row.createdAt),
    read: row.readAt !== null,
  };
}

async function unreadOf(context: Context, whose: SQL | undefined): Promise<number> {
  const [found] = await servicesOf(context)
    .store.db.select({ n: count() })
    .from(message)
    .where(and(whose, isNull(message.readAt)));
  return found?.n ?? 0;
}

export const unread = async (context: Context): Promise<{ unread: number }> => ({
  unread: await unreadOf(context, mine(context)),
});

/** Ids of somebody else are nobody's here: they are passed over. */
export async function read(context: Context, input: InputOf<'messages.read'>): Promise<{ unread: number }> {
  const which =
    'ids' in input ? inArray(message.id, input.ids) : lte(message.createdAt, new Date(input.until));
  await servicesOf(context)
    .store.db.update(message)
    .set({ readAt: context.now })
    .where(and(mine(context), isNull(message.readAt), which));
  return unread(context);
}

/** Every message of whoever asks, for the copy of one's own data. */
export async function allMine(context: Context): Promise<MessageView[]> {
  const rows = await servicesOf(context)
    .store.db.select()
    .from(message)
    .where(mine(context))
    .orderBy(desc(message.createdAt), desc(message.id));
  return rows.map((row) => viewOf(context, row));
}
