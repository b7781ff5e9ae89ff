/** Two ways to a mandate: the holder shows a code, or reads one out of an SMS. */

import { randomInt, randomUUID } from 'node:crypto';
import { and, eq, gt, isNull, lt } from 'drizzle-orm';
import type { MandateView } from '@/contract/session';
import { dayInChina } from '@/domain/calendar/china';
import { MANDATE_DAYS, type MandateService, SERVICE_WORDS } from '@/domain/mandate/services';
import { askerOf, type Context, servicesOf, subjectOf } from '../../context';
import { holdAccount } from '../../hold-account';
import { refuse, refuseField } from '../../refuse';
import { newSmsCode, phoneHash, phoneNumber, redeemSmsCode, sendSms } from '../../session/sms-code';
import { account, login, mandate } from '../../store/schema';
import { mandateById } from './views';

const OFFER_MS = 10 * 60_000;
const DAY_MS = 24 * 3_600_000;

function checkUntil({ today, now }: Context, until: string): void {
  const last = dayInChina(new Date(now.getTime() + MANDATE_DAYS * DAY_MS));
  if (until < today) throw refuseField('until', '这一天已经过了');
  if (until > last) throw refuseField('until', `最多到${last}，到时候可以再同意一次`);
}

const newMandate = (context: Context, how: 'code' | 'sms', label: string) => {
  const id = randomUUID();
  return {
    id,
    how,
    labelEnc: servicesOf(context).store.cipher.seal('mandate.label', id, label),
    offerUntil: new Date(context.now.getTime() + OFFER_MS),
    createdAt: context.now,
  };
};

/** The holder allows somebody; the code is for the helper's eyes, ten minutes long. */
export async function offer(
  context: Context,
  input: { services: MandateService[]; until: string; label: string },
) {
  const { accountId } = subjectOf(context);
  checkUntil(context, input.until);
  const { store, limits } = servicesOf(context);
  await limits.take('mandate_offer', accountId);
  const row = newMandate(context, 'code', input.label);
  const code = String(randomInt(100_000_000)).padStart(8, '0');
  const offerHash = store.cipher.blind('mandate_offer', code);
  await holdAccount(context, accountId, async (queries, { personId }) => {
    if (personId === null) throw refuse('NotBound');
    // eight digits come again: an offer that has lapsed gives them free
    await queries
      .update(mandate)
      .set({ offerHash: null })
      .where(and(eq(mandate.offerHash, offerHash), lt(mandate.offerUntil, context.now)));
    const { services, until } = input;
    await queries.insert(mandate).values({ ...row, holderId: accountId, services, until, offerHash });
  });
  return { id: row.id, code, valid_until: row.offerUntil.toISOString() };
}

export async function accept(context: Context, input: { code: string }): Promise<MandateView> {
  const { account: helper } = askerOf(context);
  const { store, limits } = servicesOf(context);
  await limits.take('mandate_account', helper.id);
  await limits.take('mandate_caller', context.credentials.caller);
  const code = input.code.normalize('NFKC').replace(/\D/g, '');
  // taken in one statement: two helpers with one code do not both get in
  const [taken] = await store.db
    .update(mandate)
    .set({ helperId: helper.id, startedAt: context.now, offerHash: null })
    .where(
      and(
        eq(mandate.offerHash, store.cipher.blind('mandate_offer', code)),
        gt(mandate.offerUntil, context.now),
        isNull(mandate.startedAt),
        isNull(mandate.endedAt),
      ),
    )
    .returning();
  if (!taken) throw refuse('WrongCode');
  if (taken.holderId === helper.id) {
    await store.db.update(mandate).set({ endedAt: context.now }).where(eq(mandate.id, taken.id));
    throw refuseField('code', '这是您自己的授权码，要由帮您的人来填');
  }
  return mandateById(context, taken.id, helper.id);
}

/**
 * Whether the phone belongs to anybody here is not told: the SMS goes out, or it does not; the answer is the same, and
 * takes the same time.
 */
export async function ask(
  context: Context,
  input: { phone: string; services: MandateService[]; until: string; label: string },
) {
  const { account: helper } = askerOf(context);
  const { limits, sms, demo } = servicesOf(context);
  if (!sms) throw refuse('NotReady');
  const number = phoneNumber(input.phone);
  checkUntil(context, input.until);
  await limits.take('mandate_account', helper.id);
  await limits.take('mandate_phone', number);
  const hash = phoneHash(context, number);
  const holder = await holderBehind(context, hash);
  if (holder === helper.id) throw refuseField('phone', '这是您自己的手机号');
  const row = newMandate(context, 'sms', input.label);
  const { services, until } = input;
  await servicesOf(context)
    .store.db.insert(mandate)
    .values({ ...row, holderId: holder, helperId: helper.id, services, until });
  const code = await newSmsCode(context, hash, purposeOf(row.id));
  const what = services.map((service) => SERVICE_WORDS[service].title).join('、');
  const sending =
    holder !== null &&
    // only for a phone that belongs to somebody could it fail: so that is not told
    sendSms(context, number, code, 'mandate', [what, until]).catch(() => undefined);
  await (demo ? sending : pause(SENDING_MS));
  return { id: row.id, demo_code: demo ? code : null };
}

/** Longer than the provider usually takes; the stand-in takes no time. */
const SENDING_MS = 2_500;
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

const purposeOf = (id: string) => `mandate:${id}`;

/** Only somebody whose identity is matched can be helped. */
async function holderBehind(context: Context, hash: Buffer): Promise<string | null> {
  const [found] = await servicesOf(context)
    .store.db.select({ id: account.id, personId: account.personId })
    .from(login)
    .innerJoin(account, eq(account.id, login.accountId))
    .where(and(eq(login.subjectHash, hash), eq(login.kind, 'phone')));
  return found?.personId ? found.id : null;
}

/** The code that the holder read out. */
export async function confirm(context: Context, input: { id: string; code: string }): Promise<MandateView> {
  const { account: helper } = askerOf(context);
  const { store, limits } = servicesOf(context);
  const { db, cipher } = store;
  await limits.take('mandate_code', `${helper.id} ${input.id}`);
  const [open] = await db
    .select()
    .from(mandate)
    .where(
      and(
        eq(mandate.id, input.id),
        eq(mandate.helperId, helper.id),
        isNull(mandate.startedAt),
        isNull(mandate.endedAt),
        gt(mandate.offerUntil, context.now),
      ),
    );
  const [holder] = open?.holderId ? await db.select().from(account).where(eq(account.id, open.holderId)) : [];
  // nobody's phone has no code: looked for all the same
  const phone = holder?.phoneEnc ? cipher.open('account.phone', holder.id, holder.phoneEnc) : '';
  await redeemSmsCode(context, phoneHash(context, phone), purposeOf(input.id), input.code);
  const started = await db
    .update(mandate)
    .set({ startedAt: context.now })
    .where(and(eq(mandate.id, input.id), isNull(mandate.startedAt), isNull(mandate.endedAt)))
    .returning({ id: mandate.id });
  if (started.length === 0) throw refuse('WrongCode');
  return mandateById(context, input.id, helper.id);
}
