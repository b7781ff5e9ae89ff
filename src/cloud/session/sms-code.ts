import { randomInt } from 'node:crypto';
import { and, eq, gt, lt, sql } from 'drizzle-orm';
import { checkPhoneNumber } from '@/domain/identity';
import { SmsError, type SmsPurpose } from '../adapters/sms';
import { type Context, servicesOf } from '../context';
import { refuse, refuseField } from '../refuse';
import { smsCode } from '../store/schema';

const VALID_MS = 10 * 60_000;
const TRIES = 5;
/** Seconds until another SMS may be asked for. */
export const RESEND_AFTER = 60;

/** The 11 digits. @throws InvalidInput in words */
export function phoneNumber(text: string): string {
  const checked = checkPhoneNumber(text);
  if (!checked.ok) throw refuseField('phone', checked.problem.message);
  return checked.number;
}

export const phoneHash = (context: Context, number: string): Buffer =>
  servicesOf(context).store.cipher.blind('phone', number);

/** A code of six digits, kept as a keyed hash bound to phone and purpose; it replaces the one before. */
export async function newSmsCode(context: Context, hash: Buffer, purpose: string): Promise<string> {
  const { db, cipher } = servicesOf(context).store;
  const code = String(randomInt(1_000_000)).padStart(6, '0');
  const codeHash = cipher.blind('sms_code', `${hash.toString('hex')}:${purpose}:${code}`);
  const fresh = { codeHash, sentAt: context.now, tries: 0 };
  await db
    .insert(smsCode)
    .values({ phoneHash: hash, purpose, ...fresh })
    .onConflictDoUpdate({ target: [smsCode.phoneHash, smsCode.purpose], set: fresh });
  return code;
}

/** @throws SmsFailed, TooManyTries */
export async function sendSms(
  context: Context,
  phone: string,
  code: string,
  purpose: SmsPurpose,
  details: readonly string[] = [],
): Promise<void> {
  const { sms } = servicesOf(context);
  if (!sms) throw refuse('NotReady');
  try {
    await sms.send(phone, code, purpose, details);
  } catch (error) {
    if (!(error instanceof SmsError)) throw error;
    // the provider's own words, for the operator; neither number nor code stands in them
    process.stderr.write(`${context.requestId} ${error.message}\n`);
    if (error.name === 'LimitExceeded') throw refuse('TooManyTries', { retryAfter: 3600 });
    throw refuse('SmsFailed');
  }
}

/** Uses the code up. Five wrong ones end it; whoever calls counts the tries as well. @throws WrongCode */
export async function redeemSmsCode(
  context: Context,
  hash: Buffer,
  purpose: string,
  typed: string,
): Promise<void> {
  const { store } = servicesOf(context);
  const code = typed.replace(/\s/g, '').normalize('NFKC');
  const mine = and(eq(smsCode.phoneHash, hash), eq(smsCode.purpose, purpose));
  const alive = and(
    mine,
    gt(smsCode.sentAt, new Date(context.now.getTime() - VALID_MS)),
    lt(smsCode.tries, TRIES),
  );
  const codeHash = store.cipher.blind('sms_code', `${hash.toString('hex')}:${purpose}:${code}`);
  // taken in one statement: a code cannot be used twice at once
  const used = await store.db
    .delete(smsCode)
    .where(and(alive, eq(smsCode.codeHash, codeHash)))
    .returning({ purpose: smsCode.purpose });
  if (used.length > 0) return;
  await store.db
    .update(smsCode)
    .set({ tries: sql`${smsCode.tries} + 1` })
    .where(mine);
  throw refuse('WrongCode');
}
