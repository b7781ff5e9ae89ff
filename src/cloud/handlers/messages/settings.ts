/** How somebody wants to be told, and what they allowed WeChat to send. */
import { eq, sql } from 'drizzle-orm';
import type { InputOf } from '@/contract/api';
import type { MessageSettings } from '@/contract/messages';
import { maskPhone } from '@/domain/identity';
import { TEMPLATE_NAMES } from '../../adapters/wechat';
import { askerOf, type Context, servicesOf } from '../../context';
import { holdAccount } from '../../hold-account';
import type { FieldCipher } from '../../store/field-cipher';
import { account, asking, permit, reach } from '../../store/schema';
import type { Queries } from '../../store/store';
import { openidBy } from '../session/wechat';

/** Nobody needs more, and a phone that miscounts does no harm. */
const MOST_PERMITS = 20;

/** Whom WeChat sends to: kept when the platform has said who it is. */
export async function keepOpenid(
  queries: Queries,
  cipher: FieldCipher,
  accountId: string,
  openid: string,
): Promise<void> {
  const openidEnc = cipher.seal('reach.openid', accountId, openid);
  await queries
    .insert(reach)
    .values({ id: accountId, openidEnc })
    .onConflictDoUpdate({ target: reach.id, set: { openidEnc } });
}

export async function settings(
  context: Context,
  input: InputOf<'messages.settings'>,
): Promise<MessageSettings> {
  const { id } = askerOf(context).subject;
  const changes = {
    ...(input.sms !== undefined && { sms: input.sms }),
    ...(input.digest !== undefined && { digest: input.digest }),
    ...(input.policies !== undefined && { policies: input.policies }),
    ...(input.quiet_from !== undefined && { quietFrom: input.quiet_from }),
    ...(input.quiet_to !== undefined && { quietTo: input.quiet_to }),
  };
  if (Object.keys(changes).length > 0)
    await holdAccount(context, id, (queries) =>
      queries
        .insert(reach)
        .values({ id, ...changes })
        .onConflictDoUpdate({ target: reach.id, set: changes }),
    );
  return settingsOf(context, id);
}

async function settingsOf(context: Context, id: string): Promise<MessageSettings> {
  const { store, sms, wechat } = servicesOf(context);
  const [row] = await store.db.select().from(account).where(eq(account.id, id));
  const [set] = await store.db.select().from(reach).where(eq(reach.id, id));
  const permits = await store.db.select().from(permit).where(eq(permit.accountId, id));
  const phone = row?.phoneEnc ? store.cipher.open('account.phone', id, row.phoneEnc) : null;
  return {
    phone: phone === null ? null : maskPhone(phone),
    phone_bad: set?.phoneBadAt != null,
    sms_ready: sms?.notices != null,
    sms: set?.sms ?? true,
    digest: set?.digest ?? true,
    policies: set?.policies ?? true,
    quiet_from: set?.quietFrom ?? 21,
    quiet_to: set?.quietTo ?? 8,
    wechat: set?.openidEnc != null,
    templates: TEMPLATE_NAMES.flatMap((name) => {
      const template = wechat?.templates[name];
      const given = permits.find((one) => one.template === name);
      if (!template) return [];
      const answer = (given?.answer ?? null) as MessageSettings['templates'][number]['answer'];
      return [{ name, id: template.id, left: given?.remaining ?? 0, answer }];
    }),
  };
}

/** An acceptance allows one message more; everything else is kept, so that the page can say how to change it. */
export async function subscribe(
  context: Context,
  input: InputOf<'messages.subscribe'>,
): Promise<MessageSettings> {
  const { id } = askerOf(context).subject;
  const { wechat, store, limits } = servicesOf(context);
  await limits.take('subscribe_account', id);
  const openid =
    context.credentials.openid ?? (input.code === undefined ? undefined : await openidBy(wechat, input.code));
  await holdAccount(context, id, async (queries) => {
    if (openid !== undefined) await keepOpenid(queries, store.cipher, id, openid);
    if (!(await isNew(queries, id, input.id))) return;
    for (const { template, answer } of input.answers)
      await count(queries, context, input.id, template, answer);
  });
  return settingsOf(context, id);
}

async function isNew(queries: Queries, accountId: string, id: string): Promise<boolean> {
  const anew = await queries.insert(asking).values({ accountId, id }).onConflictDoNothing().returning();
  return anew.length > 0;
}

type Answered = InputOf<'messages.subscribe'>['answers'][number];

async function count(
  queries: Queries,
  context: Context,
  askedId: string,
  template: Answered['template'],
  answer: Answered['answer'],
): Promise<void> {
  const { id } = askerOf(context).subject;
  const more = answer === 'accept' ? 1 : 0;
  const now = { answer, askedId, answeredAt: context.now };
  const remaining = answer === 'off' ? sql`0` : sql`least(${permit.remaining} + ${more}, ${MOST_PERMITS})`;
  await queries
    .insert(permit)
    .values({ accountId: id, template, remaining: more, ...now })
    .onConflictDoUpdate({
      target: [permit.accountId, permit.template],
      set: { ...now, remaining },
      setWhere: sql`${permit.askedId} <> ${askedId}`,
    });
}
