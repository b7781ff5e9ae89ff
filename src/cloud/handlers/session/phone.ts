import { eq } from 'drizzle-orm';
import type { SignedIn } from '@/contract/session';
import { type Context, servicesOf } from '../../context';
import {
  newSmsCode,
  phoneHash,
  phoneNumber,
  RESEND_AFTER,
  redeemSmsCode,
  sendSms,
} from '../../session/sms-code';
import { reach } from '../../store/schema';
import { accountBehind, openSession } from './open-session';

const PURPOSE = 'sign_in';

export async function sendCode(
  context: Context,
  input: { phone: string },
): Promise<{ resend_after: number; demo_code: string | null }> {
  const { limits, demo } = servicesOf(context);
  const number = phoneNumber(input.phone);
  await limits.take('sms_caller', context.credentials.caller);
  // the pause first: pressing in vain must not use up the day's messages of whoever owns the number
  await limits.take('sms_pause', number);
  await limits.take('sms_phone', number);
  const code = await newSmsCode(context, phoneHash(context, number), PURPOSE);
  await sendSms(context, number, code, 'sign_in');
  return { resend_after: RESEND_AFTER, demo_code: demo ? code : null };
}

export async function phone(
  context: Context,
  input: { phone: string; code: string; device?: string },
): Promise<SignedIn> {
  const number = phoneNumber(input.phone);
  const { limits } = servicesOf(context);
  await limits.take('sign_in_caller', context.credentials.caller);
  const hash = phoneHash(context, number);
  await limits.take('code_phone', hash.toString('hex'));
  await redeemSmsCode(context, hash, PURPOSE, input.code);
  const accountId = await accountBehind(context, 'phone', hash, number);
  await numberIsGood(context, accountId);
  return openSession(context, accountId, input.device);
}

/** The code came: whatever the provider said of the number, notices can go there again. */
const numberIsGood = (context: Context, accountId: string) =>
  servicesOf(context).store.db.update(reach).set({ phoneBadAt: null }).where(eq(reach.id, accountId));
