import type { ErrorName } from '@/contract/errors';
import type { SignedIn } from '@/contract/session';
import { type WechatClient, WechatError, type WechatErrorName } from '../../adapters/wechat';
import { type Context, servicesOf } from '../../context';
import { holdAccount } from '../../hold-account';
import { refuse, refuseField } from '../../refuse';
import { keepOpenid } from '../messages/settings';
import { accountBehind, openSession } from './open-session';

/** What the person can do about it; the rest is the operator's. */
const ANSWERS: Partial<Record<WechatErrorName, ErrorName>> = {
  Busy: 'PlatformBusy',
  Unreachable: 'PlatformBusy',
  CodeInvalid: 'SignInCodeInvalid',
  RateLimited: 'TooManyTries',
  HighRiskUser: 'PlatformRefused',
};

/** In the cloud function the platform has said who it is; over HTTPS the code of `wx.login` is asked about. */
export async function wechat(context: Context, input: { code?: string; device?: string }): Promise<SignedIn> {
  const services = servicesOf(context);
  const { credentials } = context;
  await services.limits.take('sign_in_caller', credentials.caller);
  const openid = credentials.openid ?? (await openidBy(services.wechat, input.code));
  const hash = services.store.cipher.blind('openid', openid);
  const accountId = await accountBehind(context, 'wechat', hash, null);
  await holdAccount(context, accountId, (queries) =>
    keepOpenid(queries, services.store.cipher, accountId, openid),
  );
  return openSession(context, accountId, input.device);
}

/** @throws SignInCodeInvalid, PlatformBusy, PlatformRefused, TooManyTries, NotReady */
export async function openidBy(client: WechatClient | null, code: string | undefined): Promise<string> {
  if (code === undefined) throw refuseField('code', '要有 wx.login 给的登录凭证');
  if (!client) throw refuse('NotReady');
  try {
    return (await client.code2session(code)).openId;
  } catch (error) {
    const name = error instanceof WechatError ? ANSWERS[error.name] : undefined;
    if (!name) throw error;
    throw refuse(name, name === 'TooManyTries' ? { retryAfter: 60 } : {});
  }
}
