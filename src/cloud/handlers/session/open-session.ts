import { randomBytes, randomUUID } from 'node:crypto';
import type { SignedIn } from '@/contract/session';
import { SESSION_MS } from '../../authorise';
import { type Context, servicesOf } from '../../context';
import { holdAccount } from '../../hold-account';
import { tokenHash } from '../../store/field-cipher';
import { account, login, session } from '../../store/schema';

type LoginKind = 'phone' | 'wechat' | 'sample';

/**
 * The account behind a phone number or openid, made at the first time; two first times at once end in one account.
 * @param phone kept sealed with a new account
 */
export async function accountBehind(
  context: Context,
  kind: LoginKind,
  subjectHash: Buffer,
  phone: string | null,
): Promise<string> {
  const { db, cipher } = servicesOf(context).store;
  return db.transaction(async (queries) => {
    const id = randomUUID();
    const [mine] = await queries
      .insert(login)
      .values({ kind, subjectHash, accountId: id })
      .onConflictDoUpdate({ target: [login.subjectHash, login.kind], set: { kind } })
      .returning({ accountId: login.accountId });
    const accountId = mine?.accountId ?? id;
    if (accountId === id) {
      const phoneEnc = phone === null ? null : cipher.seal('account.phone', id, phone);
      await queries.insert(account).values({ id, phoneEnc, createdAt: context.now });
    }
    return accountId;
  });
}

/** A new session; the token is given out once and kept only as its hash. */
export async function openSession(context: Context, accountId: string, device?: string): Promise<SignedIn> {
  const { store } = servicesOf(context);
  const { openid } = context.credentials;
  const token = randomBytes(32).toString('base64url');
  const expiresAt = new Date(context.now.getTime() + SESSION_MS);
  const row = {
    tokenHash: tokenHash(token),
    id: randomUUID(),
    accountId,
    openidHash: openid === undefined ? null : store.cipher.blind('openid', openid),
    device: device || '没有名字的设备',
    createdAt: context.now,
    usedAt: context.now,
    expiresAt,
  };
  await holdAccount(context, accountId, (queries) => queries.insert(session).values(row));
  return { token, expires_at: expiresAt.toISOString() };
}
