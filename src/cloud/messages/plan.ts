/** What is to be done with a batch of the outbox: the way to each person, as they allow it now. */

import { and, count, eq, gt, inArray, isNull, sql } from 'drizzle-orm';
import { dayInChina } from '@/domain/calendar/china';
import { OPENED } from '@/domain/links';
import type { TemplateName } from '../adapters/wechat';
import { type Context, servicesOf } from '../context';
import { account, type delivery, message, permit, reach } from '../store/schema';
import type { Notice, Outcome, Push } from './channels';
import { quietUntil } from './quiet';
import { type Content, contentOf } from './tell-account';

export type Taken = typeof delivery.$inferSelect;
type Message = typeof message.$inferSelect;
type Reach = typeof reach.$inferSelect;

export interface Plan {
  readonly row: Taken;
  /** whose permission it uses up */
  readonly template: TemplateName | null;
  readonly does:
    | { readonly way: 'wechat'; readonly push: Push }
    | { readonly way: 'sms'; readonly notice: Notice }
    | { readonly way: 'none'; readonly outcome: Outcome };
  /** quiet hours: it goes back as if it had not been taken */
  readonly hold?: Date;
}

interface Known {
  readonly messages: ReadonlyMap<string, Message>;
  readonly reaches: ReadonlyMap<string, Reach>;
  readonly permits: ReadonlyMap<string, number>;
  /** sealed numbers by account */
  readonly phones: ReadonlyMap<string, Buffer | null>;
}

export const NIGHT = { quietFrom: 21, quietTo: 8 } as const;
const DAY_MS = 24 * 3_600_000;
export const DIGEST_DAYS = 7;

export async function plansFor(context: Context, taken: readonly Taken[]): Promise<Plan[]> {
  const known = await knownOf(context, taken);
  return Promise.all(
    taken.map((row) => (row.urgent ? planFor(context, row, known) : digest(context, row, known))),
  );
}

async function knownOf(context: Context, taken: readonly Taken[]): Promise<Known> {
  const { db } = servicesOf(context).store;
  const accounts = [...new Set(taken.map(({ accountId }) => accountId))];
  const [messages, reaches, permits, phones] = await Promise.all([
    db
      .select()
      .from(message)
      .where(
        inArray(
          message.id,
          taken.map(({ messageId }) => messageId),
        ),
      ),
    db.select().from(reach).where(inArray(reach.id, accounts)),
    db.select().from(permit).where(inArray(permit.accountId, accounts)),
    db
      .select({ id: account.id, phoneEnc: account.phoneEnc })
      .from(account)
      .where(inArray(account.id, accounts)),
  ]);
  return {
    messages: new Map(messages.map((one) => [one.id, one])),
    reaches: new Map(reaches.map((one) => [one.id, one])),
    permits: new Map(permits.map((one) => [`${one.accountId} ${one.template}`, one.remaining])),
    phones: new Map(phones.map((one) => [one.id, one.phoneEnc])),
  };
}

const none = (row: Taken, outcome: Outcome): Plan => ({
  row,
  template: null,
  does: { way: 'none', outcome },
});
const skip = (row: Taken, why: string): Plan => none(row, { end: 'skipped', why });

function planFor(context: Context, row: Taken, known: Known): Plan {
  const found = known.messages.get(row.messageId);
  if (!found || !known.phones.has(row.accountId)) return skip(row, 'Gone');
  if (found.readAt !== null) return skip(row, 'Read');
  const set = known.reaches.get(row.accountId);
  const until = quietUntil(context.now, set ?? NIGHT);
  // what ends today is worth waking somebody for
  if (until && found.dueOn !== context.today) return { ...skip(row, 'Quiet'), hold: until };
  const content = contentOf(servicesOf(context).store.cipher, found);
  if (row.channel === 'sms') return smsPlan(context, row, known, content);
  const template = found.dueOn === null ? 'progress' : 'task';
  return wechatPlan(context, row, known, template, {
    words: wordsFor(found, content),
    page: found.caseId === null ? OPENED.inbox : `${OPENED.case}?id=${found.caseId}`,
  });
}

/** 2026年11月22日 */
const dayText = (iso: string): string => {
  const [year, month, day] = iso.split('-').map(Number);
  return `${year}年${month}月${day}日`;
};

function wordsFor({ dueOn, createdAt }: Message, { title, text, outside }: Content): Push['words'] {
  const how = text.slice(text.indexOf('：') + 1);
  return [outside ?? title, outside ? '有新进展，请打开看' : how, dayText(dueOn ?? dayInChina(createdAt))];
}

function wechatPlan(
  context: Context,
  row: Taken,
  { reaches, permits }: Known,
  name: TemplateName,
  said: Pick<Push, 'words' | 'page'>,
): Plan {
  const { wechat, store } = servicesOf(context);
  const template = wechat?.templates[name];
  const openidEnc = reaches.get(row.accountId)?.openidEnc;
  if (!template) return skip(row, 'NotSetUp');
  if (!openidEnc) return skip(row, 'NotOnWechat');
  const left = permits.get(`${row.accountId} ${name}`) ?? 0;
  if (left === 0) return skip(row, 'NoPermission');
  // with one permission left WeChat itself refuses a second one; with more, only what matters is worth saying twice
  if (row.unclear && left > 1 && !row.urgent) return none(row, { end: 'sent', providerId: null });
  const openId = store.cipher.open('reach.openid', row.accountId, openidEnc);
  return {
    row,
    template: name,
    does: { way: 'wechat', push: { openId, template, unclear: row.unclear, ...said } },
  };
}

function smsPlan(context: Context, row: Taken, { reaches, phones }: Known, content: Content): Plan {
  const { sms, store } = servicesOf(context);
  const set = reaches.get(row.accountId);
  const phoneEnc = phones.get(row.accountId);
  if (!sms?.notices || (content.number === undefined && !sms.notices.plain)) return skip(row, 'NotSetUp');
  if (set?.sms === false) return skip(row, 'NotWanted');
  if (!phoneEnc) return skip(row, 'NoPhone');
  if (set?.phoneBadAt) return skip(row, 'NumberIsBad');
  const notice = {
    phone: store.cipher.open('account.phone', row.accountId, phoneEnc),
    number: content.number ?? null,
    id: row.id,
    unclear: row.unclear,
    since: new Date(context.now.getTime() - DAY_MS),
  };
  return { row, template: null, does: { way: 'sms', notice } };
}

/** What is not urgent leaves the house once a week at most, as a number. */
async function digest(context: Context, row: Taken, known: Known): Promise<Plan> {
  const set = known.reaches.get(row.accountId);
  if (!set?.digest) return skip(row, 'NotWanted');
  const until = quietUntil(context.now, set);
  if (until) return { ...skip(row, 'Quiet'), hold: until };
  const since = new Date(context.now.getTime() - 2 * DIGEST_DAYS * DAY_MS);
  const [{ n } = { n: 0 }] = await servicesOf(context)
    .store.db.select({ n: count() })
    .from(message)
    .where(
      and(
        eq(message.accountId, row.accountId),
        isNull(message.readAt),
        gt(message.createdAt, since),
        sql`not ${message.urgent}`,
      ),
    );
  if (n === 0) return skip(row, 'Read');
  const words = [`${n}条消息还没有看`, '请打开“消息”看', dayText(context.today)] as const;
  return wechatPlan(context, row, known, 'digest', { words, page: OPENED.inbox });
}
